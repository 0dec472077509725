import type { Offering } from '../../../contract/offering.ts';
import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { repaired, warning, type Cell } from '../finding.ts';
import { numberPattern, readNumber, saidOnce, splitBetween } from '../numbers.ts';
import { repairWords } from '../repair.ts';

export type Duration = NonNullable<Offering['time']>;
type Unit = Duration['unit'];

const unitPattern = '(?:دقیقه|ساعت(?:\\s*(?:کاری|اداری))?|روز(?:\\s*(?:کاری|اداری))?|هفته(?:\\s*کاری)?|ماه|سال)';
const half = '\\s*و\\s*نیم(?![\\p{L}])';
/** «۲ روز», with what «و» adds to it: «۱ ساعت و ۳۰ دقیقه»، «یک ماه و نیم». */
const span = `(${numberPattern})\\s*(${unitPattern})(?:\\s*و\\s*(${numberPattern})\\s*(${unitPattern})|(${half}))?`;
const range = new RegExp(`(?:(${span})|(${numberPattern}))\\s*(?:تا|الی|-|–|—)\\s*(${span})`, 'u');
const between = new RegExp(`بین\\s*(${numberPattern})\\s*(${unitPattern})?(?:\\s*و\\s*(${numberPattern})\\s*(${unitPattern}))?`, 'u');
const single = new RegExp(`(حداکثر|حداقل|ظرف|تا|کمتر از|نهایتاً?|نهایتا)?\\s*(${span})`, 'u');
const spanAlone = new RegExp(`^${span}$`, 'u');
/** The same once more: «۳۰ روز (یک ماه)». */
const spanAgain = new RegExp(`(${span})\\s*\\(\\s*(?:معادل|یعنی|حداکثر)?\\s*(${span})\\s*\\)`, 'gu');
/** A further part right after a span, or one right before it («۱:۳۰ ساعت»), that the span could not take in. */
const more = new RegExp(`^(?:\\s*و\\s*(?:${numberPattern}\\s*${unitPattern}|نیم|ربع))`, 'u');
const earlier = new RegExp(`(?:${numberPattern}\\s*${unitPattern}\\s*و\\s*|\\d:)$`, 'u');

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

const isPart = (text: string, { index, 0: match }: RegExpExecArray): boolean =>
  more.test(text.slice(index + match.length)) || earlier.test(text.slice(0, index));

interface Span {
  count: number;
  unit: Unit;
}

/** A span in the one unit that says it exactly; undefined where none does («۲ ماه و ۱۰ روز»). */
function readSpan(text: string): Span | undefined {
  const [, first = '', firstUnit = '', second, secondUnit = '', withHalf] = spanAlone.exec(text.trim()) ?? [];
  const number = readNumber(first);
  // More digits than this are a code that stands before the unit by chance.
  // «1.30 ساعت» is perhaps an hour and a half.
  if (number === undefined || number >= 1e7 || /\d[.٫]\d{2}/.test(first)) return undefined;
  const { unit, times } = readUnit(firstUnit);
  const count = (number + (withHalf ? 0.5 : 0)) * times;
  if (!second) return { count, unit };
  const added = readNumber(second);
  const small = readUnit(secondUnit);
  if (added === undefined) return undefined;
  if (unit === 'hour' && small.unit === 'minute') return { count: count * 60 + added, unit: 'minute' };
  return unit === small.unit && small.times < times ? { count: count + added * small.times, unit } : undefined;
}

function readRange(lower: Span | undefined, upper: Span | undefined): Duration | undefined {
  if (!lower || !upper) return undefined;
  const min = (lower.count * minutes[lower.unit]) / minutes[upper.unit];
  return { min: round(Math.min(min, upper.count)), max: round(Math.max(min, upper.count)), unit: upper.unit };
}

/** A month has no exact days, so that between units a little is no difference. */
function sameSpan(a: Span | undefined, b: Span | undefined): boolean {
  if (!a || !b) return false;
  const [one, two] = [a.count * minutes[a.unit], b.count * minutes[b.unit]];
  return one === two || (a.unit !== b.unit && Math.abs(one - two) < one / 50);
}

/** «۱۲/۲۴ ساعت»: no part of an hour has two digits, and the greater one promises nothing too soon. */
const slashed = /(?<![\d/.٫])(\d{1,3})\/([1-9]\d{1,2})(?![\d/.٫])/g;
const slashedRange = (whole: string, low: string, high: string): string => (Number(low) < Number(high) ? `${low} تا ${high}` : whole);

