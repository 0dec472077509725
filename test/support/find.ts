/** Finds things in an element's shadow root as a person would: by role and name. */
import { waitUntil } from '@open-wc/testing';

const roles: Record<string, string> = {
  button: 'button, [role="button"]',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type="text"], input[type="search"], textarea',
  password: 'input[type="password"]',
  radio: 'input[type="radio"]',
  checkbox: 'input[type="checkbox"]',
  listbox: 'select',
  heading: 'h2, h3, h4',
  region: 'section[aria-labelledby], section[aria-label]',
  progressbar: 'progress',
  alert: '[role="alert"]',
};

const words = (text: string | null | undefined) => (text ?? '').replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ').trim();

function nameOf(element: Element): string {
  const root = element.getRootNode() as ShadowRoot;
  const by = element.getAttribute('aria-labelledby');
  if (by) return words(by.split(' ').map((id) => root.getElementById(id)?.textContent).join(' '));
  const label = element.getAttribute('aria-label');
  if (label) return words(label);
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
    return words([...(element.labels ?? [])].map((each) => each.textContent).join(' '));
  }
  return words(element.textContent);
}

const visible = (element: Element) => element.checkVisibility();
const matches = (name: string, wanted: string | RegExp) => (typeof wanted === 'string' ? name === wanted : wanted.test(name));

export function allByRole(host: Element, role: keyof typeof roles & string, name: string | RegExp = /(?:)/): HTMLElement[] {
  return [...host.shadowRoot!.querySelectorAll<HTMLElement>(roles[role]!)].filter((element) => visible(element) && matches(nameOf(element), name));
}

/** Waits until exactly one such thing is there. */
export async function byRole<T extends HTMLElement = HTMLElement>(host: Element, role: keyof typeof roles & string, name: string | RegExp): Promise<T> {
  let found: HTMLElement[] = [];
  await waitUntil(() => (found = allByRole(host, role, name)).length === 1, `one ${role} “${String(name)}”`, { timeout: 8000 });
  return found[0] as T;
}

/** All that can be read in it, in one line. */
export const readable = (host: Element): string => words(host.shadowRoot!.querySelector('.root')?.textContent);

export const untilReadable = (host: Element, text: string | RegExp): Promise<void> =>
  waitUntil(() => (typeof text === 'string' ? readable(host).includes(text) : text.test(readable(host))), `“${String(text)}” can be read`, { timeout: 8000 });

/** Writes into a field as typing does. */
export function type(field: HTMLElement, text: string): void {
  const input = field as HTMLInputElement;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
}

/** What is wrong with a field, as it is told with it. */
export function describedAs(field: HTMLElement): string {
  const root = field.getRootNode() as ShadowRoot;
  return words((field.getAttribute('aria-describedby') ?? '').split(' ').map((id) => root.getElementById(id)?.textContent).join(' '));
}

export const focused = (host: Element): Element | null => host.shadowRoot!.activeElement;
