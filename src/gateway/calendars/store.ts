import type { Kysely, Transaction } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { DeskEditor } from '../../rules/desk-log.ts';
import { canonical, next } from '../catalogue/versions.ts';
import { sha256 } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { appendDeskEvent } from '../desk-log/append.ts';

/** Who puts a calendar in force, when, and why: the citizens whose date moves read it. */
export interface Edit {
  by: DeskEditor;
  at: Date;
  why: string;
}

/** What they read of a calendar that came with the files of its province. */
const fileChanged = 'تقویم استان تازه شد';

const newestCalendar = async (db: Kysely<Database>, province: string): Promise<WorkingCalendar | undefined> =>
  (await db.selectFrom('calendar_version').select('calendar').where('province', '=', province).orderBy('version', 'desc').limit(1).executeTakeFirst())?.calendar;

/**
 * Puts a calendar in force, unless it says what the newest says, and gives its version. That it was edited, by whom and why, stands in the log of the
 * province; the first is what the province begins with, and needs no reason. One at a time for each province.
 */
export async function putInForce(trx: Transaction<Database>, province: string, calendar: WorkingCalendar, { by, at, why }: Edit): Promise<number> {
  const newest = await newestCalendar(trx, province);
  const { content, isNew } = next(newest, calendar);
  const { version } = content;
  if (isNew) {
    await trx.insertInto('calendar_version').values({ province, version, calendar: JSON.stringify(content), created_at: at, created_by: by.name, why: newest ? why : '' }).execute();
    if (newest) await appendDeskEvent(trx, province, { type: 'calendarEdited', payload: { version, digest: await calendarDigest(content), why, by } }, at);
  }
  await trx.updateTable('province').set({ calendar_version: version }).where('id', '=', province).execute();
  return version;
}

/** By which the log knows a version. */
export const calendarDigest = (calendar: WorkingCalendar): Promise<string> => sha256(canonical(calendar));

/**
 * The calendar that comes with the files of a province: it is taken when `file` itself is another than the one that was taken last. Else what
 * was edited since stays, however often the same files are published.
 */
export async function importCalendar(trx: Transaction<Database>, province: string, calendar: WorkingCalendar, file: unknown, at: Date, by: string): Promise<void> {
  const key = `calendar.file.${province}`;
  const value = JSON.stringify({ digest: await sha256(canonical(file)) });
  const taken = await trx.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  if (taken && JSON.stringify(taken.value) === value) return;
  await trx.insertInto('setting').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
  await putInForce(trx, province, calendar, { by: { id: null, name: by }, at, why: fileChanged });
}
