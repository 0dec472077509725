import { readFile } from 'node:fs/promises';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { HoursRef } from '../../contract/agency.ts';
import type { ExplanationStep } from '../../contract/clock.ts';
import { toPersianDigits } from '../../persian/digits.ts';
import { fromJalali, isJalaliDate, jalaliMonths, toJalali } from '../../persian/jalali.ts';
import { CalendarFileError, readCalendarFile } from '../../rules/calendar-file.ts';
import { computeDue, type Pause } from '../../rules/clock.ts';
import { readLength } from '../../rules/promise.ts';
import { wireInstant, type Place } from '../../rules/working-calendar.ts';
import { command, CommandError } from './command.ts';

const weekdays = ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'];
const units = { D: 'روز', WD: 'روز کاری', M: 'ماه', TH: 'ساعت', TWH: 'ساعت کاری', TM: 'دقیقه' } as const;

/** «شنبه ۷ آذر ۱۴۰۵» */
function dayText(date: string): string {
  const { year, month, day } = toJalali(date);
  return toPersianDigits(`${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${day} ${jalaliMonths[month - 1]} ${year}`);
}
/** «شنبه ۷ آذر ۱۴۰۵ ساعت ۱۰:۱۲» from an instant in wall time. */
const timeText = (at: string): string => `${dayText(at.slice(0, 10))} ساعت ${toPersianDigits(at.slice(11, 16))}`;

function lengthText(length: string): string {
  const { count, unit } = readLength(length);
  return `${toPersianDigits(String(count))} ${units[unit]}`;
}

function line(step: ExplanationStep): string {
  switch (step.step) {
    case 'filed':
      return `ثبت شد: ${timeText(step.at)}.`;
    case 'startMoved':
      return `اداره بسته بود؛ از ${timeText(step.to)} به حساب آمد.`;
    case 'counted':
      if (readLength(step.length).count === 0) return `پاسخ در همان روز: ${dayText(step.lastDay)}.`;
      return step.firstDay === step.lastDay
        ? `${lengthText(step.length)} شمرده شد: ${dayText(step.firstDay)}.`
        : `${lengthText(step.length)} شمرده شد: از ${dayText(step.firstDay)} تا ${dayText(step.lastDay)}.`;
    case 'skipped':
    case 'closed': {
      const why = { weekend: 'تعطیل هفتگی', holiday: 'تعطیل رسمی', closure: 'تعطیلی اعلام‌شده' }[step.reason];
      return `${dayText(step.date)} ${step.step === 'skipped' ? 'شمرده نشد' : 'اداره بسته است'}: ${why}${step.title ? `، ${step.title}` : ''}.`;
    }
    case 'dueMoved':
      return `مهلت از ${dayText(step.from)} به ${dayText(step.to)} رفت.`;
    case 'paused':
      return step.to
        ? `از ${timeText(step.from)} تا ${timeText(step.to)}، ساعت مهلت ایستاد.`
        : `از ${timeText(step.from)}، ساعت مهلت ایستاده است.`;
    case 'recalculated':
      return `${timeText(step.at)}: مهلت از ${timeText(step.from)} به ${timeText(step.to)} رفت؛ علت: ${step.why}.`;
    case 'due':
      return `مهلت پاسخ: ${timeText(step.at)}.`;
  }
}

async function readCalendar(province: string): Promise<WorkingCalendar> {
  if (!/^[a-z0-9-]+$/.test(province)) throw new CommandError(`"${province}" is no name of a province.`);
  const file = new URL(`../../../demo/data/${province}/calendar.json`, import.meta.url);
  try {
    return readCalendarFile(JSON.parse(await readFile(file, 'utf8')), 1);
  } catch (error) {
    if (error instanceof CalendarFileError || error instanceof SyntaxError) throw new CommandError(`demo/data/${province}/calendar.json: ${error.message}`);
    throw new CommandError(`No calendar of "${province}": there is no demo/data/${province}/calendar.json.`);
  }
}

