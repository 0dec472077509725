import { bare, digitFault, invalid, valid, type Check } from './check.ts';

/** کدپستی: 10 digits, the first five without 0 and 2. The stricter pattern in circulation only makes a remark. */
export function checkPostalCode(input: string): Check {
  const digits = bare(input);
  const fault = digitFault(digits, 10);
  if (fault) return invalid(fault);
  if (!/^[13-9]{5}/.test(digits)) return invalid('first-five');
  return valid(digits, /^(?!(\d)\1{3})[13-9]{4}[1346-9][013-9]{5}$/.test(digits) ? undefined : 'uncommon-pattern');
}
