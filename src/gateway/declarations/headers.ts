import { foldKey, repairText } from '../../persian/fold.ts';
import { repairLamAlef } from '../../persian/lam-alef.ts';
import { distance } from '../../search/distance.ts';

/** Columns of the template, by the name a reading row has them under; the first name is the template's own. */
const names = {
  code: ['شناسه خدمت', 'کد خدمت', 'شناسه ملی خدمت', 'کد شناسه خدمت', 'شناسه', 'کد یکتای خدمت', 'شماره شناسه خدمت', 'شناسه ۱۱ رقمی'],
  title: ['عنوان خدمت', 'عنوان', 'نام خدمت', 'خدمت', 'عنوان خدمات', 'نام خدمات', 'عنوان دقیق خدمت', 'موضوع خدمت'],
  parentCode: ['شناسه خدمت مادر', 'کد خدمت مادر', 'شناسه مادر', 'کد مادر', 'شناسه خدمت اصلی', 'کد خدمت اصلی', 'شناسه کلان خدمت'],
  description: ['شرح خدمت', 'شرح', 'توضیح خدمت', 'توضیحات خدمت', 'معرفی خدمت', 'شرح مختصر خدمت', 'خلاصه خدمت', 'تعریف خدمت'],
  relations: ['نوع خدمت', 'نوع رابطه', 'گونه خدمت'],
  audience: [
    'مخاطبان',
    'خدمت گیرندگان',
    'مخاطبین',
    'نوع مخاطبین',
    'نوع مخاطبان',
    'خدمت‌گیرنده',
    'جامعه هدف',
    'گروه هدف',
    'مخاطب',
    'مخاطب خدمت',
    'ذی‌نفعان',
    'متقاضیان',
    'مشمولان',
  ],
  nature: ['ماهیت', 'ماهیت خدمت', 'حاکمیتی / تصدی‌گری'],
  levels: ['سطح', 'سطح خدمت', 'سطح ارائه', 'سطح ارائه خدمت'],
  lifeEvents: ['رویداد زندگی', 'رویداد مرتبط', 'رویداد مرتبط با', 'رویداد', 'رویدادهای زندگی', 'خدمت مرتبط با رویداد'],
  trigger: ['نحوه آغاز', 'نحوه آغاز خدمت', 'نحوه شروع', 'نحوه شروع خدمت', 'شیوه آغاز خدمت'],
  documents: [
    'مدارک لازم',
    'مدارک مورد نیاز',
    'مدارک',
    'مدارک لازم برای انجام خدمت',
    'مدارک لازم برای ارائه خدمت',
    'مستندات لازم',
    'مستندات مورد نیاز',
    'فهرست مدارک',
    'مدارک و مستندات',
    'شرایط و مدارک',
  ],
  laws: [
    'قوانین و مقررات',
    'قوانین و مقررات بالادستی',
    'مستندات قانونی',
    'مستند قانونی',
    'مبنای قانونی',
    'قوانین',
    'قوانین و مقررات مرتبط',
    'مقررات',
  ],
  time: [
    'مدت زمان ارائه',
    'متوسط مدت زمان ارائه خدمت',
    'متوسط مدت زمان ارائه',
    'متوسط زمان ارائه خدمت',
    'مدت زمان',
    'مدت زمان ارائه خدمت',
    'مدت زمان انجام',
    'مدت زمان انجام خدمت',
    'مدت انجام',
    'مدت انجام کار',
    'مدت زمان انجام کار',
    'زمان انجام کار',
    'زمان',
    'زمان ارائه',
    'زمان ارائه خدمت',
    'زمان انجام',
    'زمان انجام خدمت',
    'زمان پاسخگویی',
    'مهلت',
    'مهلت انجام',
  ],
  frequency: ['تواتر', 'تواتر خدمت', 'تناوب', 'دوره تکرار'],
  visits: [
    'تعداد مراجعه حضوری',
    'تعداد بار مراجعه',
    'تعداد بار مراجعه حضوری',
    'تعداد مراجعه',
    'تعداد مراجعات حضوری',
    'تعداد مراجعات',
    'دفعات مراجعه',
    'دفعات مراجعه حضوری',
    'مراجعه حضوری',
  ],
  visitReason: ['ضرورت مراجعه حضوری', 'ذکر ضرورت مراجعه حضوری', 'علت مراجعه حضوری', 'دلیل مراجعه حضوری', 'ضرورت مراجعه', 'علت مراجعه'],
  fee: [
    'هزینه',
    'هزینه ارائه خدمت',
    'هزینه ارائه خدمت به خدمت گیرندگان',
    'هزینه خدمت',
    'هزینه‌ها',
    'هزینه به ریال',
    'تعرفه',
    'تعرفه خدمت',
    'مبلغ',
    'مبلغ به ریال',
    'مبالغ',
    'بهای خدمت',
    'کارمزد',
  ],
  channels: [
    'نحوه دسترسی',
    'نحوه دسترسی به خدمت',
    'شیوه دسترسی',
    'روش دسترسی',
    'کانال‌های ارائه',
    'کانال ارائه خدمت',
    'روش ارائه',
    'نحوه ارائه',
    'نحوه ارائه خدمت',
    'شیوه ارائه',
  ],
  link: [
    'نشانی اینترنتی',
    'لینک خدمت',
    'لینک',
    'لینک دریافت خدمت',
    'لینک سامانه',
    'پیوند',
    'پیوند خدمت',
    'آدرس اینترنتی',
    'آدرس اینترنتی خدمت',
    'نشانی اینترنتی خدمت',
    'نشانی وبگاه',
    'نشانی سامانه',
    'آدرس سایت',
    'آدرس سامانه',
    'آدرس دقیق وبگاه',
    'آدرس دقیق و مستقیم خدمت در وبگاه',
    'درگاه خدمت',
  ],
  inquiries: ['استعلام‌ها', 'استعلام', 'استعلامات', 'استعلام از دستگاه‌ها', 'استعلام‌های لازم', 'استعلام‌های مورد نیاز'],
  steps: [
    'مراحل',
    'مراحل گردش کار',
    'مراحل خدمت',
    'مراحل انجام',
    'مراحل انجام خدمت',
    'مراحل انجام کار',
    'مراحل دریافت خدمت',
    'گردش کار',
    'فرایند انجام کار',
    'فرایند خدمت',
    'فرآیند خدمت',
    'روند انجام کار',
  ],
  unitName: ['واحد مسئول', 'واحد پاسخگو', 'واحد ارائه‌دهنده', 'واحد ارائه‌دهنده خدمت', 'واحد', 'نام واحد', 'اداره مسئول', 'واحد متولی', 'محل مراجعه'],
  floor: ['طبقه', 'شماره طبقه'],
  room: ['اتاق', 'شماره اتاق', 'باجه', 'شماره باجه'],
  phone: [
    'تلفن پاسخگو',
    'شماره تماس',
    'تلفن',
    'تلفن تماس',
    'شماره تلفن',
    'تلفن پاسخگویی',
    'شماره تلفن پاسخگو',
    'تلفن واحد',
  ],
  hours: ['ساعات کار', 'ساعت کار', 'ساعات پاسخگویی', 'ساعت پاسخگویی', 'ساعات کاری', 'ساعت کاری', 'ساعات مراجعه', 'زمان مراجعه', 'روز و ساعت مراجعه'],
  keywords: ['کلیدواژه‌ها', 'کلید واژه', 'کلیدواژه', 'کلمات کلیدی', 'کلیدواژگان', 'واژه‌های کلیدی', 'برچسب‌ها'],
  questions: ['پرسش‌های متداول', 'سوالات متداول', 'سؤال‌های متداول', 'پرسش و پاسخ', 'پرسش‌های پرتکرار', 'سوالات پرتکرار'],
  editedOn: [
    'تاریخ ویرایش',
    'تاریخ آخرین ویرایش',
    'آخرین ویرایش',
    'تاریخ بازنگری',
    'تاریخ آخرین بازنگری',
    'تاریخ به‌روزرسانی',
    'تاریخ آخرین به‌روزرسانی',
    'آخرین به‌روزرسانی',
    'آخرین بروزرسانی',
    'تاریخ بروزرسانی',
    'تاریخ آخرین بروزرسانی',
    'تاریخ تکمیل',
  ],
  // Known and of no use here.
  rowNumber: ['ردیف', 'شماره ردیف', 'شماره'],
} as const;

