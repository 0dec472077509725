import { allZero, bare, digitFault, invalid, valid, type Check } from './check.ts';

const weights = [29, 27, 23, 19, 17];

/** شناسه ملی اشخاص حقوقی: 11 digits with a check digit. */
export function checkLegalId(input: string): Check {
  const digits = bare(input);
  const fault = digitFault(digits, 11);
  if (fault) return invalid(fault);
  if (allZero(digits)) return invalid('all-zero');
  if (allZero(digits.slice(3, 9))) return invalid('middle-zero');
  const tens = Number(digits[9]) + 2;
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += (tens + Number(digits[i])) * weights[i % 5]!;
  return (sum % 11) % 10 === Number(digits[10]) ? valid(digits) : invalid('checksum');
}
