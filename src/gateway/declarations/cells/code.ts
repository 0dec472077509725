import { toAsciiDigits, toPersianDigits } from '../../../persian/digits.ts';
import { repaired, warning, type Cell } from '../finding.ts';
import { repairPlain } from '../repair.ts';

/**
 * National code of a service. Published codes are dirty, so a wrong shape is told and the code is kept as given; an empty
 * one is normal and never invented.
 */
export function readCode(raw: string): Cell<string | null> {
  const { value: text, findings } = repairPlain(raw);
  if (!text) return { value: null, findings };
  const ascii = toAsciiDigits(text);
  const code = ascii.replace(/[\s\u200c\-–_.]/g, '');
  if (code !== text) findings.push(repaired('code-form', `شناسه به ${code} برگشت.`));
  if (!/^\d+$/.test(code))
    findings.push(
      warning('code-characters', `شناسه «${code}» جز رقم نویسه دیگری دارد؛ همان‌گونه که آمده نگه داشته شد.`),
    );
  else if (code.length !== 11)
    findings.push(
      warning(
        'code-length',
        `شناسه ${code} به‌جای ۱۱ رقم ${toPersianDigits(code.length)} رقم دارد؛ همان‌گونه که آمده نگه داشته شد.`,
      ),
    );
  return { value: code, findings };
}
