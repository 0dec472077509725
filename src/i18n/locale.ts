import { configureReentrantLocalization } from '@lit/localize/init/reentrant.js';
import type { LocaleModule } from '@lit/localize';

/** Persian is the source and loads nothing extra. */
export const sourceLocale = 'fa';
export const targetLocales = ['en'] as const;
export type Locale = typeof sourceLocale | (typeof targetLocales)[number];

const loaders: Record<(typeof targetLocales)[number], () => Promise<LocaleModule>> = {
  en: () => import('./generated/en.ts'),
};
const loaded = new Map<string, LocaleModule>();

/** The locale of the element that is rendering now: `msg` is called synchronously inside `withLocale` only. */
let current: Locale = sourceLocale;

configureReentrantLocalization({
  sourceLocale,
  targetLocales: [...targetLocales],
  getLocale: () => current,
  loadLocaleSync: (locale) => loaded.get(locale)!,
});

/** Runs `work` with every `msg` inside it in `locale`. */
export function withLocale<T>(locale: Locale, work: () => T): T {
  const before = current;
  current = locale;
  try {
    return work();
  } finally {
    current = before;
  }
}

export const isLoaded = (locale: Locale): boolean => locale === sourceLocale || loaded.has(locale);

/** Loads the messages of a locale once for all elements. A locale that fails to load leaves the page in Persian. */
export async function loadLocale(locale: Locale): Promise<boolean> {
  if (isLoaded(locale)) return true;
  try {
    loaded.set(locale, await loaders[locale as keyof typeof loaders]());
    return true;
  } catch {
    return false;
  }
}

/** The locale that a BCP 47 tag asks for, or undefined when it is none of ours. */
export function matchLocale(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return ([sourceLocale, ...targetLocales] as const).find((known) => known === language);
}

/** Direction follows the language of the text, not the page. */
export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'fa' ? 'rtl' : 'ltr');
