import type { Field } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';

/** What a person states rather than sends: a number, a code, an address. */
const stated =
  /^(?:شماره|شناسه|کد|کدپستی|نشانی|آدرس|نام|مشخصات|رقم|تلفن|مبلغ|تاریخ|علت|دلیل|مقصد|مختصات|شرح|موضوع|مدت|زمان|درخواست)(?!\p{L})/u;
/** Asked for by the form's own fields already. */
const askedAlready = /^(?:شماره ملی|کد ملی|تلفن همراه|شماره تلفن همراه|نام و نام خانوادگی)(?!\p{L})/u;

/** What is stated and is one thing of a known shape, by how its title begins. */
const shapes: [title: RegExp, type: Field['type']][] = [
  [/^(?:کدپستی|کد پستی)(?!\p{L})/u, 'postalCode'],
  [/^شماره شبا(?!\p{L})/u, 'iban'],
  [/^شماره شناسنامه(?!\p{L})/u, 'birthCertificate'],
  [/^شناسه ملی (?:شرکت|حقوقی)(?!\p{L})/u, 'legalId'],
  [/^شناسه فراگیر(?!\p{L})/u, 'foreignerId'],
  [/^شناسه قبض(?!\p{L})/u, 'billId'],
  [/^شماره پلاک خودرو(?!\p{L})/u, 'plate'],
  [/^(?:شماره )?تلفن ثابت(?!\p{L})/u, 'landline'],
];
/** Two things under one title, «کدپستی ملک یا همسایه», and numbers of several people. */
const several = /(?<!\p{L})(?:یا|و|اعضا)(?!\p{L})/u;

const megabyte = 1024 * 1024;

/** Who asks, and how to reach them. */
export const applicantFields: Field[] = [
  {
    id: 'fullName',
    type: 'text',
    label: { fa: 'نام و نام خانوادگی', en: 'Full name' },
    required: true,
    maxLength: 120,
    autocomplete: 'name',
  },
  {
    id: 'nationalId',
    type: 'nationalId',
    label: { fa: 'شماره ملی', en: 'National ID' },
    hint: {
      fa: 'اتباع خارجی شناسه فراگیر ۱۲ رقمی وارد کنند.',
      en: "Foreign nationals enter their 12-digit foreigner's code.",
    },
    required: true,
    orForeignerId: true,
  },
  {
    id: 'mobile',
    type: 'mobile',
    label: { fa: 'تلفن همراه', en: 'Mobile number' },
    hint: {
      fa: 'کد تأیید و خبر نتیجه به این شماره پیامک می‌شود.',
      en: 'The confirmation code and news of the result are sent to this number.',
    },
    required: true,
    autocomplete: 'tel',
  },
];

export const confirmation: Field = {
  id: 'confirmed',
  type: 'declaration',
  label: { fa: 'درستی اطلاعات را تأیید می‌کنم', en: 'I confirm that this information is correct' },
  required: true,
};

/**
 * What an agency wants to see: a place for each document that may be sent, and what is stated in words. Originals to be
 * shown, inquiries between agencies and forbidden copies are not asked for; what is a number or an address is stated.
 */
export function declaredDocuments(documents: Offering['documents']): { uploads: Field[]; toState: string[] } {
  const open = documents.filter(({ form, forbiddenCopy }) => !forbiddenCopy && (form === 'upload' || form === 'copy'));
  const files = open.filter(({ title }) => !stated.test(title));
  return {
    toState: open.map(({ title }) => title).filter((title) => stated.test(title) && !askedAlready.test(title)),
    uploads: files.map(({ title }, i) => upload(`document-${i + 1}`, { fa: title })),
  };
}

/** A place for papers and photos. Optional: who has none is heard as well. */
export const upload = (id: string, label: Field['label']): Field => ({
  id,
  type: 'file',
  label,
  required: false,
  accept: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 5 * megabyte,
  maxFiles: 5,
});

/**
 * Parts what is stated: `numbers` have fields of their own, optional, for whether everybody has one is more than a title
 * says; only `words` will do for the rest.
 */
export function byShape(toState: readonly string[]): { numbers: Field[]; words: string[] } {
  const titles = [...new Set(toState)];
  const shapeOf = (title: string) => (several.test(title) ? undefined : shapes.find(([begins]) => begins.test(title))?.[1]);
  return {
    numbers: titles.flatMap((title, at): Field[] => {
      const type = shapeOf(title);
      return type ? [{ id: `stated-${at + 1}`, type, label: { fa: title }, required: false }] : [];
    }),
    words: titles.filter((title) => !shapeOf(title)),
  };
}

/** Asks for what is stated; undefined when there is nothing. */
export const stateHint = (toState: readonly string[]): Field['hint'] =>
  toState.length
    ? { fa: `این‌ها را هم بنویسید: ${toState.join('، ')}.`, en: `Please state these as well: ${toState.join('، ')}.` }
    : undefined;
