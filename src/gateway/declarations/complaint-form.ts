import type { FormDefinition } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import { applicantFields, confirmation, declaredDocuments, stateHint, upload } from './form-parts.ts';

/**
 * The form of a service that hears complaints, where its agency gave none: against whom, where, what happened, what is
 * wanted, evidence, and who complains.
 */
export function complaintForm(offering: Pick<Offering, 'id' | 'title' | 'documents'>): FormDefinition {
  const { toState, uploads } = declaredDocuments(offering.documents);
  // What happened is asked for by its own field.
  const also = stateHint(toState.filter((title) => !title.startsWith('شرح')));
  return {
    id: offering.id,
    version: 1,
    kind: 'complaint',
    title: { fa: offering.title },
    steps: [
      {
        id: 'matter',
        title: { fa: 'موضوع شکایت', en: 'The complaint' },
        items: [
          {
            id: 'party',
            type: 'text',
            label: { fa: 'شکایت از چه کسی یا کجاست؟', en: 'Whom or what is it about?' },
            hint: { fa: 'نام اداره، شرکت، فروشگاه یا شخص. اگر نمی‌دانید، نشانه‌ای از آن بنویسید.', en: 'Name of the office, company, shop or person. If you do not know it, describe it.' },
            required: true,
            maxLength: 160,
            suggest: 'agencies',
          },
          {
            id: 'subject',
            type: 'choice',
            label: { fa: 'موضوع شکایت', en: 'Subject of the complaint' },
            required: true,
            options: [
              { value: 'delay', label: { fa: 'دیر کردن یا پاسخ ندادن', en: 'Delay or no answer' } },
              { value: 'refusal', label: { fa: 'انجام ندادن کار', en: 'The work is refused or not done' } },
              { value: 'conduct', label: { fa: 'رفتار نادرست', en: 'Bad treatment' } },
              { value: 'money', label: { fa: 'هزینه، قیمت یا صورتحساب', en: 'A charge, price or bill' } },
              { value: 'quality', label: { fa: 'کیفیت بد یا خطر برای سلامت', en: 'Poor quality or danger to health' } },
              { value: 'other', label: { fa: 'چیز دیگر', en: 'Something else' } },
            ],
          },
          {
            id: 'otherSubject',
            type: 'text',
            label: { fa: 'موضوع در یک جمله', en: 'The subject in a sentence' },
            required: true,
            maxLength: 160,
            when: { field: 'subject', op: 'eq', value: 'other' },
          },
          {
            id: 'place',
            type: 'location',
            label: { fa: 'کجا رخ داد؟', en: 'Where did it happen?' },
            hint: { fa: 'شهرستان و نشانی', en: 'County and address' },
            required: false,
          },
          {
            id: 'description',
            type: 'longText',
            label: { fa: 'چه شد؟', en: 'What happened?' },
            hint: {
              fa: ['بنویسید کی و چگونه.', also?.fa].filter(Boolean).join(' '),
              en: ['Write when and how.', also?.en].filter(Boolean).join(' '),
            },
            required: true,
            minLength: 10,
            maxLength: 2000,
          },
          {
            id: 'wanted',
            type: 'longText',
            label: { fa: 'چه می‌خواهید؟', en: 'What do you want?' },
            hint: { fa: 'آنچه کار را درست می‌کند.', en: 'What would put it right.' },
            required: false,
            maxLength: 500,
          },
        ],
      },
      {
        id: 'evidence',
        title: { fa: 'مدرک', en: 'Evidence' },
        intro: {
          fa: 'عکس، رسید، قبض یا نامه، اگر دارید. بی مدرک هم می‌توانید ادامه دهید. تصویر شناسنامه و کارت ملی نفرستید.',
          en: 'A photo, receipt, bill or letter, if you have one. You can go on without. Do not send images of a birth certificate or national ID card.',
        },
        items: [upload('evidence', { fa: 'عکس و مدرک', en: 'Photos and papers' }), ...uploads],
      },
      { id: 'complainant', title: { fa: 'شاکی', en: 'Who complains' }, items: [...applicantFields, confirmation] },
    ],
    contactField: 'mobile',
    matter: ['party', 'subject', 'otherSubject'],
  };
}
