import type { Offering } from '../../../contract/offering.ts';
import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { warning, type Cell, type CellFinding } from '../finding.ts';
import { numberPattern, readNumber, splitBetween } from '../numbers.ts';
import { repairWords } from '../repair.ts';

export type Fee = Offering['fee'];
type Line = Fee['lines'][number];

const number = `(${numberPattern})`;
const currency = '(ریال|تومان|تومن)(?![\\p{L}])';
/** The same amount once more, in words or in the other currency: «۱۲۰۰۰۰ ریال (یکصد و بیست هزار ریال)». */
const again = `\\(\\s*(?:معادل\\s*)?${number}\\s*(?:${currency})?\\s*\\)`;
const amountPattern = new RegExp(
  `${number}\\s*(?:${again}\\s*)?(?:ریال|تومان|تومن)?\\s*(?:(?:تا|الی|-|–)\\s*${number}\\s*)?${currency}(?:\\s*${again})?`,
  'gu',
);
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

/** One phrase between «؛». */
function readPhrase(phrase: string, findings: CellFinding[]): Reading {
  // Digits have one width in both sets, so places in `ascii` are places in `phrase`.
  const ascii = toAsciiDigits(phrase);
  const amounts = [...ascii.matchAll(amountPattern)];
  if (!amounts.length) {
    const free = /^(.*?)\s*رایگان(?:\s+است|\s+می[\s\u200c]?باشد)?[.!]?$/.exec(phrase);
    if (free && !/غیر$/.test(free[1]!))
      return {
        kind: free[1] ? 'formula' : 'free',
        lines: free[1] ? [{ label: free[1], amountRial: 0, maxRial: 0 }] : [],
      };
    return formula(phrase);
  }
  const unsure = (written: string): Reading => {
    findings.push(warning('fee-unreadable', `مبلغ «${written.trim()}» بی‌تردید خوانده نشد؛ فقط متن آن نشان داده می‌شود.`));
    return formula(phrase);
  };
  const lines: Line[] = [];
  let kind: Fee['kind'] = 'fixed';
  let end = 0;
  for (const [i, match] of amounts.entries()) {
    const [whole, numbers = '', inner, innerCurrency, upper, unit = '', outer, outerCurrency] = match;
    const lead = ascii.slice(end, match.index);
    const pair = !upper && /(?:^|\s)بین\s*$/.test(lead) ? splitBetween(numbers) : undefined;
    const [first, second] = pair ?? [numbers, upper];
    const written = phrase.slice(match.index, match.index + whole.length);
    const low = toRial(second ? withScaleOf(first, second) : first, unit);
    const high = second ? toRial(second, unit) : undefined;
    const repeated = inner ? toRial(inner, innerCurrency ?? unit) : outer ? toRial(outer, outerCurrency ?? unit) : low;
    if (low === undefined || repeated !== low || (second && (high === undefined || low > high))) return unsure(written);
    // «چند هزار تومان» is no thousand.
    if (/^هزار/.test(first) && /[\p{L}\u200c]\s*$/u.test(lead)) return unsure(phrase.slice(end, match.index) + written);
    if (/\p{L}/u.test(`${first}${second ?? ''}`) || /\d[./' ]\d{3}/.test(whole)) {
      findings.push(
        warning(
          'fee-format',
          `مبلغ «${written.trim()}» برابر ${[low, high].flatMap((value) => (value === undefined ? [] : rial(value))).join(' تا ')} ریال خوانده شد.`,
        ),
      );
    }
    const before = phrase.slice(end, match.index);
    end = match.index + whole.length;
    const after = phrase.slice(end, amounts[i + 1]?.index ?? phrase.length);
    const open = /^\s*به بالا/.test(after);
    const from = /(?:^|\s)(?:از|حداقل)\s*$/.test(before) && !second;
    const upTo = /(?:^|\s)(?:تا|حداکثر)\s*$/.test(before) && !second;
    const and = /^\s*(?:و|به(?:‌|\s)?علاوه|\+)\s+(.+)$/.exec(after);
    const label = tidy(before.replace(second ? /(?:^|\s)(?:از|بین)\s*$/ : /(?:^|\s)(?:از|تا)\s*$/, ''));
    // After the last amount the words belong to it; between two they name the next one.
    const tail = amounts.length === 1 && !and ? tidy(after.replace(/^\s*به بالا/, '')) : null;
    const line: Line = {
      label: tidy([label, tail].filter(Boolean).join(' ')),
      amountRial: low,
      maxRial: null,
    };
    if (high !== undefined) line.maxRial = high;
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
 * kept. `free` holds when the service itself is free; lines then tell what may be paid beside it. `inRial`: the header says
 * so, and a bare number needs no currency.
 */
export function readFee(raw: string, inRial = false): Cell<Fee> {
  const { value: text, findings } = repairWords(raw);
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return {
      value: { kind: 'undeclared', lines: [], text: '' },
      findings: [...findings, warning('fee-missing', 'هزینه اعلام نشده است.')],
    };
  }
  if (/^(?:۰|٠|0|صفر|بدون هزینه|ندارد)(?:\s*(?:ریال|تومان))?\.?$/.test(text))
    return { value: { kind: 'free', lines: [], text }, findings };
  const bareNumber = /^\d[^\p{L}]*$/u.test(toAsciiDigits(text)) && readNumber(text) !== undefined;
  if (bareNumber && !inRial)
    findings.push(warning('fee-unit', `واحد پول «${text}» نوشته نشده بود؛ ریال در نظر گرفته شد.`));
  const readings = (bareNumber ? `${text} ریال` : text)
    .split('؛')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => readPhrase(phrase, findings));
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
  return { value: { kind, lines: readings.flatMap((reading) => reading.lines), text }, findings };
}
