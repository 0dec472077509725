import { ProblemError } from '../../../client/errors.ts';
import type { Draft, DraftRow, RowFilter } from '../../../contract/intake.ts';
import { type Fault, type KeeperPort, told } from '../../../core/staff/port.ts';
import { isKeeper } from '../../../rules/staff-roles.ts';
import { findingsAt, gravest, keyOf, samePlace, shownColumns, type Column, type Finding, type Place } from './place.ts';

/** Rows of a page: a file of 50,000 rows is never in the page as a whole. */
const pageSize = '50';
/** How often a file that is being read is looked at again. Milliseconds. */
const interval = 1000;

export type Filter = Exclude<RowFilter, 'told'> | 'all';

/** A draft, a page of its rows, and the cell that is open for mending. */
export class DraftModel {
  id = '';
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  fault?: Fault;
  draft?: Draft;
  rows: DraftRow[] = [];
  rules: Draft['rules'] = {};
  filter: Filter = 'all';
  /** Only rows of which this rule says something. */
  rule = '';
  /** Where each page began that was turned; the last is shown. */
  starts: string[] = ['0'];
  next: string | null = null;
  at?: Place;
  busy = false;
  mendFault?: Fault;
  /** Somebody else has changed the draft meanwhile; what was typed is still there. */
  changed = false;
  discardFault?: Fault;
  /** What was typed and not put in yet, by draft and place: whoever looks at another file meanwhile finds it again. */
  readonly #typed = new Map<string, Map<string, string>>();
  #turn = 0;

  constructor(readonly port: KeeperPort) {}

  get columns(): Column[] {
    return shownColumns(this.draft?.columns ?? [], this.rows);
  }

  /** What was typed in this draft, by place. */
  get typed(): Map<string, string> {
    let typed = this.#typed.get(this.id);
    if (!typed) this.#typed.set(this.id, (typed = new Map()));
    return typed;
  }

