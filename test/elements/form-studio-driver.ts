/** An officer at the forms of an agency, on the real gateway: every test takes a service of its own, each file an agency. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import '../../src/client/form-studio.ts';
import '../../src/client/staff.ts';
import type { FormDefinition } from '../../src/contract/form.ts';
import type { StaffForm } from '../../src/contract/form-studio.ts';
import { listDrafts, removeDraft } from '../../src/core/drafts/draft-store.ts';
import '../../src/elements/form-studio/form-studio.define.ts';
import type { FormStudio } from '../../src/elements/form-studio/form-studio.ts';
import { ownOriginUrl } from '../support/browser.ts';
import { signInExpert } from '../support/citizen.ts';
import { byRole, describedAs, type, untilReadable } from '../support/find.ts';

const client = new GatewayClient(ownOriginUrl);
const unused = new Map<string, Promise<string[]>>();

/** A service of the agency that no other test has. */
async function freshService(agency: string): Promise<string> {
  const services = unused.get(agency) ?? client.call('staffForms', { query: { agency } }).then(({ items }) =>
    // Those that have a form already first: they change nothing of the catalogue.
    items.sort((a, b) => Number(!!a.published) - Number(!!b.published)).map(({ offering }) => offering));
  unused.set(agency, services);
  const service = (await services).pop();
  if (!service) throw new Error(`All services of ${agency} are taken; give the test file a larger agency.`);
  // Of an earlier test file in this browser.
  for (const { key } of await listDrafts()) if (key.endsWith(`|${service}`)) await removeDraft(key);
  return service;
}

export const testForm = (): FormDefinition => ({
  id: 'test', version: 1, kind: 'application', title: { fa: 'فرم آزمون' }, contactField: 'mobile',
  steps: [
    {
      id: 'person', title: { fa: 'شما' },
      items: [
        { id: 'fullName', type: 'text', label: { fa: 'نام و نام خانوادگی' }, required: true, maxLength: 60 },
        { id: 'mobile', type: 'mobile', label: { fa: 'تلفن همراه' }, required: true },
      ],
    },
    {
      id: 'property', title: { fa: 'ملک' },
      items: [
        { id: 'owner', type: 'yesNo', label: { fa: 'مالک هستید؟' }, required: true },
        { id: 'deed', type: 'text', label: { fa: 'شماره سند' }, required: true, when: { field: 'owner', op: 'eq', value: true } },
      ],
    },
  ],
});

/** A draft of {@link testForm} on a service of its own; the officer is signed in. */
export async function drafted(agency: string, change: (form: FormDefinition) => void = () => undefined): Promise<StaffForm> {
  await signInExpert('officer-alborz');
  const id = await freshService(agency);
  const { version } = await readForm(id);
  const definition = testForm();
  change(definition);
  return client.call('saveForm', { params: { id }, body: { version, definition } });
}
export async function published(agency: string, change?: (form: FormDefinition) => void): Promise<StaffForm> {
  const { offering: id, version } = await drafted(agency, change);
  return client.call('publishForm', { params: { id }, body: { version } });
}

export const readForm = (id: string): Promise<StaffForm> => client.call('staffForm', { params: { id } });
/** The form as citizens get it. */
export const publicForm = (id: string): Promise<FormDefinition> => client.call('offeringForm', { params: { id } }, { cache: 'reload' });

/** What somebody else saves meanwhile, on top of what is newest. */
export async function colleagueSaves(id: string, change: (form: FormDefinition) => void): Promise<void> {
  await signInExpert('supervisor');
  const { version, draft, start } = await readForm(id);
  const definition = draft?.definition ?? start;
  change(definition);
  await client.call('saveForm', { params: { id }, body: { version, definition } });
  await signInExpert('officer-alborz');
}

export const setSecondPerson = (agency: string, secondPerson: boolean): Promise<unknown> =>
  fetch(`${ownOriginUrl}/v1/staff/publications/setting`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ agency, secondPerson }) });

export const studio = (lang = 'fa', routing: 'hash' | 'none' = 'hash'): Promise<FormStudio> =>
  fixture<FormStudio>(html`<form-studio gateway=${ownOriginUrl} lang=${lang} routing=${routing}><p>111</p></form-studio>`);

/** The studio with this form open. */
export async function openForm(id: string, lang = 'fa'): Promise<FormStudio> {
  location.hash = `#/${id}`;
  const element = await studio(lang);
  await byRole(element, 'heading', lang === 'fa' ? 'گام‌ها و پرسش‌ها' : 'Steps and questions');
  return element;
}

export const press = async (element: FormStudio, name: string | RegExp): Promise<void> => (await byRole(element, 'button', name)).click();
export const write = async (element: FormStudio, name: string | RegExp, text: string): Promise<void> => type(await byRole(element, 'textbox', name), text);
export async function choose(element: FormStudio, name: string | RegExp, value: string): Promise<void> {
  const select = await byRole<HTMLSelectElement>(element, 'listbox', name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Types and leaves the control. */
export async function settle(element: FormStudio, name: string | RegExp, text: string): Promise<HTMLInputElement> {
  const control = await byRole<HTMLInputElement>(element, 'textbox', name);
  type(control, text);
  control.dispatchEvent(new Event('change', { bubbles: true }));
  return control;
}
/** What is wrong with a control is told with it. */
export const untilTold = (control: HTMLElement, words: string) => waitUntil(() => describedAs(control).includes(words), `“${words}” is told`, { timeout: 8000 });
/** The draft, once what is written is saved. */
export async function saved(element: FormStudio, offering: string): Promise<FormDefinition> {
  await press(element, 'پیش‌نویس را ذخیره کنید');
  await untilReadable(element, 'همه چیز ذخیره است');
  return (await readForm(offering)).draft!.definition;
}
/** A number, a date and a group in the second step, from the third place on. */
export const withQuestions = (form: FormDefinition): void => {
  form.steps[1]!.items.push(
    { id: 'area', type: 'number', label: { fa: 'متراژ' }, required: true, min: 10 },
    { id: 'built', type: 'date', label: { fa: 'تاریخ ساخت' }, required: true, notAfter: 'today' },
    { id: 'shares', type: 'group', label: { fa: 'شریکان' }, min: 1, max: 5, fields: [{ id: 'share', type: 'number', label: { fa: 'سهم' }, required: true }] },
  );
};
