import { ProblemError } from '../../../client/errors.ts';
import type { GuideFinding, GuideFound, GuideTree, StaffGuide } from '../../../contract/guide.ts';
import { DraftKeeper } from '../../../core/drafts/draft-keeper.ts';
import { type Fault, faultOf, type KeeperPort, told } from '../../../core/staff/port.ts';
import { Undo } from '../../../core/staff/undo.ts';
import { Wish } from '../../../core/staff/wish.ts';
import { checkGuide } from '../../../rules/guide.ts';
import { checkGuideTexts } from '../../../rules/guide-texts.ts';
import { changed, copyOf, newGuide, same, tidy } from './tree.ts';

/** What lies on the device of work that is not saved. */
interface Draft {
  version: number;
  /** The version that the work began from: what somebody else changed meanwhile is told by it. */
  from: GuideTree;
  tree: GuideTree;
  note: string;
}

/** Keystrokes of one moment are checked by the gateway together. Milliseconds. */
const delay = 400;

/** What only the gateway can find: it knows what is published. */
const fromWorld = /^(service|agency|unit|answer)\./;
export const isError = ({ severity }: GuideFinding): boolean => severity === 'error';

/** One guide that an officer is at work on. */
export class GuideModel {
  id = '';
  phase: 'pending' | 'ready' | 'failed' = 'pending';
  fault?: Fault;
  /** The version that the work began from; absent for a guide that was never saved. */
  saved?: StaffGuide;
  /** As it is being written; undefined until it has come. */
  tree?: GuideTree;
  note = '';
  /** Which question or answer is open for writing; `*`: what stands above them. */
  open = '';
  found = new Map<string, GuideFound['names']>();
  saving = false;
  saveFault?: Fault;
  /** Somebody else's newer version, while there is work on an older one. */
  theirs?: StaffGuide;
  /** An earlier version that is being looked at. */
  looking?: StaffGuide;
  /** When the work that came back from the device was left; milliseconds since 1970. */
  restoredAt?: number;
  #from?: GuideTree;
  #local: GuideFinding[] = [];
  #remote: GuideFinding[] = [];
  readonly #undo = new Undo<GuideTree>();
  #timer?: ReturnType<typeof setTimeout>;
  #turn = 0;
  #keeper?: DraftKeeper<Draft>;
  readonly #wish = new Wish();

  constructor(readonly port: KeeperPort) {}

