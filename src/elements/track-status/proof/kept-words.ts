import { inTab } from '../../../core/drafts/in-tab.ts';

/** `reply-3`: to the question of that number, so that another one does not find it. */
export type Written = `reply-${number}` | 'withdraw' | 'object';

export const keptName = (code: string, what: Written): string => `mizban-words|${code}|${what}`;

/** What somebody writes to the desk about a request and has not sent: it lives as long as the tab, over reloads, and is shown to who proved the number. */
export function keepWords(code: string, what: Written, words: string): void {
  inTab((tab) => (words.trim() ? tab.setItem(keptName(code, what), words) : tab.removeItem(keptName(code, what))));
}

export const keptWords = (code: string, what: Written): string => inTab((tab) => tab.getItem(keptName(code, what))) ?? '';
