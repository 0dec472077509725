import type { Finding } from '../finding.ts';
import { withoutJargon } from './jargon.ts';

/** A cell as it stands to the cell as it could stand; undefined where there is nothing to press. */
type Fix = (value: string) => string | undefined;

const copyOf = /(?:اصل و\s*)?(?:کپی|فتوکپی|رونوشت|تصویر(?: تمام صفحات| تمامی صفحات)?|اسکن|پرینت)(?: تمام صفحات| تمامی صفحات)?\s+(?=شناسنامه|کارت(?: هوشمند)? ملی|کارت شناسایی)/gu;

/** By rule. Each gives back a whole cell, which is then read anew as if it had been typed. */
const fixes: Record<string, Fix> = {
  // The original may be looked at; nothing is taken.
  'forbidden-copy': (value) => value.replace(copyOf, 'اصل '),
  'office-jargon': withoutJargon,
  'fee-unit': (value) => `${value.trim()} ریال`,
  separator: (value) => value.replace(/\s+[-–]\s+|\s*[،,]\s*/g, '؛ '),
  formula: (value) => /^=HYPERLINK\(\s*"([^"]*)"/i.exec(value.trim())?.[1],
  link: (value) => (/^ht{1,2}ps?:\/{1,2}\w/i.test(value.trim()) ? value.trim().replace(/^ht{1,2}p(s?):\/{1,2}/i, 'http$1://') : undefined),
};

/** What one press puts into the cell of a finding; undefined when only a person can know. */
export function fixOf({ rule, suggested }: Pick<Finding, 'rule' | 'suggested'>, value: string): string | undefined {
  const fixed = suggested ?? fixes[rule]?.(value);
  return fixed === value ? undefined : fixed;
}
