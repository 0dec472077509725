import type { Offering } from '../../../contract/offering.ts';
import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { warning, type Cell, type CellFinding } from '../finding.ts';
import { numberPattern, readNumber } from '../numbers.ts';
import { repairWords } from '../repair.ts';

export type Fee = Offering['fee'];
type Line = Fee['lines'][number];

const grouped = "\\d{1,3}(?:[٬,،./'’ ]\\d{3})+(?!\\d)|\\d+(?:[./٫]\\d{1,2})?(?!\\d)";
const number = `(${grouped}|${numberPattern})`;
const scale = '(هزار|میلیون|میلیارد)?';
const amountPattern = new RegExp(
  `${number}\\s*${scale}\\s*(?:ریال|تومان|تومن)?\\s*(?:(?:تا|الی|-|–)\\s*${number}\\s*${scale}\\s*)?(ریال|تومان|تومن)(?![\\p{L}])`,
  'gu',
);
const scales: Record<string, number> = { هزار: 1e3, میلیون: 1e6, میلیارد: 1e9 };

/** «۴۵۰٬۰۰۰»، `334.000`، `18/000/000` with its scale to a whole number; undefined when it is none. */
function readAmount(text: string, scaleWord?: string): number | undefined {
  const times = scales[scaleWord ?? ''] ?? 1;
  const plain = /^\d{1,3}(?:[٬,،./'’ ]\d{3})+$/.test(text) ? Number(text.replace(/\D/g, '')) : readNumber(text);
  const amount = Math.round((plain ?? 0) * times);
  // Ten times it, in rial, must still be exact.
  return plain === undefined || !Number.isSafeInteger(amount * 10) ? undefined : amount;
}

const rial = (value: number): string => toPersianDigits(String(value).replace(/\B(?=(?:\d{3})+$)/g, '٬'));

const tidy = (label: string): string | null =>
  label
    .replace(/^[\s:،,\-–]+|[\s:،,\-–]+$/g, '')
    .replace(/^و\s+/, '')
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
    const free = /^(.*?)\s*رایگان$/.exec(phrase);
    if (free)
      return {
        kind: free[1] ? 'formula' : 'free',
        lines: free[1] ? [{ label: free[1], amountRial: 0, maxRial: 0 }] : [],
      };
    return formula(phrase);
  }
  const lines: Line[] = [];
  let kind: Fee['kind'] = 'fixed';
  let end = 0;
  for (const [i, match] of amounts.entries()) {
    const [whole, first = '', firstScale, second, secondScale, currency] = match;
    const times = currency === 'ریال' ? 1 : 10;
    const low = readAmount(first, firstScale ?? (second ? secondScale : undefined));
    const high = second ? readAmount(second, secondScale) : undefined;
    if (firstScale || secondScale || /\d[./' ]\d{3}/.test(whole)) {
      const written = phrase.slice(match.index, match.index + whole.length).trim();
      findings.push(
        warning(
          'fee-format',
          `مبلغ «${written}» برابر ${[low, high].flatMap((value) => (value === undefined ? [] : rial(value * times))).join(' تا ')} ریال خوانده شد.`,
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
    const label = tidy(before.replace(/(?:^|\s)(?:از|تا)\s*$/, ''));
    // After the last amount the words belong to it; between two they name the next one.
    const tail = amounts.length === 1 && !and ? tidy(after.replace(/^\s*به بالا/, '')) : null;
    const line: Line = {
      label: tidy([label, tail].filter(Boolean).join(' ')),
      amountRial: low === undefined ? null : low * times,
      maxRial: null,
    };
    if (high !== undefined) line.maxRial = high * times;
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
  if (/^(?:۰|٠|0|بدون هزینه|ندارد|رایگان)(?:\s*ریال)?\.?$/.test(text))
    return { value: { kind: 'free', lines: [], text }, findings };
  const bareNumber = new RegExp(`^(?:${grouped})$`).test(toAsciiDigits(text));
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
