import type { Figures, Monitor } from '../../../contract/monitor.ts';
import '../../../client/monitor.ts';
import { Loaded } from '../../../core/staff/loaded.ts';
import type { KeeperPort } from '../../../core/staff/port.ts';
import { localText } from '../../../core/facts/place.ts';
import type { Locale } from '../../../i18n/locale.ts';

export const columns = ['agency', 'filed', 'open', 'overdue', 'unexplained', 'kept', 'median', 'escalated', 'referrals', 'satisfied', 'timeKept'] as const;
export type Column = (typeof columns)[number];
export const periods = ['30', '90', '365'] as const;
export type Period = (typeof periods)[number];
export type Row = Monitor['items'][number];

/** Part of the promises that were kept; null where too few were made to say. */
export const keptShare = ({ inTime, broken }: Figures, atLeast: number): number | null => (inTime + broken < atLeast ? null : inTime / (inTime + broken));

/** Part of the answers to one question of the ratings that were good; null where too few were given to say. */
export const goodShare = ({ answers, good }: Figures['satisfied']): number | null => (good === null ? null : good / answers);

/** How often a request was sent on or the citizen had to come; null where none was filed. */
export const referralsOf = ({ filed, referrals }: Figures): number | null => (filed ? referrals / filed : null);

/** How the agencies keep their promise. */
export class FiguresModel extends Loaded<Monitor, KeeperPort> {
  days: Period = '90';
  /** Undefined: whoever leaves citizens waiting without a word first. */
  sort?: { by: Column; descending: boolean };

  constructor(port: KeeperPort) {
    super(port, (client, signal) => client.call('monitor', { query: { days: this.days } }, { signal }));
  }

  sortBy(by: Column): void {
    const names = by === 'agency';
    this.sort = this.sort?.by === by ? { by, descending: !this.sort.descending } : { by, descending: !names };
    this.port.update();
  }

  rows(locale: Locale): Row[] {
    const { items, atLeast } = this.shown!;
    const sorter = new Intl.Collator(locale);
    const byName = (a: Row, b: Row) => sorter.compare(localText(locale, a.agency.name), localText(locale, b.agency.name));
    const { sort } = this;
    if (!sort) return [...items].sort((a, b) => b.figures.unexplained - a.figures.unexplained || b.figures.overdue - a.figures.overdue || b.figures.open - a.figures.open || b.figures.filed - a.figures.filed || byName(a, b));
    if (sort.by === 'agency') return [...items].sort((a, b) => (sort.descending ? byName(b, a) : byName(a, b)));
    const value = ({ figures }: Row): number | null => {
      switch (sort.by) {
        case 'kept': return keptShare(figures, atLeast);
        case 'median': return figures.medianOpenMinutes;
        case 'referrals': return referralsOf(figures);
        case 'satisfied': case 'timeKept': return goodShare(figures[sort.by]);
        default: return figures[sort.by as 'filed' | 'open' | 'overdue' | 'unexplained' | 'escalated'];
      }
    };
    return [...items].sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      // What cannot be told stands last, whichever way.
      if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
      return (sort.descending ? right - left : left - right) || byName(a, b);
    });
  }

  override clear(): void {
    super.clear();
    this.sort = undefined;
    this.days = '90';
  }
}
