import { toAsciiDigits } from '../../persian/digits.ts';
import { hundreds, ones, tens } from '../../persian/number-words.ts';

const scales: Record<string, number> = { هزار: 1e3, میلیون: 1e6, میلیارد: 1e9 };
const words: Record<string, number> = { یکصد: 100, هیجده: 18, نیم: 0.5 };
for (const [list, step] of [[ones, 1], [tens, 10], [hundreds, 100]] as const)
  list.forEach((word, i) => word && (words[word] = i * step));

const oneOf = (list: string[]): string => `(?:${list.sort((a, b) => b.length - a.length).join('|')})`;
const gap = '[\\s\\u200c]*';
const scale = oneOf(Object.keys(scales));
/** «چهار صد» as well as «چهارصد». */
const spacedHundred = `${oneOf(ones.slice(1, 10))}[\\s\\u200c]+صد`;
const digits = "(?<!\\d[./٫٬,،'’]?)(?:[1-9]\\d{0,2}(?:(?:٫\\d{3}){2,}|(?:[٬,،./'’ ]\\d{3})+)|\\d+(?:[./٫]\\d{1,3})?)(?!\\d)";
// One way to take a text apart, or a long one of such words would take for ever.
const item = `(?:${digits}|${spacedHundred}|(?!${spacedHundred})${oneOf(Object.keys(words))})`;
const part = `(?:${item}(?:${gap}${scale})?|${scale})`;
// «و» between two parts, or only a space after a word: «یک میلیون دویست هزار».
const join = `(?:${gap}و${gap}|(?<=\\p{L})[\\s\\u200c]+(?:(?!${scale})|(?<=${scale}[\\s\\u200c]+)))`;

/**
 * Source of a pattern for all that stands together as one number, in digits, words or both: «۲ میلیون و ۵۰۰ هزار»، «چهل و پنج».
 * It also takes what only looks like one («۲ و ۳»), so that no half of it is read alone. Digits must be ASCII already; needs
 * the flag u.
 */
export const numberPattern = `(?:(?=\\d)|(?<![\\p{L}\\u200c]))${part}(?:${join}${part}){0,15}(?:(?<=\\d|${scale})|(?![\\p{L}\\u200c]))`;

const whole = new RegExp(`^(?:${numberPattern})$`, 'u');
const tokens = new RegExp(`${digits}|${spacedHundred}|${oneOf([...Object.keys(words), ...Object.keys(scales)])}`, 'gu');

/** One word or group of digits to its number; `scaled`: before «هزار» or more. NaN where it could be two. */
function readToken(token: string, scaled: boolean): number {
  if (/^\d{1,3}(?:(?:٫\d{3}){2,}|(?:[٬,،./'’ ]\d{3})+)$/.test(token) && !token.startsWith('0')) {
    // «۵۰٬۰۰۰/۱۰۰٬۰۰۰» are two amounts.
    return new Set(token.replace(/\d/g, '')).size > 1 ? NaN : Number(token.replace(/\D/g, ''));
  }
  const [, before = '', after = ''] = /^(\d+)\/(\d+)$/.exec(token) ?? [];
  // «۱/۵ میلیون» is one and a half, «۱۲/۲۴ ساعت» from twelve to twenty-four; «۳/۵ روز» may be either.
  if (after && Number(before) && !(scaled && after.length === 1 && (Number(before) >= Number(after) || token === '1/5'))) return NaN;
  if (/^\d/.test(token)) return Number(token.replace(/[/٫]/, '.'));
  return words[token] ?? words[token.replace(/[\s\u200c]*صد$/, '')]! * 100;
}

/** «۱۵»، «پانزده»، «۱٫۵»، «یک میلیون و دویست هزار» to a number; undefined when it is none, or could be two («دو سه», «۱۲/۲۴»). */
export function readNumber(text: string): number | undefined {
  const plain = toAsciiDigits(text.trim());
  if (!whole.test(plain)) return undefined;
  let total = 0;
  let group = 0;
  // What the next word of the group must stay below, and the next group with its scale.
  let room = Infinity;
  let below = Infinity;
  let before = '';
  const all = plain.match(tokens) ?? [];
  for (const [at, token] of all.entries()) {
    const times = scales[token];
    if (times) {
      // «هزار» alone is a thousand; «میلیون» alone is half a number.
      // «1.500 میلیون»: one and a half, or a thousand and more?
      if (/^\d{1,3}[./ ]\d{3}/.test(before)) return undefined;
      const value = group || (times === 1e3 && room >= 1000) ? (group || 1) * times : NaN;
      if (!(value < below) || !Number.isInteger(total)) return undefined;
      [total, group, room, below, before] = [total + value, 0, 1000, times, token];
      continue;
    }
    const value = readToken(token, (scales[all[at + 1] ?? ''] ?? 0) > 1e3);
    const inDigits = /^\d/.test(token);
    if (!(value < room) || (inDigits && group)) return undefined;
    // Half of what, after «میلیون و»?
    if (value === 0.5 && !inDigits && !group && total) return undefined;
    group += value;
    before = token;
    room = value % 1 ? 0 : inDigits || value < 20 ? 1 : value < 100 ? 10 : 100;
  }
  return group < below ? Math.round((total + group) * 1000) / 1000 : undefined;
}

const twice = new RegExp(`(${numberPattern})\\s*\\(\\s*(${numberPattern})\\s*\\)`, 'gu');

/** «۴۵ (چهل و پنج) روز» as «۴۵ روز»; undefined when the two are not the same. Digits must be ASCII already. */
export function saidOnce(text: string): string | undefined {
  let same = true;
  const once = text.replace(twice, (_, number: string, again: string) => {
    same &&= readNumber(number) !== undefined && readNumber(number) === readNumber(again);
    return `${number} `;
  });
  return same ? once : undefined;
}

/**
 * The two ends of «بین بیست و چهار و چهل و هشت», as written: parted at the one «و» that leaves a smaller number before it and a
 * greater one after it; undefined when there is none, or more than one.
 */
export function splitBetween(numbers: string): [low: string, high: string] | undefined {
  const ends = [...numbers.matchAll(/\s+و\s+/g)]
    .map(({ index, 0: and }): [string, string] => [numbers.slice(0, index), numbers.slice(index + and.length)])
    .filter(([low, high]) => (readNumber(low) ?? Infinity) < (readNumber(high) ?? -Infinity));
  return ends.length === 1 ? ends[0] : undefined;
}
