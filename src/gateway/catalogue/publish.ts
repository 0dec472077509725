import type { Transaction } from 'kysely';
import type { AgencyRef, Unit } from '../../contract/agency.ts';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { LocalText } from '../../contract/common.ts';
import type { DelayReason } from '../../contract/delay.ts';
import type { Terms } from '../../contract/terms.ts';
import type { FormDefinition } from '../../contract/form.ts';
import type { GuideTree } from '../../contract/guide.ts';
import { foldKey } from '../../persian/fold.ts';
import type { LexiconData } from '../../search/lexicon-data.ts';
import { importCalendar } from '../calendars/store.ts';
import { randomToken, sha256 } from '../crypto.ts';
import { batches } from '../database/batches.ts';
import type { Database } from '../database/schema.ts';
import { compareNational } from '../declarations/lint/national.ts';
import { readDeclaration, type DeclaredService, type Finding } from '../declarations/read.ts';
import { keepGuides } from '../guides/store.ts';
import type { Ports } from '../ports.ts';
import { keepIndex, readSource } from './index-store.ts';
import { nationalsOf } from './national-store.ts';
import { lockPublishing, newestSheets, officersSheets } from './publications.ts';
import { keepUnits, sheetOf, wholeSheets, type Declared as DeclaredSheet } from './sheets.ts';
import { keepReasons } from '../desk-log/reasons.ts';
import { keepCounties, type Named } from './counties.ts';
import { keepTerms } from './terms.ts';
import { keepForms, keepSheets } from './versions.ts';

type Trx = Transaction<Database>;

export interface ProvinceInput {
  provinceId: string;
  name: LocalText;
  calendar: WorkingCalendar;
  /** The file that it was read from, where there is one: while that is the same, what staff edited since stays. */
  calendarFile?: unknown;
  /** What it promises beside the sheets; absent: what is in force stays. */
  terms?: Terms | undefined;
  delayReasons?: readonly DelayReason[] | undefined;
  /** By their names; absent: what is known of them stays. */
  counties?: readonly Named[] | undefined;
  agencies: { id: string; name: LocalText; kind: string; county: string | null }[];
  units: Unit[];
  declarations: { agency: string; fileName: string; bytes: Uint8Array }[];
  forms: FormDefinition[];
  /** Which form files which service, by title however it is typed. */
  formOf: { agency: string; title: string; form: string }[];
  /** Files of the lexicon of public services: `src/gateway/lexicon`, and a province's own. */
  lexicon: LexiconData[];
  /** Guides that lead citizens to services. */
  guides?: readonly GuideTree[];
  /** The facts are composed samples and must be shown as such. */
  illustrative: boolean;
  /** Who publishes, for the record. */
  by: string;
}

export interface PublishReport {
  province: string;
  /** Content address of the published catalogue. */
  version: string;
  offerings: number;
  /** Sheets that are new or differ from their last version. */
  changed: number;
  withdrawn: number;
  declarations: { agency: string; fileName: string; rows: number; published: number; findings: Finding[] }[];
}

interface Declared {
  agency: string;
  fileName: string;
  bytes: Uint8Array;
  rows: number;
  services: DeclaredService[];
  findings: Finding[];
}

/**
 * Publishes a province as a whole, in one transaction: what is declared now is in the catalogue, what is not declared
 * any more leaves it (its versions stay, requests point to them). Agencies whose officers publish by themselves are left as they are. Publishing the same again changes nothing.
 */
