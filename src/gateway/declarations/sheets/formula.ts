import { repaired, warning, type CellFinding } from '../finding.ts';

const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

export const formulaFinding = (formula: string): CellFinding =>
  warning('formula', `این خانه فرمول دارد و فرمول اجرا نشد: «${short(formula)}». نوشته خود را به‌جای فرمول بگذارید.`);

/** Would a spreadsheet program count this text? A sign before a number, or before a Persian word, is writing. */
const counted = /^\s*(?:=\s*[^\s=]|[+\-@]\s*[A-Z][A-Z.\d]*\(|[=+\-@].*\|.*![A-Z$])/i;
const forcedText = /^="((?:[^"]|"")*)"$/;
const exponent = /^\d(?:[.٫/]\d+)?E\+?\d+$/i;

/** A cell of a text file: a formula stays text and is told; `="026"` is a text that a program wrote so. */
export function readTextCell(text: string): { value: string; findings: CellFinding[] } {
  const forced = forcedText.exec(text.trim());
  if (forced)
    return {
      value: forced[1]!.replaceAll('""', '"'),
      findings: [repaired('formula-text', 'نشانه =" از دور متن برداشته شد.')],
    };
  if (counted.test(text)) return { value: text, findings: [formulaFinding(text.trim())] };
  if (exponent.test(text.trim()))
    return {
      value: text,
      findings: [warning('number-exponent', `«${text.trim()}» کوتاه‌شده یک عدد است و رقم‌های آن از دست رفته؛ خانه را با قالب متن بنویسید.`)],
    };
  return { value: text, findings: [] };
}
