import type { AnswerValue, Field, Place, Upload } from '../contract/form.ts';
import { toAsciiDigits } from '../persian/digits.ts';
import { repairText } from '../persian/fold.ts';
import type { Check } from '../persian/identity/check.ts';
import { checkEmail } from '../persian/identity/email.ts';
import { checkForeignerId } from '../persian/identity/foreigner-id.ts';
import { checkJalaliDate } from '../persian/identity/jalali-date.ts';
import { checkLandline } from '../persian/identity/landline.ts';
import { checkLegalId } from '../persian/identity/legal-id.ts';
import { checkMobile } from '../persian/identity/mobile.ts';
import { checkNationalId } from '../persian/identity/national-id.ts';
import { checkPostalCode } from '../persian/identity/postal-code.ts';
import { isGregorianDate } from '../persian/jalali.ts';
import { isAnswered } from './form-condition.ts';

export type Params = Record<string, string | number>;
/** What is wrong with one answer; without a path, which only the form knows. */
export interface Fault {
  code: string;
  severity: 'error' | 'warning';
  params?: Params;
}
/** An answer in canonical form; an answer that is wrong stays as it was given. */
export interface Reading {
  value: AnswerValue | undefined;
  faults: Fault[];
}

const good = (value: AnswerValue | undefined): Reading => ({ value, faults: [] });
const fault = (code: string, params?: Params): Fault => ({ code, severity: 'error', ...(params && { params }) });
const bad = (value: AnswerValue | undefined, code: string, params?: Params): Reading => ({ value, faults: [fault(code, params)] });

/** No form needs more; a request that carries more is not a person's. */
const longest = { text: 500, longText: 10_000 };

/** Brings an answer into canonical form and says what is wrong with it. `today` is an ISO date. */
export function readField(field: Field, raw: AnswerValue | null | undefined, today: string): Reading {
  const given = raw ?? undefined;
  if (field.type === 'declaration') {
    if (given !== undefined && typeof given !== 'boolean') return bad(given, 'wrongType');
    return field.required && given !== true ? bad(given, 'mustAccept') : good(given);
  }
  if (!isAnswered(given)) return field.required ? bad(undefined, 'required') : good(undefined);
  return readers[field.type](field, given as AnswerValue, today);
}

type Reader = (field: Field, value: AnswerValue, today: string) => Reading;

/** Readers of what people type: anything else that stands there did not come from a form of ours. */
const typed = (read: (field: Field, text: string, today: string) => Reading): Reader => (field, value, today) =>
  typeof value === 'string' ? read(field, value, today) : bad(value, 'wrongType');

const identity = (kind: string, check: (text: string) => Check): Reader => typed((_, text) => fromCheck(kind, text, check(text)));

function fromCheck(kind: string, text: string, check: Check): Reading {
  if (!check.valid) {
    const digits = toAsciiDigits(text).replace(/\D/g, '').length;
    return bad(text, `${kind}.${check.reason}`, { digits, ...(check.suggest && { suggest: check.suggest }) });
  }
  // That a number has no checksum is nothing that a person could do something about.
  if (!check.warn || check.warn === 'no-public-checksum') return good(check.normalized);
  return { value: check.normalized, faults: [{ code: `${kind}.${check.warn}`, severity: 'warning' }] };
}

const readers: Record<Exclude<Field['type'], 'declaration'>, Reader> = {
  text: typed((field, text) => readText(field, text.replace(/\s*\n\s*/g, ' '), longest.text)),
  longText: typed((field, text) => readText(field, text, longest.longText)),
  number: readNumber,
  choice: typed((field, text) => (hasOption(field, text) ? good(text) : bad(text, 'notInOptions'))),
  choices: readChoices,
  yesNo: (_, value) =>
    value === true || value === 'true' ? good(true) : value === false || value === 'false' ? good(false) : bad(value, 'wrongType'),
  date: typed(readDate),
  time: typed(readTime),
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
  file: readFiles,
  location: readLocation,
};

const charsets = {
  digits: /^\d+$/,
  digitsAndDash: /^[\d-]+$/,
  persianLetters: /^[ء-غف-ٔپچژکگیۀٰ\s\u200c]+$/,
};

