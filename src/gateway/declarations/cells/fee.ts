import type { Offering } from '../../../contract/offering.ts';
import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { warning, type Cell, type CellFinding } from '../finding.ts';
import { numberPattern, readNumber, splitBetween } from '../numbers.ts';
import { repairWords } from '../repair.ts';

export type Fee = Offering['fee'];
type Line = Fee['lines'][number];

const number = `(${numberPattern})`;
const currency = '(ریال|تومان|تومن)(?![\\p{L}])';
const equals = '(?:معادل|یعنی|برابر(?:\\s+با)?)';
/** The same amount once more, in words or in the other currency: «۱۲۰۰۰۰ ریال (یکصد و بیست هزار ریال)». */
const again = `\\(\\s*(?:${equals}\\s*)?${number}\\s*(?:${currency})?\\s*\\)`;
const amountPattern = new RegExp(`${number}(?:\\s*${again})?(?:\\s*${currency})?(?:\\s*${again})?`, 'gu');
const between = /(?:^|\s)بین\s*$/;
const atLeast = /(?:^|\s)حداقل\s*$/;
const scaleWord = /هزار|میلیون|میلیارد/;

/** An amount to rial; undefined when it is no whole number that stays exact. */
function toRial(text: string, currency: string): number | undefined {
  const amount = Math.round((readNumber(text) ?? NaN) * (currency === 'ریال' ? 1 : 10));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** The lower end of a range takes the scale of the upper one: «۱ تا ۳ میلیون». */
function withScaleOf(low: string, high: string): string {
  const scale = scaleWord.exec(high)?.[0];
  return scale && !scaleWord.test(low) && (readNumber(low) ?? 0) < 1000 ? `${low} ${scale}` : low;
}

const rial = (value: number): string => toPersianDigits(String(value).replace(/\B(?=(?:\d{3})+$)/g, '٬'));

const tidy = (label: string): string | null =>
  label
    .replace(/^[\s:،,\-–]+|[\s:،,\-–]+$/g, '')
    .replace(/^و(?:\s+|$)/, '')
    .trim() || null;

interface Reading {
  lines: Line[];
  /** What the words around the amounts say of the kind. */
  kind: Fee['kind'];
}

const formula = (label: string): Reading => ({ kind: 'formula', lines: [{ label, amountRial: null, maxRial: null }] });

/** What stands as one amount, or as the two ends of a range, with where. */
interface Amount {
  index: number;
  end: number;
  /** Undefined where it could be read in two ways, or is said twice and not the same. */
  read: { low: number; high: number | undefined } | undefined;
  /** It has words, or signs that part thousands and could be others. */
  odd: boolean;
  /** «حداقل … و حداکثر …» and «بین … و …» are said by the word before. */
  lead: RegExp | undefined;
}

/** A number of a phrase, with the currency that it has itself. */
interface Written {
  index: number;
  end: number;
  text: string;
  unit: string | undefined;
  /** What else is said to be the same. */
  repeated: { text: string; unit: string | undefined }[];
}

function written(match: RegExpExecArray): Written {
  const [whole, text = '', inner, innerUnit, unit, outer, outerUnit] = match;
  const repeated = [[inner, innerUnit], [outer, outerUnit]].flatMap(([text, unit]) => (text ? [{ text, unit }] : []));
  return { index: match.index, end: match.index + whole.length, text, unit: unit ?? repeated.find((one) => one.unit)?.unit, repeated };
}

/** One end in rial; `unit` stands for a currency that is not named. */
function endOf({ text, unit: own, repeated }: Written, unit: string, asWritten = text): number | undefined {
  const value = toRial(asWritten, own ?? unit);
  return repeated.every((one) => toRial(one.text, one.unit ?? own ?? unit) === value) ? value : undefined;
}

function readRange(low: Written, high: Written): Amount['read'] {
  const scaled = withScaleOf(low.text, high.text);
  // «از ۵۰۰ تومان تا ۱ میلیون تومان»: five hundred thousand is as likely.
  if (low.unit && scaled !== low.text) return undefined;
  const [from, to] = [endOf(low, high.unit!, scaled), endOf(high, high.unit!)];
  return from === undefined || to === undefined || from > to ? undefined : { low: from, high: to };
}

function readOne(one: Written, lead: string): Amount['read'] {
  const pair = between.test(lead) ? splitBetween(one.text) : undefined;
  if (pair) return readRange({ ...one, text: pair[0], unit: undefined, repeated: [] }, { ...one, text: pair[1] });
  const value = endOf(one, one.unit!);
  return value === undefined ? undefined : { low: value, high: undefined };
}

/** The amounts of a phrase, those that belong together as one. Digits must be ASCII. */
function amountsOf(ascii: string): Amount[] {
  const numbers = [...ascii.matchAll(amountPattern)].map(written);
  const amounts: Amount[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const one = numbers[at]!;
    const two = numbers[at + 1];
    const lead = ascii.slice(amounts.at(-1)?.end ?? 0, one.index);
    const gap = two ? ascii.slice(one.end, two.index) : '';
    const word = !two ? undefined : between.test(lead) && /^\s+و\s+$/.test(gap) ? between : atLeast.test(lead) && /^\s*(?:و|،)?\s*حداکثر\s*$/.test(gap) ? atLeast : undefined;
    const ranged = two && (word || /^\s*(?:تا|الی|-|–)\s*$/.test(gap)) ? two : undefined;
    let amount: Amount;
    if (ranged?.unit) {
      at++;
      const odd = [one, ranged].some(isOdd);
      amount = { index: one.index, end: ranged.end, read: readRange(one, ranged), odd, lead: word ?? /(?:^|\s)(?:از|بین)\s*$/ };
    } else if (one.unit) {
      // «۵۰۰ ریال تا ۱۰۰۰»: of what?
      const open = ranged && (readNumber(ranged.text) ?? 0) > (readNumber(one.text) ?? 0);
      const read = open ? undefined : readOne(one, lead);
      amount = { index: one.index, end: open ? ranged.end : one.end, read, odd: isOdd(one), lead: read?.high === undefined ? undefined : between };
      if (open) at++;
    } else continue;
    const before = amounts.at(-1);
    if (before && new RegExp(`^\\s*[،,]?\\s*${equals}\\s*$`).test(ascii.slice(before.end, amount.index))) {
      if (before.read?.low !== amount.read?.low || before.read?.high !== amount.read?.high) before.read = undefined;
      before.end = amount.end;
    } else amounts.push(amount);
  }
  return amounts;
}

const isOdd = ({ text }: Written): boolean => /\p{L}/u.test(text) || /\d[./' ]\d{3}/.test(text);

/** Words that say nothing of who pays nothing: all of it is free. */
const whole = '(?:(?:ارائه|انجام|دریافت|این|خدمت|خدمات|کاملاً?|به|صورت|برای|همه|عموم|مردم|متقاضیان)[\\s\\u200c]+)*';
const isFree = new RegExp(
  `^${whole}(?:رایگان(?:\\s+(?:است|می[\\s\\u200c]?باشد|(?:ارائه|انجام)\\s+می[\\s\\u200c]?شود))?|هزینه(?:[\\s\\u200c]?ای)?\\s+(?:ندارد|(?:دریافت|گرفته)\\s+نمی[\\s\\u200c]?شود)|بدون\\s+(?:(?:دریافت|پرداخت)\\s+)?هزینه(?:\\s+است)?)[.!]?$`,
);

/** A phrase without an amount. */
function readWords(phrase: string): Reading {
  if (isFree.test(phrase)) return { kind: 'free', lines: [] };
  const [, who = ''] = /^(.+?)\s*رایگان(?:\s+است|\s+می[\s\u200c]?باشد)?[.!]?$/.exec(phrase) ?? [];
  return who && !/غیر$/.test(who) ? { kind: 'formula', lines: [{ label: who, amountRial: 0, maxRial: 0 }] } : formula(phrase);
}

/** One phrase between «؛». */
function readPhrase(phrase: string, findings: CellFinding[]): Reading {
  // Digits have one width in both sets, so places in `ascii` are places in `phrase`.
  const ascii = toAsciiDigits(phrase);
  const amounts = amountsOf(ascii);
  if (!amounts.length) return readWords(phrase);
  const unsure = (written: string): Reading => {
    findings.push(warning('fee-unreadable', `مبلغ «${written.trim()}» بی‌تردید خوانده نشد؛ فقط متن آن نشان داده می‌شود.`));
    return formula(phrase);
  };
  const lines: Line[] = [];
  let kind: Fee['kind'] = 'fixed';
  let end = 0;
  for (const [i, { index, end: until, read, odd, lead }] of amounts.entries()) {
    const before = phrase.slice(end, index);
    const written = phrase.slice(index, until);
    if (!read) return unsure(written);
    // «چند هزار تومان» is no thousand.
    if (/^هزار/.test(written) && /[\p{L}\u200c]\s*$/u.test(before)) return unsure(before + written);
    const { low, high } = read;
    if (odd) {
      findings.push(
        warning(
          'fee-format',
          `مبلغ «${written.trim()}» برابر ${[low, high].flatMap((value) => (value === undefined ? [] : rial(value))).join(' تا ')} ریال خوانده شد.`,
        ),
      );
    }
    end = until;
    const after = phrase.slice(end, amounts[i + 1]?.index ?? phrase.length);
    const ranged = high !== undefined;
    const open = /^\s*به بالا/.test(after);
    const from = /(?:^|\s)(?:از|حداقل)\s*$/.test(before) && !ranged;
    const upTo = /(?:^|\s)(?:تا|حداکثر)\s*$/.test(before) && !ranged;
    const and = /^\s*(?:و|به(?:‌|\s)?علاوه|\+)\s+(.+)$/.exec(after);
    const label = tidy(before.replace(lead ?? /(?:^|\s)(?:از|تا|معادل)\s*$/, ''));
    // After the last amount the words belong to it; between two they name the next one.
    const tail = amounts.length === 1 && !and ? tidy(after.replace(/^\s*به بالا/, '')) : null;
    const line: Line = {
      label: tidy([label, tail].filter(Boolean).join(' ')),
      amountRial: low,
      maxRial: high ?? null,
    };
    if (upTo) [line.amountRial, line.maxRial] = [0, line.amountRial];
    lines.push(line);
    if (and && i === amounts.length - 1) lines.push({ label: tidy(and[1]!), amountRial: null, maxRial: null });
    if (open || from || and) kind = 'from';
    else if (line.maxRial !== null && kind === 'fixed') kind = 'range';
    if (/(?:^|\s)هر\s/.test(`${before} ${after}`) || /درصد|٪/.test(phrase)) kind = 'formula';
  }
  if (amounts.length > 1)
    findings.push(warning('fee-several', 'در خانه هزینه چند مبلغ آمده بود و هر کدام جدا ثبت شد.'));
  return { lines, kind };
}

/**
 * «هزینه»: every amount that can be read becomes a line in rial, the words about it its label, and the agency's own text is
 * kept. `free` holds when the service itself is free; lines then tell what may be paid beside it. `unit`: what the header says
 * of a bare number.
 */
export function readFee(raw: string, unit: 'ریال' | 'تومان' | null = null): Cell<Fee> {
  const { value: text, findings } = repairWords(raw);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return {
      value: { kind: 'undeclared', lines: [], text: '' },
      findings: [...findings, warning('fee-missing', 'هزینه اعلام نشده است.')],
    };
  }
  if (/^(?:۰|٠|0|صفر|بدون هزینه|ندارد)(?:\s*(?:ریال|تومان))?\.?$/.test(text))
    return { value: { kind: 'free', lines: [], text }, findings };
  const isNumber = readNumber(text) !== undefined;
  // «۵۰ هزار» of what only the header can say.
  const bareNumber = isNumber && (unit !== null || /^\d[^\p{L}]*$/u.test(toAsciiDigits(text)));
  if (bareNumber && !unit)
    findings.push(warning('fee-unit', `واحد پول «${text}» نوشته نشده بود؛ ریال در نظر گرفته شد.`));
  else if (!bareNumber && (isNumber || /^[\d\s٬٫,،./'’\-–]+$/.test(toAsciiDigits(text))))
    findings.push(warning('fee-unreadable', `مبلغ «${text}» بی‌تردید خوانده نشد؛ فقط متن آن نشان داده می‌شود.`));
  const readings = (bareNumber ? `${text} ${unit ?? 'ریال'}` : text)
    .split('؛')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => readPhrase(phrase, findings));
  if (bareNumber && unit === 'تومان' && !findings.some(({ rule }) => rule === 'fee-format'))
    findings.push(warning('fee-format', `مبلغ «${text}» از روی سرستون به تومان است و برابر ${rial(toRial(text, unit) ?? 0)} ریال خوانده شد.`));
  const [main, ...others] = readings as [Reading, ...Reading[]];
  let kind = main.kind;
  if (kind === 'fixed' && others.some((other) => other.kind !== 'free')) kind = 'from';
  // «متغیر» alone says nothing that the next phrase does not say better.
  if (kind === 'formula' && /^متغیر$/.test(main.lines[0]?.label ?? '') && others.length) main.lines.length = 0;
  if (
    kind === 'formula' &&
    others.some((other) => other.kind === 'from') &&
    main.lines.every((line) => line.amountRial === null)
  )
    kind = 'from';
  // Away from its header a bare number would be rial.
  const said = bareNumber && unit === 'تومان' ? `${text} ${unit}` : text;
  return { value: { kind, lines: readings.flatMap((reading) => reading.lines), text: said }, findings };
}
