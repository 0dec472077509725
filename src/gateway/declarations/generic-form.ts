import type { Field, FormDefinition, RequestKind } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';

/** What a person states rather than sends: a number, a code, an address. */
const stated =
  /^(?:شماره|شناسه|کد|کدپستی|نشانی|آدرس|نام|مشخصات|رقم|تلفن|مبلغ|تاریخ|علت|دلیل|مقصد|مختصات|شرح|موضوع|مدت|درخواست)(?!\p{L})/u;
/** Asked for by the form's own fields already. */
const askedAlready = /^(?:شماره ملی|کد ملی|تلفن همراه|شماره تلفن همراه|نام و نام خانوادگی)(?!\p{L})/u;

const megabyte = 1024 * 1024;

const kindOf = (title: string): RequestKind =>
  /دسترسی آزاد به اطلاعات/.test(title) ? 'information' : /شکایت/.test(title) ? 'complaint' : 'application';

/**
 * The form of an offering for which its agency gave none: who asks, how to reach them, what they want, and a place for each
 * document that may be sent. Originals to be shown, inquiries between agencies and forbidden copies are not asked for; what
 * is a number or an address is asked for in words.
 */
export function genericForm(offering: Pick<Offering, 'id' | 'title' | 'documents'>): FormDefinition {
  const open = offering.documents.filter(
    ({ form, forbiddenCopy }) => !forbiddenCopy && (form === 'upload' || form === 'copy'),
  );
  const files = open.filter(({ title }) => !stated.test(title));
  const toState = open.map(({ title }) => title).filter((title) => stated.test(title) && !askedAlready.test(title));

  const description: Field = {
    id: 'description',
    type: 'longText',
    label: { fa: 'شرح درخواست', en: 'Your request' },
    hint: toState.length
      ? { fa: `این‌ها را هم بنویسید: ${toState.join('، ')}.`, en: `Please state these as well: ${toState.join('، ')}.` }
      : { fa: 'بنویسید چه می‌خواهید و اگر لازم است چرا.', en: 'Write what you want and, if it matters, why.' },
    required: true,
    minLength: 10,
    maxLength: 2000,
  };
  const uploads = files.map(({ title }, i): Field => ({
    id: `document-${i + 1}`,
    type: 'file',
    label: { fa: title },
    required: false,
    accept: ['application/pdf', 'image/jpeg', 'image/png'],
    maxBytes: 5 * megabyte,
    maxFiles: 5,
  }));

  return {
    id: offering.id,
    version: 1,
    kind: kindOf(offering.title),
    title: { fa: offering.title },
    steps: [
      {
        id: 'applicant',
        title: { fa: 'درخواست‌کننده', en: 'Applicant' },
        items: [
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
        ],
      },
      { id: 'request', title: { fa: 'درخواست', en: 'Request' }, items: [description] },
      ...(uploads.length
        ? [
            {
              id: 'documents',
              title: { fa: 'مدارک', en: 'Documents' },
              intro: {
                fa: 'هر کدام را که آماده دارید بفرستید. تصویر شناسنامه و کارت ملی نفرستید.',
                en: 'Send those that you have at hand. Do not send images of a birth certificate or national ID card.',
              },
              items: uploads,
            },
          ]
        : []),
      {
        id: 'confirmation',
        title: { fa: 'تأیید', en: 'Confirmation' },
        items: [
          {
            id: 'confirmed',
            type: 'declaration',
            label: { fa: 'درستی اطلاعات را تأیید می‌کنم', en: 'I confirm that this information is correct' },
            required: true,
          },
        ],
      },
    ],
    contactField: 'mobile',
  };
}
