import type { Kysely } from 'kysely';
import type { ChangedField, Difference } from '../../contract/intake.ts';
import type { Offering } from '../../contract/offering.ts';
import { foldKey } from '../../persian/fold.ts';
import { offeringId, unitId } from '../catalogue/ids.ts';
import { ownOf } from '../catalogue/inherit.ts';
import { nationalsOf } from '../catalogue/national-store.ts';
import { publicationInForce, sheetsInForce } from '../catalogue/publications.ts';
import { canonical } from '../catalogue/versions.ts';
import type { Database } from '../database/schema.ts';
import type { DeclaredService } from '../declarations/read.ts';
import type { DraftRecord } from './access.ts';
import { servicesOf } from './drafts.ts';
import { besideNational } from './national.ts';

const most = 1_000;

/** Fields of a sheet that a declaration says, by the name that they have in both. */
const fields = [
  'code', 'parentCode', 'title', 'description', 'relations', 'audience', 'nature', 'levels', 'lifeEvents', 'trigger', 'documents', 'laws', 'time', 'timeText',
  'frequency', 'visits', 'visitReason', 'fee', 'channels', 'link', 'inquiries', 'steps', 'hoursText', 'phone', 'keywords', 'questions', 'editedOn',
] as const;
type Said = Partial<Record<(typeof fields)[number], unknown>>;

/** In which of these fields a sheet says otherwise than before. */
export const changedFields = (before: Said, after: Said): ChangedField[] => fields.flatMap((field) => {
  const [was, is] = [before[field] ?? null, after[field] ?? null];
  return canonical(was) === canonical(is) ? [] : [{ field, before: was, after: is }];
});

function changes(sheet: Offering, service: DeclaredService, isDeclared: boolean): ChangedField[] {
  const found = changedFields(sheet, service);
  const before = sheet.unit && { name: sheet.unit.name.fa, floor: sheet.unit.floor, room: sheet.unit.room };
  // A room that the declaration leaves open stays as it is known; one of the province's own list is not the declaration's to change.
  const after = service.unitName ? { name: service.unitName, floor: (isDeclared && service.floor) || (before?.floor ?? null), room: (isDeclared && service.room) || (before?.room ?? null) } : null;
  const sameUnit = before && after ? foldKey(before.name) === foldKey(after.name) && (!isDeclared || (before.floor === after.floor && before.room === after.room)) : before === after;
  return sameUnit ? found : [...found, { field: 'unit', before, after }];
}

/** What publishing a draft would change of what the agency itself declares: services that are added, those that change field by field, those that would be gone. */
export async function differenceOf(db: Kysely<Database>, draft: DraftRecord, now: Date): Promise<Difference> {
  const { province, agency } = draft;
  const inForce = new Map((await sheetsInForce(db, province, agency)).map(({ sheet }) => [sheet.id, ownOf(sheet).sheet]));
  const added: Difference['added'] = [];
  const changed: Difference['changed'] = [];
  let same = 0;
  const services = await servicesOf(db, draft);
  for (const service of services) {
    const id = await offeringId(province, agency, service.title);
    const sheet = inForce.get(id);
    inForce.delete(id);
    const { title, row } = service;
    const isDeclared = sheet?.unit ? sheet.unit.id === (await unitId(agency, sheet.unit.name.fa)) : true;
    const differs = sheet && changes(sheet, service, isDeclared);
    if (!differs) added.push({ id, title, row });
    else if (differs.length) changed.push({ id, title, row, fields: differs });
    else same++;
  }
  const national = await besideNational(db, draft, services, await nationalsOf(db, agency), now);
  const gone = [...inForce.values()].map(({ id, title }) => ({ id, title }));
  return {
    version: draft.version, base: await publicationInForce(db, province, agency),
    counts: { added: added.length, changed: changed.length, gone: gone.length, same },
    added: added.slice(0, most), changed: changed.slice(0, most), gone: gone.slice(0, most), national: national.slice(0, most),
  };
}
