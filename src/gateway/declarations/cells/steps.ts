import type { Offering } from '../../../contract/offering.ts';
import { warning, type Cell } from '../finding.ts';
import { repairWords } from '../repair.ts';
import { splitValues } from './list.ts';

/** «مراحل»: «عنوان|واحد|پست» each. */
export function readSteps(raw: string): Cell<Offering['steps']> {
  const { value: text, findings } = repairWords(raw);
  const { value: parts, findings: more } = splitValues(text);
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
