import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { GatewayClient } from '../../../src/client/client.ts';
import type { RequestForm } from '../../../src/elements/request-form/request-form.ts';
import '../../../src/elements/request-form/request-form.define.ts';
import type { Draft } from '../../../src/core/drafts/draft-store.ts';
import type { Attempt } from '../../../src/core/outbox/attempt.ts';
import { gatewayUrl } from '../../support/browser.ts';

type StoredDraft = Draft<{ attempt?: Attempt }>;
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').replace(/ \((اختیاری|optional)\)$/, '').trim();
const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** Fills a form in as a person does: by what stands beside the controls. */
export class FormDriver {
  constructor(readonly element: RequestForm) {}

  get root(): HTMLElement {
    return this.element.shadowRoot!.querySelector('.root')!;
  }
  get text(): string {
    return clean(this.root.textContent);
  }
  get heading(): string {
    return clean(this.root.querySelector('h2')?.textContent);
  }

  async until(what: () => unknown, message: string): Promise<void> {
    await waitUntil(what, message, { timeout: 8000, interval: 20 });
    await this.element.updateComplete;
  }
  /** What was asked for has come and is shown. */
  async settled(): Promise<void> {
    await this.element.updateComplete;
    // What waited for a piece goes on after it; what it shows then is one more update.
    await nextFrame();
    await this.element.updateComplete;
  }
  ready(): Promise<void> {
    return this.until(() => this.element.state === 'ready' && !this.root.querySelector('input[disabled]'), 'the form did not open');
  }

  labels(): string[] {
    return [...this.root.querySelectorAll('.fields label, .fields legend')].filter(isShown).map((label) => clean(label.textContent));
  }

  /** The control of a label, within a fieldset of that legend when given. */
  control<T extends Control = HTMLInputElement>(label: string, legend?: string): T {
    const within = legend === undefined ? this.root : this.fieldset(legend);
    const found = [...within.querySelectorAll('label')].find((each) => clean(each.textContent) === label && isShown(each));
    if (!found?.control) throw new Error(`No control «${label}»${legend ? ` in «${legend}»` : ''}. There are: ${this.labels().join(' | ')}`);
    return found.control as T;
  }
  has(label: string): boolean {
    return this.labels().includes(label);
  }
  fieldset(legend: string): HTMLElement {
    const found = [...this.root.querySelectorAll('fieldset')].find((each) => clean(each.querySelector('legend')?.textContent) === legend);
    if (!found) throw new Error(`No group of controls «${legend}»`);
    return found;
  }

  async type(label: string, text: string, legend?: string): Promise<void> {
    const control = this.control(label, legend);
    control.focus();
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }
  /** A radio, a checkbox, or an option of a list. */
  async choose(legend: string, option: string): Promise<void> {
    const list = [...this.root.querySelectorAll('label')].find((each) => clean(each.textContent) === legend)?.control;
    if (list?.getAttribute('role') === 'combobox') {
      await this.type(legend, option);
    } else if (list instanceof HTMLSelectElement) {
      list.value = [...list.options].find((each) => clean(each.text) === option)!.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      this.control(option, legend).click();
    }
    await this.settled();
  }
  async date(legend: string, day: string, month: string, year: string): Promise<void> {
    const words = [...this.fieldset(legend).querySelectorAll('label')].map((label) => clean(label.textContent));
    await this.type(words[0]!, day, legend);
    const months = this.control<HTMLSelectElement>(words[1]!, legend);
    months.value = month;
    months.dispatchEvent(new Event('change', { bubbles: true }));
    await this.type(words[2]!, year, legend);
    this.fieldset(legend).querySelector('.date-parts')!.dispatchEvent(new FocusEvent('focusout', { relatedTarget: null }));
    await this.settled();
  }
  async files(label: string, ...files: File[]): Promise<void> {
    const control = this.control(label);
    const transfer = new DataTransfer();
    files.forEach((file) => transfer.items.add(file));
    control.files = transfer.files;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
  }

