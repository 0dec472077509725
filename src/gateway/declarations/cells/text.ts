import { warning, type Cell } from '../finding.ts';
import { repairGlued } from '../compounds.ts';
import { repairPlain, repairWords } from '../repair.ts';

const oneLine = (text: string): string => text.replace(/\n+/g, ' ');

/** Title of a service: one line, glued words taken apart. Empty when there is none. */
export function readTitle(raw: string): Cell<string> {
  const { value, findings } = repairWords(raw);
  const title = oneLine(value);
  const parted = repairGlued(title);
  return {
    value: parted,
    findings:
      parted === title ? findings : [...findings, warning('glued-words', `واژه‌های به‌هم‌چسبیده جدا شد: «${parted}».`)],
  };
}

/** Prose as one line of text; empty when nothing was written. */
export function readProse(raw: string): Cell<string> {
  const { value, findings } = repairWords(raw);
  return { value: oneLine(value), findings };
}

/** As `readProse`, null when nothing was written or «ندارد». */
export function readOptional(raw: string): Cell<string | null> {
  const { value, findings } = readProse(raw);
  return { value: /^(?:|-|ندارد)$/.test(value) ? null : value, findings };
}

/** A short label such as a floor or a room: letters are repaired, words are left. */
export function readLabel(raw: string): Cell<string | null> {
  const { value, findings } = repairPlain(raw);
  return { value: oneLine(value) || null, findings };
}
