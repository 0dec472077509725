import { foldKey, repairText } from '../../persian/fold.ts';
import { repairLamAlef } from '../../persian/lam-alef.ts';

/** Columns of the template, by the name a reading row has them under; the first name is the template's own. */
const names = {
  code: ['شناسه خدمت', 'کد خدمت', 'شناسه ملی خدمت', 'کد شناسه خدمت'],
  title: ['عنوان خدمت', 'عنوان', 'نام خدمت'],
  parentCode: ['شناسه خدمت مادر', 'کد خدمت مادر', 'شناسه مادر', 'کد مادر'],
  description: ['شرح خدمت', 'شرح', 'توضیح خدمت', 'توضیحات خدمت'],
  relations: ['نوع خدمت'],
  audience: ['مخاطبان', 'خدمت گیرندگان', 'مخاطبین', 'نوع مخاطبین', 'خدمت‌گیرنده', 'جامعه هدف'],
  nature: ['ماهیت', 'ماهیت خدمت'],
  levels: ['سطح', 'سطح خدمت'],
  lifeEvents: ['رویداد زندگی', 'رویداد مرتبط', 'رویداد مرتبط با', 'رویداد'],
  trigger: ['نحوه آغاز', 'نحوه آغاز خدمت', 'نحوه شروع'],
  documents: ['مدارک لازم', 'مدارک مورد نیاز', 'مدارک', 'مدارک لازم برای انجام خدمت'],
  laws: ['قوانین و مقررات', 'قوانین و مقررات بالادستی', 'مستندات قانونی'],
  time: [
    'مدت زمان ارائه',
    'متوسط مدت زمان ارائه خدمت',
    'متوسط مدت زمان ارائه',
    'مدت زمان',
    'زمان ارائه',
    'زمان انجام خدمت',
  ],
  frequency: ['تواتر', 'تواتر خدمت'],
  visits: ['تعداد مراجعه حضوری', 'تعداد بار مراجعه', 'تعداد بار مراجعه حضوری', 'تعداد مراجعه'],
  visitReason: ['ضرورت مراجعه حضوری', 'ذکر ضرورت مراجعه حضوری', 'علت مراجعه حضوری'],
  fee: ['هزینه', 'هزینه ارائه خدمت', 'هزینه خدمت', 'تعرفه', 'مبلغ'],
  channels: ['نحوه دسترسی', 'نحوه دسترسی به خدمت', 'شیوه دسترسی'],
  link: ['نشانی اینترنتی', 'لینک خدمت', 'لینک دریافت خدمت', 'آدرس اینترنتی', 'نشانی وبگاه', 'آدرس دقیق وبگاه'],
  inquiries: ['استعلام‌ها', 'استعلام', 'استعلامات'],
  steps: ['مراحل', 'مراحل گردش کار', 'مراحل خدمت', 'گردش کار'],
  unitName: ['واحد مسئول', 'واحد پاسخگو', 'واحد ارائه‌دهنده', 'واحد'],
  floor: ['طبقه'],
  room: ['اتاق', 'شماره اتاق'],
  phone: ['تلفن پاسخگو', 'شماره تماس', 'تلفن', 'تلفن تماس'],
  hours: ['ساعات کار', 'ساعت کار', 'ساعات پاسخگویی', 'ساعات کاری'],
  keywords: ['کلیدواژه‌ها', 'کلید واژه', 'کلمات کلیدی', 'کلیدواژگان'],
  questions: ['پرسش‌های متداول', 'سوالات متداول', 'سؤال‌های متداول', 'پرسش و پاسخ'],
  editedOn: ['تاریخ ویرایش', 'تاریخ آخرین ویرایش', 'آخرین ویرایش', 'تاریخ بازنگری'],
  // Known and of no use here.
  rowNumber: ['ردیف', 'شماره ردیف', 'شماره'],
} as const;

export type Column = keyof typeof names;

/** The template's own name of a column, for findings. */
export const columnName = (column: Column): string => names[column][0];

const key = (header: string): string =>
  foldKey(repairLamAlef(repairText(header)).text)
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
const byKey = new Map(
  Object.entries(names).flatMap(([column, all]) => all.map((name) => [key(name), column as Column] as const)),
);

export interface HeaderRow {
  /** By place in the row; null for a column nobody knows. */
  columns: (Column | null)[];
  /** Headers as written, of columns that the template lacks. */
  unknown: string[];
  /** How many columns were recognised; of the same column the first counts. */
  known: number;
  /** The header of the fee column says that amounts are in rial. */
  feeInRial: boolean;
}

/** Reads a row as a header; undefined when it is none: fewer than four known columns, or none for the title. */
export function readHeader(cells: string[]): HeaderRow | undefined {
  const seen = new Set<Column>();
  const unknown: string[] = [];
  const columns = cells.map((cell) => {
    const column = byKey.get(key(cell));
    if (column && !seen.has(column)) {
      seen.add(column);
      return column;
    }
    if (cell.trim()) unknown.push(repairText(cell));
    return null;
  });
  if (seen.size < 4 || !seen.has('title')) return undefined;
  const fee = cells[columns.indexOf('fee')] ?? '';
  return { columns, unknown, known: seen.size, feeInRial: /ریال/.test(repairText(fee)) };
}
