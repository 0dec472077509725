import { toAsciiDigits } from '../persian/digits.ts';

/**
 * Totally anti-symmetric quasigroup of order 10 by H. M. Damm (2004), with zeros on the diagonal: a check digit from it
 * catches every single wrong digit and every swap of neighbours.
 */
const damm = [
  '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
  '3674209581', '5869720134', '8945362017', '9438617205', '2581436790',
].map((row) => Array.from(row, Number));

const randomDigits = 15;
export const codeLength = randomDigits + 1;

const fold = (digits: string): number => {
  let interim = 0;
  for (const digit of digits) interim = damm[interim]![Number(digit)]!;
  return interim;
};

/** The digit that makes `digits` pass the check when put after it. */
export const checkDigit = (digits: string): string => String(fold(digits));

/** A new tracking code: 15 digits from a cryptographic source and a Damm check digit. */
export function makeTrackingCode(randomBytes: (count: number) => Uint8Array): string {
  let digits = '';
  while (digits.length < randomDigits) {
    for (const byte of randomBytes(randomDigits)) {
      // 250 to 255 would make the digits 0 to 5 likelier than the rest.
      if (byte < 250 && digits.length < randomDigits) digits += byte % 10;
    }
  }
  return digits + checkDigit(digits);
}

export type TrackingCodeReading =
  | { ok: true; code: string }
  /** `digits`: how many were read. */
  | { ok: false; reason: 'empty' | 'length' | 'checkDigit' | 'characters'; digits: number };

/** Reads what a person typed or pasted: any of the three digit sets, any spaces, dashes, dots, bars and invisible marks between. */
export function readTrackingCode(input: string): TrackingCodeReading {
  const text = toAsciiDigits(input).replace(/[\s\p{Cf}\p{Pd}\u2212\u0640_/.,،٬·•|]+/gu, '');
  const digits = text.replace(/\D+/g, '');
  const refuse = (reason: 'empty' | 'length' | 'checkDigit' | 'characters') =>
    ({ ok: false, reason, digits: digits.length }) as const;
  if (!text) return refuse('empty');
  if (digits !== text) return refuse('characters');
  if (digits.length !== codeLength) return refuse('length');
  return fold(digits) === 0 ? { ok: true, code: digits } : refuse('checkDigit');
}
