import type { FormDefinition } from '../../contract/form.ts';
import type { formStudioRoutes } from '../../contract/form-studio-routes.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { BodyExamples } from './openapi-examples.ts';

/** The routes of the form studio in words. */
export const formStudioWords: Record<keyof typeof formStudioRoutes, { tag: 'Forms'; summary: string; problems: ProblemCode[] }> = {
  staffForms: { tag: 'Forms', summary: 'Services of an agency with their forms: where each comes from, who published it when, and whether somebody writes a new one.', problems: ['staff.forbidden', 'agency.notFound'] },
  staffForm: { tag: 'Forms', summary: 'The form of a service: what is published, the draft with what is wrong in it, and all versions.', problems: ['staff.forbidden', 'offering.notFound'] },
  staffFormVersion: { tag: 'Forms', summary: 'One version that was published.', problems: ['staff.forbidden', 'offering.notFound', 'form.notFound'] },
  saveForm: { tag: 'Forms', summary: 'Saves the draft of a form, also with findings. Citizens see nothing of it.', problems: ['staff.forbidden', 'offering.notFound', 'form.changed'] },
  readForm: { tag: 'Forms', summary: 'Reads a form that was made elsewhere before it takes the place of the draft, and says at which places it is none. Saves nothing.', problems: ['staff.forbidden', 'offering.notFound'] },
  publishForm: { tag: 'Forms', summary: 'Publishes the draft as the next version. Refused while it has findings; earlier versions stay, requests point to them.', problems: ['staff.forbidden', 'offering.notFound', 'form.changed', 'form.noDraft', 'form.invalid', 'form.ownDraft'] },
  discardForm: { tag: 'Forms', summary: 'Throws the draft away; what is published stays.', problems: ['staff.forbidden', 'offering.notFound', 'form.changed'] },
};

const definition: FormDefinition = {
  id: 'alborz.agency.abcdefgh.form', version: 1, kind: 'application', title: { fa: 'درخواست نمونه' }, contactField: 'mobile',
  steps: [{
    id: 'applicant', title: { fa: 'درخواست‌کننده' },
    items: [
      { id: 'mobile', type: 'mobile', label: { fa: 'تلفن همراه' }, required: true, autocomplete: 'tel' },
      { id: 'owner', type: 'yesNo', label: { fa: 'مالک هستید؟' }, required: true },
      { id: 'deed', type: 'file', label: { fa: 'سند مالکیت' }, required: true, when: { field: 'owner', op: 'eq', value: true }, maxFiles: 2 },
    ],
  }],
};

/** A body for each of them that takes one. */
export const formStudioExamples: Pick<BodyExamples, 'saveForm' | 'readForm' | 'publishForm' | 'discardForm'> = {
  saveForm: { version: 0, definition },
  readForm: { definition },
  publishForm: { version: 1, note: 'سند مالکیت تنها از مالک خواسته می‌شود' },
  discardForm: { version: 1 },
};
