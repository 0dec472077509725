import { bare, digitFault, invalid, valid, type Check } from './check.ts';

/** شناسه فراگیر اتباع: 12 digits. No checksum is public, so a good one is still passed with a remark. */
export function checkForeignerId(input: string): Check {
  const digits = bare(input);
  const fault = digitFault(digits, 12);
  return fault ? invalid(fault) : valid(digits, 'no-public-checksum');
}
