import * as agency from '../../contract/agency.ts';
import * as calendar from '../../contract/calendar.ts';
import * as calendarEdit from '../../contract/calendar-edit.ts';
import * as catalogue from '../../contract/catalogue.ts';
import * as clock from '../../contract/clock.ts';
import * as declarations from '../../contract/declaration-overview.ts';
import * as form from '../../contract/form.ts';
import * as formStudio from '../../contract/form-studio.ts';
import * as hsds from '../../contract/hsds.ts';
import * as intake from '../../contract/intake.ts';
import * as offering from '../../contract/offering.ts';
import * as problem from '../../contract/problem.ts';
import * as request from '../../contract/request.ts';
import { routeSchemas, type RouteBody, type RouteSchema } from '../../contract/route-schemas.ts';
import { routes, type Route, type RouteName } from '../../contract/routes.ts';
import * as staff from '../../contract/staff.ts';
import * as token from '../../contract/token.ts';
import { z } from '../../contract/zod.ts';
import { bodyExamples, type BodyExamples } from './openapi-examples.ts';
import { tusHeaders } from './openapi-uploads.ts';
import { routeWords } from './openapi-words.ts';
import { statusOf } from './problem.ts';

/** JSON Schema as it comes out of zod: read by the docs page, handed on otherwise. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  [more: string]: unknown;
}
export interface Operation {
  operationId: RouteName;
  tags: string[];
  summary: string;
  security?: Record<string, never[]>[];
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: JsonSchema; description?: string }[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>;
}
export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, unknown> };
}

const rooms = { ...agency, ...calendar, ...calendarEdit, ...catalogue, ...clock, ...declarations, ...form, ...formStudio, ...hsds, ...intake, ...offering, ...problem, ...request, ...staff, ...token };
const isSchema = (value: unknown): value is z.ZodMiniType => typeof value === 'object' && value !== null && '_zod' in value;
const sendsBytes = ({ sends }: Route): boolean => sends === 'bytes' || sends === 'part';
const bytes: JsonSchema = { type: 'string', contentMediaType: 'application/octet-stream' };

/** Every schema of the contract under its own name; the nameless ones of a route under the route's. */
function namedSchemas(): Map<z.ZodMiniType, string> {
  const names = new Map<z.ZodMiniType, string>();
  for (const [name, value] of Object.entries(rooms)) if (isSchema(value)) names.set(value, name);
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    const { body, answer }: RouteSchema = routeSchemas[name];
    const title = name[0]!.toUpperCase() + name.slice(1);
    if (body && !sendsBytes(route) && !names.has(body)) names.set(body, `${title}Input`);
    if (route.status !== 204 && route.gives !== 'bytes' && !names.has(answer)) names.set(answer, `${title}Answer`);
  }
  return names;
}

function componentSchemas(names: Map<z.ZodMiniType, string>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: 'any',
    // `input`: readers must expect fields that a later version adds, so objects are not closed.
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, schema]) => {
      const { $schema: _schema, $id: _id, ...rest } = schema as JsonSchema;
      return [name, rest];
    }),
  );
}

function operation(name: RouteName, route: Route, names: Map<z.ZodMiniType, string>, examples: BodyExamples): Operation {
  const { query, body, answer }: RouteSchema = routeSchemas[name];
  const ref = (schema: z.ZodMiniType): JsonSchema => ({ $ref: `#/components/schemas/${names.get(schema)}` });
  const parameters: Operation['parameters'] = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter!, in: 'path', required: true, schema: { type: 'string' },
  }));
  if (query) {
    const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' }) as JsonSchema;
    for (const [key, schema] of Object.entries(properties)) parameters.push({ name: key, in: 'query', required: required.includes(key), schema });
  }
  if (route.method === 'POST' || route.method === 'PUT') {
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 200 }, description: 'Same key and body, same answer, for 24 hours.' });
  }
  for (const [header, description, required = true] of tusHeaders[name] ?? []) parameters.push({ name: header, in: 'header', required, schema: { type: 'string' }, description });
  const { tag, summary, accepted, problems = [] } = routeWords[name];
  const responses: Operation['responses'] = {};
  const good = String(route.status ?? 200);
  if (route.status === 204) responses[good] = { description: 'Done' };
  else if (route.gives === 'bytes') responses[good] = { description: 'The file', content: { 'application/octet-stream': { schema: bytes } } };
  else if (route.gives === 'events') responses[good] = { description: 'Events as they happen', content: { 'text/event-stream': { schema: ref(answer) } } };
  else responses[good] = { description: 'Good', content: { 'application/json': { schema: ref(answer) } } };
  if (accepted) responses['202'] = { description: accepted, content: { 'application/json': { schema: ref(answer) } } };
  const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const expected = [...problems, ...(body || query ? (['input.invalid'] as const) : []), ...(route.who === 'staff' ? (['staff.signInNeeded'] as const) : []), ...(route.who === 'token' ? (['token.needed', 'token.invalid', 'rate.limited'] as const) : [])];
  for (const status of [...new Set(expected.map(statusOf))].sort()) {
    responses[String(status)] = { description: expected.filter((code) => statusOf(code) === status).join(', '), content: problemContent };
  }
  responses['default'] = { description: 'Any other problem', content: problemContent };
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(route.who !== 'anyone' && { security: [{ [route.who]: [] }] }),
    parameters,
    ...(sendsBytes(route) && { requestBody: { required: true, content: { [route.sends === 'part' ? 'application/offset+octet-stream' : 'application/octet-stream']: { schema: bytes } } } }),
    ...(!sendsBytes(route) && body && { requestBody: { required: true, content: { 'application/json': { schema: ref(body), ...(name in examples && { example: examples[name as keyof BodyExamples] }) } } } }),
    responses,
  };
}

/** What of the document depends on where it is read. */
export interface Here {
  version: string;
  /** Address of this gateway, without a slash at the end. */
  server: string;
  /** A body that files a request here; one of the contract alone when absent. */
  filing?: RouteBody<'fileRequest'>;
}

let made: { names: Map<z.ZodMiniType, string>; schemas: Record<string, JsonSchema> } | undefined;
/** The schemas do not depend on where they are read: made at the first reading. */
function schemasOfContract() {
  if (!made) {
    const names = namedSchemas();
    made = { names, schemas: componentSchemas(names) };
  }
  return made;
}

/** OpenAPI 3.1 of the contract, made from `routes` and `routeSchemas`. */
export function openApi({ version, server, filing }: Here): OpenApi {
  const examples: BodyExamples = { ...bodyExamples, ...(filing && { fileRequest: filing }) };
  const { names, schemas } = schemasOfContract();
  const paths: OpenApi['paths'] = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(name, route, names, examples);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mizban gateway',
      version,
      description: 'The contract between the elements of the electronic service desk and a province’s gateway. Errors are RFC 9457 problem documents with a stable `code`.',
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        proof: { type: 'http', scheme: 'bearer', description: 'Got by a one-time code; opens one request.' },
        token: { type: 'http', scheme: 'bearer', description: 'Of an agency’s own system; made by its officers at `/desk#/tokens`.' },
        staff: { type: 'apiKey', in: 'cookie', name: '__Host-mizban', description: 'Of the gateway’s own origin; HttpOnly, SameSite=Strict.' },
      },
    },
  };
}
