import { fromJalali, isGregorianDate, isJalaliDate, isoDate, readDateParts } from '../../../persian/jalali.ts';
import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { repaired, warning, type Cell } from '../finding.ts';
import { repairPlain } from '../repair.ts';

/** Systems write when, too: «2026-05-22T00:00:00», «1405/03/01 10:20». */
const timeOfDay = /(?:T|\s+|[,،]\s*)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/;

/** «تاریخ ویرایش» in any of the ways it arrives, to ISO. A day that does not exist is told and left empty. */
export function readDate(raw: string): Cell<string | null> {
  const { value: text, findings } = repairPlain(raw);
  if (!text) return { value: null, findings };
  const none = (message: string, rule = 'date-impossible'): Cell<null> => ({
    value: null,
    findings: [...findings, warning(rule, message)],
  });
  const written = toAsciiDigits(text).replace(timeOfDay, '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1/$2/$3');

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
  if (yearDigits === 4 && year >= 1900) {
    if (!isGregorianDate(year, month, day)) return none(`تاریخ میلادی «${text}» وجود ندارد؛ تاریخ خالی ماند.`);
    return {
      value: isoDate(year, month, day),
      findings: [...findings, repaired('date-gregorian', `تاریخ میلادی «${text}» خوانده شد.`)],
    };
  }
  if (yearDigits <= 2) year += year < 50 ? 1400 : 1300;
  if (!isJalaliDate({ year, month, day }) || year < 1300 || year > 1500)
    return none(`تاریخ «${text}» وجود ندارد؛ تاریخ خالی ماند.`);
  if (yearDigits <= 2)
    findings.push(warning('date-two-digit-year', `سال در «${text}» دورقمی بود و ${toPersianDigits(year)} خوانده شد.`));
  else if (named || !/^\d{4}\/\d{2}\/\d{2}$/.test(toAsciiDigits(text)))
    findings.push(repaired('date-form', `تاریخ «${text}» یکدست شد.`));
  return { value: fromJalali({ year, month, day }), findings };
}
