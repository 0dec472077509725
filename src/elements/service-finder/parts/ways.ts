import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { tokens } from '../../../persian/fold.ts';
import type { SearchResult } from '../../../search/searcher.ts';
import type { FinderModel } from './model.ts';
import type { Answer } from './question.ts';

/** How what was typed may go on. */
export interface Way {
  /** What is shown: the word that was begun, or the next one. */
  more: string;
  /** The whole query then. */
  text: string;
}

const mostWays = 4;
/** Titles that are looked at, the best first. */
const mostTitles = 60;
/** «تمدید و …»: a word that joins says nothing without the next one. */
const joining = new Set(['و', 'یا', 'از', 'به', 'در', 'با', 'بر', 'برای']);

const folded = (word: string): string => tokens(word)[0] ?? '';

/**
 * How a query goes on in the titles that it found, so that nobody has to type a long word on a phone: «تعویض» by «شناسنامه» or
 * «گذرنامه», «گواهین» as «گواهینامه». None where there is one way only: the results are that way.
 */
export function waysOn(typed: string, titles: readonly string[]): Way[] {
  const text = typed.trim();
  const written = text.split(/\s+/);
  const last = folded(written.at(-1)!);
  const before = written.slice(0, -1).map(folded);
  const whole = /\s$/.test(typed);
  if (!last) return [];
  const ways = new Map<string, Way>();
  for (const title of titles.slice(0, mostTitles)) {
    const words = title.split(/\s+/);
    const known = words.map(folded);
    if (!before.every((word) => known.includes(word))) continue;
    const at = known.indexOf(last);
    const begun = at < 0 && !whole ? known.findIndex((word) => word.startsWith(last)) : -1;
    let more = begun < 0 ? undefined : words[begun];
    if (at >= 0) {
      const next = words.slice(at + 1, at + (joining.has(words[at + 1]!) ? 3 : 2)).map((word) => word.replace(/[^\p{L}\p{N}\p{M}\u200c]+/gu, ''));
      more = next.some((word) => before.includes(folded(word))) || next.at(-1) === '' || joining.has(next.at(-1)!) ? undefined : next.join(' ') || undefined;
    }
    if (!more || ways.has(folded(more))) continue;
    ways.set(folded(more), { more, text: (begun < 0 ? [...written, more] : [...written.slice(0, -1), more]).join(' ') });
  }
  return ways.size > 1 ? [...ways.values()].slice(0, mostWays) : [];
}

/** An answer is drawn anew for each of its rows, and goes on in the same ways. */
const known = new WeakMap<SearchResult, Way[]>();

function waysOf({ question, found, result }: Answer): Way[] {
  if (!result || result.readAs) return [];
  let ways = known.get(result);
  if (!ways) known.set(result, (ways = waysOn(question.text, found.map(({ title }) => title))));
  return ways;
}

/** On the line of the count: results under it stay where they are. */
export function waysView({ answer, onText }: FinderModel) {
  const ways = waysOf(answer);
  if (!ways.length) return nothing;
  return html`<span class="ways no-print" role="group" aria-label=${msg('ادامه نوشته', { id: 'finder.ways' })}
    >${ways.map(({ more, text }) => html`<button type="button" class="way" aria-label=${text} @click=${() => onText(text)}>${more}</button>`)}</span
  >`;
}
