import type { Transaction } from 'kysely';
import type { FormDefinition } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import { canonicalJson } from '../../rules/event-hash.ts';
import { compare } from '../../search/order.ts';
import { batches } from '../database/batches.ts';
import type { Database } from '../database/schema.ts';
import { serviceId } from './ids.ts';

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

/** Keeps forms, each id once; of two of one id the last. Gives the number of each by its id. */
export async function keepForms(trx: Trx, forms: readonly FormDefinition[], at: Date): Promise<Map<string, { id: string; version: number }>> {
  const own = [...new Map(forms.map((form) => [form.id, form])).values()];
  const newest = new Map<string, FormDefinition>();
  for (const some of batches(own)) {
    const rows = await trx.selectFrom('form_version').distinctOn('form').select(['form', 'definition']).where('form', 'in', some.map(({ id }) => id))
      .orderBy('form').orderBy('version', 'desc').execute();
    for (const { form, definition } of rows) newest.set(form, definition);
  }
  const kept = own.map((form) => next(newest.get(form.id), form));
  for (const some of batches(kept.filter(({ isNew }) => isNew))) {
    await trx.insertInto('form_version')
      .values(some.map(({ content }) => ({ form: content.id, version: content.version, definition: JSON.stringify(content), created_at: at }))).execute();
  }
  return new Map(kept.map(({ content: { id, version } }) => [id, { id, version }]));
}

export interface KeptSheet {
  sheet: Offering;
  /** Id of what is the same service wherever it is given. */
  service: string;
  isNew: boolean;
}

/** Puts sheets in force, each offering once. `newest`: the newest version of all that were ever published of them. */
export async function keepSheets(trx: Trx, sheets: readonly Offering[], newest: ReadonlyMap<string, { sheet: Offering }>, at: Date): Promise<KeptSheet[]> {
  const kept = await Promise.all(sheets.map(async (sheet): Promise<KeptSheet> => {
    const { content, isNew } = next(newest.get(sheet.id)?.sheet, sheet);
    return { sheet: content, service: await serviceId(sheet.code, sheet.title), isNew };
  }));
  // In one order, so that two provinces that are published together do not wait for each other.
  for (const some of batches([...kept].sort((a, b) => compare(a.service, b.service)))) {
    await trx.insertInto('service').values(some.map(({ service, sheet: { code, title } }) => ({ id: service, code, title })))
      .onConflict((conflict) => conflict.column('id').doNothing()).execute();
  }
  for (const some of batches(kept.filter(({ isNew }) => isNew))) {
    await trx.insertInto('offering_version')
      .values(some.map(({ sheet }) => ({ offering: sheet.id, version: sheet.version, sheet: JSON.stringify(sheet), created_at: at }))).execute();
  }
  for (const some of batches(kept)) {
    await trx.insertInto('offering')
      .values(some.map(({ sheet, service }) => ({ id: sheet.id, province: sheet.province, agency: sheet.agency.id, service, published_version: sheet.version })))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(({ ref }) => ({ service: ref('excluded.service'), published_version: ref('excluded.published_version') })))
      .execute();
  }
  return kept;
}
