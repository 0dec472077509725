/** Makes a service-finder, and uses it as a person would. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/service-finder/service-finder.define.ts';
import type { ServiceFinder } from '../../src/elements/service-finder/service-finder.ts';
import { gatewayUrl } from '../support/browser.ts';
import { allByRole, byRole, type } from '../support/find.ts';

/** With these attributes, and with what is told when all fails between its tags; nobody has been here before. */
export function find(attributes: Record<string, string> = {}): Promise<ServiceFinder> {
  sessionStorage.removeItem('mizban-finder');
  return findAgain(attributes);
}

/** The same by somebody who comes back to a page of this tab. */
export async function findAgain(attributes: Record<string, string> = {}): Promise<ServiceFinder> {
  const page = document.createElement('div');
  const element = document.createElement('service-finder');
  for (const [name, value] of Object.entries({ gateway: gatewayUrl, lang: 'fa', href: 's?{id}', ...attributes })) element.setAttribute(name, value);
  element.append(Object.assign(document.createElement('p'), { textContent: 'تلفن ۱۱۱' }));
  page.append(element);
  await fixture<HTMLElement>(html`${page}`);
  return element;
}

export const field = (element: ServiceFinder) => byRole<HTMLInputElement>(element, 'textbox', /چه کاری دارید؟|What do you need to get done\?/);
export const titles = (element: ServiceFinder) => allByRole(element, 'link').map((link) => link.textContent.trim());

/** The answer is there, with all that comes a moment after the first results. */
export async function settled(element: ServiceFinder): Promise<void> {
  const { state } = element;
  await waitUntil(() => element.state !== 'pending' && complete(element), `an answer, after ${state}`, { timeout: 8000 });
  await element.updateComplete;
}
const complete = (element: ServiceFinder): boolean => {
  const { opening, around, start, later } = inside(element);
  return opening.engine?.learned === 'yes' && Boolean(around) && Boolean(start ?? element.state === 'ready') && Boolean(later);
};

/** As much of its inside as tests look at. */
export const inside = (element: ServiceFinder) =>
  element as unknown as {
    opening: { engine?: { learned: string; searcher: { searching(text: string, options?: object): Generator<void, unknown> } } };
    around?: unknown;
    start?: unknown;
    later?: unknown;
    recent?: unknown;
    searched: boolean;
  };

export async function search(element: ServiceFinder, text: string): Promise<void> {
  type(await field(element), text);
  await settled(element);
}

export async function press(element: ServiceFinder, name: string | RegExp): Promise<void> {
  (await byRole(element, 'button', name)).click();
  await element.updateComplete;
}

export async function choose(element: ServiceFinder, name: string, value: string): Promise<void> {
  const select = await byRole<HTMLSelectElement>(element, 'listbox', name);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}
