import type { Locale } from '../../../i18n/locale.ts';
import type { Engine } from './engine.ts';
import type { Answer, Narrowing, Sort } from './question.ts';

/** Parts of the view that come after the first results. */
export type Around = typeof import('./around.ts');
export type Start = typeof import('./start.ts');

/** What people looked for before, on this device and only if they want it. */
export interface RecentSearches {
  /** They have said yes. */
  wanted: boolean;
  texts: string[];
}

export interface FinderModel {
  locale: Locale;
  engine: Engine;
  answer: Answer;
  /** What the page has narrowed this element to. */
  embed: Narrowing;
  narrowing: Narrowing;
  sort: Sort;
  tiles: boolean;
  opened: boolean;
  /** The catalogue is the one of an earlier visit, and the gateway does not answer. */
  kept: boolean;
  /** Working hours could not be had. */
  hoursFailed: boolean;
  recent: RecentSearches | undefined;
  /** Somebody has looked for something since the page was opened. */
  searched: boolean;
  /** The element itself: what is printed, and whose guide is sought. */
  host: HTMLElement & { guide: string };
  around: Around | undefined;
  start: Start | undefined;
  hrefOf(service: string): string;
  onChoose(event: MouseEvent, service: string): void;
  onText(text: string): void;
  onMore(): void;
  onNarrow(change: Partial<Narrowing>): void;
  /** Something else is asked for. */
  onAsk(change: { sort: Sort }): void;
  /** The same stands there otherwise. */
  onShow(change: { tiles: boolean } | { opened: boolean }): void;
  /** What is kept from now on. */
  onRecent(recent: RecentSearches): void;
}
