import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.ts';
import { readDeclaration, type DeclaredService, type Finding } from '../declarations/read.ts';
import type { Ports } from '../ports.ts';
import { nationalId } from './ids.ts';
import { ownOf } from './inherit.ts';
import type { NationalInput } from './national-files.ts';
import { keepNationals, nationalsOf } from './national-store.ts';
import { ProvinceFileError } from './province-files.ts';
import { renewIndex } from './publish-agency.ts';
import { withoutDoubles } from './publish.ts';
import { lockAllPublishing, newestSheets, sheetsInForce } from './publications.ts';
import { ownForm, wholeSheets, type Declared } from './sheets.ts';
import { keepSheets } from './versions.ts';

type Trx = Transaction<Database>;

export interface NationalReport {
  /** National sheets in force. */
  sheets: number;
  /** New, or other than in their last version. */
  changed: number;
  withdrawn: number;
  /** Where offerings became others by it. `hidden`: fields in which an agency says otherwise and has not looked since. */
  provinces: { province: string; offerings: number; hidden: number; version: string }[];
  declarations: { organisation: string; fileName: string; rows: number; published: number; findings: Finding[] }[];
}

/**
 * Publishes all national sheets in the place of those there were, in one transaction, and with them every offering that has
 * something of them, in every province: a new version of the sheet, a new index. Publishing the same again changes nothing.
 * Throws {@link ProvinceFileError} for a declaration that cannot be read; nothing is changed then.
 */
export async function publishNational(ports: Pick<Ports, 'db' | 'now'>, input: NationalInput): Promise<NationalReport> {
  const declared = await Promise.all(input.organisations.map(async (organisation) => {
    const read = withoutDoubles(await readDeclaration(organisation.bytes, organisation.fileName));
    // A file that is broken would take the sheets of its organisation away in every province.
    const broken = read.findings.find(({ row, severity }) => row === null && severity === 'rejected');
    if (broken) throw new ProvinceFileError('national.json', broken.message);
    return { ...organisation, ...read };
  }));
  return ports.db.transaction().execute(async (trx) => {
    await lockAllPublishing(trx);
    const at = ports.now();
    const agencies = new Set((await trx.selectFrom('national_sheet').select('agencies').where('published_version', 'is not', null).execute()).flatMap((row) => row.agencies));
    const kept: { id: string; isNew: boolean }[] = [];
    for (const { id, name, agencies: own, services } of declared) {
      for (const agency of own) agencies.add(agency);
      const sheets = await Promise.all(services.map(async (service) => (
        { id: await nationalId(id, service.title), organisation: { id, name }, illustrative: input.illustrative, ...sharedOf(service) })));
      kept.push(...await keepNationals(trx, sheets, { agencies: own, at, by: input.by }));
    }
    const withdrawn = await withdrawOthers(trx, kept.map(({ id }) => id));
    const provinces = await trx.selectFrom('province').select('id').where('catalogue_version', 'is not', null).orderBy('id').execute();
    const renewed: NationalReport['provinces'] = [];
    for (const { id } of provinces) {
      const { offerings, hidden } = await renewSheets(trx, id, [...agencies].sort(), at);
      if (offerings) renewed.push({ province: id, offerings, hidden, version: await renewIndex(trx, id, at) });
    }
    return {
      sheets: kept.length, changed: kept.filter(({ isNew }) => isNew).length, withdrawn, provinces: renewed,
      declarations: declared.map(({ id, fileName, rows, services, findings }) => ({ organisation: id, fileName, rows, published: services.length, findings })),
    };
  });
}

/** What of a declaration is national: no room, no phone, no system of one province. */
function sharedOf({ row: _row, unitName: _unit, floor: _floor, room: _room, noDocuments: _none, link: _link, inquiries: _inquiries, hoursText: _hours, phone: _phone, ...shared }: DeclaredService) {
  return shared;
}

async function withdrawOthers(trx: Trx, ids: string[]): Promise<number> {
  let query = trx.updateTable('national_sheet').set({ published_version: null }).where('published_version', 'is not', null);
  if (ids.length) query = query.where('id', 'not in', ids);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** Offerings of a province that came out otherwise, and how many of their fields hide what is national. */
async function renewSheets(trx: Trx, province: string, agencies: readonly string[], at: Date): Promise<{ offerings: number; hidden: number }> {
  let [offerings, hidden] = [0, 0];
  for (const agency of agencies) {
    const declared = (await sheetsInForce(trx, province, agency)).map(({ sheet, at: since }): Declared => ({
      own: ownOf(sheet), earlier: { sheet, at: since }, form: ownForm(sheet),
    }));
    const sheets = await wholeSheets(trx, declared, await nationalsOf(trx, agency), at);
    for (const { sheet, isNew } of await keepSheets(trx, sheets, await newestSheets(trx, province, agency), at)) {
      if (!isNew) continue;
      offerings++;
      hidden += sheet.national?.overridden.filter((mark) => mark.hidden).length ?? 0;
    }
  }
  return { offerings, hidden };
}
