import { sql } from 'kysely';
import type { RouteBody } from '../../contract/route-schemas.ts';
import { exampleAnswers } from '../../rules/form-example.ts';
import { dateOfDay, wallTime } from '../../rules/working-calendar.ts';
import { province } from '../catalogue/store.ts';
import { KeepLast } from '../keep-last.ts';
import type { Ports } from '../ports.ts';
import { calendarVersion } from '../requests/context.ts';
import { onlineOffering } from '../requests/online-offering.ts';

/** Forms that may be looked at until one can be filled by itself. */
const mostForms = 12;

type Example = RouteBody<'fileRequest'> | undefined;
const kept = new WeakMap<Ports, KeepLast<Example>>();

/**
 * A body that files a request here and now: of the published service with the shortest form that asks for no file.
 * Undefined where nothing can be filed. It is looked for once for a catalogue and a day.
 */
export async function filingExample(ports: Ports): Promise<Example> {
  const { db, settings } = ports;
  const place = await province(db, settings.province);
  const calendar = await calendarVersion(db, ports, place.id, place.calendarVersion);
  const today = dateOfDay(wallTime(calendar, ports.now()).day);
  let examples = kept.get(ports);
  if (!examples) kept.set(ports, (examples = new KeepLast(1)));
  return examples.get(`${place.catalogueVersion} ${today}`, () => find(ports, today));
}

async function find(ports: Ports, today: string): Promise<Example> {
  const rows = await ports.db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .innerJoin('form_version as f', (join) => join
      .on(sql<boolean>`f.form = v.sheet -> 'form' ->> 'id'`).on(sql<boolean>`f.version = (v.sheet -> 'form' ->> 'version')::integer`))
    .select('o.id').where('o.province', '=', ports.settings.province)
    .orderBy(sql`length(f.definition::text)`).orderBy('o.id').limit(mostForms).execute();
  for (const { id } of rows) {
    const { form } = await onlineOffering(ports.db, id);
    const answers = exampleAnswers(form, today);
    if (answers) return { offering: id, form: { id: form.id, version: form.version }, answers, language: 'fa' };
  }
  return undefined;
}
