import type { Draft } from './draft-store.ts';

/**
 * Drafts on a computer that many people share: they live as long as the tab, over reloads, and no other tab sees them.
 * The choice holds for all forms of the tab.
 */
const prefix = 'mizban-draft|';
const choice = 'mizban-shared-computer';

export const isShared = (): boolean => sessionStorage.getItem(choice) !== null;
export const chooseShared = (): void => sessionStorage.setItem(choice, '1');

export function readTabDraft<T>(key: string): Draft<T> | undefined {
  const text = sessionStorage.getItem(prefix + key);
  return text === null ? undefined : (JSON.parse(text) as Draft<T>);
}
export const writeTabDraft = (draft: Draft<unknown>): void => sessionStorage.setItem(prefix + draft.key, JSON.stringify(draft));
export const removeTabDraft = (key: string): void => sessionStorage.removeItem(prefix + key);

/** All drafts of this tab, of whatever form and gateway. */
export const listTabDrafts = <T>(): Draft<T>[] =>
  Object.keys(sessionStorage).filter((name) => name.startsWith(prefix)).map((name) => JSON.parse(sessionStorage.getItem(name)!) as Draft<T>);
