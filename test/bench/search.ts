import { brotliCompressSync } from 'node:zlib';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import type { CatalogueIndex, CatalogueLexicon } from '../../src/contract/catalogue.ts';
import { inLines } from '../../src/search/lines.ts';
import { readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon, type CompiledLexicon } from '../../src/search/compile-lexicon.ts';
import { openIndex } from '../../src/search/learn.ts';
import { buildWithLexicon } from '../../src/search/served.ts';
import { generatedCatalogue } from '../support/generated-catalogue.ts';
import { provinceOfferings } from '../search/province-index.ts';
import type { BenchResult } from './bench.ts';
import { withDesk } from './desk.ts';
import { shell } from './pages.ts';
import { engineInPage, fromCold } from './search/in-browser.ts';
import { installPeers } from './install-peers.ts';
import { peers, simple, textOf, type Find, type Peer } from './search/peers.ts';
import { developmentQueries, mediansByClass, nameOf, percentile, worstClass, type Query } from './search/queries.ts';

/** What must hold. Those of bytes are held by `npm test` too. */
const limits = { demoBytes: 60_000, tenThousandBytes: 350_000, p95: { 1000: 4, 10_000: 15 }, firstResult: 1000, longTask: 50 };
const sizes = [1000, 10_000] as const;
const rounds = 15;
const coldRuns = 5;
/** A peer that needs longer is measured by fewer queries, but by one of each class. */
const patience = 6000;

const bytesOf = (text: string): number => brotliCompressSync(text).byteLength;
const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Ours as a contestant: it normalises for itself, the others get what the simple normaliser makes of the query. */
function ours(index: CatalogueIndex, lexicon: CatalogueLexicon): Find {
  const numbers = new Map(index.ids.map((id, number) => [id, number]));
  const searcher = openIndex(index, lexicon);
  return (query) => searcher.search(query).hits.map(({ entry }) => numbers.get(entry.id)!);
}

/** Part of the queries whose service is among the first `among`. */
function recall(find: Find, queries: Query[], names: string[], among: number): number {
  const met = queries.filter(({ text, right }) => {
    const found = find(text);
    return right.length ? found.slice(0, among).some((number) => right.includes(names[number]!)) : found.length === 0;
  });
  return rounded(met.length / (queries.length || 1), 3);
}

/** Classes in turn, so that a part of the queries is a part of each. */
function inTurn(queries: Query[]): Query[] {
  const places = new Map<string, number>();
  const placed = queries.map((query) => {
    const place = places.get(query.kind) ?? 0;
    places.set(query.kind, place + 1);
    return { query, place };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ query }) => query);
}

/**
 * Milliseconds of each query by class, each its median of some rounds: what else the machine does is not measured. The
 * first round warms up where there is time for more than one.
 */
function timesOf(find: Find, queries: Query[]): Record<string, number[]> {
  const classes = new Set(queries.map(({ kind }) => kind)).size;
  const end = performance.now() + patience;
  const measured = new Map<Query, number[]>();
  measuring: for (let round = 0; round <= rounds; round++) {
    if (round === 1) measured.clear();
    for (const [at, query] of inTurn(queries).entries()) {
      if (performance.now() > end && (round > 1 || at >= classes)) break measuring;
      const start = performance.now();
      find(query.text);
      measured.set(query, [...(measured.get(query) ?? []), performance.now() - start]);
    }
  }
  return mediansByClass(measured);
}

const behindNormaliser = (find: Find): Find => (query) => find(simple(query));

interface Table {
  values: Record<string, number>;
  ratios: Record<string, number>;
}

async function quality({ values, ratios }: Table, queries: Query[], lexicon: CompiledLexicon): Promise<void> {
  const offerings = provinceOfferings();
  const { index, lexicon: published } = buildWithLexicon({ version: 'bench', offerings: readOfferings(offerings), lexicon });
  const byId = new Map(offerings.map((offering) => [offering.id, offering]));
  const own = index.ids.map((id) => byId.get(id)!).map(({ agency, title }) => nameOf(agency.id, title));
  const find = ours(index, published);
  values['services'] = offerings.length;
  for (const among of [1, 5]) values[`recall@${among} ours`] = recall(find, queries, own, among);
  for (const kind of new Set(queries.map((query) => query.kind))) {
    const some = queries.filter((query) => query.kind === kind);
    for (const among of [1, 5]) values[`recall@${among} ours, class ${kind}`] = recall(find, some, own, among);
  }
  values['index bytes demo'] = bytesOf(JSON.stringify(index));
  values['lexicon bytes'] = bytesOf(JSON.stringify(published));
  ratios['index bytes demo / limit'] = values['index bytes demo'] / limits.demoBytes;
  const names = offerings.map(({ agency, title }) => nameOf(agency.id, title));
  for (const peer of peers) {
    const opened = await peer.open(offerings.map(textOf));
    for (const among of [1, 5]) {
      const name = `recall@${among}`;
      values[`${name} ${peer.name}`] = recall(behindNormaliser(opened.find), queries, names, among);
      ratios[`${name} ours / ${peer.name}`] = values[`${name} ours`]! / values[`${name} ${peer.name}`]!;
    }
  }
}

