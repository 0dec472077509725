import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { dateGrid } from '../../../core/controls/date-grid.ts';
import { dateParts, type Calendar } from '../../../core/controls/date-parts.ts';
import { inDays } from '../../../core/controls/month-grid.ts';
import { formatDate, formatDay, localDigits } from '../../../i18n/formats.ts';
import type { FormModel, Popup } from './model.ts';
import { monthNames } from '../../../core/controls/months.ts';

interface Picking {
  id: string;
  label: string;
  calendar: Calendar;
  chosen: string | undefined;
  notBefore: string | undefined;
  notAfter: string | undefined;
}

const weekdays = ['ی', 'د', 'س', 'چ', 'پ', 'ج', 'ش'];

/** The calendar of one date field, opened at a day. */
export function calendarView(model: FormModel, { path, day, onGrid }: Extract<Popup, { day: string }>, picking: Picking): TemplateResult {
  const { locale, filling: { session: { today } } } = model;
  const { id, label, calendar, chosen, notBefore, notAfter } = picking;
  const close = () => {
    model.open(undefined);
    model.focusId(`${id}-calendar`);
  };
  return dateGrid({
    id, calendar, day, onGrid, chosen, notBefore, notAfter, today,
    rtl: locale === 'fa',
    words: {
      title: msg(str`${label}: انتخاب از تقویم`, { id: 'form.calendarOf' }),
      earlierMonth: msg('ماه پیش', { id: 'calendar.earlierMonth' }), laterMonth: msg('ماه بعد', { id: 'calendar.laterMonth' }),
      earlierYear: msg('سال پیش', { id: 'calendar.earlierYear' }), laterYear: msg('سال بعد', { id: 'calendar.laterYear' }),
      close: msg('بستن تقویم', { id: 'calendar.close' }),
    },
    monthName: (iso) => {
      const { year, month } = inDays(iso, calendar);
      return `${monthNames(locale, calendar)[month - 1]} ${localDigits(locale, String(year))}`;
    },
    dayNumber: (number) => localDigits(locale, String(number)),
    // With its year: months of another one can be turned up.
    dayName: (iso) => `${weekdayName(locale, iso)} ${formatDate(locale, iso)}`,
    weekday: (iso) => {
      const whole = weekdayName(locale, iso);
      return { short: locale === 'fa' ? weekdays[new Date(iso).getUTCDay()]! : whole.slice(0, 2), whole };
    },
    onDay: (iso, focused) => model.open({ path, day: iso, onGrid: focused }),
    onChoose: (iso) => {
      model.set(path, dateParts(iso, calendar));
      close();
      model.leave(path);
    },
    onClose: close,
  });
}

const weekdayName = (locale: FormModel['locale'], iso: string): string => formatDay(locale, iso).split(' ')[0]!;