function readText(field: Field, text: string, longestEver: number): Reading {
  const { charset, minLength } = field;
  let value = repairText(text);
  if (!value) return field.required ? bad(undefined, 'required') : good(undefined);
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

function readNumber(field: Field, given: AnswerValue): Reading {
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

const hasOption = (field: Field, value: unknown): boolean => (field.options ?? []).some((option) => option.value === value);

function readChoices(field: Field, given: AnswerValue): Reading {
  if (!Array.isArray(given) || !given.every((item) => typeof item === 'string')) return bad(given, 'wrongType');
  if (!given.every((item) => hasOption(field, item))) return bad(given, 'notInOptions');
  // In the order of the options, so that two people who chose alike have the same answer.
  return good((field.options ?? []).map((option) => option.value).filter((value) => given.includes(value)));
}

function readDate(field: Field, text: string, today: string): Reading {
  // A Gregorian date is the same in whatever digits it is typed.
  const ascii = toAsciiDigits(text.trim());
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(ascii) ?? [];
  let iso = ascii;
  // Years of the two calendars lie far apart.
  if (!(Number(year) >= 1700)) {
    const check = checkJalaliDate(text);
    if (!check.valid) return bad(text, 'notADate', { reason: check.reason });
    iso = check.iso!;
  } else if (!isGregorianDate(Number(year), Number(month), Number(day))) {
    return bad(text, 'notADate', { reason: 'day' });
  }
  const bound = (limit: string | undefined) => (limit === 'today' ? today : limit);
  const notBefore = bound(field.notBefore);
  const notAfter = bound(field.notAfter);
  if (notBefore && iso < notBefore) return bad(iso, 'dateTooEarly', { date: notBefore, ...(field.notBefore === 'today' && { today: 1 }) });
  if (notAfter && iso > notAfter) return bad(iso, 'dateTooLate', { date: notAfter, ...(field.notAfter === 'today' && { today: 1 }) });
  return good(iso);
}

function readTime(_: Field, text: string): Reading {
  const clean = toAsciiDigits(text).replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.٫](\d{2})$/.exec(clean) ?? [];
  if (!hours || Number(hours) > 23 || Number(minutes) > 59) return bad(text, 'notATime');
  return good(`${hours.padStart(2, '0')}:${minutes}`);
}

const isUpload = (item: unknown): item is Upload =>
  typeof item === 'object' && item !== null && typeof (item as Upload).id === 'string' && typeof (item as Upload).bytes === 'number';

function readFiles(field: Field, given: AnswerValue): Reading {
  if (!Array.isArray(given) || !(given as unknown[]).every(isUpload)) return bad(given, 'wrongType');
  const files = given as Upload[];
  const max = field.maxFiles ?? 1;
  if (files.length > max) return bad(given, 'tooManyFiles', { max, count: files.length });
  const tooLarge = files.find((file) => field.maxBytes !== undefined && file.bytes > field.maxBytes);
  if (tooLarge) return bad(given, 'fileTooLarge', { name: tooLarge.name, maxBytes: field.maxBytes! });
  const wrong = files.find((file) => field.accept && !field.accept.some((type) => matches(type, file.mediaType)));
  return wrong ? bad(given, 'fileType', { name: wrong.name }) : good(given);
}

/** `image/*` stands for every image. */
const matches = (accepted: string, mediaType: string): boolean =>
  accepted.endsWith('/*') ? mediaType.startsWith(accepted.slice(0, -1)) : accepted === mediaType;

function readLocation(_: Field, given: AnswerValue): Reading {
  const { text, latitude, longitude } = given as Place;
  if (typeof given !== 'object' || Array.isArray(given) || typeof text !== 'string') return bad(given, 'wrongType');
  const clean = repairText(text);
  if (Array.from(clean).length > longest.text) return bad(given, 'tooLong', { max: longest.text, length: Array.from(clean).length });
  if (latitude === undefined && longitude === undefined) return good({ text: clean });
  const on = (value: unknown, limit: number) => typeof value === 'number' && Math.abs(value) <= limit;
  return on(latitude, 90) && on(longitude, 180) ? good({ text: clean, latitude, longitude } as Place) : bad(given, 'notAPlace');
}
