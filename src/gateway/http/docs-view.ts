import { escaped } from '../open-data/xml.ts';
import type { JsonSchema, OpenApi, Operation } from './openapi.ts';

/** `code` in back-ticks, all else as text. */
const prose = (text: string): string => escaped(text).replace(/`([^`]+)`/g, (_, code: string) => `<code>${code}</code>`);
const nameOf = (ref: string): string => ref.split('/').at(-1)!;

const link = (name: string): string => `<a href="#schema-${escaped(name)}">${escaped(name)}</a>`;

/** A schema's type in a few words, with links to those that have a name. */
function typeOf(schema: JsonSchema | boolean | undefined): string {
  if (schema === undefined || typeof schema === 'boolean') return 'anything';
  if (schema.$ref) return link(nameOf(schema.$ref));
  if (schema.const !== undefined) return `<code>${escaped(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((value) => `<code>${escaped(String(value))}</code>`).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`;
  if (schema.type === 'object' && !schema.properties) return `map of ${typeOf(schema.additionalProperties)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'anything');
  const more = schema.format ?? schema.pattern;
  return more ? `${escaped(type)} <code>${escaped(more)}</code>` : escaped(type);
}

/** Objects without a name of their own, found in a type: shown below the field. */
function inner(schema: JsonSchema | undefined): JsonSchema[] {
  if (!schema || schema.$ref) return [];
  if (schema.properties) return [schema];
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(inner);
}

function fields(schema: JsonSchema): string {
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).map(([name, value]) => {
    const mark = required.has(name) ? '<span class="required">required</span>' : 'optional';
    const below = inner(value).map(fields).join('');
    return `<li><code>${escaped(name)}</code> <span class="type">${typeOf(value)}, ${mark}</span>${below}</li>`;
  });
  return `<ul class="fields">${rows.join('')}</ul>`;
}

function schemaView(name: string, schema: JsonSchema): string {
  const objects = inner(schema);
  const content = objects.length ? objects.map(fields).join('<p>or</p>') : `<p>${typeOf(schema)}</p>`;
  return `<details class="schema" id="schema-${escaped(name)}" open><summary><h3>${escaped(name)}</h3></summary>${content}</details>`;
}

const content = (of?: Record<string, { schema: JsonSchema }>): string =>
  Object.entries(of ?? {}).map(([type, { schema }]) => `${typeOf(schema)} <span class="type">${escaped(type)}</span>`).join(', ') || 'empty';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A call to copy into a terminal. Parts of the address that the reader has to fill in stand in capitals. */
function curl(server: string, path: string, method: string, { operationId, security, parameters, requestBody, responses }: Operation): string {
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.required).map(({ name }) => `${name}=${name.toUpperCase()}`).join('&');
  const address = server + path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase()) + (query && `?${query}`);
  const parts = [`curl -X ${method.toUpperCase()} ${quoted(address)}`];
  if (security) parts.push('staff' in security[0]! ? '--cookie desk.cookies' : "-H 'authorization: Bearer TOKEN'");
  // The session that the calls below it are made with.
  if (operationId === 'signIn') parts.push('--cookie-jar desk.cookies');
  if (type) parts.push(`-H ${quoted(`content-type: ${type}`)}`);
  if (body?.example !== undefined) parts.push(`-d ${quoted(JSON.stringify(body.example, null, 2))}`);
  else if (type) parts.push('--data-binary @FILE');
  return responses['200']?.content?.['application/octet-stream'] ? `${parts.join(' ')} -o FILE` : parts.join(' \\\n  ');
}

function routeView(server: string, path: string, method: string, route: Operation): string {
  const who = route.security ? Object.keys(route.security[0]!)[0]! : 'anyone';
  const parameters = route.parameters
    .map(({ name, in: place, required, schema, description }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${place}</td><td>${typeOf(schema)}${required ? ', <span class="required">required</span>' : ''}</td><td>${escaped(description ?? '')}</td></tr>`)
    .join('');
  const answers = Object.entries(route.responses)
    .map(([status, answer]) => `<tr><td>${escaped(status)}</td><td>${escaped(answer.description)}</td><td>${content(answer.content)}</td></tr>`)
    .join('');
  return (
    `<details class="route" id="${route.operationId}" open><summary><span class="who">${escaped(who)}</span><span class="method">${method.toUpperCase()}</span>` +
    `<h3><code>${escaped(path)}</code></h3></summary><p>${prose(route.summary)}</p>` +
    (parameters ? `<h4>Parameters</h4><table><tr><th>Name</th><th>In</th><th>Type</th><th></th></tr>${parameters}</table>` : '') +
    (route.requestBody ? `<h4>Body</h4><p>${content(route.requestBody.content)}</p>` : '') +
    (method === 'post' || method === 'put' ? `<h4>Try it</h4><pre>${escaped(curl(server, path, method, route))}</pre>` : '') +
    `<h4>Answers</h4><table><tr><th>Status</th><th></th><th>Content</th></tr>${answers}</table></details>`
  );
}

/** The whole document as plain HTML: no script, no third party, one page to search and to print. */
export function docsBody(document: OpenApi): string {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({ path, method, route })));
  const tags = [...new Set(all.map(({ route }) => route.tags[0]!))];
  const of = (tag: string) => all.filter(({ route }) => route.tags[0] === tag);
  const contents = tags.map((tag) =>
    `<h4>${tag}</h4><ul>${of(tag).map(({ path, method, route }) =>
      `<li><a href="#${route.operationId}"><code>${method.toUpperCase()} ${escaped(path)}</code></a></li>`).join('')}</ul>`).join('');
  const { title, version, description } = document.info;
  const server = document.servers[0]!.url;
  return (
    `<header><h1>${escaped(title)}</h1><p>${prose(description)}</p>` +
    `<p>Version ${escaped(version)} · OpenAPI ${document.openapi} as data: <a href="/openapi.json">/openapi.json</a> · ` +
    `for operators: <a href="/health">/health</a>, <a href="/ready">/ready</a>, <a href="/metrics">/metrics</a></p>` +
    `<pre>curl --get --data-urlencode 'q=شناسنامه' ${escaped(quoted(`${server}/v1/search`))}</pre></header>` +
    `<nav aria-label="Contents">${contents}</nav>` +
    `<main>${tags.map((tag) => `<section><h2>${tag}</h2>${of(tag).map(({ path, method, route }) => routeView(server, path, method, route)).join('')}</section>`).join('')}` +
    `<section><h2>Schemas</h2>${Object.entries(document.components.schemas).map(([name, schema]) => schemaView(name, schema)).join('')}</section></main>`
  );
}
