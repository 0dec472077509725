import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Parser, Store, type Quad } from 'n3';
import type { Offering, PublishedOffering } from '../../../src/contract/offering.ts';
import { preferred } from '../../../src/gateway/http/accept.ts';
import { serviceAddress } from '../../../src/gateway/open-data/rdf/vocabulary.ts';
import { testNow } from '../../support/gateway.ts';
import { problemOf } from '../intake/officer.ts';
import { hostileTitle, openCatalogue, type OpenCatalogue } from './catalogue.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('Accept', () => {
  const offered = [{ mediaType: 'application/json' }, { mediaType: 'text/html' }, { mediaType: 'application/ld+json', profile: 'https://schema.org/' }];
  const cases: [accept: string | null, mediaType: string | undefined][] = [
    [null, 'application/json'], ['', 'application/json'], ['*/*', 'application/json'], [browser, 'text/html'],
    ['text/*;q=0.5, application/json;q=0.4', 'text/html'], ['application/json;q=0, */*', 'text/html'], ['text/html;q=0, text/*', undefined],
    ['TEXT/HTML', 'text/html'], ['application/ld+json', 'application/ld+json'], ['application/ld+json;profile="https://schema.org/"', 'application/ld+json'],
    ['application/ld+json;profile="https://elsewhere.example/"', undefined], ['image/png', undefined], [';;;,,', undefined],
  ];
  for (const [accept, mediaType] of cases) {
    it(`${accept ?? 'nothing'} means ${mediaType ?? 'none of them'}`, () => assert.equal(preferred(accept, offered)?.mediaType, mediaType));
  }
});

