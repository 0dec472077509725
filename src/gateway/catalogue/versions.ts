import type { Transaction } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { FormDefinition } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import { canonicalJson } from '../../rules/event-hash.ts';
import type { Database } from '../database/schema.ts';

type Trx = Transaction<Database>;

/** The same text for the same content: what comes back from the database has its keys in another order than a new one. */
export const canonical = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)));

/** Equal in all but the version, whatever the order of keys (jsonb keeps none). */
const same = (a: { version: number }, b: { version: number }): boolean => comparable(a) === comparable(b);
const comparable = (value: { version: number }): string => canonical({ ...value, version: 0 });

/**
 * The number under which a content stands: that of the newest version when nothing changed, the next one otherwise.
 * Versions are never rewritten: requests point to them.
 */
export function next<T extends { version: number }>(newest: T | undefined, content: T): { content: T; isNew: boolean } {
  if (newest && same(newest, content)) return { content: newest, isNew: false };
  return { content: { ...content, version: (newest?.version ?? 0) + 1 }, isNew: true };
}

export async function keepCalendar(trx: Trx, province: string, calendar: WorkingCalendar, at: Date, by: string): Promise<number> {
  const newest = await trx.selectFrom('calendar_version').select('calendar').where('province', '=', province)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  const { content, isNew } = next(newest?.calendar, calendar);
  if (isNew) {
    await trx.insertInto('calendar_version')
      .values({ province, version: content.version, calendar: JSON.stringify(content), created_at: at, created_by: by }).execute();
  }
  return content.version;
}

export async function keepForm(trx: Trx, form: FormDefinition, at: Date): Promise<{ id: string; version: number }> {
  const newest = await trx.selectFrom('form_version').select('definition').where('form', '=', form.id)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  const { content, isNew } = next(newest?.definition, form);
  if (isNew) {
    await trx.insertInto('form_version')
      .values({ form: form.id, version: content.version, definition: JSON.stringify(content), created_at: at }).execute();
  }
  return { id: form.id, version: content.version };
}

export async function keepOffering(trx: Trx, service: string, sheet: Offering, at: Date): Promise<{ sheet: Offering; isNew: boolean }> {
  const newest = await trx.selectFrom('offering_version').select('sheet').where('offering', '=', sheet.id)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  const { content, isNew } = next(newest?.sheet, sheet);
  if (isNew) {
    await trx.insertInto('offering_version')
      .values({ offering: sheet.id, version: content.version, sheet: JSON.stringify(content), created_at: at }).execute();
  }
  await trx.insertInto('offering')
    .values({ id: sheet.id, province: sheet.province, agency: sheet.agency.id, service, published_version: content.version })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ service, published_version: content.version })).execute();
  return { sheet: content, isNew };
}
