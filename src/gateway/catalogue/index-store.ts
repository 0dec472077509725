import type { Transaction } from 'kysely';
import type { CatalogueLexicon } from '../../contract/catalogue.ts';
import { buildIndex, listsOf } from '../../search/build.ts';
import { compileLexicon, type CompiledLexicon } from '../../search/compile-lexicon.ts';
import type { LexiconData } from '../../search/lexicon-data.ts';
import { inLines } from '../../search/lines.ts';
import { servedBy } from '../../search/served.ts';
import { buildShards, mostInOneFile } from '../../search/shards.ts';
import { sha256 } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { KeepLast } from '../keep-last.ts';
import { indexedSheets } from './indexed-sheets.ts';
import { dropOldShards, keepShards, versionOfShards } from './shard-store.ts';

type Trx = Transaction<Database>;

/** A lexicon with the files that it is compiled of, as they are kept. */
export interface SourcedLexicon {
  lexicon: CompiledLexicon;
  source: string;
  digest: string;
}

/** Provinces share a lexicon, and publish with it again and again. */
const compiled = new KeepLast<SourcedLexicon>(4);

const read = (source: string, digest: string): SourcedLexicon => ({ lexicon: compileLexicon(JSON.parse(source) as LexiconData[], ''), source, digest });

/** Compiles the files of a lexicon. */
export async function readSource(data: LexiconData[]): Promise<SourcedLexicon> {
  const source = JSON.stringify(data);
  const digest = await sha256(source);
  return compiled.get(digest, async () => read(source, digest));
}

/** Keeps what is published of a lexicon, under the hash of its own content. */
async function keepLexicon(trx: Trx, published: CatalogueLexicon, { source, digest }: SourcedLexicon, at: Date): Promise<void> {
  published.version = (await sha256(inLines({ ...published, version: '' }))).slice(0, 20);
  const { version } = published;
  const known = await trx.selectFrom('lexicon_version').select('source_digest').where('version', '=', version).executeTakeFirst();
  if (known?.source_digest === digest) return;
  if (!(await trx.selectFrom('lexicon_source').select('digest').where('digest', '=', digest).executeTakeFirst()))
    await trx.insertInto('lexicon_source').values({ digest, source }).onConflict((conflict) => conflict.doNothing()).execute();
  await trx.insertInto('lexicon_version').values({ version, lexicon: inLines(published), source_digest: digest, created_at: at })
    .onConflict((conflict) => conflict.column('version').doUpdateSet({ source_digest: digest })).execute();
}

/**
 * Index of what is published now, under the hash of its own content, so that its address may be cached for ever. In shards, by
 * which the gateway searches, and as one file, where it can be one.
 */
export async function keepIndex(trx: Trx, province: string, source: SourcedLexicon, at: Date): Promise<string> {
  const offerings = await indexedSheets(trx, province);
  const lists = listsOf(offerings);
  const inOneFile = offerings.length <= mostInOneFile;
  // Shards bring their part of the lexicon themselves.
  const { lexicon, needs } = inOneFile ? servedBy(lists, source.lexicon) : { lexicon: source.lexicon };
  await keepLexicon(trx, lexicon.published, source, at);
  const content = { version: '', offerings, lexicon, asked: await askedOfLate(trx, province, at) };
  const keep = (version: string, index: string | null) => trx.insertInto('catalogue_version')
    .values({ province, version, index, lexicon: lexicon.published.version, created_at: at })
    .onConflict((conflict) => conflict.columns(['province', 'version']).doNothing()).execute();
  let version: string;
  let shards: ReadonlyMap<string, string>;
  if (!inOneFile) {
    shards = buildShards(content, lists);
    version = await versionOfShards(shards);
    await keep(version, null);
  } else {
    const text = inLines(buildIndex(content, lists, needs));
    version = (await sha256(text)).slice(0, 20);
    const kept = keep(version, text.replace('"version":\n""\n', `"version":\n"${version}"\n`));
    kept.catch(() => undefined);
    // The statement is sent first: while the database stores the one file, the others are built.
    await new Promise((resolve) => setTimeout(resolve));
    shards = buildShards(content, lists);
    await kept;
  }
  await keepShards(trx, shards, version);
  await dropOldShards(trx, province, version);
  return version;
}

/** The lexicon that a province was last published with; undefined when that was by an older gateway, which did not keep its files. */
export async function lexiconInForce(trx: Trx, province: string): Promise<SourcedLexicon | undefined> {
  const row = await trx.selectFrom('province as p')
    .innerJoin('catalogue_version as c', (join) => join.onRef('c.province', '=', 'p.id').onRef('c.version', '=', 'p.catalogue_version'))
    .innerJoin('lexicon_version as l', 'l.version', 'c.lexicon')
    .select('l.source_digest').where('p.id', '=', province).executeTakeFirst();
  const digest = row?.source_digest;
  if (!digest) return undefined;
  const kept = trx.selectFrom('lexicon_source').select('source').where('digest', '=', digest);
  return compiled.get(digest, async () => read((await kept.executeTakeFirstOrThrow()).source, digest));
}

/** Requests of the last ninety days by offering: of two services that fit alike, the one that people need comes first. */
async function askedOfLate(trx: Trx, provinceId: string, at: Date): Promise<Map<string, number>> {
  const since = new Date(at.getTime() - 90 * 24 * 3600 * 1000);
  const rows = await trx.selectFrom('request').select(['offering', ({ fn }) => fn.countAll<string>().as('count')])
    .where('province', '=', provinceId).where('filed_at', '>=', since).groupBy('offering').execute();
  return new Map(rows.map(({ offering, count }) => [offering, Number(count)]));
}
