import type { Address, AnswerValue, Field, Place, Upload } from '../contract/form.ts';
import { toAsciiDigits } from '../persian/digits.ts';
import { checkBillId, checkPaymentId } from '../persian/identity/bill.ts';
import { checkBirthCertificateNumber } from '../persian/identity/birth-certificate.ts';
import { checkCard } from '../persian/identity/card.ts';
import { checkJalaliDate } from '../persian/identity/jalali-date.ts';
import { checkPlate } from '../persian/identity/plate.ts';
import { checkSheba } from '../persian/identity/sheba.ts';
import { isGregorianDate } from '../persian/jalali.ts';
import { readAddress } from './form-address.ts';
import { limitDay } from './form-date.ts';
import { hasOption, identity, learnReaders, longest, readNumber, typed } from './form-field.ts';
import { asWritten, bad, fromCheck, good, type Reading } from './form-reading.ts';

/**
 * The rules of the types that few forms have. Imported for its effect by all who read such answers: the gateway, and the
 * piece of the form that draws these fields. A page that asks for a name and a number does without it.
 */
learnReaders({
  choices: readChoices,
  date: typed(readDate),
  time: typed(readTime),
  // Nobody owes or owns more rials than a number can hold; less than none is no amount.
  money: (field, value) => readNumber({ ...field, integer: true, min: field.min ?? 0, max: field.max ?? 1e15 }, typeof value === 'string' ? value.replace(/ر[یي]ال/, '') : value),
  birthCertificate: identity('birthCertificate', checkBirthCertificateNumber),
  address: (field, value) => (typeof value === 'object' && !Array.isArray(value) ? readAddress(field, value as Address) : bad(value, 'wrongType')),
  iban: identity('iban', checkSheba),
  card: identity('card', checkCard),
  billId: identity('billId', checkBillId),
  paymentId: typed(({ bill }, text, _, lookup) => {
    const of = bill && lookup(bill);
    return fromCheck('paymentId', text, checkPaymentId(text, typeof of === 'string' ? { bill: of } : {}));
  }),
  plate: identity('plate', checkPlate),
  file: readFiles,
  location: readLocation,
});

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
  const bound = (limit: string | undefined) => limit && limitDay(limit, today);
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
  const clean = asWritten(text);
  if (Array.from(clean).length > longest.text) return bad(given, 'tooLong', { max: longest.text, length: Array.from(clean).length });
  if (latitude === undefined && longitude === undefined) return good({ text: clean });
  const on = (value: unknown, limit: number) => typeof value === 'number' && Math.abs(value) <= limit;
  return on(latitude, 90) && on(longitude, 180) ? good({ text: clean, latitude, longitude } as Place) : bad(given, 'notAPlace');
}
