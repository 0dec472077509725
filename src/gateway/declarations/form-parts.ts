import type { Field } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';

/** What a person states rather than sends: a number, a code, an address. */
const stated =
  /^(?:شماره|شناسه|کد|کدپستی|نشانی|آدرس|نام|مشخصات|رقم|تلفن|مبلغ|تاریخ|علت|دلیل|مقصد|مختصات|شرح|موضوع|مدت|زمان|درخواست)(?!\p{L})/u;
/** Asked for by the form's own fields already. */
const askedAlready = /^(?:شماره ملی|کد ملی|تلفن همراه|شماره تلفن همراه|نام و نام خانوادگی)(?!\p{L})/u;

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

/** Asks for what is stated; undefined when there is nothing. */
export const stateHint = (toState: readonly string[]): Field['hint'] =>
  toState.length
    ? { fa: `این‌ها را هم بنویسید: ${toState.join('، ')}.`, en: `Please state these as well: ${toState.join('، ')}.` }
    : undefined;
