import { bare, digitFault, invalid, valid, type Check } from './check.ts';

/** شماره شناسنامه: 1 to 10 digits without checksum; `0` for those whose certificate bears the national ID. */
export function checkBirthCertificateNumber(input: string): Check {
  const digits = bare(input);
  const fault = digitFault(digits, 1, 10);
  return fault ? invalid(fault) : valid(digits);
}
