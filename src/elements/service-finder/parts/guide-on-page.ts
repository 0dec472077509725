import { tagOf } from '../../../core/define.ts';
import { focusable } from '../../../core/joined.ts';
import type { ServiceFinderGuideEvent } from '../service-finder.events.ts';

/** The guide that an element names, by id or by the address of its page; without a name the one on this page, if any. */
export function guideOf(host: HTMLElement & { guide: string }): { element?: HTMLElement; href: string } | undefined {
  const { guide } = host;
  if (/[/.?#]/.test(guide)) return { href: guide };
  const root = host.getRootNode() as Document | ShadowRoot;
  const element = guide
    ? (root.getElementById?.(guide) ?? document.getElementById(guide))
    : document.querySelector<HTMLElement>(tagOf('service-guide'));
  return element ? { element, href: `#${element.id}` } : undefined;
}

const guideWanted = (guide: string): ServiceFinderGuideEvent =>
  new CustomEvent('service-finder-guide', { detail: { guide }, bubbles: true, composed: true, cancelable: true });

/** Leads to the guide, unless the page says otherwise. */
export function leadToGuide(host: HTMLElement & { guide: string }, event: MouseEvent): void {
  const { element } = guideOf(host) ?? {};
  const wanted = host.dispatchEvent(guideWanted(host.guide || element?.id || ''));
  if (!wanted || element) event.preventDefault();
  if (!wanted || !element) return;
  focusable(element);
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}
