import type { Offering } from '../../../contract/offering.ts';
import { warning, type Cell, type CellFinding } from '../finding.ts';
import { repairWords } from '../repair.ts';
import { copyIn, originalAndCopyOf } from './identity-copies.ts';
import { splitValues } from './list.ts';

export type RequiredDocument = Offering['documents'][number];

const seen = /(?<!\p{L})اصل(?!\p{L})|(?:برای|جهت) (?:مشاهده|رؤیت|رویت|ارائه|تطبیق)/u;
/** What an agency asks of another one. The answer to it, or a notary's own inquiry, is a paper to bring. */
const inquiry = /^(?:(?:انجام|اخذ|دریافت|گرفتن) )?استعلام(?:[ \u200c]?های?)?(?: [^\s]+){0,4}? از (?!متقاضی)(?!.*توسط متقاضی)/u;

function formOf(title: string): RequiredDocument['form'] {
  if (inquiry.test(title)) return 'inquiry';
  return seen.test(title) ? 'originalSeen' : 'upload';
}

function readDocument(title: string, findings: CellFinding[]): RequiredDocument[] {
  const { copy, ofIdentity: forbidden } = copyIn(title);
  if (forbidden) {
    findings.push(
      warning('forbidden-copy', `گرفتن «${title}» از مردم ممنوع است؛ این مدرک نشان‌دار شد و در فرم درخواست نمی‌آید.`),
    );
  }
  // The original may be asked to be shown; only the copy may not be taken.
  const both = originalAndCopyOf(title);
  if (both) {
    return [
      { title: `اصل ${both}`, form: 'originalSeen', forbiddenCopy: false },
      { title: `کپی ${both}`, form: 'copy', forbiddenCopy: forbidden },
    ];
  }
  return [{ title, form: copy ? 'copy' : formOf(title), forbiddenCopy: forbidden }];
}

/** «مدارک لازم». */
export function readDocuments(raw: string): Cell<RequiredDocument[]> {
  const { value: text, findings } = repairWords(raw);
  const { value: titles, findings: more } = splitValues(text, /\s+[-–]\s+/);
  findings.push(...more);
  if (titles.length === 1 && /^(?:ندارد|-|بدون مدرک)$/.test(titles[0]!)) return { value: [], findings };
  return { value: titles.flatMap((title) => readDocument(title, findings)), findings };
}
