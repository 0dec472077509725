import type { Offering } from '../../../contract/offering.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { warning, type Cell } from '../finding.ts';
import { numberPattern, readNumber } from '../numbers.ts';
import { repairWords } from '../repair.ts';

export type Duration = NonNullable<Offering['time']>;
type Unit = Duration['unit'];

const unitPattern = '(?:دقیقه|ساعت(?:\\s*(?:کاری|اداری))?|روز(?:\\s*(?:کاری|اداری))?|هفته(?:\\s*کاری)?|ماه|سال)';
const amount = `(${numberPattern})`;
const range = new RegExp(
  `(?:از|بین)?\\s*${amount}\\s*(${unitPattern})?\\s*(?:تا|الی|و|-|–|—)\\s*${amount}\\s*(${unitPattern})`,
  'u',
);
const single = new RegExp(`(حداکثر|حداقل|ظرف|تا|کمتر از|نهایتاً?|نهایتا)?\\s*${amount}\\s*(${unitPattern})`, 'u');

/** A unit as written, and how many contract units it is. */
function readUnit(text: string): { unit: Unit; times: number } {
  const work = /کاری|اداری/.test(text);
  if (text.startsWith('دقیقه')) return { unit: 'minute', times: 1 };
  if (text.startsWith('ساعت')) return { unit: work ? 'workHour' : 'hour', times: 1 };
  if (text.startsWith('هفته')) return work ? { unit: 'workDay', times: 5 } : { unit: 'day', times: 7 };
  if (text.startsWith('روز')) return { unit: work ? 'workDay' : 'day', times: 1 };
  return { unit: 'month', times: text.startsWith('سال') ? 12 : 1 };
}

/** Minutes of a unit, only to put the lower bound of a mixed range into the unit of the upper one. */
const minutes: Record<Unit, number> = { minute: 1, hour: 60, workHour: 60, day: 1440, workDay: 1440, month: 43_200 };
const round = (value: number): number => Math.round(value * 100) / 100;

/** One phrase to a duration; undefined when it names none. */
export function parseDuration(phrase: string): Duration | undefined {
  const text = toAsciiDigits(phrase).replace(/\u200c/g, ' ');
  const both = range.exec(text);
  if (both) {
    const [, from = '', fromUnit, to = '', toUnit = ''] = both;
    const upper = readUnit(toUnit);
    const lower = fromUnit ? readUnit(fromUnit) : upper;
    const max = (readNumber(to) ?? 0) * upper.times;
    const min = ((readNumber(from) ?? 0) * lower.times * minutes[lower.unit]) / minutes[upper.unit];
    return { min: round(Math.min(min, max)), max: round(Math.max(min, max)), unit: upper.unit };
  }
  const one = single.exec(text);
  if (one) {
    const [, bound, count = '', unitText = ''] = one;
    const { unit, times } = readUnit(unitText);
    const max = round((readNumber(count) ?? 0) * times);
    return { min: bound && bound !== 'حداقل' ? null : max, max, unit };
  }
  if (/همان روز|بلافاصله|آنی|فوری|در لحظه|برخط/.test(text)) return { min: 0, max: 0, unit: 'day' };
  return undefined;
}

/**
 * «مدت زمان ارائه». What stands after «؛» is a remark, unless the first phrase times only one part («۲۰ دقیقه برای ثبت‌نام»)
 * and a later one times the service itself.
 */
export function readDuration(raw: string): Cell<{ time: Duration | null; text: string }> {
  const { value: text, findings } = repairWords(raw);
  if (!text)
    return {
      value: { time: null, text },
      findings: [...findings, warning('time-missing', 'مدت زمان ارائه اعلام نشده است.')],
    };
  const [first = '', ...rest] = text.split('؛');
  const later = rest.map(parseDuration).find(Boolean);
  const time = (/ برای ثبت/.test(first) && later) || parseDuration(first) || later || null;
  return time
    ? { value: { time, text }, findings }
    : {
        value: { time, text },
        findings: [
          ...findings,
          warning('time-unreadable', `مدت زمان «${text}» خوانده نشد؛ فقط متن آن نشان داده می‌شود.`),
        ],
      };
}