/** The phrase with each time in it once; undefined where what stands in brackets after a time is another one. */
function withoutRepeats(phrase: string): string | undefined {
  let same = true;
  const once = saidOnce(toAsciiDigits(phrase).replace(/\u200c/g, ' ').replace(slashed, slashedRange))
    ?.replace(/(ساعت|روز|هفته)\s*\(\s*(کاری|اداری)\s*\)/g, '$1 $2')
    .replace(spanAgain, (whole: string, first: string) => {
      const again = whole.slice(first.length).replace(/^\s*\(\s*(?:معادل|یعنی|حداکثر)?|\)$/g, '');
      same &&= sameSpan(readSpan(first), readSpan(again));
      return first;
    });
  return same ? once : undefined;
}

/** Nobody says a time in more letters; looking for one in thousands would hold everybody. */
const longestPhrase = 150;

/** One phrase to a duration; undefined when it names none, or none that can be read without doubt. */
export function parseDuration(phrase: string): Duration | undefined {
  if (phrase.length > longestPhrase) return undefined;
  const text = withoutRepeats(phrase)?.replace(/حداقل\s+(.{1,40}?)\s*(?:و|،)?\s*حداکثر\s+/, '$1 تا ');
  if (text === undefined) return undefined;
  const two = between.exec(text);
  if (two) {
    const [, from = '', fromUnit, to, toUnit] = two;
    if (to) return readRange(readSpan(`${from} ${fromUnit ?? toUnit}`), readSpan(`${to} ${toUnit}`));
    if (fromUnit && !/^\s*(?:تا|الی|-|–|—)/.test(text.slice(two.index + two[0].length))) {
      const [low, high] = splitBetween(from) ?? [];
      return low && high ? readRange(readSpan(`${low} ${fromUnit}`), readSpan(`${high} ${fromUnit}`)) : undefined;
    }
  }
  const both = range.exec(text);
  if (both) {
    const [, fromSpan, , , , , , fromNumber, to = '', , toUnit] = both;
    if (isPart(text, both)) return undefined;
    return readRange(readSpan(fromSpan ?? `${fromNumber} ${toUnit}`), readSpan(to));
  }
  const one = single.exec(text);
  if (one) {
    const [, bound, span = ''] = one;
    const read = isPart(text, one) ? undefined : readSpan(span);
    return read && { min: bound && bound !== 'حداقل' ? null : round(read.count), max: round(read.count), unit: read.unit };
  }
  if (/همان روز|بلافاصله|آنی|فوری|در لحظه|برخط/.test(text)) return { min: 0, max: 0, unit: 'day' };
  return undefined;
}

/** «۳»، «۳ تا ۵»: of what only the header can say. */
const bare = /^\d+(?:\s*(?:تا|الی|-|–)\s*\d+)?$/;

/**
 * «مدت زمان ارائه». `unit`: what the header says of a bare number. What stands after «؛» is a remark, unless the first phrase times only one part («۲۰ دقیقه برای ثبت‌نام»)
 * and a later one times the service itself.
 */
export function readDuration(raw: string, unit: string | null = null): Cell<{ time: Duration | null; text: string }> {
  const { value: written, findings } = repairWords(raw);
  const text = unit && bare.test(toAsciiDigits(written)) ? `${written} ${unit}` : written;
  if (!/[\p{L}\p{N}]/u.test(text))
    return {
      value: { time: null, text: '' },
      findings: [...findings, warning('time-missing', 'مدت زمان ارائه اعلام نشده است.')],
    };
  const [first = '', ...rest] = text.split('؛');
  const later = rest.map(parseDuration).find(Boolean);
  const time = (/ برای ثبت/.test(first) && later) || parseDuration(first) || later || null;
  const read = toPersianDigits(toAsciiDigits(text).replace(slashed, slashedRange));
  if (text !== written) findings.push(repaired('time-unit', `مدت زمان «${written}» از روی سرستون «${text}» خوانده شد.`));
  if (time && read !== toPersianDigits(text)) findings.push(warning('time-format', `مدت زمان «${text}» به معنای «${read}» خوانده شد.`));
  return time
    ? { value: { time, text }, findings }
    : {
        value: { time, text },
        findings: [
          ...findings,
          warning('time-unreadable', `مدت زمان «${text}» بی‌تردید خوانده نشد؛ فقط متن آن نشان داده می‌شود.`),
        ],
      };
}
