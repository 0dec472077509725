import { tagOf } from './define.ts';

const told = new WeakSet<Element>();

/**
 * Lets an element take the focus now. No longer than that: browsers pass over all that is in a shadow root whose host has a
 * negative `tabindex`, and Tab would never come to it again.
 */
export function focusable(element: HTMLElement): void {
  if (element.hasAttribute('tabindex')) return;
  element.tabIndex = -1;
  for (const type of ['keydown', 'pointerdown', 'blur']) element.addEventListener(type, () => element.removeAttribute('tabindex'), { once: true });
}

/**
 * Sets `service` on the element that `for` names, and `known` where something is, and moves the reader there. As an attribute, so that a target whose
 * script is still on its way reads it when it comes. False when there is no such element; the webmaster is told once.
 */
export function joinService(from: Element, id: string, service: string, known = ''): boolean {
  const target =
    (from.getRootNode() as Document | ShadowRoot).getElementById(id) ?? from.ownerDocument.getElementById(id);
  if (!target) {
    if (!told.has(from)) {
      console.error(
        `Mizban: <${from.localName} for="${id}"> finds no element with that id. Add id="${id}" to <${tagOf('service-sheet')}> or <${tagOf('request-form')}>.`,
      );
    }
    told.add(from);
    return false;
  }
  if (known) target.setAttribute('known', known);
  else target.removeAttribute('known');
  target.setAttribute('service', service);
  focusable(target);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const move = () => target.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
  move();
  target.focus({ preventScroll: true });
  // Until what was asked for has come, the page is too short to bring it to the top.
  const growth = new ResizeObserver(() => target.matches(':focus') && move());
  growth.observe(target);
  setTimeout(() => growth.disconnect(), 3000);
  return true;
}
