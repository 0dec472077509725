/** Walks through a guide as a person would, with its place in the page's address. */
import { fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/elements/service-guide/service-guide.define.ts';
import type { ServiceGuide } from '../../src/elements/service-guide/service-guide.ts';
import { gatewayUrl } from './browser.ts';
import { byRole } from './find.ts';

export const home = location.href;
/** Puts a path into the page's address. */
export const at = (guide: string) => history.replaceState(history.state, '', `${home}${home.includes('?') ? '&' : '?'}guide=${guide}`);
export const inAddress = () => /[?&]guide=([^&]*)/.exec(location.search)?.[1] ?? '';

interface Attributes { lang?: string; guide?: string; for?: string; href?: string; ignoreUrl?: boolean }
export async function open({ lang = 'fa', guide = '', for: target = '', href = '', ignoreUrl = false }: Attributes = {}): Promise<ServiceGuide> {
  const element = await fixture<ServiceGuide>(
    html`<service-guide gateway=${gatewayUrl} lang=${lang} guide=${guide} for=${target} href=${href} ?ignore-url=${ignoreUrl}><p>تلفن ۱۱۱</p></service-guide>`,
  );
  await waitUntil(() => element.state !== 'pending', 'something is shown', { timeout: 9000 });
  await element.updateComplete;
  return element;
}
export const heading = (element: ServiceGuide) => element.shadowRoot!.querySelector<HTMLElement>('#stop')!;
export const headline = (element: ServiceGuide) => heading(element).textContent.trim();
/** Presses what is called so, and waits for the next place. */
export async function choose(element: ServiceGuide, ...names: (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    (await byRole(element, 'button', name)).click();
    await element.updateComplete;
    await waitUntil(() => element.state !== 'pending', 'the next place', { timeout: 9000 });
    await element.updateComplete;
  }
}
export const popped = (walk: () => void): Promise<unknown> => {
  const event = oneEvent(window, 'popstate');
  walk();
  return event;
};