export type Column = keyof typeof names;

/** Columns of the template in its order. */
export const templateColumns = (Object.keys(names) as Column[]).filter((column) => column !== 'rowNumber');

/** The template's own name of a column, for findings. */
export const columnName = (column: Column): string => names[column][0];

const byName = new Map((Object.keys(names) as Column[]).map((column) => [columnName(column), column]));
/** The column that a finding names. */
export const columnOf = (name: string | null): Column | null => (name === null ? null : (byName.get(name) ?? null));

const key = (header: string): string =>
  foldKey(repairLamAlef(repairText(header)).text)
    .replace(/\(.*?\)/g, '')
    // Forms number their fields.
    .replace(/^\s*\p{N}+\s*[-–.):]/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
/** All names of a column, and its own in a program, which JSON has it under. */
const byKey = new Map(
  Object.entries(names).flatMap(([column, all]) => [column, ...all].map((name) => [key(name), column as Column] as const)),
);

/** What the names of a file mean, given by the person who knows it: by their header as written; null leaves it out. */
export type ColumnMapping = Record<string, Column | null>;

/** A header nobody knows, with its place in the row, the column it is perhaps and some of what stands under it. */
export interface UnknownHeader {
  header: string;
  at: number;
  near: Column | null;
  examples: string[];
}

