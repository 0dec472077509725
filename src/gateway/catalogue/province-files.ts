import { HoursRef } from '../../contract/agency.ts';
import type { LocalText } from '../../contract/common.ts';
import { FormDefinition } from '../../contract/form.ts';
import type { GuideTree } from '../../contract/guide.ts';
import { DelayReason } from '../../contract/delay.ts';
import { Terms } from '../../contract/terms.ts';
import { z } from '../../contract/zod.ts';
import { CalendarFileError, readCalendarFile } from '../../rules/calendar-file.ts';
import { checkDefinition } from '../../rules/form-definition.ts';
import type { LexiconData } from '../../search/lexicon-data.ts';
import type { ProvinceInput } from './publish.ts';
import { digitsOnly } from './sheets.ts';

export const FileId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));
export const text = z.string().check(z.trim(), z.minLength(1));

/** `province.json`. What else stands in it is for readers. */
export const ProvinceFile = z.object({
  id: FileId,
  nameFa: text,
  nameEn: z.optional(text),
  /** Facts of this province are composed samples and are shown as such. */
  illustrative: z.optional(z.boolean()),
  terms: z.optional(Terms),
  delayReasons: z.optional(z.array(DelayReason)),
  counties: z.optional(z.array(z.object({ id: FileId, nameFa: text, nameEn: z.optional(text) }))),
  /** Folder of forms, seen from this file; `forms` when absent, and none when that is not there. */
  forms: z.optional(text),
});

const UnitFile = z.object({
  id: FileId, nameFa: text, floor: z.nullish(z.string()), room: z.nullish(z.string()), addressCity: z.nullish(z.string()), phone: z.nullish(z.string()),
  /** `office`: the weekly hours of the calendar; another one stands there under `otherHours`. */
  hoursRef: HoursRef,
});

/** `agencies.json`. */
export const AgenciesFile = z.object({
  agencies: z.array(z.object({
    id: FileId, nameFa: text, nameEn: z.optional(text), kind: text, county: z.nullish(z.string()),
    /** Its declaration, seen from this file; an agency that has sent none is in the province all the same. */
    declaration: z.nullish(text),
    units: z.array(UnitFile),
  })),
});

/** `forms/index.json`: which definition files which service of which agency, by its title however it is typed. */
export const FormsFile = z.array(z.object({ agency: FileId, service: text, file: text }));

/** What a province is made of, each file parsed as JSON and named as in its folder. */
export interface ProvinceFiles {
  province: unknown;
  agencies: unknown;
  calendar: unknown;
  /** Bytes by path, as `agencies.json` writes it. */
  declarations: Record<string, Uint8Array>;
  forms: { definition: unknown; file: string; agency: string; title: string }[];
  lexicon: LexiconData[];
  guides: readonly GuideTree[];
}

/** What is wrong in which file of a province, or of the national sheets. */
export class ProvinceFileError extends Error {
  override readonly name = 'ProvinceFileError';
  constructor(readonly file: string, message: string) {
    super(`${file}: ${message}`);
  }
}

/** Reads one file by its schema. Throws {@link ProvinceFileError}, which names the place. */
export function readFileOf<T>(schema: z.ZodMiniType<T>, file: string, content: unknown): T {
  const read = schema.safeParse(content);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new ProvinceFileError(file, `${path.join('.') || 'the whole'}: ${message}.`);
}

/**
 * All that is published of a province, from its files; `only` narrows it to some agencies. Throws
 * {@link ProvinceFileError}.
 */
export function provinceInput(files: ProvinceFiles, by: string, only?: readonly string[]): ProvinceInput {
  const province = readFileOf(ProvinceFile, 'province.json', files.province);
  const { agencies: all } = readFileOf(AgenciesFile, 'agencies.json', files.agencies);
  const agencies = all.filter(({ id }) => !only || only.includes(id));
  const twice = all.find(({ id }, at) => all.findIndex((other) => other.id === id) !== at);
  if (twice) throw new ProvinceFileError('agencies.json', `the agency “${twice.id}” stands twice.`);
  const calendar = calendarOf(files.calendar);
  if (calendar.province !== province.id) throw new ProvinceFileError('calendar.json', `it is that of “${calendar.province}”, and the province is “${province.id}”.`);
  const forms = files.forms.map(({ definition, file, agency, title }) => ({ definition: soundForm(file, definition), agency, title }));
  return {
    provinceId: province.id,
    name: nameOf(province),
    counties: province.counties?.map(({ id, ...county }) => ({ id, name: nameOf(county) })),
    calendar,
    calendarFile: files.calendar,
    terms: province.terms,
    delayReasons: province.delayReasons,
    agencies: agencies.map(({ id, kind, county, ...agency }) => ({ id, name: nameOf(agency), kind, county: county ?? null })),
    units: agencies.flatMap(({ id: agency, units }) => units.map(({ id, nameFa, floor, room, addressCity, phone, hoursRef }) => {
      if (hoursRef !== 'office' && !(hoursRef in calendar.otherHours)) throw new ProvinceFileError('agencies.json', `the unit “${id}” has the hours “${hoursRef}”, which calendar.json does not know.`);
      return { id, agency, name: { fa: nameFa }, floor: floor ?? null, room: room ?? null, city: addressCity ?? null, phone: digitsOnly(phone), hours: hoursRef };
    })),
    declarations: agencies.flatMap(({ id: agency, declaration }) => {
      if (!declaration) return [];
      const bytes = files.declarations[declaration];
      if (!bytes) throw new ProvinceFileError('agencies.json', `the declaration ${declaration} of “${agency}” is not there.`);
      return [{ agency, fileName: declaration.split('/').at(-1)!, bytes }];
    }),
    forms: forms.map(({ definition }) => definition),
    formOf: forms.map(({ definition, agency, title }) => ({ agency, title, form: definition.id })),
    lexicon: files.lexicon,
    // Where nothing is published yet there is nothing to lead to.
    guides: agencies.length ? files.guides : [],
    illustrative: province.illustrative ?? false,
    by,
  };
}

const nameOf = ({ nameFa, nameEn }: { nameFa: string; nameEn?: string | undefined }): LocalText => ({ fa: nameFa, ...(nameEn && { en: nameEn }) });

/** A form that no citizen could get to its end is refused here, with all that is wrong with it. */
function soundForm(file: string, content: unknown): FormDefinition {
  const definition = readFileOf(FormDefinition, file, content);
  const issues = checkDefinition(definition);
  if (!issues.length) return definition;
  const told = issues.map(({ path, code, params }) => `${path}: ${code}${params ? ` ${JSON.stringify(params)}` : ''}`);
  throw new ProvinceFileError(file, `the form has ${told.length === 1 ? 'a mistake' : `${told.length} mistakes`}. ${told.join('; ')}.`);
}

function calendarOf(content: unknown): ProvinceInput['calendar'] {
  try {
    return readCalendarFile(content, 1);
  } catch (error) {
    if (error instanceof CalendarFileError) throw new ProvinceFileError('calendar.json', `${error.path || 'the whole'}: expected ${error.expected}.`);
    throw error;
  }
}
