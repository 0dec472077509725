import { sql, type Transaction } from 'kysely';
import { buildIndex, listsOf } from '../../search/build.ts';
import { compileLexicon, type CompiledLexicon } from '../../search/compile-lexicon.ts';
import type { LexiconData } from '../../search/lexicon-data.ts';
import { inLines } from '../../search/lines.ts';
import { buildShards } from '../../search/shards.ts';
import { sha256 } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { KeepLast } from '../keep-last.ts';
import { indexedSheets } from './indexed-sheets.ts';
import { dropOldShards, keepShards, mostInOneFile, versionOfShards } from './shard-store.ts';
import { canonical } from './versions.ts';

type Trx = Transaction<Database>;

/** Provinces share a lexicon, and publish with it again and again. */
const compiled = new KeepLast<CompiledLexicon>(4);

const digestOfSource = sql<string>`encode(sha256(convert_to(source, 'UTF8')), 'hex')`;

/** A lexicon under the hash of its own content. */
async function compile(data: LexiconData[]): Promise<CompiledLexicon> {
  const lexicon = compileLexicon(data, '');
  lexicon.published.version = (await sha256(canonical(lexicon))).slice(0, 20);
  return lexicon;
}

/** Keeps a lexicon and the files that it is compiled of. */
export async function keepLexicon(trx: Trx, data: LexiconData[], at: Date): Promise<CompiledLexicon> {
  const source = JSON.stringify(data);
  const digest = await sha256(source);
  const lexicon = await compiled.get(digest, () => compile(data));
  const { version } = lexicon.published;
  const known = await trx.selectFrom('lexicon_version').select('version').where('version', '=', version).where(digestOfSource, '=', digest).executeTakeFirst();
  if (known) return lexicon;
  await trx.insertInto('lexicon_version').values({ version, lexicon: inLines(lexicon.published), source, created_at: at })
    .onConflict((conflict) => conflict.column('version').doUpdateSet({ source })).execute();
  return lexicon;
}

/**
 * Index of what is published now, under the hash of its own content, so that its address may be cached for ever. In shards, by
 * which the gateway searches, and as one file, where it can be one.
 */
export async function keepIndex(trx: Trx, province: string, lexicon: CompiledLexicon, at: Date): Promise<string> {
  const content = { version: '', offerings: await indexedSheets(trx, province), lexicon, asked: await askedOfLate(trx, province, at) };
  const lists = listsOf(content.offerings);
  const keep = (version: string, index: string | null) => trx.insertInto('catalogue_version')
    .values({ province, version, index, lexicon: lexicon.published.version, created_at: at })
    .onConflict((conflict) => conflict.columns(['province', 'version']).doNothing()).execute();
  let version: string;
  let shards: ReadonlyMap<string, string>;
  if (content.offerings.length > mostInOneFile) {
    shards = buildShards(content, lists);
    version = await versionOfShards(shards);
    await keep(version, null);
  } else {
    const text = inLines(buildIndex(content, lists));
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
export async function lexiconInForce(trx: Trx, province: string, at: Date): Promise<CompiledLexicon | undefined> {
  const { version, digest } = await trx.selectFrom('province as p')
    .innerJoin('catalogue_version as c', (join) => join.onRef('c.province', '=', 'p.id').onRef('c.version', '=', 'p.catalogue_version'))
    .innerJoin('lexicon_version as l', 'l.version', 'c.lexicon')
    .select(['l.version', digestOfSource.as('digest')])
    .where('p.id', '=', province).where('l.source', '!=', '').executeTakeFirst() ?? {};
  if (!version) return undefined;
  const files = async () => JSON.parse((await trx.selectFrom('lexicon_version').select('source').where('version', '=', version).executeTakeFirstOrThrow()).source) as LexiconData[];
  const lexicon = await compiled.get(digest!, async () => compile(await files()));
  // An older gateway made something else of the same files.
  return lexicon.published.version === version ? lexicon : keepLexicon(trx, await files(), at);
}

/** Requests of the last ninety days by offering: of two services that fit alike, the one that people need comes first. */
async function askedOfLate(trx: Trx, provinceId: string, at: Date): Promise<Map<string, number>> {
  const since = new Date(at.getTime() - 90 * 24 * 3600 * 1000);
  const rows = await trx.selectFrom('request').select(['offering', ({ fn }) => fn.countAll<string>().as('count')])
    .where('province', '=', provinceId).where('filed_at', '>=', since).groupBy('offering').execute();
  return new Map(rows.map(({ offering, count }) => [offering, Number(count)]));
}
