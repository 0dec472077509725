import type { Offering } from '../../../contract/offering.ts';
import { warning, type Cell, type CellFinding } from '../finding.ts';
import { repairWords } from '../repair.ts';
import { splitValues } from './list.ts';

export type RequiredDocument = Offering['documents'][number];

const copyWords = /(?<!\p{L})(?:کپی|فتوکپی|رونوشت|تصویر|اسکن|پرینت)(?!\p{L})/u;
/** «شناسنامه ساختمان» and the like are no papers of a person. */
const identityPapers =
  /شناسنامه(?! ?(?:فنی|ساختمان|ملک|خودرو|دام|کالا|شغلی|واحد|چاه|بنا))|کارت(?: هوشمند)? ملی|کارت شناسایی/u;
const seen = /(?<!\p{L})اصل(?!\p{L})|(?:برای|جهت) (?:مشاهده|رؤیت|رویت|ارائه|تطبیق)/u;

function readDocument(title: string, findings: CellFinding[]): RequiredDocument[] {
  const copy = copyWords.test(title);
  const forbidden = copy && identityPapers.test(title);
  if (forbidden) {
    findings.push(
      warning('forbidden-copy', `گرفتن «${title}» از مردم ممنوع است؛ این مدرک نشان‌دار شد و در فرم درخواست نمی‌آید.`),
    );
  }
  // The original may be asked to be shown; only the copy may not be taken.
  const both = /^اصل (?:و|به همراه|همراه) (?:کپی|فتوکپی|رونوشت|تصویر) (.+)$/u.exec(title);
  if (both) {
    return [
      { title: `اصل ${both[1]}`, form: 'originalSeen', forbiddenCopy: false },
      { title: `کپی ${both[1]}`, form: 'copy', forbiddenCopy: forbidden },
    ];
  }
  return [{ title, form: copy ? 'copy' : seen.test(title) ? 'originalSeen' : 'upload', forbiddenCopy: forbidden }];
}

/** «مدارک لازم». */
export function readDocuments(raw: string): Cell<RequiredDocument[]> {
  const { value: text, findings } = repairWords(raw);
  const { value: titles, findings: more } = splitValues(text, /\s+[-–]\s+/);
  findings.push(...more);
  if (titles.length === 1 && /^(?:ندارد|-|بدون مدرک)$/.test(titles[0]!)) return { value: [], findings };
  return { value: titles.flatMap((title) => readDocument(title, findings)), findings };
}
