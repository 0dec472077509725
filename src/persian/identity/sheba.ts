import { bare, invalid, valid, type Check } from './check.ts';

/** شبا: IR and 24 digits, modulo 97 (ISO 13616). */
export function checkSheba(input: string): Check {
  const text = bare(input).toUpperCase();
  if (!text) return invalid('empty');
  if (/^(?!IR)[A-Z]{2}\d/.test(text)) return invalid('country-code');
  const digits = text.replace(/^IR/, '');
  if (!/^\d*$/.test(digits)) return invalid('charset');
  if (digits.length !== 24) return invalid('length');
  let rest = 0;
  // I is 18 and R is 27, moved with the check digits to the end.
  for (const digit of `${digits.slice(2)}1827${digits.slice(0, 2)}`) rest = (rest * 10 + Number(digit)) % 97;
  if (rest !== 1) return invalid('checksum');
  return valid(`IR${digits}`, text.startsWith('IR') ? undefined : 'ir-prefix-added');
}
