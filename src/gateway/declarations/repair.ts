import { toPersianDigits } from '../../persian/digits.ts';
import { repairText } from '../../persian/fold.ts';
import { repairLamAlef } from '../../persian/lam-alef.ts';
import { repairHalfSpaces } from './compounds.ts';
import { withoutCrumbs } from './crumbs.ts';
import { repaired, warning, type Cell, type CellFinding } from './finding.ts';

const signs: [RegExp, string, string][] = [
  [/[\ufb50-\ufdff\ufe70-\ufefc]/, 'presentation-forms', 'شکل نمایشی حروف به حرف‌های معمول برگشت.'],
  [/[يىك]/, 'arabic-letters', 'ي و ك عربی به ی و ک فارسی برگشت.'],
  [/\u0640/, 'kashida', 'کشیده برداشته شد.'],
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/, 'direction-marks', 'نشان‌های پنهان جهت برداشته شد.'],
  [/^\s|\s$|[^\S\n]{2}/, 'spaces', 'فاصله‌های اضافه برداشته شد.'],
];

/** What an encoding leaves of letters that it does not have. */
const lost = /\ufffd|\?{3,}/;

/** Repairs of storage that any cell gets, codes and addresses too. */
export function repairPlain(raw: string): Cell<string> {
  const text = withoutCrumbs(raw);
  const findings = signs.filter(([sign]) => sign.test(text)).map(([, rule, message]) => repaired(rule, message));
  if (text !== raw) findings.unshift(repaired('html-crumbs', 'کدهای صفحه وب از متن برداشته شد.'));
  if (lost.test(text)) findings.push(warning('letters-lost', 'حرف‌هایی از این نوشته از دست رفته است («�» یا «????»).'));
  return { value: repairText(text), findings };
}

/**
 * Repairs of a cell that holds Persian words: also Arabic digits, «ال» for «لا», lost half-spaces, a space before a full stop. Keywords
 * keep their half-spaces as they are: they are what people type.
 */
export function repairWords(raw: string, halfSpaces = true): Cell<string> {
  const { value: plain, findings: plainFindings } = repairPlain(raw);
  const findings: CellFinding[] = [...plainFindings];
  const persian = plain.replace(/[٠-٩]+/g, toPersianDigits);
  if (persian !== plain) findings.push(repaired('arabic-digits', 'رقم‌های عربی به رقم‌های فارسی برگشت.'));
  const { text, repaired: mended, doubtful } = repairLamAlef(persian);
  if (mended.length) {
    findings.push(warning('lam-alef', `«لا» در متن جابه‌جا آمده بود و درست شد: ${[...new Set(mended)].join('، ')}.`));
  }
  if (doubtful.length)
    findings.push(warning('lam-alef-unknown', `این واژه‌ها آسیب‌دیده به نظر می‌رسد: ${doubtful.join('، ')}.`));
  const spaced = halfSpaces ? repairHalfSpaces(text) : text;
  if (spaced !== text) findings.push(repaired('half-space', 'نیم‌فاصله‌های جاافتاده گذاشته شد.'));
  const value = spaced.replace(/ +(?=[.!؟:،](?: |\n|$))(?<=[\p{L}\p{N}»)] +)/gu, '');
  if (value !== spaced) findings.push(repaired('punctuation', 'فاصله پیش از نقطه‌گذاری برداشته شد.'));
  return { value, findings };
}
