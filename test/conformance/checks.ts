import type { Catalogue, CatalogueIndex, CatalogueLexicon } from '../../src/contract/catalogue.ts';
import type { Guide, GuideList } from '../../src/contract/guide.ts';
import type { Offering } from '../../src/contract/offering.ts';
import { Problem, type ProblemCode } from '../../src/contract/problem.ts';
import { routeSchemas, type RouteSchema } from '../../src/contract/route-schemas.ts';
import { routes, type Route, type RouteName } from '../../src/contract/routes.ts';

export interface Check {
  name: string;
  ok: boolean;
  why?: string;
}

/** A page on another origin, as elements are. */
const origin = 'https://agency.example.ir';
/** Damm says that this is no code, so that nobody's request can be met by chance. */
const noCode = '1234567890123456';

/** Runs every check and says why each that failed did. Rejects only for a mistake of its own. */
export async function checkGateway(gateway: string): Promise<Check[]> {
  const checks: Check[] = [];
  const check = async (name: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      checks.push({ name, ok: true });
    } catch (error) {
      checks.push({ name, ok: false, why: error instanceof Error ? (error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message) : String(error) });
    }
  };
  const require = (holds: boolean, why: string): void => {
    if (!holds) throw new Error(why);
  };
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${gateway}${path}`, { ...init, headers: { origin, accept: 'application/json', ...init.headers }, redirect: 'manual', signal: AbortSignal.timeout(20_000) });
  const pathOf = (name: RouteName, params: Record<string, string> = {}): string =>
    routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? 'x'));

  /** The answer of a good call, held against its schema and the headers that every page needs. */
  async function good<T>(name: RouteName, params: Record<string, string> = {}, query = ''): Promise<T> {
    const answer = await call(`${pathOf(name, params)}${query}`);
    const { status = 200 } = routes[name] as Route;
    require(answer.status === status, `status ${answer.status} instead of ${status}`);
    require(['*', origin].includes(answer.headers.get('access-control-allow-origin') ?? ''), 'pages of other origins cannot read it (access-control-allow-origin)');
    require(/^application\/json/.test(answer.headers.get('content-type') ?? ''), `content-type is ${answer.headers.get('content-type')}`);
    const body: unknown = await answer.json();
    const result = (routeSchemas[name] as RouteSchema).answer.safeParse(body);
    require(result.success, `not the answer of the contract: ${JSON.stringify(result.error?.issues.slice(0, 3))}`);
    return body as T;
  }

  async function problem(answer: Response, status: number, codes: ProblemCode[]): Promise<void> {
    require(answer.status === status, `status ${answer.status} instead of ${status}`);
    require(/^application\/problem\+json/.test(answer.headers.get('content-type') ?? ''), `content-type is ${answer.headers.get('content-type')}`);
    const body = Problem.parse(await answer.json());
    require(body.status === status, `the document says status ${body.status}`);
    require(codes.includes(body.code), `code ${body.code} instead of ${codes.join(' or ')}`);
  }

  let catalogue: Catalogue | undefined;
  let index: CatalogueIndex | undefined;
  let sheet: Offering | undefined;
  let guides: GuideList | undefined;
  await check('catalogue', async () => { catalogue = await good<Catalogue>('catalogue'); });
  await check('catalogue of a province that is not there', async () => problem(await call('/v1/catalogue?province=no-such-province'), 404, ['province.notFound']));
  await check('catalogueIndex, whole or in shards, for ever', async () => {
    require(catalogue !== undefined, 'there is no catalogue');
    const address = catalogue!.index ?? `${catalogue!.shards}/head/0.json`;
    const answer = await call(address);
    require(/immutable/.test(answer.headers.get('cache-control') ?? ''), `${address} may not be kept for ever: cache-control is ${answer.headers.get('cache-control')}`);
    if (catalogue!.index === null) {
      const { size } = (await answer.json()) as { size: number };
      return require(size === catalogue!.offerings, `${size} services in the shards, ${catalogue!.offerings} offerings`);
    }
    const version = decodeURIComponent(catalogue!.index.split('/').at(-1)!);
    index = await good<CatalogueIndex>('catalogueIndex', { version });
    require(index.version === version, 'the index has another version than its address');
    require(index.ids.length === catalogue!.offerings, `${index.ids.length} entries, ${catalogue!.offerings} offerings`);
  });
  await check('catalogueShard that is not there', async () =>
    problem(await call(pathOf('catalogueShard', { version: 'x', folder: 'head', file: '0.json' })), 404, ['notFound']));
  await check('catalogueLexicon', async () => {
    const version = decodeURIComponent(catalogue!.lexicon.split('/').at(-1)!);
    const lexicon = await good<CatalogueLexicon>('catalogueLexicon', { version });
    if (!index) return;
    require(lexicon.version === index.lexicon, 'the index was made with another lexicon');
    require(index.needs.length === lexicon.situations.length || index.needs.length === 0, 'the index and its lexicon have other situations');
  });
  await check('catalogueDelta from a version that is not there', async () =>
    problem(await call(pathOf('catalogueDelta', { version: index?.version ?? 'x', older: 'no-such-version' })), 404, ['notFound']));
  await check('tellUnanswered', async () => {
    // What looks personal is not counted: the check leaves nothing behind.
    const answer = await call(routes.tellUnanswered.path, { method: 'POST', body: JSON.stringify({ query: '0000000000' }), headers: { 'content-type': 'application/json' } });
    require(answer.status === 204, `status ${answer.status} instead of 204`);
  });
  await check('search', async () => {
    const title = index?.titles[0] ?? 'شناسنامه';
    const found = await good<{ total: number; items: { entry: { title: string } }[] }>('search', {}, `?${new URLSearchParams({ q: title, limit: '5' })}`);
    require(!index?.ids.length || found.items.some(({ entry }) => entry.title === title), 'a service is not found by its own title');
    require(found.items.length <= 5, 'more than the limit');
  });
  for (const [what, q] of [['an empty query', ''], ['a query of pictures', '😀😀'], ['a query of 4 kB', 'آب '.repeat(600)]] as const) {
    await check(`search with ${what}`, async () => void (await good('search', {}, `?${new URLSearchParams({ q })}`)));
  }
  await check('search with a query that is too long', async () => problem(await call(`/v1/search?q=${'x'.repeat(4097)}`), 422, ['input.invalid']));
  await check('calendar', async () => void (await good('calendar')));
  await check('offering', async () => {
    require(Boolean(index?.ids.length), 'nothing is published');
    sheet = await good<Offering>('offering', { id: index!.ids[0]! });
    const frozen = await good<Offering>('offering', { id: sheet.id }, `?v=${sheet.version}`);
    require(frozen.version === sheet.version, 'v does not give the version that was asked for');
  });
  await check('offering that is not there', async () => problem(await call('/v1/offerings/no.such.offering'), 404, ['offering.notFound']));
  await check('offeringForm', async () => {
    for (const id of index!.ids) {
      const { form } = await good<Offering>('offering', { id });
      if (!form) continue;
      const definition = await good<{ id: string; version: number }>('offeringForm', { id });
      require(definition.id === form.id && definition.version === form.version, 'the form is another one than the sheet says');
      const schema = await good<{ type: string }>('formSchema', { id });
      require(schema.type === 'object', 'the schema of the answers is that of something else');
      return;
    }
    throw new Error('no service can be requested here');
  });
  await check('guides', async () => { guides = await good<GuideList>('guides'); });
  await check('guide', async () => {
    require(guides !== undefined, 'there is no list of guides');
    for (const { id, version } of guides!.items) {
      const guide = await good<Guide>('guide', { id });
      require(guide.version === version, `${id} has another version than the list says`);
      const names = new Set(guide.nodes.map((node) => node.id));
      const lost = guide.nodes.flatMap((node) => (node.kind === 'question' ? node.options.map(({ to }) => to) : [])).filter((to) => !names.has(to));
      require(names.has(guide.start) && lost.length === 0, `${id} leads to what is not in it: ${lost.join(', ') || guide.start}`);
    }
  });
  await check('guide that is not there', async () => problem(await call('/v1/guides/no-such-guide'), 404, ['guide.notFound']));
  await check('receiptKeys', async () => {
    const { keys } = await good<{ keys: Record<string, unknown>[] }>('receiptKeys');
    require(keys.length > 0, 'no key is published');
    require(keys.every((key) => typeof key['kid'] === 'string'), 'a key has no kid');
    require(keys.every((key) => !('d' in key)), 'a private key is published');
  });

  await check('a code that opens nothing', async () => problem(await call(pathOf('requestStatus', { code: noCode })), 404, ['request.notFound']));
  await check('a record without proof is like a code that opens nothing', async () => problem(await call(pathOf('requestRecord', { code: noCode })), 404, ['request.notFound']));
  const post = (body: BodyInit, type: string) => call(routes.fileRequest.path, { method: 'POST', body, headers: { 'content-type': type, 'idempotency-key': crypto.randomUUID() } });
  await check('a body that is no JSON', async () => problem(await post('{', 'application/json'), 400, ['input.malformed']));
  await check('a body that is not of the contract', async () => problem(await post('{}', 'application/json'), 422, ['input.invalid']));
  await check('a body of another media type', async () => problem(await post('a=1', 'text/plain'), 415, ['input.mediaType']));
  await check('a request for an offering that is not there', async () =>
    problem(await post(JSON.stringify({ offering: 'no.such.offering', form: { id: 'none', version: 1 }, answers: {} }), 'application/json'), 404, ['offering.notFound']));
  await check('an address that is not there', async () => problem(await call('/v1/no-such-address'), 404, ['notFound']));
  await check('a method that is not there', async () => problem(await call(routes.catalogue.path, { method: 'DELETE' }), 405, ['method.notAllowed']));

  for (const name of (Object.keys(routes) as RouteName[]).filter((each) => (routes[each] as Route).who === 'staff' && routes[each].method === 'GET')) {
    await check(`${name} without signing in`, async () => {
      const answer = await call(pathOf(name), { headers: { origin: gateway } });
      require(answer.headers.get('access-control-allow-origin') === null, 'pages of other origins may read staff answers');
      await problem(answer, 401, ['staff.signInNeeded']);
    });
  }
  await check('a page of another origin may write requests', async () => {
    const answer = await call(routes.fileRequest.path, {
      method: 'OPTIONS', headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type,idempotency-key' },
    });
    require(answer.ok, `status ${answer.status}`);
    const allowed = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase();
    for (const header of ['authorization', 'content-type', 'idempotency-key']) require(allowed.includes(header), `${header} is not allowed`);
  });
  await check('a page of another origin may not sign staff in', async () => {
    const answer = await call(routes.signIn.path, {
      method: 'POST', body: JSON.stringify({ username: 'x', password: 'x' }), headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    });
    await problem(answer, 403, ['staff.forbidden']);
  });
  return checks;
}