async function peerSpeed({ values, ratios }: Table, peer: Peer, offerings: Indexable[], queries: Query[]): Promise<void> {
  const size = offerings.length;
  const opened = await peer.open(offerings.map(textOf));
  const times = timesOf(behindNormaliser(opened.find), queries);
  report(values, `Node ${size} ${peer.name}`, times);
  ratios[`p95 Node ${size} ours / ${peer.name}`] = values[`p95 Node ${size} ours`]! / values[`p95 Node ${size} ${peer.name}`]!;
  if (!opened.index) return;
  values[`index bytes ${size} ${peer.name}`] = bytesOf(opened.index);
  ratios[`index bytes ${size} ours / ${peer.name}`] = values[`index bytes ${size} ours`]! / values[`index bytes ${size} ${peer.name}`]!;
}

/** Half of all queries, and the 95th percentile of the worst class. */
function report(values: Record<string, number>, name: string, times: Record<string, number[]>): void {
  values[`p50 ${name}`] = rounded(percentile(Object.values(times).flat(), 0.5));
  values[`p95 ${name}`] = rounded(worstClass(times).p95);
}

/**
 * Finding: how often the right service is found, how fast, and how much must be downloaded, beside other libraries behind
 * one simple normaliser and beside a scan.
 */
export async function search(): Promise<BenchResult> {
  installPeers('peers');
  const queries = developmentQueries();
  const lexicon = compileLexicon(await readLexicon(), 'bench');
  const table: Table = { values: {}, ratios: {} };
  const { values, ratios } = table;
  await quality(table, queries, lexicon);

  const published: Record<string, { index: string; lexicon: string }> = {};
  for (const size of sizes) {
    const offerings = generatedCatalogue(size);
    const own = buildWithLexicon({ version: 'bench', offerings: readOfferings(offerings), lexicon });
    published[size] = { index: inLines(own.index), lexicon: inLines(own.lexicon) };
    values[`index bytes ${size} ours`] = bytesOf(published[size].index);
    report(values, `Node ${size} ours`, timesOf(ours(own.index, own.lexicon), queries));
    for (const peer of peers) await peerSpeed(table, peer, offerings, queries);
  }
  ratios['index bytes 10000 / limit'] = values['index bytes 10000 ours']! / limits.tenThousandBytes;

  const finder = (gateway: string) => shell(`<script type="module" src="${gateway}/desk.js"></script>`, '<service-finder></service-finder>');
  await withDesk((gateway) => ({ '/': ['text/html', finder(gateway)] }), async (browser, pages) => {
    const measured = await engineInPage(browser, published, queries, rounds);
    for (const size of sizes) {
      const { times: taken, open } = measured[size]!;
      const times = mediansByClass(new Map(queries.map((query, at) => [query, taken[at]!])));
      report(values, `Chromium ${size} ours`, times);
      for (const [kind, own] of Object.entries(times)) {
        for (const part of [0.5, 0.95]) values[`p${part * 100} Chromium ${size} ours, class ${kind}`] = rounded(percentile(own, part));
      }
      for (const [step, time] of Object.entries(open)) values[`open Chromium ${size} ours, ${step}`] = rounded(time, 1);
      ratios[`p95 Chromium ${size} / limit`] = worstClass(times).p95 / limits.p95[size];
    }
    const cold = [];
    for (let run = 0; run < coldRuns; run++) cold.push(await fromCold(browser, pages, 'شناسنامه'));
    values['first result from cold, ms'] = Math.round(percentile(cold.map(({ result }) => result), 0.5));
    values['longest script of opening, ms'] = Math.round(percentile(cold.map(({ script }) => script), 0.5));
    values['longest task of opening, ms'] = Math.round(percentile(cold.map(({ longest }) => longest), 0.5));
    ratios['first result from cold / limit'] = values['first result from cold, ms'] / limits.firstResult;
    ratios['longest script of opening / limit'] = values['longest script of opening, ms'] / limits.longTask;
    ratios['longest task of opening / limit'] = values['longest task of opening, ms'] / limits.longTask;
  });
  return { name: 'search', unit: 'part of queries, ms (Chromium with a processor 4x slower), bytes brotli', values, ratios };
}
