import { inTab } from '../../../core/drafts/in-tab.ts';

export type Written = 'reply' | 'withdraw' | 'object';

const name = (code: string, what: Written): string => `mizban-words|${code}|${what}`;

/** What somebody writes to the desk about a request and has not sent: it lives as long as the tab, over reloads, and is shown to who proved the number. */
export function keepWords(code: string, what: Written, words: string): void {
  inTab((tab) => (words.trim() ? tab.setItem(name(code, what), words) : tab.removeItem(name(code, what))));
}

export const keptWords = (code: string, what: Written): string => inTab((tab) => tab.getItem(name(code, what))) ?? '';
