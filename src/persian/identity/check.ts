import { toAsciiDigits } from '../digits.ts';

/** Why an input cannot be what it should be. */
export type CheckReason =
  | 'empty' | 'charset' | 'length' | 'checksum' | 'all-zero' | 'middle-zero' | 'not-mobile' | 'not-landline'
  | 'country-code' | 'area-code-missing' | 'subscriber-starts-with-0' | 'first-five' | 'does-not-match-bill' | 'letter'
  | 'letter-missing' | 'province-code-missing' | 'format' | 'year' | 'month' | 'day' | 'two-digit-year';

/** What deserves a second look but never blocks. */
export type CheckWarning =
  | 'repeated-digits' | 'no-public-checksum' | 'uncommon-pattern' | 'uncommon-letter' | 'ir-prefix-added' | 'bill-missing';

/**
 * `normalized` is the stored form; `suggest` is offered to the person and never applied by itself. `mayAlsoBe` is there
 * when the numbers alone cannot tell two reasons apart: say both.
 */
export type Check =
  | { valid: true; normalized: string; warn?: CheckWarning; suggest?: string }
  | { valid: false; reason: CheckReason; suggest?: string; mayAlsoBe?: CheckReason };

export const invalid = (reason: CheckReason, suggest?: string): Check & { valid: false } =>
  suggest === undefined ? { valid: false, reason } : { valid: false, reason, suggest };

export const valid = (normalized: string, warn?: CheckWarning): Check & { valid: true } =>
  warn === undefined ? { valid: true, normalized } : { valid: true, normalized, warn };

/** Digits to ASCII; spaces, half-spaces, marks of direction, dashes and parentheses away. */
export const bare = (input: string): string =>
  toAsciiDigits(input.normalize('NFKC')).replace(
    /[\s()\-\u00ad\u061c\u0640\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060\u2066-\u2069\u2212\ufeff]/g,
    '',
  );

/** The reason that every number has in common, in the order a person should be told. */
export function digitFault(digits: string, min: number, max = min): CheckReason | undefined {
  if (!digits) return 'empty';
  if (!/^\d+$/.test(digits)) return 'charset';
  if (digits.length < min || digits.length > max) return 'length';
  return undefined;
}

export const allZero = (digits: string): boolean => /^0+$/.test(digits);
