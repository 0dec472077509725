import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { repaired, warning, type Cell } from '../finding.ts';
import { numberPattern, readNumber, saidOnce } from '../numbers.ts';
import { repairWords } from '../repair.ts';

const counted = new RegExp(`^(${numberPattern})\\s*(?:بار|مرتبه|نوبت|مراجعه)?$`, 'u');

/** «تعداد مراجعه حضوری»; null when nothing was declared. */
export function readVisits(raw: string): Cell<number | null> {
  const { value: text, findings } = repairWords(raw);
  if (!text) return { value: null, findings };
  if (/^(?:ندارد|بدون مراجعه|نیاز نیست|غیرحضوری|هیچ|صفر)$/.test(text)) {
    return { value: 0, findings: [...findings, repaired('visits-words', `«${text}» صفر خوانده شد.`)] };
  }
  const ascii = toAsciiDigits(text);
  const count = readNumber(counted.exec(saidOnce(ascii) ?? '')?.[1] ?? '');
  // More than that is some other number in the wrong column.
  if (count === undefined || !Number.isInteger(count) || count > 999) {
    return { value: null, findings: [...findings, warning('visits', `تعداد مراجعه «${text}» خوانده نشد.`)] };
  }
  if (!/^\d+$/.test(ascii)) findings.push(repaired('visits-words', `«${text}» ${toPersianDigits(count)} خوانده شد.`));
  return { value: count, findings };
}
