import { matchLocale, type Locale } from '../i18n/locale.ts';

/** The nearest `lang`, also through the hosts of shadow roots. */
function nearestLang(element: Element): string | undefined {
  for (let node: Node | null = element.parentNode; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang')!;
  }
  return undefined;
}

/**
 * The locale that an element should have, or undefined to keep the one it has: no `lang` anywhere, a language that we do
 * not have, or a page under Google Translate, which rewrites `<html lang>` without translating what is inside us.
 */
export function wantedLocale(element: Element, own: string): Locale | undefined {
  if (own) return matchLocale(own);
  if (document.documentElement.matches('.translated-ltr, .translated-rtl')) return undefined;
  return matchLocale(nearestLang(element));
}

const callbacks = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Calls back when `<html lang>` changes. One observer for all elements; a foreign page's subtree is not watched. */
export function observePageLanguage(callback: () => void): void {
  callbacks.add(callback);
  if (observer) return;
  observer = new MutationObserver(() => callbacks.forEach((each) => each()));
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
}

export function unobservePageLanguage(callback: () => void): void {
  callbacks.delete(callback);
  if (callbacks.size) return;
  observer?.disconnect();
  observer = undefined;
}