  button(name: string): HTMLButtonElement {
    const all = [...this.root.querySelectorAll('button')].filter(isShown);
    const found = all.find((each) => clean(each.getAttribute('aria-label') ?? each.textContent) === name);
    if (!found) throw new Error(`No button «${name}». There are: ${all.map((each) => clean(each.getAttribute('aria-label') ?? each.textContent)).join(' | ')}`);
    return found;
  }
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }
  /** Goes on and waits for the heading of what comes. */
  async next(heading: string): Promise<void> {
    await this.press('ادامه');
    await this.until(() => this.heading === heading, `«${heading}» did not come, «${this.heading}» stands: ${this.problems().join(' | ')}`);
  }

  /** What stands beside a control as wrong. */
  problem(label: string): string {
    const control = [...this.root.querySelectorAll('label')].find((each) => clean(each.textContent) === label && isShown(each))?.control ?? this.fieldset(label);
    const id = (control.getAttribute('aria-describedby') ?? '').split(' ').find((each) => /-(error|warning)$/.test(each));
    return clean(id ? this.root.querySelector(`#${id}`)?.textContent : '');
  }
  /** What the summary says. */
  problems(): string[] {
    return [...this.root.querySelectorAll('#summary a')].map((each) => clean(each.textContent));
  }
  get focused(): Element | null {
    return this.element.shadowRoot!.activeElement;
  }
  get code(): string {
    return clean(this.root.querySelector('.tracking bdi')?.textContent).replaceAll(' ', '');
  }
}

export async function openForm(service: string, attributes: { lang?: string; drafts?: 'on' | 'off'; gateway?: string; reload?: boolean } = {}): Promise<FormDriver> {
  // In an entry of the history of its own, unless the same one is loaded again.
  if (!attributes.reload) history.replaceState(null, '');
  const element = await fixture<RequestForm>(html`
    <request-form gateway=${attributes.gateway ?? gatewayUrl} service=${service} lang=${attributes.lang ?? 'fa'} drafts=${attributes.drafts ?? 'on'}><p>تلفن ۱۱۱</p></request-form>
  `);
  const driver = new FormDriver(element);
  await driver.ready();
  await driver.settled();
  return driver;
}

const ids = new Map<string, Promise<string>>();
/** Id of the offering with a title. */
export function offeringId(title: string): Promise<string> {
  let id = ids.get(title);
  if (!id) {
    id = new GatewayClient(gatewayUrl).call('search', { query: { q: title } }).then(({ items }) => {
      const found = items.find(({ entry }) => entry.title === title);
      if (!found) throw new Error(`No service «${title}»`);
      return found.entry.id;
    });
    ids.set(title, id);
  }
  return id;
}

export const services = {
  meeting: 'درخواست ملاقات مردمی با استاندار',
  birth: 'ثبت ولادت و صدور شناسنامه',
  water: 'واگذاری انشعاب آب',
  complaint: 'شکایت از سرویس اینترنت',
  permit: 'صدور پروانه ساختمان',
  /** With the rarer types of fields: test/support/every-field.ts. */
  every: 'صدور مجوز اقامتگاه بوم‌گردی',
} as const;

/** Takes every draft off the device. */
export const forgetDrafts = (): Promise<void> => new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('mizban-drafts');
  request.onsuccess = () => resolve();
  request.onerror = () => reject(request.error);
});

/** Every draft on the device, as it lies there; `change` writes each anew. */
export const everyDraft = (change?: (draft: StoredDraft) => void): Promise<StoredDraft[]> => new Promise((resolve, reject) => {
  const request = indexedDB.open('mizban-drafts');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const drafts = request.result.transaction('drafts', 'readwrite').objectStore('drafts');
    const all = drafts.getAll() as IDBRequest<StoredDraft[]>;
    all.onsuccess = () => {
      if (change) {
        for (const draft of all.result) {
          change(draft);
          drafts.put(draft);
        }
      }
    };
    drafts.transaction.oncomplete = () => {
      request.result.close();
      resolve(all.result);
    };
    drafts.transaction.onabort = () => reject(drafts.transaction.error);
  };
});

/** The shortest form, filled in up to its review. */
export async function fillMeeting(form: FormDriver, mobile = '۰۹۱۲۰۰۰۰۰۰۱'): Promise<void> {
  await form.type('نام و نام خانوادگی', 'آزمون آزمونی');
  await form.type('شماره ملی', '۰۳۱ ۰۰۶۳۶۰ ۴');
  await form.type('تلفن همراه', mobile);
  await form.type('موضوع درخواست', 'درباره جاده روستا که از زمستان پیش خراب مانده است.');
  await form.next('بازبینی');
}

/** Waits for the receipt and gives its code. */
export async function receiptCode(form: FormDriver): Promise<string> {
  await form.until(() => /^\d{16}$/.test(form.code), 'no receipt came');
  return form.code;
}

export { expect };
