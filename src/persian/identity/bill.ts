import { allZero, bare, digitFault, invalid, valid, type Check } from './check.ts';

const billTypes = {
  1: 'water', 2: 'power', 3: 'gas', 4: 'landline', 5: 'mobile', 6: 'municipality', 8: 'tax', 9: 'traffic',
} as const;
export type BillType = (typeof billTypes)[keyof typeof billTypes];

/** Weights 2 to 7 over and over, from the right. */
const checkDigit = (digits: string): number => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * ((i % 6) + 2);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
};

/** شناسه قبض: file (to 8), company (3), kind (1) and a check digit. Leading zeros count. */
export function checkBillId(input: string): Check & { type?: BillType } {
  const digits = bare(input);
  const fault = digitFault(digits, 6, 13);
  if (fault) return invalid(fault);
  if (allZero(digits)) return invalid('all-zero');
  if (checkDigit(digits.slice(0, -1)) !== Number(digits.at(-1))) return invalid('checksum');
  const type = billTypes[Number(digits.at(-2)) as keyof typeof billTypes];
  return type ? { ...valid(digits), type } : valid(digits);
}

/**
 * شناسه پرداخت: thousands of rials, year, period, a check digit over itself and one over the bill id with it. `amountRial`
 * is what it says is due.
 */
export function checkPaymentId(input: string, context: { bill?: string } = {}): Check & { amountRial?: number } {
  const digits = bare(input);
  const fault = digitFault(digits, 6, 13);
  if (fault) return invalid(fault);
  if (checkDigit(digits.slice(0, -2)) !== Number(digits.at(-2))) return invalid('checksum');
  const amountRial = Number(digits.slice(0, -5)) * 1000;
  if (context.bill === undefined) return { ...valid(digits, 'bill-missing'), amountRial };
  if (checkDigit(bare(context.bill) + digits.slice(0, -1)) !== Number(digits.at(-1))) {
    // A mistyped last digit and the payment id of another bill look the same.
    return { ...invalid('checksum'), mayAlsoBe: 'does-not-match-bill' };
  }
  return { ...valid(digits), amountRial };
}