export async function publishProvince(ports: Pick<Ports, 'db' | 'now'>, input: ProvinceInput): Promise<PublishReport> {
  const declared = await Promise.all(input.declarations.map(async ({ agency, fileName, bytes }): Promise<Declared> => ({
    agency, fileName, bytes, ...withoutDoubles(await readDeclaration(bytes, fileName)),
  })));
  return ports.db.transaction().execute(async (trx) => {
    await lockPublishing(trx, input.provinceId);
    const at = ports.now();
    await keepProvince(trx, input, at);
    // What officers published stays as they left it, whatever file comes with the province.
    const theirs = await officersSheets(trx, input.provinceId);
    const ours = declared.filter(({ agency }) => !theirs.has(agency));
    const units = await keepUnits(trx, input.provinceId, input.units, ours);
    const forms = await keepForms(trx, input.forms, at);
    const chosen = new Map(input.formOf.map(({ agency, title, form }) => [`${agency} ${foldKey(title)}`, form]));

    const inForce = [...theirs.values()].flat().map(({ id }) => id);
    let changed = 0;
    for (const { agency: agencyId, services, findings } of ours) {
      const agency = agencyOf(input, agencyId);
      const nationals = await nationalsOf(trx, agencyId);
      const earlier = await newestSheets(trx, input.provinceId, agencyId);
      findings.push(...compareNational(services, nationals.sheets));
      const own = await Promise.all(services.map(async (service): Promise<DeclaredSheet> => {
        const specific = chosen.get(`${agencyId} ${foldKey(service.title)}`);
        const sheet = await sheetOf({ province: input.provinceId, agency, illustrative: input.illustrative }, service, units);
        return { own: sheet, earlier: earlier.get(sheet.sheet.id), form: specific ? forms.get(specific) : undefined };
      }));
      const kept = await keepSheets(trx, await wholeSheets(trx, own, nationals, at), earlier, at);
      inForce.push(...kept.map(({ sheet }) => sheet.id));
      changed += kept.filter(({ isNew }) => isNew).length;
    }
    const withdrawn = await withdrawOthers(trx, input.provinceId, inForce);
    for (const file of ours) await keepDeclaration(trx, input, file, at);
    await keepGuides(trx, input.provinceId, input.guides ?? [], at, input.by);
    const version = await keepIndex(trx, input.provinceId, await readSource(input.lexicon), at);
    await trx.updateTable('province').set({ catalogue_version: version }).where('id', '=', input.provinceId).execute();
    return {
      province: input.provinceId, version, offerings: inForce.length, changed, withdrawn,
      declarations: declared.map(({ agency, fileName, rows, services, findings }) => ({ agency, fileName, rows, published: services.length, findings })),
    };
  });
}

function agencyOf(input: ProvinceInput, id: string): AgencyRef {
  const found = input.agencies.find((agency) => agency.id === id);
  if (!found) throw new Error(`A declaration names the agency “${id}”, which the province does not list.`);
  return { id: found.id, name: found.name, county: found.county };
}

/** Two rows with one title would be one offering: the first stands, the second is reported. */
export function withoutDoubles(read: { services: DeclaredService[]; findings: Finding[]; rows: number }) {
  const seen = new Map<string, number>();
  const findings = [...read.findings];
  const services = read.services.filter((service) => {
    const key = foldKey(service.title);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, service.row);
      return true;
    }
    findings.push({
      row: service.row, column: 'عنوان خدمت', rule: 'title-twice', severity: 'rejected',
      message: `این عنوان در ردیف ${first} هم آمده است. یکی را پاک کنید یا عنوانش را روشن‌تر بنویسید.`,
    });
    return false;
  });
  return { ...read, services, findings };
}

async function keepProvince(trx: Trx, input: ProvinceInput, at: Date): Promise<void> {
  const name = JSON.stringify(input.name);
  await trx.insertInto('province').values({ id: input.provinceId, name, calendar_version: 0, catalogue_version: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name })).execute();
  await importCalendar(trx, input.provinceId, input.calendar, input.calendarFile ?? input.calendar, at, input.by);
  if (input.counties) await keepCounties(trx, input.provinceId, input.counties);
  if (input.terms) await keepTerms(trx, input.provinceId, input.terms, at, input.by);
  if (input.delayReasons) await keepReasons(trx, input.provinceId, input.delayReasons, at, input.by);
  for (const some of batches(input.agencies)) {
    await trx.insertInto('agency')
      .values(some.map((agency) => ({ province: input.provinceId, id: agency.id, name: JSON.stringify(agency.name), kind: agency.kind, county: agency.county })))
      .onConflict((conflict) => conflict.columns(['province', 'id']).doUpdateSet(({ ref }) => ({ name: ref('excluded.name'), kind: ref('excluded.kind'), county: ref('excluded.county') })))
      .execute();
  }
}

async function withdrawOthers(trx: Trx, province: string, inForce: readonly string[]): Promise<number> {
  let query = trx.updateTable('offering').set({ published_version: null }).where('province', '=', province).where('published_version', 'is not', null);
  if (inForce.length) query = query.where('id', 'not in', inForce);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** The file as received, unless the newest of this name is the same. */
async function keepDeclaration(trx: Trx, input: ProvinceInput, file: Declared, at: Date): Promise<void> {
  const hash = await sha256(file.bytes);
  const newest = await trx.selectFrom('declaration').select('sha256')
    .where('province', '=', input.provinceId).where('agency', '=', file.agency).where('file_name', '=', file.fileName)
    .orderBy('received_at', 'desc').limit(1).executeTakeFirst();
  if (newest?.sha256 === hash) return;
  const id = randomToken(16);
  await trx.insertInto('declaration').values({
    id, province: input.provinceId, agency: file.agency, file_name: file.fileName, sha256: hash, received_at: at, received_by: input.by,
    rows_published: file.services.length,
  }).execute();
  const findings = file.findings.map(({ row, column, rule, severity, message }, seq) => ({
    declaration: id, seq, row, column_name: column, rule, severity, message,
  }));
  for (const some of batches(findings)) await trx.insertInto('declaration_finding').values(some).execute();
}
