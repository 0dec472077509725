/** An officer who declares, on the real gateway: each test file has an agency of the other province to itself. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import '../../src/client/intake.ts';
import '../../src/client/staff.ts';
import type { Draft, PublicationList } from '../../src/contract/intake.ts';
import '../../src/elements/catalog-intake/catalog-intake.define.ts';
import type { CatalogIntake } from '../../src/elements/catalog-intake/catalog-intake.ts';
import { ownOriginUrl } from '../support/browser.ts';
import { signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, type } from '../support/find.ts';

const client = new GatewayClient(ownOriginUrl);

const header = 'عنوان خدمت,شرح خدمت,مدارک لازم,مدت زمان ارائه,هزینه,تلفن پاسخگو,واحد مسئول';
/** A service without fault, in the order of `header`. */
export const good = (title: string, time = '۵ روز کاری'): string => `${title},برای همه مردم شهر.,کدپستی,${time},رایگان,۰۳۱-۳۲۰۰۰۰۱۱,واحد آزمون`;
/** One that asks for what may not be asked for, and gives no time. */
export const faulty = (title: string): string => `${title},برای همه مردم شهر.,تصویر شناسنامه,,رایگان,۰۳۱-۳۲۰۰۰۰۱۱,واحد آزمون`;
export const csv = (...rows: string[]): File => new File([[header, ...rows].join('\n')], 'خدمات.csv');

/** Hands a file in behind the page's back; the officer is signed in. */
export async function handedIn(agency: string, file: File): Promise<Draft> {
  await signInExpert('officer');
  return client.call('handIn', { query: { agency, name: file.name }, body: file });
}

export const readDraft = (id: string): Promise<Draft> => client.call('draft', { params: { id } });

export async function publish(id: string): Promise<PublicationList> {
  const { version, base } = await client.call('difference', { params: { id } });
  return client.call('publishDraft', { params: { id }, body: { version, base } });
}
export const published = async (agency: string, file: File): Promise<PublicationList> => publish((await handedIn(agency, file)).id);

/** What somebody else does in between, whose session the browser has meanwhile. */
export async function colleague(work: (calls: GatewayClient) => Promise<unknown>, username = 'officer-2'): Promise<void> {
  await signInExpert(username);
  try {
    await work(client);
  } finally {
    await signInExpert('officer');
  }
}

export const intake = (lang = 'fa', routing: 'hash' | 'none' = 'hash'): Promise<CatalogIntake> =>
  fixture<CatalogIntake>(html`<catalog-intake gateway=${ownOriginUrl} lang=${lang} routing=${routing}><p>111</p></catalog-intake>`);

/** The element with this draft, or what follows it in the address, open. */
export async function openDraft(path: string, lang = 'fa'): Promise<CatalogIntake> {
  location.hash = `#/${path}`;
  const element = await intake(lang);
  await waitUntil(() => element.state === 'ready', 'the draft is shown', { timeout: 9000 });
  await element.updateComplete;
  return element;
}

/** The files of an agency. */
export async function openAgency(agency: string, lang = 'fa'): Promise<CatalogIntake> {
  await signInExpert('officer');
  const element = await intake(lang);
  await select(element, lang === 'fa' ? 'کدام دستگاه؟' : 'Which agency?', agency);
  await byRole(element, 'heading', lang === 'fa' ? 'آنچه منتشر شده است' : 'What has been published');
  return element;
}

/** Chooses files as a person does. */
export function choose(element: CatalogIntake, ...files: File[]): void {
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!;
  const given = new DataTransfer();
  for (const file of files) given.items.add(file);
  input.files = given.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Drops a file on something of the page; false where the browser is left to open it. */
export function drop(target: EventTarget, file: File): boolean {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  return ['dragover', 'drop'].every((kind) => !target.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, composed: true, cancelable: true })));
}
export const dropZone = (element: CatalogIntake): Element => element.shadowRoot!.querySelector('.drop')!;

/** Whether the browser would ask before it leaves the page. */
export const asksBeforeLeaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** Pastes what a spreadsheet has copied: cells parted by tabs. */
export function paste(target: EventTarget, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return !target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
}

/** Chooses in a list as a person does. */
export async function select(element: CatalogIntake, name: string | RegExp, value: string): Promise<void> {
  const list = await byRole<HTMLSelectElement>(element, 'listbox', name);
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

export const press = async (element: CatalogIntake, name: string | RegExp): Promise<void> => (await byRole(element, 'button', name)).click();
export const follow = async (element: CatalogIntake, name: string | RegExp): Promise<void> => (await byRole(element, 'link', name)).click();
export const write = async (element: CatalogIntake, name: string | RegExp, text: string): Promise<void> => type(await byRole(element, 'textbox', name), text);

/** The cell of a row, counted as the file does, under a column. */
export function cellAt(element: CatalogIntake, row: number, column: string): HTMLElement {
  const root = element.shadowRoot!;
  return root.querySelector<HTMLElement>(`tr[aria-rowindex="${row}"] ${column === 'number' ? 'th' : `[data-column="${column}"]`}`)!;
}
export const keydown = (element: CatalogIntake, key: string): void =>
  void element.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
export { allByRole, byRole };
