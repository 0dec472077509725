import { dateFromSerial } from 'numfmt';
import { fromJalali, isGregorianDate, isJalaliDate, isoDate, jalaliText, readDateParts } from '../../../persian/jalali.ts';
import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { repaired, warning, type Cell } from '../finding.ts';
import { repairPlain } from '../repair.ts';

/** Systems write when, too: «2026-05-22T00:00:00», «1405/03/01 10:20». */
const timeOfDay = /(?:T|\s+|[,،]\s*)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/;

const gregorianMonths = [
  'jan(?:uary)?|ژانویه', 'feb(?:ruary)?|فوریه', 'mar(?:ch)?|مارس', 'apr(?:il)?|آوریل|آپریل', 'may|مه|می', 'june?|ژوئن', 'july?|ژوئیه|جولای', 'aug(?:ust)?|اوت|آگوست',
  'sept?(?:ember)?|سپتامبر', 'oct(?:ober)?|اکتبر', 'nov(?:ember)?|نوامبر', 'dec(?:ember)?|دسامبر',
].map((names) => new RegExp(`^(?:${names})$`, 'i'));
const named = [
  /^(?:\p{L}+day,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s\-/.,،]+(?<month>\p{L}+)[\s\-/.,،]+(?<year>\d{4})$/iu,
  /^(?:\p{L}+day,?\s+)?(?<month>\p{L}+)[\s\-/.]+(?<day>\d{1,2})(?:st|nd|rd|th)?[\s\-/,،]+(?<year>\d{4})$/iu,
  /^(?<year>\d{4})[\s\-/.]+(?<month>\p{L}+)[\s\-/.]+(?<day>\d{1,2})$/u,
];

/** «12 May 2024»، «May 12, 2024»، «۱۲ مه ۲۰۲۴» to its numbers; undefined when the month is no Gregorian one. */
function readGregorianName(written: string): [year: number, month: number, day: number] | undefined {
  for (const pattern of named) {
    const { year, month = '', day } = pattern.exec(written)?.groups ?? {};
    const at = gregorianMonths.findIndex((name) => name.test(month));
    if (at >= 0) return [Number(year), at + 1, Number(day)];
  }
  return undefined;
}

/** Days since 1900 as spreadsheets count them, from 2000 to 2050; a text file keeps the bare number of a cell. */
const isSerial = (written: string): boolean => /^\d{5}(?:\.\d+)?$/.test(written) && Number(written) >= 36_526 && Number(written) < 54_789;

/** «تاریخ ویرایش» in any of the ways it arrives, to ISO. A day that does not exist is told and left empty. */
export function readDate(raw: string): Cell<string | null> {
  const { value: text, findings } = repairPlain(raw);
  if (!text) return { value: null, findings };
  const none = (message: string, rule = 'date-impossible'): Cell<null> => ({
    value: null,
    findings: [...findings, warning(rule, message)],
  });
  const written = toAsciiDigits(text).replace(timeOfDay, '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1/$2/$3');

  if (isSerial(written)) {
    const iso = isoDate(...(dateFromSerial(Number(written)).slice(0, 3) as [number, number, number]));
    return { value: iso, findings: [...findings, warning('date-serial', `«${text}» شماره روز در صفحه‌گسترده است و ${jalaliText(iso)} خوانده شد.`)] };
  }
  const gregorian = (year: number, month: number, day: number): Cell<string | null> =>
    isGregorianDate(year, month, day)
      ? { value: isoDate(year, month, day), findings: [...findings, repaired('date-gregorian', `تاریخ میلادی «${text}» خوانده شد.`)] }
      : none(`تاریخ میلادی «${text}» وجود ندارد؛ تاریخ خالی ماند.`);
  const byName = readGregorianName(written);
  if (byName) return byName[0] >= 1900 ? gregorian(...byName) : none(`تاریخ «${text}» وجود ندارد؛ تاریخ خالی ماند.`);

  const dayFirst = /^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$/.exec(written);
  if (dayFirst) {
    const [day, month, year] = dayFirst.slice(1).map(Number) as [number, number, number];
    const iso =
      year >= 1900
        ? isGregorianDate(year, month, day) && isoDate(year, month, day)
        : isJalaliDate({ year, month, day }) && fromJalali({ year, month, day });
    if (!iso) return none(`تاریخ «${text}» وجود ندارد؛ تاریخ خالی ماند.`);
    return {
      value: iso,
      findings: [...findings, warning('date-day-first', `تاریخ «${text}» روز، ماه، سال خوانده شد.`)],
    };
  }
  const read = readDateParts(written);
  if (!read) return none(`تاریخ «${text}» خوانده نشد؛ تاریخ خالی ماند.`, 'date-unread');
  const { yearDigits, named } = read;
  let { year } = read.parts;
  const { month, day } = read.parts;
  if (yearDigits === 4 && year >= 1900) return gregorian(year, month, day);
  if (yearDigits <= 2) year += year < 50 ? 1400 : 1300;
  if (!isJalaliDate({ year, month, day }) || year < 1300 || year > 1500)
    return none(`تاریخ «${text}» وجود ندارد؛ تاریخ خالی ماند.`);
  if (yearDigits <= 2)
    findings.push(warning('date-two-digit-year', `سال در «${text}» دورقمی بود و ${toPersianDigits(year)} خوانده شد.`));
  else if (named || !/^\d{4}\/\d{2}\/\d{2}$/.test(toAsciiDigits(text)))
    findings.push(repaired('date-form', `تاریخ «${text}» یکدست شد.`));
  return { value: fromJalali({ year, month, day }), findings };
}
