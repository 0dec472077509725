import type { IndexEntry } from '../../../contract/catalogue.ts';
import { feeBounds } from '../../../core/facts/fee.ts';
import type { SearchResult } from '../../../search/searcher.ts';
import type { Bundle, Sort } from './question.ts';

type Order = (a: IndexEntry, b: IndexEntry) => number;

/** Hours, roughly: only to compare. */
const hoursOf = { minute: 1 / 60, hour: 1, workHour: 2, day: 24, workDay: 34, month: 720 };
const hours = ({ time }: IndexEntry): number => (time ? time.max * hoursOf[time.unit] : Infinity);
/** An amount that is a formula is more than any amount, and less than what nobody has told. */
const rials = ({ fee }: IndexEntry): number =>
  fee.kind === 'free' ? 0 : fee.kind === 'undeclared' ? Infinity : (feeBounds(fee)?.least ?? Number.MAX_SAFE_INTEGER);
/** Two that are not known are alike; Infinity less Infinity is no number. */
const by = (worth: (entry: IndexEntry) => number): Order => (a, b) => worth(a) - worth(b) || 0;

/** Orders that somebody may choose; best first needs none. */
export const orders: Record<Sort, Order | undefined> = {
  best: undefined,
  quick: by(hours),
  cheap: by(rials),
  name: (a, b) => a.title.localeCompare(b.title, 'fa'),
};

/**
 * One service is no bundle; a service stands in one bundle only. The service that was named word by word stands alone, before
 * them, unless a bundle begins with it.
 */
export function bundlesOf({ situations, hits, words }: SearchResult): Bundle[] {
  const top = hits[0];
  const named = top && top.matched.length >= words && top.why.every(({ kind }) => kind !== 'situation');
  const begins = situations.some(({ entries }) => entries[0]?.id === top?.entry.id);
  const seen = new Set(named && !begins ? [top.entry.id] : []);
  return situations
    .map((situation) => ({ ...situation, entries: situation.entries.filter(({ id }) => !seen.has(id) && seen.add(id)) }))
    .filter(({ entries }) => entries.length > 1);
}
