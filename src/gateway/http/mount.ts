import type { Context, Hono } from 'hono';
import { routeSchemas, type RouteSchema } from '../../contract/route-schemas.ts';
import { routes, type Route, type RouteName } from '../../contract/routes.ts';
import { digestOf, sha256 } from '../crypto.ts';
import type { Ports } from '../ports.ts';
import { jsonLimit, largerUploads, parseJson, readLimited, receiveFile, uploadLimit } from './body.ts';
import type { CallerContext, Handlers, StaffCaller, SystemCaller } from './handler.ts';
import { requireOwnOrigin } from './headers.ts';
import { once } from './idempotency.ts';
import { limits } from './limits.ts';
import { ProblemException } from './problem.ts';
import { sourceOf, take } from './rate-limit.ts';
import { jsonAnswer } from './respond.ts';
import { parse, requireContract } from './validate.ts';

/** What Hono hands from the caller of `fetch` to a route. */
export type GatewayEnv = { Bindings: { address?: string }; Variables: { route: string } };
export interface Authenticate {
  staff(request: Request): Promise<StaffCaller | undefined>;
  /** Throws `token.invalid`, `rate.limited`. */
  system(bearer: string): Promise<SystemCaller>;
}

type AnyHandler = (input: { params: unknown; query: unknown; body: unknown }, caller: CallerContext) => Promise<unknown>;

/**
 * Their own transaction or cookie belongs to the answer, so these look after repeated calls themselves; and of what was
 * searched for no fingerprint, of a new token no answer may be kept. A receipt on paper changes nothing, however often it is made.
 */
const ownIdempotency: ReadonlySet<RouteName> = new Set<RouteName>(['fileRequest', 'signIn', 'signOut', 'tellUnanswered', 'makeToken', 'receiptPdf']);
const longestParameter = 128;

/** Puts every route of the contract on its path. A route without a handler is a type error. */
export function mount(app: Hono<GatewayEnv>, ports: Ports, handlers: Handlers, authenticate: Authenticate): void {
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    app.on(route.method, honoPaths(route.path), (context) => {
      context.set('route', name);
      return serve(context, ports, name, route, handlers[name] as unknown as AnyHandler, authenticate);
    });
  }
  for (const [path, methods] of methodsByPath()) {
    app.all(honoPath(path), () => {
      const response = new ProblemException('method.notAllowed').toResponse();
      response.headers.set('allow', methods.join(', '));
      return response;
    });
  }
}

async function serve(
  context: Context<GatewayEnv>, ports: Ports, name: RouteName, route: Route, handler: AnyHandler, authenticate: Authenticate,
): Promise<Response> {
  const request = context.req.raw;
  const schema: RouteSchema = routeSchemas[name];
  const caller: CallerContext = { address: context.env?.address ?? 'unknown', fingerprint: '', request, headers: new Headers() };
  const limit = limits[name];
  if (limit) await take(ports, `${name} ${sourceOf(caller.address)}`, ...limit);
  await recognise(request, route, caller, authenticate);
  const params = context.req.param() as Record<string, string>;
  if (Object.values(params).some((value) => value.length > longestParameter)) throw new ProblemException('notFound');
  const query = schema.query ? parse(schema.query, context.req.query(), 'query') : {};
  const large = largerUploads[name];
  if (!large) return answer(context, ports, name, route, handler, caller, { params, query });
  const { file, release } = await receiveFile(request, large, ports.arriving);
  try {
    return await answer(context, ports, name, route, handler, caller, { params, query, file });
  } finally {
    await release();
  }
}

interface Asked {
  params: unknown;
  query: unknown;
  /** A large file, which is there already. */
  file?: Blob;
}

/** The body and its digest, beside those of the address what tells a repeated call from another. */
async function bodyOf(request: Request, { sends }: Route, { body: schema }: RouteSchema, file: Blob | undefined): Promise<{ body: unknown; digest: string }> {
  if (file) return { body: file, digest: await digestOf(file) };
  if (sends === 'bytes' || sends === 'part') {
    const bytes = await readLimited(request, uploadLimit, 'upload.tooLarge', sends === 'part' ? 'keep' : 'refuse');
    return { body: new Blob([bytes as Uint8Array<ArrayBuffer>]), digest: await sha256(bytes) };
  }
  const bytes = await readLimited(request, jsonLimit, 'input.tooLarge');
  return { body: schema && parse(schema, parseJson(request, bytes), 'body'), digest: await sha256(bytes) };
}

async function answer(
  context: Context<GatewayEnv>, ports: Ports, name: RouteName, route: Route, handler: AnyHandler, caller: CallerContext, { params, query, file }: Asked,
): Promise<Response> {
  const request = context.req.raw;
  const schema: RouteSchema = routeSchemas[name];
  let body: unknown;
  if (route.method !== 'GET') {
    const url = new URL(request.url);
    caller.idempotencyKey = idempotencyKey(request);
    const read = await bodyOf(request, route, schema, file);
    body = read.body;
    caller.fingerprint = await sha256(`${route.method} ${url.pathname}${url.search} ${read.digest}`);
  }

  const work = async (): Promise<unknown> => {
    const answer = await handler({ params, query, body }, caller);
    if (!(answer instanceof Response) && !ports.settings.production && route.gives !== 'bytes') requireContract(schema.answer, answer, name);
    return answer;
  };
  if (route.method === 'GET' || ownIdempotency.has(name)) {
    const answer = await work();
    return answer instanceof Response ? withHeaders(answer, caller.headers) : jsonAnswer(request, route, answer, caller.headers, caller.status);
  }
  const done = await once(ports, caller, name, caller.fingerprint, async () => ({ status: route.status ?? 200, answer: await work() }));
  if (done.replayed) caller.headers.set('idempotency-replayed', 'true');
  return jsonAnswer(request, route, done.answer, caller.headers, done.status);
}

/** Finds out who calls, as far as the route asks for it. */
async function recognise(request: Request, route: Route, caller: CallerContext, authenticate: Authenticate): Promise<void> {
  const bearer = /^Bearer ([\w-]{1,200})$/.exec(request.headers.get('authorization') ?? '');
  if (route.who === 'token') {
    if (!bearer) throw new ProblemException('token.needed');
    caller.system = await authenticate.system(bearer[1]!);
    return;
  }
  if (bearer) caller.proof = bearer[1]!;
  if (route.path.startsWith('/v1/staff/') && route.method !== 'GET') requireOwnOrigin(request);
  if (route.who === 'staff') {
    caller.staff = await authenticate.staff(request);
    if (!caller.staff) throw new ProblemException('staff.signInNeeded');
  }
  // The same answer as for a code that does not exist: no proof, no telling.
  if (route.who === 'proof' && !caller.proof) throw new ProblemException('request.notFound');
}

function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw new ProblemException('input.invalid', { errors: [{ path: 'Idempotency-Key', code: 'invalid_format' }] });
  }
  return key;
}

/** A handler's own response with the headers it set on the side. */
function withHeaders(response: Response, more: Headers): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of more) headers.append(name, value);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers });
}

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');
/** A slash at the end means the same: readers of HSDS put `/` behind the base address. */
const honoPaths = (path: string): string[] => [honoPath(path), `${honoPath(path)}/`];

function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const route of Object.values(routes)) methods.set(route.path, [...(methods.get(route.path) ?? []), route.method]);
  return methods;
}
