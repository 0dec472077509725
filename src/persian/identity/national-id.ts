import { allZero, bare, digitFault, invalid, valid, type Check } from './check.ts';

const checksumHolds = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const rest = sum % 11;
  return Number(digits[9]) === (rest < 2 ? rest : 11 - rest);
};

/**
 * کد ملی: 10 digits with a check digit. Prefixes are not looked at: published tables reject valid numbers. Eight or nine
 * digits may have lost zeros at the start: the padded number is offered, for only the person knows.
 */
export function checkNationalId(input: string): Check {
  const digits = bare(input);
  const fault = digitFault(digits, 10);
  if (fault) {
    const padded = digits.padStart(10, '0');
    return invalid(
      fault,
      fault === 'length' && (digits.length === 8 || digits.length === 9) && checksumHolds(padded) ? padded : undefined,
    );
  }
  if (allZero(digits)) return invalid('all-zero');
  if (!checksumHolds(digits)) return invalid('checksum');
  // 1111111111 passes and is said to belong to a living person.
  return valid(digits, /^(\d)\1{9}$/.test(digits) ? 'repeated-digits' : undefined);
}
