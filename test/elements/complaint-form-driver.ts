/** Walks through a complaint as a person would: by what stands on the buttons and beside the controls. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ComplaintForm } from '../../src/elements/complaint-form/complaint-form.ts';
import '../../src/elements/complaint-form/complaint-form.define.ts';
import type { RequestForm } from '../../src/elements/request-form/request-form.ts';
import type { ServiceGuide } from '../../src/elements/service-guide/service-guide.ts';
import { gatewayUrl } from '../support/browser.ts';
import { choose, headline } from '../support/guide.ts';
import { FormDriver } from './request-form/driver.ts';

const patience = { timeout: 50_000, interval: 20 };

export class ComplaintDriver {
  constructor(readonly element: ComplaintForm) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }
  get guide(): ServiceGuide {
    return this.root.querySelector('service-guide')!;
  }
  get headline(): string {
    return headline(this.guide);
  }
  /** What stands around the questions and the form, without what is in them. */
  get text(): string {
    return (this.root.querySelector('.after')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }
  /** Who hears it. */
  get who(): string {
    return this.root.querySelector('#who')?.textContent.trim() ?? '';
  }

  async choose(...names: (string | RegExp)[]): Promise<void> {
    await choose(this.guide, ...names);
    await this.element.updateComplete;
  }
  async until(what: () => unknown, message: string): Promise<void> {
    await waitUntil(what, message, patience);
    await this.element.updateComplete;
  }
  /** The form of the body that hears it, opened. */
  async form(): Promise<FormDriver> {
    await this.until(() => this.root.querySelector('request-form'), 'no form came');
    const form = new FormDriver(this.root.querySelector<RequestForm>('request-form')!);
    await form.ready();
    await form.settled();
    return form;
  }

  /** A control of the text to take along. */
  field(label: string): HTMLInputElement | HTMLTextAreaElement {
    const found = [...this.root.querySelectorAll<HTMLLabelElement>('.after label')].find(({ textContent }) => textContent.trim().startsWith(label));
    if (!found?.control) throw new Error(`No control «${label}». There stands: ${this.text}`);
    return found.control as HTMLInputElement;
  }
  async write(label: string, text: string): Promise<void> {
    const control = this.field(label);
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }
  /** The text to take along. */
  get ready(): string {
    return this.root.querySelector('.ready .text')?.textContent.trim() ?? '';
  }
}

interface Attributes { lang?: string; drafts?: 'on' | 'off'; href?: string; ignoreUrl?: boolean; province?: string }

export async function openComplaint({ lang = 'fa', drafts = 'on', href = '', ignoreUrl = true }: Attributes = {}): Promise<ComplaintDriver> {
  const element = await fixture<ComplaintForm>(html`
    <complaint-form gateway=${gatewayUrl} lang=${lang} drafts=${drafts} href=${href} ?ignore-url=${ignoreUrl}><p>تلفن ۱۱۱</p></complaint-form>
  `);
  await waitUntil(() => element.state !== 'pending', 'something is shown', patience);
  await element.updateComplete;
  return new ComplaintDriver(element);
}

export { expect };
