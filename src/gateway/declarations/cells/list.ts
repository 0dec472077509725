import { repaired, warning, type Cell, type CellFinding } from '../finding.ts';
import { repairWords } from '../repair.ts';

/** What is said where values were parted by another sign than «؛». */
export const otherSeparator = warning('separator', 'موردها با «؛» از هم جدا نشده بود؛ از نشانه دیگری که به کار رفته بود جدا شد.');

const numbered = /^[\s]*[\d۰-۹٠-٩]{1,2}\s*[-.)ـ–]\s*/;

/**
 * Parts of a cell that holds several values: by «؛», else by lines (with numbers before them), else by the weaker signs
 * that the caller allows, which is told.
 */
export function splitValues(text: string, weaker?: RegExp): Cell<string[]> {
  const findings: CellFinding[] = [];
  let parts: string[];
  if (/[؛\n]/.test(text)) {
    if (/\n/.test(text)) findings.push(repaired('line-breaks', 'شکست خط درون خانه به «؛» برگشت.'));
    parts = text.split(/[؛\n]/);
    if (parts.filter((part) => part.trim()).length !== parts.length && !/^[^\n]*\n|؛\s*$/.test(text)) {
      findings.push(repaired('empty-item', 'مورد خالی میان «؛» برداشته شد.'));
    }
  } else if (weaker?.test(text)) {
    findings.push(otherSeparator);
    parts = text.split(weaker);
  } else parts = [text];
  const items = parts.map((part) => part.trim());
  if (items.length > 1 && items.filter(Boolean).every((item) => numbered.test(item))) {
    return { value: items.map((item) => item.replace(numbered, '')).filter(Boolean), findings };
  }
  return { value: items.filter(Boolean), findings };
}

const readValues = (raw: string, halfSpaces: boolean, weaker?: RegExp): Cell<string[]> => {
  const { value: text, findings } = repairWords(raw, halfSpaces);
  const { value, findings: more } = splitValues(text, weaker);
  return {
    value: value.length === 1 && /^(?:ندارد|-)\.?$/.test(value[0]!) ? [] : value,
    findings: [...findings, ...more],
  };
};

/** Several values in words; «ندارد» is none. */
export const readList = (raw: string): Cell<string[]> => readValues(raw, true);

/** Keywords: no keyword holds a comma, so a comma parts them when «؛» does not. */
export const readKeywords = (raw: string): Cell<string[]> => readValues(raw, false, /\s*[،,]\s*/);
