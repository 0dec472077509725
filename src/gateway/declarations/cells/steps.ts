import type { Offering } from '../../../contract/offering.ts';
import { toAsciiDigits } from '../../../persian/digits.ts';
import { warning, type Cell } from '../finding.ts';
import { repairWords } from '../repair.ts';
import { otherSeparator, splitValues } from './list.ts';

const arrow = /\s*(?:[←→⟵⟶➔]|->|=>)\s*/;
const number = /(?:^|\s)(\d{1,2})\s*[-.)]\s*(?=\p{L})/gu;

/** Steps on one line, with arrows between or numbers from one before them: «۱- ثبت درخواست ۲- بررسی»; else none. */
function onOneLine(text: string): string[] {
  if (/[؛\n]/.test(text)) return [];
  if (arrow.test(text)) return text.split(arrow).filter(Boolean);
  const marks = [...toAsciiDigits(text).matchAll(number)];
  if (marks.length < 2 || marks[0]!.index > 0 || !marks.every(([, own], at) => Number(own) === at + 1)) return [];
  return marks.map((mark, at) => text.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim());
}

/** «مراحل»: «عنوان|واحد|پست» each. */
export function readSteps(raw: string): Cell<Offering['steps']> {
  const { value: text, findings } = repairWords(raw);
  const line = onOneLine(text);
  const { value: parts, findings: more } = line.length ? { value: line, findings: [otherSeparator] } : splitValues(text);
  const value = parts.map((part) => {
    const [title = '', unit = '', post = ''] = part.split('|').map((piece) => piece.trim());
    return { title, unit: unit || null, post: post || null };
  });
  const titled = value.filter(({ title }) => title);
  if (titled.length < value.length) findings.push(warning('step-title', 'مرحله‌ای بی‌عنوان کنار گذاشته شد.'));
  return { value: titled, findings: [...findings, ...more] };
}

/** «پرسش‌های متداول»: «پرسش؟|پاسخ» each; «؛» may also stand inside an answer. */
export function readQuestions(raw: string): Cell<Offering['questions']> {
  const { value: text, findings } = repairWords(raw);
  const value: Offering['questions'] = [];
  for (const part of text.split(/[؛\n]/).map((piece) => piece.trim())) {
    if (!part) continue;
    const bar = part.indexOf('|');
    const last = value.at(-1);
    if (bar > 0) value.push({ question: part.slice(0, bar).trim(), answer: part.slice(bar + 1).trim() });
    else if (last) last.answer += `؛ ${part}`;
    else findings.push(warning('question-form', `پرسش «${part}» پاسخ ندارد و کنار گذاشته شد.`));
  }
  return { value, findings };
}
