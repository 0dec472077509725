import type { ReactiveControllerHost } from 'lit';
import { joinService } from '../../../core/joined.ts';
import { readAddress, writeAddress, type Linked } from './address.ts';
import { onKey } from './keys.ts';
import { forget, Memory, type Asked } from './memory.ts';
import type { RecentSearches } from './model.ts';
import type { Source } from './opening.ts';
import { facets, type Answer } from './question.ts';
import { readRecent, withText, writeRecent as write } from './recent.ts';

export { failedView } from './failed.ts';
export { laterStyles as styles } from './later.styles.ts';
export { Speech } from './speech.ts';
export { joinService, onKey };

/** Keeps what is asked for as long as the tab, and brings it back. Where an address names something else, that holds. */
export function keepAsked(host: ReactiveControllerHost & HTMLElement, name: string, scope: string, now: () => Asked, take: (asked: Asked) => void): void {
  new Memory(host, scope, now, take, (asked) => !linked(name, asked));
}

/** Who wants nothing kept has nothing kept in the tab either. */
export async function writeRecent(gateway: string, recent: RecentSearches): Promise<void> {
  if (!recent.wanted) forget();
  await write(gateway, recent);
}

/** Typing rests: the address follows, under `name`; what found nothing, by an engine that knows all it can, is told. */
export async function rested(name: string, now: Linked, answer: Answer | undefined, source: Source | undefined, still: () => boolean): Promise<void> {
  if (name) writeAddress(name, now);
  if (source && answer?.kind === 'search' && !answer.total && !answer.early) (await import('./unanswered.ts')).tellUnanswered(answer, source, still);
}

/** What the address asks for, where that differs from what is there. */
export function linked(name: string, now: Linked): Linked | undefined {
  if (!name) return undefined;
  const asked = readAddress(name);
  const same = asked.text === now.text && asked.sort === now.sort && facets.every((facet) => asked.narrowing[facet] === now.narrowing[facet]);
  return same ? undefined : asked;
}

/** Reads what was kept and, when somebody wants that, adds a text. */
export async function remember(gateway: string, recent: RecentSearches | undefined, text: string): Promise<RecentSearches | undefined> {
  const known = recent ?? (await readRecent(gateway));
  if (!text.trim() || !known?.wanted) return known;
  const more = withText(known, text.trim());
  await write(gateway, more);
  return more;
}
