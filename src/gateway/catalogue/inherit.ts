import { NationalField, type NationalMarks, type NationalSheet, type NationalValues, type Offering } from '../../contract/offering.ts';
import { foldKey } from '../../persian/fold.ts';
import { startOfTehranDay } from '../tehran-day.ts';
import { canonical } from './versions.ts';

type Shared = Pick<Offering, Exclude<keyof Offering & keyof NationalSheet, 'id' | 'version' | 'title' | 'editedOn' | 'illustrative'>>;

/** What belongs to a field: most are one value of a sheet. */
const together: Partial<Record<NationalField, readonly (keyof Shared)[]>> = { time: ['time', 'timeText'], visits: ['visits', 'visitReason'] };
const valuesOf = (field: NationalField): readonly (keyof Shared)[] => together[field] ?? [field];

const empty: Shared = {
  code: null, parentCode: null, description: '', relations: [], audience: [], nature: null, levels: [], lifeEvents: [], trigger: null, documents: [], laws: [],
  time: null, timeText: '', frequency: null, visits: null, visitReason: null, fee: { kind: 'undeclared', lines: [], text: '' },
  channels: { inform: [], request: [], produce: [], deliver: [] }, steps: [], keywords: [], questions: [],
};

/** What a sheet says in a field. */
export const saidOf = (sheet: Shared, field: NationalField): NationalValues => Object.fromEntries(valuesOf(field).map((key) => [key, sheet[key]]));
const words = (value: unknown): string => foldKey(canonical(value));
export const saysNothing = (sheet: Shared, field: NationalField): boolean => canonical(saidOf(sheet, field)) === canonical(saidOf(empty, field));

/** Two ways to write the same are no difference; units and posts of steps are each agency's own. */
function saysTheSame(a: Shared, b: Shared, field: NationalField): boolean {
  switch (field) {
    case 'time': return a.time && b.time ? words(a.time) === words(b.time) : words(a.timeText) === words(b.timeText);
    case 'fee': return a.fee.kind === b.fee.kind && (a.fee.lines.length || b.fee.lines.length || a.fee.kind === 'free' ? words(a.fee.lines) === words(b.fee.lines) : words(a.fee.text) === words(b.fee.text));
    case 'documents': case 'steps': return words(a[field].map(({ title }) => title)) === words(b[field].map(({ title }) => title));
    default: return words(saidOf(a, field)) === words(saidOf(b, field));
  }
}

/** A sheet of before, with when it became a version. */
export interface Earlier {
  sheet: Offering;
  at: Date;
}

/** What the agency itself declares, without what the sheet has from the national one. */
export interface Own {
  sheet: Offering;
  /** It says that no document is needed. */
  noDocuments: boolean;
}

export function ownOf(sheet: Offering): Own {
  const { national } = sheet;
  if (!national) return { sheet, noDocuments: false };
  const own = { ...sheet, national: null };
  for (const field of national.inherited) Object.assign(own, saidOf(empty, field));
  return { sheet: own, noDocuments: !sheet.documents.length && [...national.repeated, ...national.overridden].some(({ field }) => field === 'documents') };
}

/** The first time something is seen its own date tells how old it is; never later than now. */
const firstSeen = (editedOn: string | null, at: Date): string => {
  const edited = editedOn && startOfTehranDay(editedOn);
  return (edited && edited < at ? edited : at).toISOString();
};

/** Since when each field of a national sheet says what it does: as before where nothing changed. */
export function sinceOf(sheet: Omit<NationalSheet, 'since'>, earlier: NationalSheet | undefined, at: Date): NationalSheet['since'] {
  return Object.fromEntries(NationalField.options.filter((field) => !saysNothing(sheet, field)).map((field) => {
    if (!earlier) return [field, firstSeen(sheet.editedOn, at)];
    return [field, (saysTheSame(sheet, earlier, field) && earlier.since[field]) || at.toISOString()];
  }));
}

function declaredSince(own: Offering, field: NationalField, earlier: Earlier | undefined, at: Date): string {
  if (!earlier) return firstSeen(own.editedOn, at);
  const { sheet: before, noDocuments } = ownOf(earlier.sheet);
  const saidNothing = saysNothing(before, field) && !(field === 'documents' && noDocuments);
  if (saidNothing || !saysTheSame(own, before, field)) return at.toISOString();
  const { repeated = [], overridden = [] } = earlier.sheet.national ?? {};
  return [...repeated, ...overridden].find((mark) => mark.field === field)?.since ?? firstSeen(earlier.sheet.editedOn, earlier.at);
}

const day = 24 * 3_600_000;

/** The sheet as people see it: where the agency declares nothing the national sheet speaks, and the marks say which is which. */
export function inherit({ sheet: own, noDocuments }: Own, national: NationalSheet | undefined, earlier: Earlier | undefined, at: Date): Offering {
  if (!national) return own;
  const marks: NationalMarks = { sheet: national.id, version: national.version, organisation: national.organisation, inherited: [], repeated: [], overridden: [] };
  const sheet: Offering = { ...own, national: marks };
  // Who edits a sheet on a day has seen what was known by its end.
  const lookedAt = own.editedOn ? startOfTehranDay(own.editedOn).getTime() + day : 0;
  for (const field of NationalField.options) {
    const nationalSince = national.since[field];
    if (!nationalSince) continue;
    if (saysNothing(own, field) && !(field === 'documents' && noDocuments)) {
      Object.assign(sheet, saidOf(national, field));
      marks.inherited.push(field);
      continue;
    }
    const since = declaredSince(own, field, earlier, at);
    if (saysTheSame(own, national, field)) marks.repeated.push({ field, since });
    else marks.overridden.push({ field, since, national: saidOf(national, field), nationalSince, hidden: Date.parse(nationalSince) > Math.max(Date.parse(since), lookedAt) });
  }
  return sheet;
}
