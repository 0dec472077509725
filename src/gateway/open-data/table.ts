import type { Offering } from '../../contract/offering.ts';
import { jalaliText } from '../../persian/jalali.ts';
import { columnName, type Column } from '../declarations/headers.ts';
import type { DeclaredService } from '../declarations/read.ts';
import type { PublishedSheet } from './published.ts';
import { channelWords, feeText, levelWords, lifeEventWords, natureWords, stageWords } from './words.ts';

const list = (values: readonly string[]): string => values.join('؛ ');
const bar = (...values: (string | null)[]): string => values.map((value) => value ?? '').join('|').replace(/\|+$/, '');
const channelsText = ({ channels }: Offering): string =>
  list((Object.keys(stageWords) as (keyof Offering['channels'])[])
    .filter((stage) => channels[stage].length)
    .map((stage) => `${stageWords[stage]}: ${channels[stage].map((one) => channelWords[one]).join('، ')}`));

/** What a sheet says by columns of the template of declarations, in the words that those are read in. */
export const declared: Partial<Record<Column, (sheet: Offering) => string | null>> = {
  code: ({ code }) => code,
  title: ({ title }) => title,
  parentCode: ({ parentCode }) => parentCode,
  description: ({ description }) => description,
  relations: ({ relations }) => list(relations),
  audience: ({ audience }) => list(audience),
  nature: ({ nature }) => nature && natureWords[nature],
  levels: ({ levels }) => list(levels.map((level) => levelWords[level])),
  lifeEvents: ({ lifeEvents }) => list(lifeEvents.map((event) => lifeEventWords[event])),
  trigger: ({ trigger }) => trigger,
  documents: ({ documents }) => list(documents.map(({ title }) => title)),
  laws: ({ laws }) => list(laws),
  time: ({ timeText }) => timeText,
  frequency: ({ frequency }) => frequency,
  visits: ({ visits }) => visits?.toString() ?? null,
  visitReason: ({ visitReason }) => visitReason,
  fee: ({ fee }) => feeText(fee),
  channels: channelsText,
  link: ({ link }) => link,
  inquiries: ({ inquiries }) => list(inquiries),
  steps: ({ steps }) => list(steps.map(({ title, unit, post }) => bar(title, unit, post))),
  unitName: ({ unit }) => unit?.name.fa ?? null,
  floor: ({ unit }) => unit?.floor ?? null,
  room: ({ unit }) => unit?.room ?? null,
  phone: ({ phone, unit }) => phone ?? unit?.phone ?? null,
  hours: ({ hoursText }) => hoursText,
  keywords: ({ keywords }) => list(keywords),
  questions: ({ questions }) => list(questions.map(({ question, answer }) => bar(question, answer))),
  editedOn: ({ editedOn }) => editedOn,
};

/** What is made of a cell of a declaration, as it would be declared again; a date as in the file, by the calendar of Iran. */
export function declaredText(service: DeclaredService, column: Column): string {
  switch (column) {
    case 'unitName': case 'floor': case 'room': return service[column] ?? '';
    case 'editedOn': return service.editedOn ? jalaliText(service.editedOn) : '';
    default: return declared[column]?.({ ...service, unit: null } as unknown as Offering) ?? '';
  }
}

/** Beside what was declared: what only the gateway knows. */
const own: Record<string, (published: PublishedSheet) => string | null> = {
  'نشانه در درگاه': ({ sheet }) => sheet.id,
  'نسخه': ({ sheet }) => String(sheet.version),
  'دستگاه': ({ sheet }) => sheet.agency.name.fa,
  'زمان انتشار (میلادی)': ({ at }) => at.toISOString(),
  'داده نمونه است': ({ sheet }) => (sheet.illustrative ? 'بله' : 'خیر'),
};

/** Columns as the template names them, so that what was exported can be declared again. */
/** Columns of the table that a declaration has; what only the gateway knows stands behind them. */
export const declaredColumns = Object.keys(declared) as Column[];
export const tableHeader: string[] = [...declaredColumns.map(columnName), ...Object.keys(own)];

export const tableRow = (published: PublishedSheet): string[] => [
  ...Object.values(declared).map((read) => read(published.sheet) ?? ''),
  ...Object.values(own).map((read) => read(published) ?? ''),
];
