import type { Field, FormDefinition } from '../contract/form.ts';

/** The free words of a reply, beside the fields of its question: none of these may have its name. */
export const replyWords = { id: 'text', type: 'longText', label: { fa: 'توضیح شما', en: 'In your own words' }, required: false, maxLength: 4000 } as const satisfies Field;

/** A question of the desk with fields is a form of one step: what checks, draws and shows forms takes it as it is. */
export const questionForm = (fields: readonly Field[]): FormDefinition => ({
  id: 'question', version: 1, kind: 'enquiry', title: { fa: 'پرسش کارشناس' },
  steps: [{ id: 'question', title: { fa: 'پرسش کارشناس' }, items: [...fields] }],
  // The number to which its messages go is that of the request.
  contactField: 'mobile',
});
