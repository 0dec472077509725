import { msg, str } from '@lit/localize';
import type { Calendar } from '../../../core/controls/date-parts.ts';
import { formatNumber, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { monthNames } from '../../../core/controls/months.ts';

type Params = Record<string, string | number>;

/** Why three controls hold no date, exactly: «اسفند ۱۴۰۴ فقط ۲۹ روز دارد.» Call while rendering. */
export function dateProblemText(locale: Locale, label: string, code: string, params: Params): string {
  const calendar = params['calendar'] as Calendar;
  const year = localDigits(locale, String(params['year']));
  const example = localDigits(locale, calendar === 'persian' ? '1370' : '1991');
  switch (code) {
    case 'incomplete': return incompleteText(label, String(params['part']));
    case 'notDigits': return msg(str`روز و سال «${label}» را با رقم بنویسید.`, { id: 'issue.dateDigits' });
    case 'twoDigitYear': return msg(str`سال «${label}» را با چهار رقم بنویسید، مانند ${example}.`, { id: 'issue.twoDigitYear' });
    case 'otherCalendar':
      return calendar === 'persian'
        ? msg(str`سال «${label}» را به هجری شمسی بنویسید، مانند ${example}؛ ${year} میلادی است.`, { id: 'issue.yearIsGregorian' })
        : msg(str`سال «${label}» را به میلادی بنویسید، مانند ${example}؛ ${year} شمسی است.`, { id: 'issue.yearIsPersian' });
    case 'year': return msg(str`سال «${label}» درست نیست. آن را با چهار رقم بنویسید، مانند ${example}.`, { id: 'issue.year' });
    case 'dayRange': return msg(str`روز «${label}» باید از ۱ تا ${formatNumber(locale, Number(params['length']))} باشد.`, { id: 'issue.dayRange' });
    case 'noSuchDay': {
      const month = monthNames(locale, calendar)[Number(params['month']) - 1] ?? '';
      const length = formatNumber(locale, Number(params['length']));
      return msg(str`«${label}»: ${month} ${year} فقط ${length} روز دارد.`, { id: 'issue.noSuchDay' });
    }
    default: return msg(str`«${label}» تاریخ درستی نیست.`, { id: 'issue.date' });
  }
}

function incompleteText(label: string, part: string): string {
  switch (part) {
    case 'day': return msg(str`روز «${label}» را هم بنویسید.`, { id: 'issue.dayMissing' });
    case 'month': return msg(str`ماه «${label}» را هم انتخاب کنید.`, { id: 'issue.monthMissing' });
    default: return msg(str`سال «${label}» را هم بنویسید.`, { id: 'issue.yearMissing' });
  }
}
