import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { headFile, type ShardHead } from '../../search/shards.ts';
import { sha256 } from '../crypto.ts';
import type { Database } from '../database/schema.ts';

type Db = Kysely<Database>;

/** Versions of a province whose files stay beside the one in force, for pages that were opened with them. */
const versionsKept = 3;

/** Content address of shards that were built without a version. */
export async function versionOfShards(files: ReadonlyMap<string, string>): Promise<string> {
  return (await sha256([...files].map(([path, text]) => `${path}\n${text}`).join('\n'))).slice(0, 20);
}

/** Keeps shards under a version, which their head is given. */
export async function keepShards(db: Db, files: ReadonlyMap<string, string>, version: string): Promise<void> {
  const known = await db.selectFrom('catalogue_shard').select('path').where('version', '=', version).where('path', '=', headFile).executeTakeFirst();
  if (known) return;
  const head: ShardHead = { ...(JSON.parse(files.get(headFile)!) as ShardHead), version };
  const texts = new Map(files).set(headFile, JSON.stringify(head));
  // As one text, which is written and read faster than JSON of JSON or an array. No JSON text holds a control character.
  const all = [...texts].map(([path, text]) => `${path}\x02${text}`).join('\x01');
  await sql`insert into catalogue_shard (version, path, content)
    select ${version}, split_part(file, e'\\x02', 1), split_part(file, e'\\x02', 2) from unnest(string_to_array(${all}, e'\\x01')) as file`.execute(db);
}

/** Deletes the files of older versions of a province; the index of each stays. */
export async function dropOldShards(db: Db, province: string, inForce: string): Promise<void> {
  await db.deleteFrom('catalogue_shard').where('version', '!=', inForce)
    .where('version', 'in', (query) => query.selectFrom('catalogue_version').select('version').where('province', '=', province)
      .where('version', '!=', inForce).orderBy('created_at', 'desc').orderBy('version').limit(sql.lit(100_000)).offset(versionsKept))
    .execute();
}

export async function shardText(db: Db, version: string, path: string): Promise<string | undefined> {
  const row = await db.selectFrom('catalogue_shard').select('content').where('version', '=', version).where('path', '=', path).executeTakeFirst();
  return row?.content;
}

/** All files of a version, in the order of their paths. */
export async function allShards(db: Db, version: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('catalogue_shard').select(['path', 'content']).where('version', '=', version).orderBy('path').execute();
  return new Map(rows.map(({ path, content }) => [path, content]));
}

type Asked = Map<string, { resolve(content: unknown): void; reject(error: Error): void }>;

/** Reads files by path. Those that are asked for together come by one statement. Rejects where there is none. */
export function shardReader(db: Db, version: string, onRead: (characters: number) => void): (path: string) => Promise<unknown> {
  let waiting: Asked | undefined;
  async function readAll(asked: Asked): Promise<void> {
    try {
      const rows = await db.selectFrom('catalogue_shard').select(['path', 'content'])
        .where('version', '=', version).where('path', 'in', [...asked.keys()]).execute();
      const found = new Map(rows.map(({ path, content }) => [path, content]));
      for (const [path, { resolve, reject }] of asked) {
        const content = found.get(path);
        if (content === undefined) reject(new Error(`The index ${version} has no file ${path}.`));
        else {
          onRead(content.length);
          resolve(JSON.parse(content));
        }
      }
    } catch (error) {
      for (const { reject } of asked.values()) reject(error as Error);
    }
  }
  return (path) => new Promise((resolve, reject) => {
    if (!waiting) {
      queueMicrotask(() => {
        void readAll(waiting!);
        waiting = undefined;
      });
    }
    (waiting ??= new Map()).set(path, { resolve, reject });
  });
}
