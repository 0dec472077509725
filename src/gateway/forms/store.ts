import type { Kysely, Selectable } from 'kysely';
import type { AgencyRef } from '../../contract/agency.ts';
import type { FormDefinition } from '../../contract/form.ts';
import type { FormFinding, FormSaved, StaffForm } from '../../contract/form-studio.ts';
import type { Offering } from '../../contract/offering.ts';
import { checkDefinition } from '../../rules/form-definition.ts';
import { checkFormTexts } from '../../rules/form-texts.ts';
import { officersFormId } from '../catalogue/officers-forms.ts';
import { formVersion } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import { genericForm } from '../declarations/generic-form.ts';
import { namesOf, twoPersonAgencies } from '../intake/drafts.ts';

type Db = Kysely<Database>;
export type FormDraft = Selectable<Database['form_draft']>;

/** What keeps a form from being published. */
export const findingsOf = (definition: FormDefinition): FormFinding[] => [...checkFormTexts(definition), ...checkDefinition(definition)];

export const onInternet = ({ channels }: Pick<Offering, 'channels'>): boolean => channels.request.includes('internet');

const originOf = (sheet: Pick<Offering, 'id' | 'form'>) =>
  (sheet.form!.id === officersFormId(sheet.id) ? 'officers' as const : sheet.form!.id === sheet.id ? 'sheet' as const : 'province' as const);

const person = (names: ReadonlyMap<string, string>, id: string) => ({ id, name: names.get(id) ?? id });

/** What officers published of an offering, newest first. */
export const publications = (db: Db, offering: string) =>
  db.selectFrom('form_publication').selectAll().where('offering', '=', offering).orderBy('version', 'desc').execute();
type Publication = Awaited<ReturnType<typeof publications>>[number];

export const savedOf = ({ version, published_at: at, published_by: by, note }: Publication, names: ReadonlyMap<string, string>): FormSaved =>
  ({ version, publishedAt: at.toISOString(), by: by ? person(names, by) : null, note });

const draftHead = ({ changed_at: at, changed_by: by, drafters }: FormDraft, names: ReadonlyMap<string, string>) =>
  ({ changedAt: at.toISOString(), by: person(names, by), drafters: drafters.map((id) => person(names, id)) });

const peopleOf = (draft: FormDraft | undefined, saved: readonly Publication[]) => [...(draft?.drafters ?? []), ...saved.map(({ published_by: by }) => by)];

/** The form of an offering that is published, with its draft and its versions. */
export async function staffForm(db: Db, sheet: Offering): Promise<StaffForm> {
  const draft = await db.selectFrom('form_draft').selectAll().where('offering', '=', sheet.id).executeTakeFirst();
  const history = await publications(db, sheet.id);
  const names = await namesOf(db, peopleOf(draft, history));
  const definition = sheet.form && (await formVersion(db, sheet.form.id, sheet.form.version));
  const since = sheet.form && (await db.selectFrom('form_version').select('created_at').where('form', '=', sheet.form.id).where('version', '=', sheet.form.version).executeTakeFirstOrThrow());
  const saved = history.map((each) => savedOf(each, names));
  const origin = sheet.form && originOf(sheet);
  const { id, name, county } = sheet.agency;
  return {
    offering: sheet.id, title: sheet.title, agency: { id, name, county } satisfies AgencyRef, online: onInternet(sheet),
    secondPerson: (await twoPersonAgencies(db, sheet.province)).has(id),
    published: definition && {
      origin: origin!, definition,
      ...(origin === 'officers' ? saved[0]! : { version: definition.version, publishedAt: since!.created_at.toISOString(), by: null, note: null }),
    },
    draft: draft?.definition ? { ...draftHead(draft, names), definition: draft.definition, findings: findingsOf(draft.definition) } : null,
    start: definition ?? genericForm(sheet),
    version: draft?.version ?? 0,
    history: saved,
  };
}

/** Forms of what an agency has published, by title. */
export async function formList(db: Db, province: string, agency: string) {
  const rows = await db.selectFrom('offering as o')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'o.id').onRef('v.version', '=', 'o.published_version'))
    .leftJoin('form_draft as d', 'd.offering', 'o.id')
    .select(['v.sheet', 'd.offering', 'd.version', 'd.definition', 'd.changed_at', 'd.changed_by', 'd.drafters'])
    .where('o.province', '=', province).where('o.agency', '=', agency).execute();
  const newest = new Map((await db.selectFrom('form_publication as p').innerJoin('offering as o', 'o.id', 'p.offering').distinctOn('p.offering').selectAll('p')
    .where('o.province', '=', province).where('o.agency', '=', agency).orderBy('p.offering').orderBy('p.version', 'desc').execute()).map((each) => [each.offering, each]));
  const names = await namesOf(db, [...rows.flatMap(({ drafters }) => drafters ?? []), ...[...newest.values()].map(({ published_by: by }) => by)]);
  const since = new Map((await db.selectFrom('form_version').select(['form', 'version', 'created_at'])
    .where('form', 'in', ['', ...rows.flatMap(({ sheet }) => sheet.form?.id ?? [])]).execute()).map(({ form, version, created_at: at }) => [`${form} ${version}`, at]));
  return rows.map(({ sheet, ...draft }) => {
    const published = newest.get(sheet.id);
    const origin = sheet.form && originOf(sheet);
    return {
      offering: sheet.id, title: sheet.title, online: onInternet(sheet),
      published: sheet.form && {
        origin: origin!,
        ...(origin === 'officers' && published ? savedOf(published, names)
          : { version: sheet.form.version, publishedAt: since.get(`${sheet.form.id} ${sheet.form.version}`)!.toISOString(), by: null, note: null }),
      },
      draft: draft.definition ? draftHead(draft as FormDraft, names) : null,
    };
  }).sort((a, b) => a.title.localeCompare(b.title, 'fa'));
}
