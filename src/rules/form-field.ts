import type { AnswerValue, Field } from '../contract/form.ts';
import { toAsciiDigits } from '../persian/digits.ts';
import { repairText } from '../persian/fold.ts';
import type { Check } from '../persian/identity/check.ts';
import { checkEmail } from '../persian/identity/email.ts';
import { checkForeignerId } from '../persian/identity/foreigner-id.ts';
import { checkLandline } from '../persian/identity/landline.ts';
import { checkLegalId } from '../persian/identity/legal-id.ts';
import { checkMobile } from '../persian/identity/mobile.ts';
import { checkNationalId } from '../persian/identity/national-id.ts';
import { checkPostalCode } from '../persian/identity/postal-code.ts';
import { isAnswered, type Lookup } from './form-condition.ts';
import { asWritten, bad, fromCheck, good, type Reading } from './form-reading.ts';

/** No form needs more; a request that carries more is not a person's. */
export const longest = { text: 500, longText: 10_000 };

/** Brings an answer into canonical form and says what is wrong with it. `today` is an ISO date; `lookup` finds other answers. */
export function readField(field: Field, raw: AnswerValue | null | undefined, today: string, lookup: Lookup): Reading {
  const given = raw ?? undefined;
  if (field.type === 'staticText') return given === undefined ? good(undefined) : bad(undefined, 'unknownField');
  if (field.type === 'declaration') {
    if (given !== undefined && typeof given !== 'boolean') return bad(given, 'wrongType');
    return field.required && given !== true ? bad(given, 'mustAccept') : good(given);
  }
  if (!isAnswered(given)) {
    if (!field.required) return good(undefined);
    // An address says at each of its parts that it must be there.
    return field.type === 'address' ? read(field, {}, today, lookup) : bad(undefined, 'required');
  }
  return read(field, given as AnswerValue, today, lookup);
}

export type Reader = (field: Field, value: AnswerValue, today: string, lookup: Lookup) => Reading;

/** Readers of what people type: anything else that stands there did not come from a form of ours. */
export const typed = (read: (field: Field, text: string, today: string, lookup: Lookup) => Reading): Reader => (field, value, today, lookup) =>
  typeof value === 'string' ? read(field, value, today, lookup) : bad(value, 'wrongType');

export const identity = (kind: string, check: (text: string) => Check): Reader => typed((_, text) => fromCheck(kind, text, check(text)));

/** Types that nobody taught us are refused: better than to let through what nobody has looked at. */
const read: Reader = (field, value, today, lookup) =>
  readers[field.type as keyof Readers]?.(field, value, today, lookup) ?? bad(value, 'wrongType');

/** For `form-rarer.ts`. */
export const learnReaders = (more: Partial<Readers>): void => void Object.assign(readers, more);

type Readers = Record<Exclude<Field['type'], 'declaration' | 'staticText'>, Reader>;

/** Those that most forms have; `form-rarer.ts` brings the others. */
const readers: Partial<Readers> = {
  text: typed((field, text) => readText(field, text.replace(/\s*\n\s*/g, ' '), longest.text)),
  longText: typed((field, text) => readText(field, text, longest.longText)),
  number: readNumber,
  choice: typed((field, text) => (hasOption(field, text) ? good(text) : bad(text, 'notInOptions'))),
  yesNo: (_, value) =>
    value === true || value === 'true' ? good(true) : value === false || value === 'false' ? good(false) : bad(value, 'wrongType'),
  nationalId: typed((field, text) =>
    field.orForeignerId && toAsciiDigits(text).replace(/\D/g, '').length > 10
      ? fromCheck('foreignerId', text, checkForeignerId(text))
      : fromCheck('nationalId', text, checkNationalId(text)),
  ),
  legalId: identity('legalId', checkLegalId),
  foreignerId: identity('foreignerId', checkForeignerId),
  mobile: identity('mobile', checkMobile),
  landline: identity('landline', (text) => checkLandline(text)),
  email: identity('email', checkEmail),
  postalCode: identity('postalCode', checkPostalCode),
};

const charsets = {
  digits: /^\d+$/,
  digitsAndDash: /^[\d-]+$/,
  persianLetters: /^[ء-غف-ٔپچژکگیۀٰ\s\u200c]+$/,
};

function readText(field: Field, text: string, longestEver: number): Reading {
  const { charset, minLength } = field;
  const repaired = repairText(text);
  // What nobody can see is no answer.
  if (!repaired) return field.required ? bad(undefined, 'required') : good(undefined);
  let value = charset ? repaired : asWritten(text);
  if (charset === 'digits' || charset === 'digitsAndDash') {
    value = toAsciiDigits(value).replace(/[\s\u200b-\u200f]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  }
  if (charset && !charsets[charset].test(value)) return bad(value, 'charset', { charset });
  const length = Array.from(value).length;
  const maxLength = field.maxLength ?? longestEver;
  if (minLength !== undefined && length < minLength) return bad(value, 'tooShort', { min: minLength, length });
  if (length > maxLength) return bad(value, 'tooLong', { max: maxLength, length });
  return good(value);
}

export function readNumber(field: Field, given: AnswerValue): Reading {
  let value = given;
  if (typeof given === 'string') {
    const text = toAsciiDigits(given).replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069'٬,،]/g, '').replace(/٫/g, '.').replace(/^[\u2212\u2013]/, '-');
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return bad(given, 'notNumber');
    value = Number(text);
  }
  if (typeof value !== 'number') return bad(given, 'wrongType');
  if (!Number.isFinite(value)) return bad(given, 'notNumber');
  const { min, max, exclusiveMin, integer } = field;
  if (integer && !Number.isInteger(value)) return bad(value, 'notInteger');
  if (min !== undefined && (exclusiveMin ? value <= min : value < min)) return bad(value, exclusiveMin ? 'notMoreThan' : 'tooSmall', { min });
  if (max !== undefined && value > max) return bad(value, 'tooLarge', { max });
  return good(value);
}

export const hasOption = (field: Field, value: unknown): boolean => (field.options ?? []).some((option) => option.value === value);

