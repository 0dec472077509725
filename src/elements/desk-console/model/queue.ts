import type { QueueItem, StaffCase } from '../../../contract/staff.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { faultOf, type Fault } from '../../../core/staff/port.ts';
import type { ConsolePort } from './port.ts';

export type QueueFilter = 'open' | 'answered' | 'all';
/** Whose cases: everybody's, mine, nobody's. */
export type QueueWhose = 'any' | 'me' | 'none';

/** Nothing is to be done any more. */
export const isEnded = ({ state }: Pick<QueueItem, 'state'>): boolean => state === 'answered' || state === 'closed' || state === 'withdrawn';

type Left = Pick<StaffCase, 'id' | 'state' | 'assignee' | 'holder'>;

/** Most that the gateway gives in one page. */
const mostAtOnce = 100;

/** What lies on the desk, due first; pages are added at the end. */
export class QueueModel {
  filter: QueueFilter = 'open';
  whose: QueueWhose = 'any';
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  items: QueueItem[] = [];
  next: string | null = null;
  /** Something is on its way while items are shown. */
  busy = false;
  fault?: Fault;
  updatedAt = new Date();
  #turn = 0;

  /** `words`: how much lies there, for those who cannot see it. */
  constructor(readonly port: ConsolePort, readonly words: (locale: Locale, queue: QueueModel) => string) {}

  /** Reads the list anew, as far as it was read before. */
  async load(): Promise<boolean> {
    this.phase = this.items.length ? 'ready' : 'pending';
    return this.#fetch(undefined, Math.min(mostAtOnce, this.items.length));
  }

  /** The same at the person's wish: what came of it is told to those who cannot see it. */
  async refresh(): Promise<void> {
    if (await this.load()) this.port.say((locale) => this.words(locale, this));
  }

  async choose(wish: { filter?: QueueFilter; whose?: QueueWhose }): Promise<void> {
    const { filter, whose } = { filter: this.filter, whose: this.whose, ...wish };
    if (filter !== this.filter || whose !== this.whose) this.items = [];
    this.filter = filter;
    this.whose = whose;
    await this.refresh();
  }

  async more(): Promise<void> {
    if (this.busy || !this.next) return;
    const before = this.items.length;
    if (!(await this.#fetch(this.next))) return;
    this.port.say((locale) => this.words(locale, this));
    // Focus goes to the first new row: the button that was pressed may be gone.
    if (this.items.length > before) await this.port.focus(`.queue li:nth-child(${before + 1}) a`);
  }

  /** Takes out a case that was just left and is none of these any more, so that nobody waits at it for the list to come. */
  leave(shown: Left): void {
    if (!this.#lists(shown)) this.items = this.items.filter(({ id }) => id !== shown.id);
  }

  /** Whether the gateway would list it still. */
  #lists({ state, assignee, holder }: Left): boolean {
    if (this.filter !== 'all' && (this.filter === 'answered') !== isEnded({ state })) return false;
    const staff = this.port.staff();
    if (this.whose === 'me' && assignee?.id !== staff?.id) return false;
    if (this.whose === 'none' && assignee) return false;
    if (!holder || !staff?.agency) return true;
    // A referral may have put it on another desk.
    return holder.agency === staff.agency.id && (staff.role !== 'expert' || !staff.unit || staff.unit.id === holder.id);
  }

  clear(): void {
    this.#turn++;
    this.filter = 'open';
    this.whose = 'any';
    this.phase = 'idle';
    this.items = [];
    this.next = null;
    this.busy = false;
    this.fault = undefined;
  }

  /** True when this answer is what is shown now. */
  async #fetch(cursor: string | undefined, limit = 0): Promise<boolean> {
    const turn = ++this.#turn;
    this.busy = true;
    this.fault = undefined;
    this.port.update();
    try {
      const page = await this.port.client().call('queue', {
        query: {
          state: this.filter, cursor,
          ...(this.whose === 'any' ? {} : { assignee: this.whose }),
          ...(limit > 25 ? { limit: String(limit) } : {}),
        },
      }, { signal: this.port.signal() });
      if (turn !== this.#turn) return false;
      const known = new Set(cursor ? this.items.map(({ id }) => id) : []);
      // A case may have moved behind the cursor between two pages.
      this.items = cursor ? [...this.items, ...page.items.filter(({ id }) => !known.has(id))] : page.items;
      this.next = page.next;
      this.port.setNow(page.asOf);
      this.updatedAt = this.port.now();
      this.phase = 'ready';
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      this.fault = faultOf(error);
      if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
      if (!this.items.length) this.phase = 'failed';
      return false;
    } finally {
      if (turn === this.#turn) {
        this.busy = false;
        this.port.update();
      }
    }
  }
}