/** What the header says that bare numbers are: «هزینه (تومان)»، «مدت انجام (روز)». */
export interface Units {
  fee: 'ریال' | 'تومان' | null;
  time: string | null;
}

export interface HeaderRow {
  /** By place in the row; null for a column nobody knows. */
  columns: (Column | null)[];
  /** Headers as written, of columns that the template lacks. */
  unknown: UnknownHeader[];
  /** How many columns were recognised; of the same column the first counts. */
  known: number;
  units: Units;
}

/** The column of which a name differs least, where it differs by little: a slip, an ending, a word more. */
function nearest(header: string): Column | null {
  const own = key(header);
  let best: Column | null = null;
  let least = own.length < 5 ? 2 : Math.floor(own.length / 3) + 1;
  for (const [name, column] of byKey) {
    const within = name.length > 4 && own.length > 4 && (own.includes(name) || name.includes(own)) ? 1 : least;
    const far = within < least ? within : distance(own, name, least);
    if (far < least) [best, least] = [column, far];
  }
  return best;
}

/** A cell as a header nobody knows. */
export const unknownHeader = (cell: string, at: number): UnknownHeader => ({ header: repairText(cell), at, near: nearest(cell), examples: [] });

/** No name is as long, with all that stands in brackets behind it: the rest is text. */
const longestName = 300;
/** The column that a name stands for by itself. */
export const columnOfHeader = (name: string): Column | undefined => (name.length > longestName ? undefined : byKey.get(key(name)));

/** A name that stands for a column, by what was said of it or by itself. */
export const isHeader = (name: string, mapping: ColumnMapping = {}): boolean =>
  columnOfHeader(name) !== undefined || Object.keys(mapping).some((header) => key(header) === key(name));

/** A row that says once more what the columns are: the header is printed anew on each page. */
export function isHeaderAgain(cells: string[], columns: HeaderRow['columns'], mapping?: ColumnMapping): boolean {
  const own = cells.filter((cell, at) => columns[at] && cell.trim());
  return own.length > 1 && own.every((cell) => isHeader(cell, mapping));
}

export function unitsOf(fee: string, time: string): Units {
  const currencies = new Set(repairText(fee).match(/ریال|تومان|تومن/g)?.map((name) => (name === 'ریال' ? name : 'تومان')));
  const [, span] = /(?:\(|(?:به|بر ?حسب)\s)\s*(?:به\s+)?((?:روز|ساعت)(?: کاری)?|دقیقه|هفته|ماه)\s*\)?$/.exec(repairText(time)) ?? [];
  return { fee: currencies.size === 1 ? ([...currencies][0] as Units['fee']) : null, time: span ?? null };
}

/**
 * Reads a row as a header; undefined when it is none: no column for the title, or fewer than four known ones where others
 * are not known.
 */
export function readHeader(cells: string[], mapping: ColumnMapping = {}): HeaderRow | undefined {
  const mapped = new Map(Object.entries(mapping).map(([header, column]) => [key(header), column] as const));
  const columns = cells.map((): Column | null => null);
  const seen = new Set<Column>();
  const keys = cells.map(key);
  const place = (of: (name: string) => Column | null | undefined) => {
    for (const [at, name] of keys.entries()) {
      const column = of(name);
      if (!column || columns[at] || seen.has(column)) continue;
      seen.add(column);
      columns[at] = column;
    }
  };
  // What a person says of a header goes before what its name says.
  place((name) => mapped.get(name));
  place((name) => (mapped.has(name) ? null : byKey.get(name)));
  const others = cells.flatMap((cell, at) => (!columns[at] && cell.trim() && mapped.get(keys[at]!) !== null ? [at] : []));
  if (!seen.has('title') || seen.size < (others.length ? 4 : 2)) return undefined;
  const unknown = others.map((at) => unknownHeader(cells[at]!, at));
  return { columns, unknown, known: seen.size, units: unitsOf(cells[columns.indexOf('fee')] ?? '', cells[columns.indexOf('time')] ?? '') };
}