describe('the address of a service', () => {
  let open: OpenCatalogue;
  let hostile: Offering;
  before(async () => {
    open = await openCatalogue();
    [hostile] = (await open.sheets('alborz')) as [Offering];
  });
  after(() => open.gateway.stop());
  const get = (accept: string | undefined, more: Record<string, string> = {}, query = '') =>
    open.gateway.fetch(`/v1/offerings/${hostile.id}${query}`, { headers: { ...(accept && { accept }), ...more } });

  it('gives JSON to scripts, a page to people and linked data to machines, and tells caches by what', async () => {
    for (const [accept, type] of [[undefined, 'application/json; charset=utf-8'], ['*/*', 'application/json; charset=utf-8'], [browser, 'text/html; charset=utf-8']] as const) {
      const answer = await get(accept);
      assert.equal(answer.headers.get('content-type'), type);
      assert.match(answer.headers.get('vary')!, /\baccept\b(?!-)/);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    }
    const linked = (await (await get('application/ld+json; profile="https://schema.org"')).json()) as { '@type': string; url: string; name: { '@value': string } };
    assert.deepEqual([linked['@type'], linked.url, linked.name['@value']], ['GovernmentService', serviceAddress('http://gateway.test', hostile.id), hostileTitle]);
  });

  it('says in Turtle and JSON-LD of one service what the file of its province says', async () => {
    const whole = new Store(new Parser().parse(await (await open.gateway.fetch('/v1/open-data/alborz/cpsv-ap.ttl')).text()));
    const one = new Parser().parse(await (await get('text/turtle')).text());
    const address = serviceAddress('http://gateway.test', hostile.id);
    assert.deepEqual(one.filter((quad) => !whole.has(quad)), []);
    const about = (quads: Quad[]) => quads.filter(({ subject }) => subject.value.startsWith(address));
    assert.ok(about(one).length > 20);
    assert.equal(new Store(about(one)).size, about(whole.getQuads(null, null, null, null) as Quad[]).length);
    const { '@graph': graph } = (await (await get('application/ld+json')).json()) as { '@graph': { '@id': string }[] };
    assert.deepEqual([...new Set(graph.map(({ '@id': id }) => id))].sort(), [...new Set(one.map(({ subject }) => subject.value))].sort());
  });

  it('shows what is declared letter for letter without a script, and lets none of it run', async () => {
    const answer = await get(browser);
    const html = await answer.text();
    assert.match(answer.headers.get('content-security-policy')!, /default-src 'none'.*script-src 'self'/);
    assert.deepEqual(html.match(/<script[^>]*>/g), ['<script type="module" src="/desk.js" data-gateway="/">']);
    const plain = html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    assert.ok(plain.includes(`<h1>${hostileTitle}</h1><p>${hostile.description}</p>`));
    assert.ok(plain.includes('<li><img src=x onerror=alert(1)></li>') && !html.includes('<img'));
    assert.ok(html.includes(`<link rel="canonical" href="${serviceAddress('http://gateway.test', hostile.id)}">`));
    assert.ok(hostile.illustrative && html.includes('این داده نمونه است و سند رسمی نیست.'));
  });

  it('is not sent again to who has it, and lasts for a version', async () => {
    for (const accept of [browser, 'application/ld+json']) {
      const first = await get(accept);
      const again = await get(accept, { 'if-none-match': first.headers.get('etag')! });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      assert.match((await get(accept, {}, `?v=${hostile.version}`)).headers.get('cache-control')!, /immutable/);
    }
    const [page, linked] = await Promise.all([get(browser), get('application/ld+json')]);
    assert.notEqual(page.headers.get('etag'), linked.headers.get('etag'));
  });

  it('tells when its agency last edited it and when this version was published here, which stays its own', async () => {
    const sheet = await open.change('alborz', { editedOn: '2026-05-22' }, '2026-11-25T21:00:00Z');
    const json = async (query = '') => (await (await get(undefined, {}, query)).json()) as PublishedOffering;
    const [inForce, before] = [await json(), await json(`?v=${hostile.version}`)];
    assert.deepEqual([inForce.version, inForce.editedOn, inForce.publishedAt], [sheet.version, '2026-05-22', '2026-11-25T21:00:00.000Z']);
    assert.deepEqual([before.version, before.publishedAt], [hostile.version, '2026-11-24T06:30:00.000Z']);
    // Past midnight in Iran.
    assert.match(await (await get(browser)).text(), /<dt>بازبینی دستگاه<\/dt><dd>۱۴۰۵\/۰۳\/۰۱<\/dd><dt>انتشار این نسخه<\/dt><dd>۱۴۰۵\/۰۹\/۰۵<\/dd>/);
    const turtle = await (await get('text/turtle')).text();
    assert.match(turtle, /dct:issued "2026-11-25T21:00:00.000Z"\^\^xsd:dateTime/);
    assert.match(turtle, /dct:modified "2026-05-22"\^\^xsd:date\b/);
    await open.change('alborz', { editedOn: null }, '2026-11-25T21:00:00Z');
    assert.equal((await json()).editedOn, null);
    assert.doesNotMatch(await (await get('text/turtle')).text(), /dct:modified/);
  });

  it('says what there is to who takes none of it', async () => {
    const answer = await get('image/png');
    assert.match(((await answer.clone().json()) as { detail: string }).detail, /application\/json, text\/html, application\/ld\+json, text\/turtle/);
    assert.deepEqual(await problemOf(answer), [406, 'notAcceptable']);
    assert.equal((await open.gateway.fetch('/v1/offerings/alborz.none.00000000', { headers: { accept: browser } })).status, 404);
  });

  it('is in the sitemap of its province, once, with the time from which it is as it is', async () => {
    const robots = await (await open.gateway.fetch('/robots.txt')).text();
    const index = /^Sitemap: (\S+)$/m.exec(robots)![1]!;
    const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(([, at, modified]) => [at!, modified] as const);
    const files = locations(await (await open.gateway.fetch(index)).text());
    assert.deepEqual(files.map(([at]) => new URL(at).pathname), ['/sitemap/alborz-1.xml', '/sitemap/isfahan-1.xml']);
    for (const [at, modified] of files) {
      const listed = locations(await (await open.gateway.fetch(at)).text());
      const province = /\/(\w+)-1\.xml$/.exec(at)![1]!;
      assert.deepEqual(listed.map(([address]) => address), (await open.sheets(province)).map(({ id }) => serviceAddress('http://gateway.test', id)));
      assert.equal(listed.map(([, each]) => each!).sort().at(-1), modified);
      assert.equal((await open.gateway.fetch(listed[0]![0])).status, 200);
    }
    for (const path of ['/sitemap.xml', '/sitemap/alborz-1.xml', '/robots.txt']) {
      const etag = (await open.gateway.fetch(path)).headers.get('etag')!;
      const again = await open.gateway.fetch(path, { headers: { 'if-none-match': etag } });
      assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag], path);
    }
    const head = await open.gateway.fetch('/sitemap/alborz-1.xml', { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text(), head.headers.get('content-type')], [200, '', 'application/xml; charset=utf-8']);
    for (const none of ['alborz-2.xml', 'alborz-0.xml', 'nowhere-1.xml', 'x']) assert.equal((await open.gateway.fetch(`/sitemap/${none}`)).status, 404, none);
  });

  it('is in one of several files of its province when there are more than 50,000, which come in pieces', async () => {
    const { gateway } = open;
    const [like] = await open.sheets('isfahan');
    const before = (await open.sheets('isfahan')).length;
    const added = 50_001 - before;
    await gateway.db.transaction().execute(async (tx) => {
      await sql`insert into offering (id, province, agency, service, published_version) select 'zz.' || n, 'isfahan', ${like!.agency.id}, 'zz', 1 from generate_series(1, ${sql.lit(added)}) n`.execute(tx);
      await sql`insert into offering_version (offering, version, sheet, created_at) select 'zz.' || n, 1, '{}', ${testNow}::timestamptz from generate_series(1, ${sql.lit(added)}) n`.execute(tx);
    });
    try {
      const index = await (await gateway.fetch('/sitemap.xml')).text();
      assert.deepEqual([...index.matchAll(/\/(isfahan-\d+)\.xml/g)].map(([, name]) => name), ['isfahan-1', 'isfahan-2']);
      const files = await Promise.all(['1', '2'].map((part) => gateway.fetch(`/sitemap/isfahan-${part}.xml`)));
      assert.notEqual(files[0]!.headers.get('etag'), files[1]!.headers.get('etag'));
      const [pieces, last] = [[] as string[], await files[1]!.text()];
      for await (const piece of files[0]!.body!.pipeThrough(new TextDecoderStream())) pieces.push(piece);
      const addresses = [pieces.join(''), last].map((text) => [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at!));
      assert.deepEqual(addresses.map(({ length }) => length), [50_000, 1]);
      assert.equal(new Set(addresses.flat()).size, 50_001);
      assert.ok(pieces.length > 50, `${pieces.length} pieces`);
    } finally {
      await sql`delete from offering where id like 'zz.%'`.execute(gateway.db);
      await sql`delete from offering_version where offering like 'zz.%'`.execute(gateway.db);
    }
  });
});
