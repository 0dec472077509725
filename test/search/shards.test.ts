import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { writeShards } from '../../src/gateway/node/shard-files.ts';
import { buildIndex, inOrder, readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { briefLexicon } from '../../src/search/served.ts';
import { openIndex } from '../../src/search/learn.ts';
import { fields } from '../../src/search/postings.ts';
import type { Searcher } from '../../src/search/searcher.ts';
import { learnShards, openShards } from '../../src/search/open-shards.ts';
import { buildShards, packRuns, readRuns } from '../../src/search/shards.ts';
import { generatedCatalogue } from '../support/generated-catalogue.ts';
import { coldSearch, serveFolder } from '../support/shards.ts';

/** Of every class: official, spoken, another layout, Latin letters, misspelt, unfinished, situations, codes, nothing. */
const queries = [
  'سجلم گم شده', 'kart meli', 'بوی گاز میاد', 'صاحبکار حقوقمو نمیده', 'شکایت از سرویس اینترنت', 'شناسن', 'مهدک', 'بیکاری بیمه', 'کد پستی',
  'سد معبر دستفروشی', 'پروانه سختمان', 'کارت بازگانی', 'واكسيناسيون كودك', ';hvj lgd', 'shenasname almosana', 'entezam vazife sarbazi',
  'قبض برقم زیاد اومده', 'ju,dq akhskhli', 'پدرم فوت کرده، از کجا شروع کنم', 'می‌خواهم مغازه باز کنم', 'گذرنامه', 'انشعاب آب', 'تعویض شناسنامه',
  'گواهینامه', 'ص', 'انتقال سند خودرو', 'بچه‌دار شدیم', 'خرید هواپیما', 'یارانه‌ام قطع شده', 'طلاق',
];

describe('a catalogue in shards', () => {
  const offerings = generatedCatalogue(20_000);
  let lexicon: ReturnType<typeof compileLexicon>;
  let one: Searcher;
  let folder: string;
  let site: Awaited<ReturnType<typeof serveFolder>>;
  before(async () => {
    lexicon = briefLexicon(compileLexicon(await readLexicon(), 'test'));
    one = openIndex(buildIndex({ version: 'v', offerings: readOfferings(offerings), lexicon }), lexicon.published);
    folder = await mkdtemp(join(tmpdir(), 'shards-'));
    const { path } = await writeShards(buildShards({ version: 'v', offerings: readOfferings(offerings), lexicon }), folder, 'v');
    site = await serveFolder(path);
  });
  after(async () => {
    await site?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives the same first service as one file, for at most 150 kB from nothing, the lexicon with it', async () => {
    for (const query of queries) {
      const { result, bytes } = await coldSearch(site.url, true, query);
      const whole = one.search(query);
      assert.equal(result.hits[0]?.entry.title, whole.hits[0]?.entry.title, query);
      // One file counts each office that gives a service that is needed, shards count it once.
      if (whole.hits[0] && !whole.situations.length) assert.ok(Math.abs(result.hits[0]!.score - whole.hits[0].score) < 1e-3 * whole.hits[0].score, query);
      assert.deepEqual(result.situations.map(({ id }) => id), whole.situations.map(({ id }) => id), query);
      assert.ok(bytes <= 150_000, `${query}: ${bytes}`);
    }
  });

  it('shows services as one file does, with reasons', async () => {
    const { result } = await coldSearch(site.url, true, 'تعویض شناسنامه', { limit: 20 });
    const whole = one.search('تعویض شناسنامه');
    assert.equal(result.total, whole.total);
    assert.ok(result.hits.length === 20 && result.hits.every(({ entry }) => entry.id && entry.agency && entry.title.includes('شناسنامه')));
    assert.deepEqual(result.hits[0], whole.hits[0]);
  });

  it('loads nothing twice, and little for the next letter', async () => {
    const read: string[] = [];
    const readShard = async (path: string) => {
      read.push(path);
      return (await fetch(`${site.url}/${path}`)).json();
    };
    const searcher = await openShards(readShard);
    await learnShards(searcher);
    const first = await searcher.search('گذرنا');
    const files = read.length;
    assert.deepEqual(await searcher.search('گذرنا'), first);
    assert.equal(read.length, files);
    await searcher.search('گذرنامه');
    assert.ok(read.length - files < 12, `${read.length - files} more files`);
    assert.equal(new Set(read).size, read.length);
  });

  it('narrows to an agency and puts one forward', async () => {
    const agency = inOrder(offerings).find(({ title }) => title === 'تعویض شناسنامه')!.agency.id;
    const { result } = await coldSearch(site.url, false, 'تعویض شناسنامه', { agency });
    const whole = openIndex(buildIndex({ version: 'v', offerings: readOfferings(offerings.filter((each) => each.agency.id === agency)), lexicon })).search('تعویض شناسنامه');
    assert.ok(result.hits.length > 0 && result.hits.every(({ entry }) => entry.agency === agency));
    assert.equal(result.hits[0]!.entry.id, whole.hits[0]!.entry.id);
    const other = one.search('تعویض شناسنامه').hits[7]!.entry.agency;
    const { result: near } = await coldSearch(site.url, false, 'تعویض شناسنامه', { near: { agency: other } });
    assert.equal(near.hits[0]!.entry.agency, other);
  });

  it('finds by national code, whole and begun', async () => {
    const { id, code } = offerings.find((each) => each.code)!;
    const { result } = await coldSearch(site.url, false, code!);
    assert.ok(result.hits.some(({ entry }) => entry.id === id), code!);
    assert.ok((await coldSearch(site.url, false, code!.slice(0, 8))).result.hits.every(({ entry }) => entry.code!.startsWith(code!.slice(0, 8))));
    assert.equal((await coldSearch(site.url, false, '99999999999')).result.total, 0);
  });

  it('stays sound when a file does not come, and tries it again', async () => {
    let broken = true;
    const searcher = await openShards(async (path) => {
      if (broken && path.startsWith('words/')) throw new Error('cut');
      return (await fetch(`${site.url}/${path}`)).json();
    });
    await assert.rejects(searcher.search('گذرنامه'), /cut/);
    broken = false;
    assert.match((await searcher.search('گذرنامه')).hits[0]!.entry.title, /گذرنامه/);
  });
});

describe('shards', () => {
  it('hold nothing when nothing is published', async () => {
    const files = buildShards({ version: 'v', offerings: [], lexicon: compileLexicon([], 'none') });
    const searcher = await openShards(async (path) => JSON.parse(files.get(path)!) as unknown);
    for (const query of ['', 'شناسنامه', '12345678', '😀']) assert.equal((await searcher.search(query)).total, 0);
  });

  it('are narrowed to a county, with what the whole province offers it', async () => {
    const counties = ['karaj', 'nazarabad', null];
    const offerings = generatedCatalogue(300).map((each, at): Indexable => {
      const county = counties[Math.floor(at / 60) % 3]!;
      return { ...each, agency: { ...each.agency, county } };
    });
    const lexicon = compileLexicon([], 'none');
    const files = buildShards({ version: 'v', offerings: readOfferings(offerings), lexicon });
    const searcher = await openShards(async (path) => JSON.parse(files.get(path)!) as unknown);
    for (const county of ['karaj', 'nazarabad', 'nowhere']) {
      const here = openIndex(buildIndex({ version: 'v', offerings: readOfferings(offerings.filter(({ agency }) => !agency.county || agency.county === county)), lexicon }));
      const wanted = here.search('صدور', { limit: 200 }).hits.map(({ entry }) => entry.id).sort();
      const { total, hits } = await searcher.search('صدور', { county, limit: 200, most: Infinity });
      assert.ok(wanted.length > 5);
      assert.equal(total, wanted.length);
      assert.deepEqual(hits.map(({ entry }) => entry.id).sort(), wanted);
    }
  });

  it('are the same for the same services in any order', () => {
    const offerings: Indexable[] = generatedCatalogue(300);
    const made = (list: Indexable[]) => [...buildShards({ version: 'v', offerings: readOfferings(list), lexicon: compileLexicon([], 'none') })];
    assert.deepEqual(made(offerings), made([...offerings].reverse()));
  });

  it('write any posting list so that it is read back', () => {
    const list = fc.array(fc.tuple(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30_000 })), fc.integer({ min: 0, max: fields.length - 1 }), fc.integer({ min: 1, max: 40 })));
    fc.assert(fc.property(list, (steps) => {
      const entries: number[] = [];
      const where: number[] = [];
      let entry = -1;
      for (const [step, field, run] of steps) {
        entry += step - 1;
        for (let more = 0; more < run; more++) {
          entries.push(++entry);
          where.push(field);
        }
      }
      const postings = { entries: Uint32Array.from(entries), fields: Uint8Array.from(where) };
      assert.deepEqual(readRuns(packRuns(postings)), postings);
    }), { seed: 7 });
  });
});
