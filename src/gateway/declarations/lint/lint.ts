import { jalaliText } from '../../../persian/jalali.ts';
import { advice, warning, type CellFinding, type Finding } from '../finding.ts';
import { columnName, type Column } from '../headers.ts';
import type { DeclaredService } from '../row.ts';
import { lintText, plainScore } from './plain.ts';

export interface LintContext {
  /** ISO date by which a sheet is old. */
  today: string;
  /** Columns of the file: of what it has no column for, nothing is said row by row. */
  columns: readonly (Column | null)[];
}

/** Days after which a sheet that nobody touched is called old. */
export const staleDays = 365;
const dayMs = 86_400_000;

/** A promise that can be neither kept nor broken. */
const generic =
  /در اسرع وقت|در کوتاه‌?\s?ترین زمان|طبق (?:ضوابط|مقررات|قانون|دستورالعمل|نوبت|زمان‌?\s?بندی)|حسب مورد|بسته به (?:مورد|شرایط|نوع)|متغیر|نامشخص|در موعد مقرر|پس از (?:بررسی|تکمیل مدارک)$/u;
const onlyLowerBound = /^\s*(?:حداقل|دست‌کم|بیش از|از)(?![\p{L}])/u;

function lintPromise({ time, timeText, steps }: DeclaredService): [Column, CellFinding][] {
  const found: [Column, CellFinding][] = [];
  if (generic.test(timeText)) {
    found.push(['time', warning('promise-generic', `«${timeText.slice(0, 80)}» مهلتی نیست که کسی بتواند روی آن حساب کند؛ بیشترین زمان را با عدد بنویسید.`)]);
  } else if (time && time.min === time.max && onlyLowerBound.test(timeText)) {
    found.push(['time', warning('promise-missing', `«${timeText.slice(0, 80)}» تنها کمترین زمان را می‌گوید؛ بیشترین زمان را هم بنویسید.`)]);
  }
  if (!steps.length) found.push(['steps', warning('steps-missing', 'مراحل انجام کار اعلام نشده است.')]);
  return found;
}

/** The last choice of the sheet's form, when nothing is written beside it. */
const noReason = /^سایر(?: موارد)?[\s.:؛…]*$/u;

function lintVisit({ visits, visitReason, channels }: DeclaredService): [Column, CellFinding][] {
  const stages = [channels.request, channels.produce, channels.deliver];
  const onlyInPerson = stages.some((stage) => stage.length > 0 && stage.every((channel) => channel === 'inPerson'));
  if (!((visits ?? 0) > 0 || (visits === null && onlyInPerson))) return [];
  if (!visitReason) return [['visitReason', warning('visit-without-reason', 'مراجعه حضوری خواسته شده و ضرورت آن نوشته نشده است.')]];
  return noReason.test(visitReason) ? [['visitReason', warning('visit-without-reason', `«${visitReason}» نمی‌گوید چرا باید آمد؛ ضرورت مراجعه را بنویسید.`)]] : [];
}

function lintDate({ editedOn }: DeclaredService, today: string): [Column, CellFinding][] {
  if (!editedOn) return [['editedOn', advice('date-missing', 'تاریخ ویرایش خالی است؛ کسی نمی‌داند این نوشته از چه زمانی است.')]];
  const days = Math.floor((Date.parse(today) - Date.parse(editedOn)) / dayMs);
  if (days < -1) return [['editedOn', warning('date-future', `تاریخ ویرایش ${jalaliText(editedOn)} هنوز نرسیده است.`)]];
  if (days <= staleDays) return [];
  return [['editedOn', advice('date-stale', `آخرین ویرایش ${jalaliText(editedOn)} است، بیش از یک سال پیش؛ متن را بازبینی کنید و تاریخ را نو کنید.`)]];
}

const prose: [Column, (service: DeclaredService) => string][] = [
  ['description', ({ description }) => description],
  ['visitReason', ({ visitReason }) => visitReason ?? ''],
  ['steps', ({ steps }) => steps.map(({ title }) => title).join('؛ ')],
];

/** How plainly each text of a service is written, 0 to 100, by its column. What is empty has no score. */
export const plainScores = (service: DeclaredService): Record<string, number> =>
  Object.fromEntries(prose.flatMap(([column, textOf]) => (textOf(service) ? [[column, plainScore(textOf(service))]] : [])));

/**
 * What is missing from a sheet or could serve people better, when all its cells can be read. Missing time and fee, forbidden
 * copies and what a cell's own form tells are found where the cell is read (../cells). Nothing here rejects a row.
 */
export function lintService(service: DeclaredService, { today, columns }: LintContext): Finding[] {
  const found: [Column, CellFinding][] = [...lintPromise(service), ...lintVisit(service), ...lintDate(service, today)];
  if (!service.description) found.push(['description', advice('description-missing', 'شرح خدمت خالی است؛ در یک جمله بگویید این خدمت به چه کار می‌آید.')]);
  if (!service.phone) found.push(['phone', warning('contact-missing', 'تلفنی که پاسخگو باشد اعلام نشده است.')]);
  if (!service.unitName) found.push(['unitName', warning('unit-missing', 'واحد مسئول اعلام نشده است؛ مردم نمی‌دانند کار دست کیست.')]);
  for (const [column, textOf] of prose) found.push(...lintText(textOf(service)).map((finding): [Column, CellFinding] => [column, finding]));
  // The reason is asked for by the visit, whether or not the file has a column for it.
  return found.filter(([column]) => columns.includes(column) || (column === 'visitReason' && columns.includes('visits')))
    .map(([column, finding]) => ({ row: service.row, column: columnName(column), ...finding }));
}
