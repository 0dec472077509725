import type { Kysely, Transaction } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import { canonical, next } from '../catalogue/versions.ts';
import { sha256 } from '../crypto.ts';
import type { Database } from '../database/schema.ts';

/** Who puts a calendar in force, when, and why: the citizens whose date moves read it. */
export interface Edit {
  by: string;
  at: Date;
  why: string;
}

/** What they read of a calendar that came with the files of its province. */
const fileChanged = 'تقویم استان تازه شد';

const newestCalendar = async (db: Kysely<Database>, province: string): Promise<WorkingCalendar | undefined> =>
  (await db.selectFrom('calendar_version').select('calendar').where('province', '=', province).orderBy('version', 'desc').limit(1).executeTakeFirst())?.calendar;

/** A new version, unless it says what the newest says; gives its number. The province goes by it as soon as its row says so. */
export async function keepCalendar(trx: Transaction<Database>, province: string, calendar: WorkingCalendar, { by, at, why }: Edit): Promise<number> {
  const { content, isNew } = next(await newestCalendar(trx, province), calendar);
  if (isNew) {
    await trx.insertInto('calendar_version')
      .values({ province, version: content.version, calendar: JSON.stringify(content), created_at: at, created_by: by, why }).execute();
  }
  return content.version;
}

/**
 * The calendar that comes with the files of a province: it is taken when `file` itself is another than the one that was taken last. Else what
 * was edited since stays, however often the same files are published.
 */
export async function importCalendar(
  trx: Transaction<Database>, province: string, calendar: WorkingCalendar, file: unknown, edit: Omit<Edit, 'why'>,
): Promise<number> {
  const key = `calendar.file.${province}`;
  const value = JSON.stringify({ digest: await sha256(canonical(file)) });
  const newest = await newestCalendar(trx, province);
  const taken = await trx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  if (newest && taken && JSON.stringify(taken.value) === value) return newest.version;
  await trx.insertInto('setting').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
  return keepCalendar(trx, province, calendar, { ...edit, why: fileChanged });
}
