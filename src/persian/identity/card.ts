import { allZero, bare, digitFault, invalid, valid, type Check } from './check.ts';

/** Number of a bank card: 16 digits, Luhn. */
export function checkCard(input: string): Check {
  const digits = bare(input);
  const fault = digitFault(digits, 16);
  if (fault) return invalid(fault);
  if (allZero(digits)) return invalid('all-zero');
  let sum = 0;
  for (let i = 0; i < 16; i++) {
    const digit = Number(digits[i]) * (i % 2 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 ? invalid('checksum') : valid(digits);
}
