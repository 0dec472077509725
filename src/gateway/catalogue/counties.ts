import type { Kysely, Transaction } from 'kysely';
import type { CalendarList } from '../../contract/calendar-edit.ts';
import type { Database } from '../database/schema.ts';

export type Named = CalendarList['counties'][number];

const keyOf = (province: string): string => `counties.${province}`;

/** The counties of a province, as its files name them. */
export async function keepCounties(trx: Transaction<Database>, province: string, counties: readonly Named[]): Promise<void> {
  const value = JSON.stringify({ counties });
  await trx.insertInto('setting').values({ key: keyOf(province), value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
}

/** None where the files of the province named none. */
export async function counties(db: Kysely<Database>, province: string): Promise<Named[]> {
  const kept = await db.selectFrom('setting').select('value').where('key', '=', keyOf(province)).executeTakeFirst();
  return (kept?.value as { counties: Named[] } | undefined)?.counties ?? [];
}
