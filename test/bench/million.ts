/** For benches over a million requests: most of their columns are those of one that was filed. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../../src/gateway/database/schema.ts';

/** Names of the columns of a table but these, for an insert. */
export async function columnsBeside(db: Kysely<Database>, table: 'request' | 'request_event', set: readonly string[]): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns where table_name = ${table} order by ordinal_position`.execute(db);
  return sql.join(rows.filter(({ name }) => !set.includes(name)).map(({ name }) => sql.ref(name)));
}

export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const made = await work();
  return [made, performance.now() - start];
}

export const round = (value: number): number => Number(value.toFixed(1));