/** An ISO instant; one without an offset is meant in the wall time of the calendar. */
function readInstant(text: string, offset: string): Date {
  const [, year, month, day, rest = ''] = /^(1[2-4]\d\d)-(\d{1,2})-(\d{1,2})(.*)$/.exec(text) ?? [];
  if (year !== undefined) {
    const persian = { year: Number(year), month: Number(month), day: Number(day) };
    const example = isJalaliDate(persian) ? `${fromJalali(persian)}${rest}` : '2026-11-28T10:12';
    throw new CommandError(`"${text}" has a Persian year; write the Gregorian date, ${isJalaliDate(persian) ? '' : 'such as '}${example}.`);
  }
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text;
  const at = new Date(/(Z|[+-]\d{2}:\d{2})$/i.test(full) ? full : `${full}${offset}`);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(full) || Number.isNaN(at.getTime())) {
    throw new CommandError(`"${text}" is no time like 2026-11-28T10:12 or 2026-11-28T06:42:00Z.`);
  }
  return at;
}

function readPause(text: string, offset: string): Pause {
  const [from, to, more] = text.split('/');
  if (!from || to === undefined || more !== undefined) throw new CommandError(`--pause "${text}" is not FROM/TO.`);
  const pause = { from: readInstant(from, offset), to: to ? readInstant(to, offset) : null };
  if (pause.to && pause.to < pause.from) throw new CommandError(`--pause "${text}" ends before it begins.`);
  return pause;
}

const hoursRefs: readonly string[] = ['office', 'police10', 'around-the-clock'] satisfies HoursRef[];

command({
  name: 'npm run clock -- --province alborz --policy P10WD --from 2026-11-28T10:12 [--pause FROM/TO]...',
  help: `
Counts when a promise is due on a province's working calendar (demo/data/PROVINCE/calendar.json) and prints how, step by step.

  --province P   alborz (default), isfahan
  --policy L     P10D calendar days, P10WD working days, P2M Persian months, PT72H clock hours, PT24WH working hours, PT30M minutes
  --from T       when it was filed: ISO in the Gregorian calendar, 2026-11-28T10:12; without an offset, wall time of the province
  --pause A/B    a time in which the clock stood still; may be given again
  --county C     closures of this county count too
  --agency A     closures of this agency count too
  --hours H      office (default), police10, around-the-clock

Last line: {"dueAt", "startedAt", "explanation"}.`,
  options: {
    province: { type: 'string', default: 'alborz' },
    policy: { type: 'string' },
    from: { type: 'string' },
    pause: { type: 'string', multiple: true },
    county: { type: 'string' },
    agency: { type: 'string' },
    hours: { type: 'string', default: 'office' },
  },
  run: async ({ values }) => {
    if (!values.policy || !values.from) throw new CommandError('Give --policy and --from.');
    if (!hoursRefs.includes(values.hours)) throw new CommandError(`--hours is one of ${hoursRefs.join(', ')}.`);
    const calendar = await readCalendar(values.province);
    const place: Place = {
      hours: values.hours as HoursRef, county: values.county ?? null, ...(values.agency !== undefined && { agency: values.agency }),
    };
    const pauses = (values.pause ?? []).map((text) => readPause(text, calendar.utcOffset));
    pauses.sort((a, b) => a.from.getTime() - b.from.getTime());
    try {
      const { dueAt, startedAt, explanation } = computeDue({
        policy: values.policy, filedAt: readInstant(values.from, calendar.utcOffset), calendar, place, pauses,
      });
      process.stdout.write(`${explanation.map(line).join('\n')}\n`);
      return { ok: true, json: { dueAt: wireInstant(calendar, dueAt), startedAt: wireInstant(calendar, startedAt), explanation } };
    } catch (error) {
      throw error instanceof RangeError ? new CommandError(error.message) : error;
    }
  },
});
