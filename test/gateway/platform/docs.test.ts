import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FormDefinition } from '../../../src/contract/form.ts';
import type { Filed } from '../../../src/contract/request.ts';
import { routeSchemas, type RouteSchema } from '../../../src/contract/route-schemas.ts';
import { routes, type Route, type RouteName } from '../../../src/contract/routes.ts';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { openApi, type OpenApi } from '../../../src/gateway/http/openapi.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

const withBody = (Object.entries(routes) as [RouteName, Route][])
  .filter(([name, route]) => route.sends !== 'bytes' && route.sends !== 'part' && (routeSchemas[name] as RouteSchema).body).map(([name]) => name);
const exampleIn = (document: OpenApi, name: RouteName): unknown => {
  const { method, path } = routes[name];
  return document.paths[path]![method.toLowerCase()]!.requestBody!.content['application/json']!.example;
};
const unescaped = (html: string): string => html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe('the documentation', () => {
  let gateway: TestGateway;
  before(async () => { gateway = await startTestGateway({ agencies: ['abfa', 'ostandari'] }); });
  after(() => gateway.stop());
  const documentAt = async (target: string | Request) => (await (await gateway.fetch(target)).json()) as OpenApi;

  it('has an example for every body, and each is of the contract', async () => {
    for (const document of [await documentAt('/openapi.json'), openApi({ version: 'test', server: 'http://gateway.test' })]) {
      for (const name of withBody) {
        const example = exampleIn(document, name);
        const { body }: RouteSchema = routeSchemas[name];
        assert.deepEqual(body!.parse(example), example, name);
      }
    }
  });

  it('names the address by which it was reached', async () => {
    assert.deepEqual((await documentAt('http://127.0.0.1:9321/openapi.json')).servers, [{ url: 'http://127.0.0.1:9321' }]);
    const proxied = new Request('http://desk.example.ir/openapi.json', { headers: { 'x-forwarded-proto': 'https' } });
    assert.deepEqual((await documentAt(proxied)).servers, [{ url: 'https://desk.example.ir' }]);
    const kept = (await gateway.fetch(proxied)).headers.get('cache-control');
    assert.ok(kept?.startsWith('private'), `Another reader may get this address: ${kept}`);
    const page = await (await gateway.fetch('http://127.0.0.1:9321/docs')).text();
    assert.ok(page.includes('http://127.0.0.1:9321/v1/search') && !page.includes('localhost'));
  });

  it('names the public address where one is set', async () => {
    const published = createGateway({ ...gateway.ports, settings: { ...gateway.ports.settings, publicUrl: 'https://desk.example.ir' } });
    const answer = await published.fetch(new Request('http://10.0.0.5:8080/openapi.json'));
    assert.deepEqual(((await answer.json()) as OpenApi).servers, [{ url: 'https://desk.example.ir' }]);
    assert.ok(answer.headers.get('cache-control')?.startsWith('public'));
    assert.ok(!(await (await published.fetch(new Request('http://10.0.0.5:8080/docs'))).text()).includes('10.0.0.5'));
  });

  it('files a request when it is copied as it stands', async () => {
    const page = await (await gateway.fetch('/docs')).text();
    const call = unescaped(page).split('<pre>').find((block) => /^curl -X POST '[^']*\/v1\/requests'/.test(block))!;
    const body = /-d '(\{[\s\S]*?\n\})'/.exec(call)![1]!;
    const answer = await gateway.fetch('/v1/requests', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.match(((await answer.json()) as Filed).code, /^\d{16}$/);
    assert.deepEqual(exampleIn(await documentAt('/openapi.json'), 'fileRequest'), JSON.parse(body));
  });

  it('follows the form: a new version of it is in the example at once', async () => {
    const example = exampleIn(await documentAt('/openapi.json'), 'fileRequest') as { offering: string; form: { id: string; version: number } };
    const { definition } = await gateway.db.selectFrom('form_version').select('definition')
      .where('form', '=', example.form.id).where('version', '=', example.form.version).executeTakeFirstOrThrow();
    const version = example.form.version + 1;
    const newer: FormDefinition = { ...definition, version };
    await gateway.db.insertInto('form_version').values({ form: newer.id, version, definition: JSON.stringify(newer), created_at: new Date() }).execute();
    const { sheet } = await gateway.db.selectFrom('offering as o').innerJoin('offering_version as v', 'v.offering', 'o.id').select('v.sheet')
      .where('o.id', '=', example.offering).executeTakeFirstOrThrow();
    await gateway.db.insertInto('offering_version').values({
      offering: example.offering, version: sheet.version + 1, sheet: JSON.stringify({ ...sheet, version: sheet.version + 1, form: { id: newer.id, version } }), created_at: new Date(),
    }).execute();
    await gateway.db.updateTable('offering').set({ published_version: sheet.version + 1 }).where('id', '=', example.offering).execute();
    await gateway.db.updateTable('province').set({ catalogue_version: 'another' }).where('id', '=', 'alborz').execute();
    const after = exampleIn(await documentAt('/openapi.json'), 'fileRequest') as typeof example;
    const answer = await gateway.fetch('/v1/requests', { json: after });
    assert.equal(answer.status, 201, await answer.clone().text());
  });

  it('is read where nothing is published, too', async () => {
    const empty = await startTestGateway();
    try {
      const answer = await empty.fetch('/docs');
      assert.equal(answer.status, 200);
      assert.ok((await answer.text()).includes('/v1/requests'));
    } finally {
      await empty.stop();
    }
  });
});
