import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seedDemo } from '../../demo/seed.ts';
import { officer, tableOf } from '../gateway/intake/officer.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import type { BenchResult } from './bench.ts';
import { fillProvince } from './declarations/large.ts';
import { kinds, writeLongFile, type Kind } from './declarations/long-files.ts';
import { percentile } from './search/queries.ts';

/** What must hold, in milliseconds. */
const limits = { demo: 2000, rows: 60_000, republish: 1000, sheet: 5 };
const rows = { few: 10_000, many: 50_000 };
const services = 10_000;
const rounds = 5;
const sheetRounds = 300;

const clean = 'sabt-ahval';
const crowded = 'water';

interface Table {
  values: Record<string, number>;
  ratios: Record<string, number>;
}

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const rounded = (value: number): number => Number(value.toFixed(2));

/** Both provinces of the demo from their files into an empty database. */
async function demo({ values, ratios }: Table): Promise<void> {
  const taken = [];
  for (let round = 0; round < 3; round++) {
    const gateway = await startTestGateway();
    let published = 0;
    taken.push(await timeOf(async () => {
      const { reports } = await seedDemo(gateway.ports, { staff: false });
      published = reports.reduce((sum, report) => sum + (report?.offerings ?? 0), 0);
    }));
    values['demo, services'] = published;
    await gateway.stop();
  }
  values['demo imported, ms'] = Math.round(percentile(taken, 0.5));
  ratios['demo imported / limit'] = values['demo imported, ms'] / limits.demo;
}

