export type Written = 'reply' | 'withdraw' | 'object';

const name = (code: string, what: Written): string => `mizban-words|${code}|${what}`;

/**
 * What somebody writes to the desk about a request and has not sent: it lives as long as the tab, over reloads, and is shown to who proved the number.
 * Where the browser keeps nothing, writing goes on without it.
 */
export function keepWords(code: string, what: Written, words: string): void {
  try {
    if (words.trim()) sessionStorage.setItem(name(code, what), words);
    else sessionStorage.removeItem(name(code, what));
  } catch {
    // A frame that may keep nothing, or a full store.
  }
}

export function keptWords(code: string, what: Written): string {
  try {
    return sessionStorage.getItem(name(code, what)) ?? '';
  } catch {
    return '';
  }
}