  /** What is wrong, at each place the first thing only: the rest often follows from it. */
  get findings(): GuideFinding[] {
    const told = new Set<string>();
    return [...this.#local, ...this.#remote].filter(({ path }) => !told.has(path) && told.add(path));
  }

  get errors(): GuideFinding[] {
    return this.findings.filter(isError);
  }

  get version(): number {
    return this.saved?.version ?? 0;
  }

  get dirty(): boolean {
    return !!this.tree && (!this.saved || !same(this.tree, this.saved.tree));
  }

  get canUndo(): boolean {
    return this.#undo.some;
  }

  /** The browser keeps nothing here, so leaving the page loses what is not saved. */
  get atRisk(): boolean {
    return this.dirty && this.#keeper?.failed === true;
  }

  /** Names of what somebody else changed since the work began; empty name: title, order and the like. */
  get theirChanges(): string[] {
    return this.theirs && this.#from ? changed(this.#from, this.theirs.tree) : [];
  }

  async load(id: string): Promise<void> {
    this.close();
    this.id = id;
    this.phase = 'pending';
    const turn = ++this.#turn;
    this.port.update();
    const keeper = this.#keep();
    const draft = await keeper.restore();
    try {
      const saved = await this.#read();
      if (turn !== this.#turn) return;
      this.#begin(saved);
    } catch (error) {
      if (turn !== this.#turn) return;
      // A new guide lies nowhere but on the device.
      if (!draft || faultOf(error).code !== 'guide.notFound') return this.#failed(error);
    }
    if (draft) this.#resume(draft.content, draft.savedAt);
    this.phase = 'ready';
    this.#check();
    this.port.update();
  }

  /** Begins a guide that does not exist yet; it exists when it is saved. */
  create(id: string, title: string, order: number): void {
    this.close();
    this.#turn++;
    this.id = id;
    this.tree = newGuide(id, title, order);
    this.#from = this.tree;
    this.phase = 'ready';
    this.open = this.tree.start;
    this.#keep();
    this.#check();
    this.port.update();
  }

  /** Lets go of the guide; what is not saved lies on the device. */
  close(): void {
    if (this.#keeper) {
      void this.#keeper.flush();
      this.#keeper.close();
    }
    clearTimeout(this.#timer);
    this.#turn++;
    this.#keeper = this.saved = this.tree = this.theirs = this.looking = this.fault = this.saveFault = this.restoredAt = this.#from = undefined;
    this.#local = this.#remote = [];
    this.#undo.clear();
    this.found = new Map();
    this.id = this.open = this.note = '';
    this.saving = false;
  }

  /** Changes the tree. Changes of the same `key`, one after the other, are one step to take back. */
  edit(key: string, change: (tree: GuideTree) => void): void {
    if (!this.tree) return;
    this.#undo.keep(key, this.tree);
    const tree = copyOf(this.tree);
    change(tree);
    this.#put(tree);
  }

  undo(): void {
    const tree = this.#undo.take();
    if (!tree) return;
    this.#put(tree);
  }

  writeNote(note: string): void {
    this.note = note;
    this.#keeper?.touch();
  }

  /** Throws the unsaved work away. */
  async discard(): Promise<void> {
    if (!this.saved) return;
    this.#begin(this.theirs ?? this.saved);
    await this.#keeper?.remove('removed');
    this.#check();
    this.port.update();
  }

  /** Goes on with one's own work, having seen what the other has saved: the next save stands above theirs. */
  keepMine(): void {
    if (!this.theirs) return;
    this.saved = this.theirs;
    this.#from = this.theirs.tree;
    this.theirs = undefined;
    this.saveFault = undefined;
    this.#keeper?.touch();
    this.port.update();
  }

  /** Shows an earlier version. */
  async look(version: number): Promise<void> {
    try {
      this.looking = await this.#read(version);
      this.saveFault = undefined;
    } catch (error) {
      this.#tell(error);
    }
    this.port.update();
  }

  stopLooking(): void {
    this.looking = undefined;
    this.port.update();
  }

  /** Puts the earlier version that is shown in the place of the work; it counts when it is saved. */
  takeBack(): void {
    if (!this.looking) return;
    const { tree } = this.looking;
    this.looking = undefined;
    this.#undo.part();
    this.edit('takeBack', (now) => void Object.assign(now, copyOf(tree)));
  }

  /** True when it was saved. */
  async save(): Promise<boolean> {
    if (this.saving || !this.tree || this.#local.some(isError)) return false;
    const body = { version: this.version, tree: tidy(this.tree), ...(this.note.trim() && { note: this.note.trim() }) };
    const idempotencyKey = this.#wish.keyOf(body);
    this.saving = true;
    this.saveFault = undefined;
    this.port.update();
    const turn = this.#turn;
    try {
      const saved = await this.port.client().call('saveGuide', { params: { id: this.id }, body }, { signal: this.port.signal(), idempotencyKey });
      if (turn !== this.#turn) return false;
      const { open } = this;
      this.#begin(saved);
      this.open = open;
      await this.#keeper?.remove('removed');
      this.#check();
      return true;
    } catch (error) {
      if (turn === this.#turn) await this.#notSaved(error);
      return false;
    } finally {
      this.saving = false;
      this.port.update();
    }
  }

  async #notSaved(error: unknown): Promise<void> {
    this.#wish.failed(error);
    if (error instanceof ProblemError && error.code === 'guide.invalid') {
      this.#remote = (error.problem.errors ?? []).map(({ path, code, params }) => ({ path, code, severity: 'error', ...(params && { params }) }));
    }
    this.#tell(error);
    if (this.saveFault?.code !== 'guide.changed') return;
    try {
      this.theirs = await this.#read();
    } catch (again) {
      this.#tell(again);
    }
  }

  #tell(error: unknown): void {
    this.saveFault = told(this.port, error);
  }

  #read(version?: number): Promise<StaffGuide> {
    return this.port.client().call('staffGuide', { params: { id: this.id }, query: { v: version === undefined ? undefined : String(version) } }, { signal: this.port.signal() });
  }

  #begin(saved: StaffGuide): void {
    this.saved = saved;
    this.tree = this.#from = saved.tree;
    this.note = '';
    this.#undo.clear();
    this.theirs = this.saveFault = this.restoredAt = this.looking = undefined;
    this.#remote = saved.findings.filter(({ code }) => fromWorld.test(code));
    this.#local = checkLocally(saved.tree);
  }

  #resume({ version, from, tree, note }: Draft, savedAt: number): void {
    if (this.saved && same(tree, this.saved.tree)) return;
    this.restoredAt = savedAt;
    this.tree = tree;
    this.note = note;
    this.#from = from;
    if (!this.saved || version === this.version) return;
    // Somebody saved while the work lay on the device.
    this.theirs = this.saved;
    this.saved = { ...this.saved, version, tree: from };
  }

  #keep(): DraftKeeper<Draft> {
    const key = `${this.port.client().gateway}|guide|${this.port.staff()?.id ?? ''}|${this.id}`;
    return (this.#keeper = new DraftKeeper<Draft>(key, {
      content: () => (this.tree && this.#from && this.dirty ? { version: this.version, from: this.#from, tree: this.tree, note: this.note } : undefined),
      ahead: () => this.port.client().ahead,
      changed: () => this.port.update(),
    }));
  }

  #put(tree: GuideTree): void {
    this.tree = tree;
    if (this.saved && !this.dirty) void this.#keeper?.remove('removed');
    else this.#keeper?.touch();
    this.#check();
    this.port.update();
  }

  /** At once by the rule that browser and gateway share, and soon by the gateway, which knows what is published. */
  #check(): void {
    clearTimeout(this.#timer);
    if (!this.tree) return;
    this.#local = checkLocally(this.tree);
    this.#remote = this.#remote.filter(({ code }) => fromWorld.test(code));
    if (this.#local.every((finding) => !isError(finding))) this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    const { tree } = this;
    const turn = this.#turn;
    if (!tree) return;
    try {
      const { findings, found } = await this.port.client().call('checkGuide', { params: { id: this.id }, body: { tree: tidy(tree) } }, { signal: this.port.signal() });
      if (turn !== this.#turn || tree !== this.tree) return;
      this.#remote = findings;
      this.found = new Map(found.map(({ path, names }) => [path, names]));
      this.port.update();
    } catch (error) {
      if (turn !== this.#turn) return;
      // Saving asks once more; only that the session is over is told now.
      told(this.port, error);
    }
  }

  #failed(error: unknown): void {
    this.fault = faultOf(error);
    this.phase = 'failed';
    if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
    this.port.update();
  }
}

const checkLocally = (tree: GuideTree): GuideFinding[] => [...checkGuideTexts(tree), ...checkGuide(tree)];