  get unsaved(): boolean {
    return [...this.#typed.values()].some(({ size }) => size > 0);
  }

  /** It may still be changed, by whoever looks at it. */
  get open(): boolean {
    const role = this.port.staff()?.role;
    return this.draft?.state === 'draft' && !!role && isKeeper(role);
  }

  get row(): DraftRow | undefined {
    return this.rows.find(({ row }) => row === this.at?.row);
  }

  /** What the open cell holds, as it was typed or as it stands. */
  get text(): string {
    const { at, row } = this;
    if (!at?.column) return '';
    return this.typed.get(keyOf(at)) ?? row?.cells[at.column] ?? '';
  }

  async load(id: string): Promise<void> {
    if (id !== this.id) this.close();
    this.id = id;
    const turn = ++this.#turn;
    if (!this.draft) this.phase = 'pending';
    this.port.update();
    try {
      await this.#read(turn);
      if (turn !== this.#turn) return;
      this.fault = undefined;
      this.phase = 'ready';
      this.at ??= this.rows[0] && { row: this.rows[0].row, column: 'title' };
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = told(this.port, error);
      this.phase = 'failed';
    }
    this.port.update();
    if (this.draft?.state === 'reading') setTimeout(() => void (turn === this.#turn && this.load(id)), interval);
  }

  close(): void {
    this.#turn++;
    this.id = '';
    this.phase = 'idle';
    this.draft = this.fault = this.at = this.mendFault = this.discardFault = undefined;
    this.rows = [];
    this.rules = {};
    this.filter = 'all';
    this.rule = '';
    this.starts = ['0'];
    this.next = null;
    this.busy = this.changed = false;
  }

  /** Nothing of one officer is the next one's to see. */
  clear(): void {
    this.close();
    this.#typed.clear();
  }

  /** The file was read anew: nothing of its rows is as it was. */
  restart(): void {
    const { id } = this;
    this.typed.clear();
    this.close();
    this.id = id;
  }

  async show(filter: Filter): Promise<void> {
    await this.#turnTo(['0'], filter, '');
  }

  /** Shows the rows of which one rule says something. */
  async showRule(rule: string): Promise<void> {
    await this.#turnTo(['0'], 'all', rule);
  }

  /** Turns the page; false where there is none. */
  async turn(by: 1 | -1): Promise<boolean> {
    if (by > 0) return this.next !== null && this.#turnTo([...this.starts, this.next]);
    return this.starts.length > 1 && this.#turnTo(this.starts.slice(0, -1));
  }

  go(at: Place): void {
    this.at = at;
    this.mendFault = undefined;
    this.port.update();
  }

  /** Goes to the next place that somebody should look at, on a later page if need be; false at the end. */
  async goToNext(): Promise<boolean> {
    for (;;) {
      const found = this.#nextHere();
      if (found) {
        this.go(found);
        return true;
      }
      if (!(await this.turn(1))) return false;
      this.at = undefined;
    }
  }

  type(text: string): void {
    const { at, row } = this;
    if (!at?.column) return;
    if (text === (row?.cells[at.column] ?? '')) this.typed.delete(keyOf(at));
    else this.typed.set(keyOf(at), text);
    this.port.update();
  }

  /** Puts what was typed into the open cell. True when the gateway has taken it. */
  async put(): Promise<boolean> {
    const { at, draft } = this;
    const value = at && this.typed.get(keyOf(at));
    if (!draft || !at?.column || value === undefined) return false;
    const { row, column } = at;
    return this.#mend(at, () => this.port.client().call('mendCell', { params: { id: this.id }, body: { version: draft.version, row, column, value } }, { signal: this.port.signal() }));
  }

  /** Does what a finding of the open row proposes. */
  async press({ column, rule }: Finding): Promise<boolean> {
    const { at, draft } = this;
    if (!draft || !at || !column) return false;
    const { row } = at;
    return this.#mend({ row, column }, () => this.port.client().call('fixCell', { params: { id: this.id }, body: { version: draft.version, row, column, rule } }, { signal: this.port.signal() }));
  }

  /** Throws the draft away. True when it is gone. */
  async discard(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.discardFault = undefined;
    this.port.update();
    try {
      await this.port.client().call('discardDraft', { params: { id: this.id } }, { signal: this.port.signal() });
      this.typed.clear();
      return true;
    } catch (error) {
      this.discardFault = told(this.port, error);
      return false;
    } finally {
      this.busy = false;
      this.port.update();
    }
  }

  async #mend(at: Place, send: () => Promise<{ version: number; row: DraftRow; rules: Draft['rules'] }>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.mendFault = undefined;
    this.changed = false;
    this.port.update();
    const turn = this.#turn;
    try {
      const { version, row, rules } = await send();
      if (turn !== this.#turn) return false;
      this.typed.delete(keyOf(at));
      this.draft = { ...this.draft!, version };
      this.rows = this.rows.map((each) => (each.row === row.row ? row : each));
      this.rules = { ...this.rules, ...rules };
      // What rows say of each other, and how many have what, changes with one of them.
      await this.#read(turn, row).catch(() => undefined);
      return true;
    } catch (error) {
      if (turn !== this.#turn) return false;
      if (error instanceof ProblemError && error.code === 'declaration.changed') {
        this.changed = true;
        await this.#read(turn).catch((again: unknown) => (this.mendFault = told(this.port, again)));
      } else this.mendFault = told(this.port, error);
      return false;
    } finally {
      this.busy = false;
      this.port.update();
    }
  }

  async #turnTo(starts: string[], filter = this.filter, rule = this.rule): Promise<boolean> {
    const turn = ++this.#turn;
    const before = { starts: this.starts, filter: this.filter, rule: this.rule };
    Object.assign(this, { starts, filter, rule });
    this.busy = true;
    this.port.update();
    try {
      await this.#read(turn);
      if (turn !== this.#turn) return false;
      const [first] = this.rows;
      this.at = first && { row: first.row, column: this.at?.column ?? 'title' };
      this.mendFault = undefined;
      return this.rows.length > 0;
    } catch (error) {
      if (turn !== this.#turn) return false;
      Object.assign(this, before);
      this.mendFault = told(this.port, error);
      return false;
    } finally {
      if (turn === this.#turn) this.busy = false;
      this.port.update();
    }
  }

  /** Reads the draft and the page that is shown; `keep`: a row that stays in sight though it has nothing to be shown for any more. */
  async #read(turn: number, keep?: DraftRow): Promise<void> {
    const client = this.port.client();
    const signal = this.port.signal();
    const only = this.filter === 'all' ? undefined : this.filter;
    const [draft, page] = await Promise.all([
      client.call('draft', { params: { id: this.id } }, { signal }),
      client.call('draftRows', { params: { id: this.id }, query: { cursor: this.starts[this.starts.length - 1], limit: pageSize, only, rule: this.rule || undefined } }, { signal }),
    ]);
    if (turn !== this.#turn) return;
    this.draft = draft;
    this.rows = keep && !page.items.some(({ row }) => row === keep.row) ? [...page.items, keep].sort((one, other) => one.row - other.row) : page.items;
    this.rules = { ...draft.rules, ...this.rules, ...page.rules };
    this.next = page.next;
  }

  #nextHere(): Place | undefined {
    const { at, filter, rule } = this;
    const wanted = (findings: Finding[]) => (rule ? findings.some((finding) => finding.rule === rule) : filter === 'all' ? ['rejected', 'warning'].includes(gravest(findings) ?? '') : findings.some(({ severity }) => severity === filter));
    const places = this.rows.flatMap((row) => [null, ...this.columns].filter((column) => wanted(findingsAt(row, column))).map((column): Place => ({ row: row.row, column })));
    if (!at) return places[0];
    const columns = [null, ...this.columns];
    const after = ({ row, column }: Place) => row > at.row || (row === at.row && columns.indexOf(column) > columns.indexOf(at.column));
    return places.find((place) => after(place) && !samePlace(at, place));
  }
}