/** Long files of each kind, every one read by a process that does nothing else: time and memory. */
async function longFiles({ values, ratios }: Table): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mizban-bench-'));
  const read = async (kind: Kind, count: number) => {
    const file = join(folder, `${count}.${kind}`);
    await writeLongFile(file, kind, clean, count);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/bench/declarations/read-rows.ts', file]);
    const told = JSON.parse(stdout) as { rows: number; services: number; ms: number; cpu: number; peak: number };
    if (told.rows !== count || told.services !== count) throw new Error(`Of ${count} rows of ${kind} ${told.rows} were read, ${told.services} as services.`);
    values[`${kind}, ${count} rows, ms`] = Math.round(told.ms);
    values[`${kind}, ${count} rows, ms of a core`] = Math.round(told.cpu);
    values[`${kind}, ${count} rows, peak MB`] = Math.round(told.peak / 1e6);
    return told;
  };
  try {
    for (const kind of kinds) {
      const few = await read(kind, rows.few);
      const many = await read(kind, rows.many);
      ratios[`${kind}, 50,000 rows read / limit`] = many.ms / limits.rows;
      ratios[`${kind}, peak memory of 50,000 rows / of 10,000`] = many.peak / few.peak;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Every export of a catalogue, read by a process that does nothing else: its memory. Its heap is small, so that rubbish which
 * nobody has collected yet is not counted; what would be held of 10,000 services does not fit into it.
 */
async function exported({ values, ratios }: Table): Promise<void> {
  const peaks: Record<string, number> = {};
  for (const [name, count] of Object.entries({ few: services / 10, many: services })) {
    const gateway = await startTestGateway({ agencies: 'all' });
    try {
      await fillProvince(gateway.db, crowded, count);
      const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=80', '--import', 'tsx', 'test/bench/declarations/read-exports.ts', gateway.databaseUrl]);
      const read = JSON.parse(stdout) as { bytes: number; peak: number };
      values[`exports of ${count} services, MB`] = Math.round(read.bytes / 1e6);
      values[`exports of ${count} services, peak MB`] = Math.round((peaks[name] = read.peak) / 1e6);
    } finally {
      await gateway.stop();
    }
  }
  ratios['peak memory of exports at 10,000 / at 1,000'] = peaks['many']! / peaks['few']!;
}

/** A long file becomes a draft: received, kept, read into the database, by a process that does nothing else and has a small heap. */
async function handedIn({ values, ratios }: Table, gateway: TestGateway): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mizban-bench-'));
  const peaks: Record<string, number> = {};
  try {
    for (const [name, count] of Object.entries(rows)) {
      const file = join(folder, `${count}.csv`);
      await writeLongFile(file, 'csv', clean, count);
      const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=120', '--import', 'tsx', 'test/bench/declarations/hand-in.ts', gateway.databaseUrl, clean, file]);
      const told = JSON.parse(stdout) as { rows: number; state: string; ms: number; peak: number };
      if (told.rows !== count || told.state !== 'draft') throw new Error(`Of ${count} rows ${told.rows} came into the ${told.state}.`);
      values[`${count} rows handed in, ms`] = Math.round(told.ms);
      values[`${count} rows handed in, peak MB`] = Math.round((peaks[name] = told.peak) / 1e6);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  ratios['50,000 rows handed in / limit'] = values[`${rows.many} rows handed in, ms`]! / limits.rows;
  ratios['peak memory of 50,000 rows handed in / of 10,000'] = peaks['many']! / peaks['few']!;
}

/** An officer changes one row of a declaration and publishes it, in a province of ten thousand services. */
async function republished({ values, ratios }: Table, gateway: TestGateway): Promise<void> {
  await fillProvince(gateway.db, crowded, services);
  const by = officer(gateway, await gateway.signIn({ role: 'officer' }));
  const table = tableOf(clean);
  const column = table[0]!.indexOf('شرح خدمت');
  const taken = [];
  for (let round = 0; round <= rounds; round++) {
    table[1]![column] = `شرح تازه ${round} برای این خدمت که متقاضی آن را در میز خدمت می‌خواند.`;
    const draft = await by.handIn(clean, table);
    const { version, base, counts } = await by.difference(draft.id);
    if (counts.changed !== 1) throw new Error(`${counts.changed} services changed, not one.`);
    taken.push(await timeOf(() => by.good(by.post(`/v1/staff/declarations/${draft.id}/publish`, { version, base }))));
  }
  values['republished at 10,000, first, ms'] = Math.round(taken[0]!);
  values['republished at 10,000, ms'] = Math.round(percentile(taken.slice(1), 0.5));
  ratios['republished, first after a start / limit'] = values['republished at 10,000, first, ms'] / limits.republish;
  ratios['republished / limit'] = values['republished at 10,000, ms'] / limits.republish;
}

async function sheets({ values, ratios }: Table, gateway: TestGateway): Promise<void> {
  const all = await gateway.db.selectFrom('offering').select(['id', 'published_version']).where('published_version', 'is not', null).orderBy('id').limit(200).execute();
  const taken: number[] = [];
  for (let round = 0; round < sheetRounds; round++) {
    const { id, published_version: version } = all[round % all.length]!;
    taken.push(await timeOf(async () => {
      const answer = await fetch(`${gateway.url}/v1/offerings/${encodeURIComponent(id)}?v=${version}`);
      if (!answer.ok || !answer.headers.get('cache-control')?.includes('immutable')) throw new Error(`${id} was answered with ${answer.status}.`);
      await answer.arrayBuffer();
    }));
  }
  values['sheet p50, ms'] = rounded(percentile(taken, 0.5));
  values['sheet p95, ms'] = rounded(percentile(taken, 0.95));
  ratios['sheet p50 / limit'] = values['sheet p50, ms'] / limits.sheet;
}

/** Declaring and publishing: times beside their limits. */
export async function declarations(): Promise<BenchResult> {
  const table: Table = { values: {}, ratios: {} };
  await longFiles(table);
  await demo(table);
  await exported(table);
  const gateway = await startTestGateway({ agencies: 'all', listen: true });
  try {
    await sheets(table, gateway);
    await republished(table, gateway);
    await handedIn(table, gateway);
  } finally {
    await gateway.stop();
  }
  return { name: 'declarations', unit: 'ms on loopback, MB resident', ...table };
}
