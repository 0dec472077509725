import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Catalogue, CatalogueIndex, CatalogueLexicon, SearchAnswer } from '../../../src/contract/catalogue.ts';
import { openIndex } from '../../../src/search/learn.ts';
import type { Searcher } from '../../../src/search/searcher.ts';
import { learnShards, openShards } from '../../../src/search/open-shards.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { root } from '../../support/sources.ts';

const limit = 20;

/** The index as a file in the page, and the gateway over its database: one catalogue, two ways. */
describe('the two routes of the search', () => {
  let gateway: TestGateway;
  let page: Searcher;
  let queries: string[];
  const read = async <T>(address: string) => (await (await gateway.fetch(address)).json()) as T;
  const ask = (query: string, more = '') => read<SearchAnswer>(`/v1/search?q=${encodeURIComponent(query)}&limit=${limit}${more}`);
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all' });
    const catalogue = await read<Catalogue>('/v1/catalogue');
    page = openIndex(await read<CatalogueIndex>(catalogue.index!), await read<CatalogueLexicon>(catalogue.lexicon));
    const [, ...lines] = (await readFile(join(root, 'demo/data/search/queries.dev.tsv'), 'utf8')).split(/\r?\n/).filter(Boolean);
    queries = lines.map((line) => line.split('\t')[0]!);
  });
  after(() => gateway.stop());

  it('agree on the first service, on how many there are, on the reading and on what happened, for every development query', async () => {
    assert.ok(queries.length > 150);
    for (const query of queries) {
      const whole = page.search(query, { limit });
      const { items, total, readAs, situations } = await ask(query);
      assert.equal(items[0]?.entry.id, whole.hits[0]?.entry.id, query);
      assert.equal(total, whole.total, query);
      assert.equal(readAs, whole.readAs, query);
      assert.deepEqual(situations.map(({ id, entries }) => [id, entries.map((entry) => entry.id)]), whole.situations.map(({ id, entries }) => [id, entries.map((entry) => entry.id)]), query);
    }
  });

  it('show the same of a service: facts, description, what matched and why', async () => {
    for (const query of ['سجلم گم شده', 'تعویض شناسنامه', 'kart meli', 'انشعاب آب']) {
      const whole = page.search(query, { limit });
      assert.deepEqual((await ask(query)).items[0], whole.hits[0], query);
    }
  });

  it('agree within one agency', async () => {
    for (const query of ['شناسنامه', 'گواهی', 'شکایت']) {
      const whole = page.search(query, { limit, where: ({ agency }) => agency === 'sabt-ahval' });
      const { items, total } = await ask(query, '&agency=sabt-ahval');
      assert.equal(total, whole.total, query);
      assert.deepEqual(items[0], whole.hits[0], query);
    }
  });

  it('where there is no index of one file, pages are led to the shards, and the gateway searches as before', async () => {
    const { index, version, shards } = await read<Catalogue>('/v1/catalogue');
    assert.equal(shards, null);
    await gateway.db.updateTable('catalogue_version').set({ index: null }).where('version', '=', version).execute();
    const large = await read<Catalogue>('/v1/catalogue');
    assert.equal(large.index, null);
    assert.equal(large.shards, `/v1/catalogue/shards/${version}`);
    assert.equal((await gateway.fetch(index!)).status, 404);
    assert.equal((await gateway.fetch('/v1/catalogue/index/now')).status, 204, 'no error for who does not know that yet');
    const head = await gateway.fetch(`${large.shards}/head/0.json`);
    assert.match(head.headers.get('cache-control')!, /immutable/);
    const readShard = (path: string) => read(`${large.shards}/${path}`);
    const searcher = await openShards(readShard);
    await learnShards(searcher);
    assert.deepEqual(large.agencies, []);
    assert.ok((await read<Catalogue>('/v1/catalogue?agencies=all')).agencies.length > 20);
    assert.equal(searcher.head.version, version);
    assert.deepEqual((await searcher.search('سجلم گم شده')).hits[0], page.search('سجلم گم شده').hits[0]);
    assert.equal((await ask('سجلم گم شده')).items[0]!.entry.title, 'صدور شناسنامه المثنی');
    assert.equal((await gateway.fetch(`${large.shards}/words/999999.json`)).status, 404);
  });
});
