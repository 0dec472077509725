import type { Field, FormDefinition, RequestKind } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import { complaintForm } from './complaint-form.ts';
import { applicantFields, byShape, confirmation, declaredDocuments, stateHint } from './form-parts.ts';

const kindOf = (title: string): RequestKind =>
  /دسترسی آزاد به اطلاعات/.test(title) ? 'information' : /شکایت/.test(title) ? 'complaint' : 'application';

/**
 * The form of an offering for which its agency gave none: who asks, how to reach them, what they want, and a place for each
 * document that may be sent. Originals to be shown, inquiries between agencies and forbidden copies are not asked for; what
 * is a number of a known shape has a field of its own, other numbers and addresses are asked for in words.
 */
export function genericForm(offering: Pick<Offering, 'id' | 'title' | 'documents'>): FormDefinition {
  const kind = kindOf(offering.title);
  if (kind === 'complaint') return complaintForm(offering);
  const { toState, uploads } = declaredDocuments(offering.documents);
  const { numbers, words } = byShape(toState);
  const description: Field = {
    id: 'description',
    type: 'longText',
    label: { fa: 'شرح درخواست', en: 'Your request' },
    hint: stateHint(words) ?? { fa: 'بنویسید چه می‌خواهید و اگر لازم است چرا.', en: 'Write what you want and, if it matters, why.' },
    required: true,
    minLength: 10,
    maxLength: 2000,
  };

  return {
    id: offering.id,
    version: 1,
    kind,
    title: { fa: offering.title },
    steps: [
      {
        id: 'applicant',
        title: { fa: 'درخواست‌کننده', en: 'Applicant' },
        items: applicantFields,
      },
      { id: 'request', title: { fa: 'درخواست', en: 'Request' }, items: [description, ...numbers] },
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
        items: [confirmation],
      },
    ],
    contactField: 'mobile',
  };
}
