import { repairText } from '../../../persian/fold.ts';
import { originalsFor } from '../cells/identity-copies.ts';
import type { Finding } from '../finding.ts';
import { withoutJargon } from './jargon.ts';

/** A cell as it stands to the cell as it could stand; undefined where there is nothing to press. */
type Fix = (value: string) => string | undefined;

/** By rule. Each gives back a whole cell, which is then read anew as if it had been typed. */
const fixes: Record<string, Fix> = {
  // The original may be looked at; nothing is taken.
  'forbidden-copy': (value) => {
    const plain = repairText(value);
    const mended = originalsFor(plain);
    return mended === plain ? undefined : mended;
  },
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
