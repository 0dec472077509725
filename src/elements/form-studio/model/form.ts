import { ProblemError } from '../../../client/errors.ts';
import type { FormDefinition } from '../../../contract/form.ts';
import type { FormFinding, StaffForm, StaffFormVersion } from '../../../contract/form-studio.ts';
import { DraftKeeper } from '../../../core/drafts/draft-keeper.ts';
import { type Fault, faultOf, type KeeperPort, told } from '../../../core/staff/port.ts';
import { Undo } from '../../../core/staff/undo.ts';
import { Wish } from '../../../core/staff/wish.ts';
import { checkDefinition } from '../../../rules/form-definition.ts';
import { checkFormTexts } from '../../../rules/form-texts.ts';
import { type At, copyOf, same, sameForm, tidy } from './definition.ts';
import { type KeptText, type TypedCode, TypedTexts } from './typed.ts';

/** What lies on the device of work that the gateway has not got. */
interface Kept {
  version: number;
  /** What the work began from: what somebody else changed meanwhile is told by it. */
  from: FormDefinition;
  definition: FormDefinition;
  /** What stands in controls and is no value yet. */
  typed?: KeptText[];
  /** JSON that is not taken over yet. */
  given?: string;
}

/** Keystrokes of one moment are checked together. Milliseconds. */
const delay = 120;

const draftOf = ({ draft, start }: StaffForm): FormDefinition => draft?.definition ?? start;

/** The form of one service that an officer is at work on. */
export class FormModel {
  /** Of the service. */
  id = '';
  phase: 'pending' | 'ready' | 'failed' = 'pending';
  fault?: Fault;
  /** As the gateway has it, when the work began. */
  saved?: StaffForm;
  /** As it is being written; undefined until it has come. */
  definition?: FormDefinition;
  note = '';
  /** What is open for writing: a place, `form` for what stands above the steps, or nothing. */
  open?: At | 'form';
  findings: FormFinding[] = [];
  readonly typed = new TypedTexts();
  /** JSON of another form, as it was pasted and is not taken over yet. */
  given = '';
  /** It has come back from the device. */
  givenBefore = false;
  busy?: 'saving' | 'publishing' | 'discarding';
  workFault?: Fault;
  /** Somebody else's newer work, while there is own work on an older one. */
  theirs?: StaffForm;
  /** An earlier version that is being looked at. */
  looking?: StaffFormVersion;
  /** When the work that came back from the device was left; milliseconds since 1970. */
  restoredAt?: number;
  #from?: FormDefinition;
  readonly #undo = new Undo<FormDefinition>();
  #turn = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #keeper?: DraftKeeper<Kept>;
  readonly #wish = new Wish();

  constructor(readonly port: KeeperPort) {}

  /** There is work that the gateway has not got. */
  get dirty(): boolean {
    return !!this.definition && !!this.saved && !sameForm(this.definition, draftOf(this.saved));
  }

  /** What is written differs from what citizens fill in. */
  get differs(): boolean {
    const { definition, saved } = this;
    return !!definition && (!saved?.published || !sameForm(definition, saved.published.definition));
  }

  /** The caller had a hand in it, and another person has to publish. */
  get needsOther(): boolean {
    const me = this.port.staff()?.id;
    return !!this.saved?.secondPerson && (this.dirty || !!this.saved.draft?.drafters.some(({ id }) => id === me));
  }

  get canUndo(): boolean {
    return this.#undo.some;
  }

  /** Leaving the page loses something: the browser keeps nothing here. */
  get atRisk(): boolean {
    return !!this.#content() && this.#keeper?.failed !== false;
  }

  async load(id: string): Promise<void> {
    this.close();
    this.id = id;
    this.phase = 'pending';
    const turn = ++this.#turn;
    this.port.update();
    const keeper = this.#keep();
    const kept = await keeper.restore();
    try {
      const saved = await this.#read();
      if (turn !== this.#turn) return;
      this.#begin(saved);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = faultOf(error);
      this.phase = 'failed';
      if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
      return this.port.update();
    }
    if (kept) this.#resume(kept.content, kept.savedAt);
    this.phase = 'ready';
    this.check();
  }

  /** Lets go of the form; what is not saved lies on the device. */
  close(): void {
    if (this.#keeper) {
      void this.#keeper.flush();
      this.#keeper.close();
    }
    clearTimeout(this.#timer);
    this.typed.clear();
    this.#turn++;
    this.#keeper = this.saved = this.definition = this.theirs = this.looking = this.fault = this.workFault = this.restoredAt = this.#from = this.open = this.busy = undefined;
    this.findings = [];
    this.#undo.clear();
    this.givenBefore = false;
    this.id = this.note = this.given = '';
  }

  /** Changes the form. Changes of the same `key`, one after the other, are one step to take back. */
  edit<T>(key: string, change: (definition: FormDefinition) => T): T | undefined {
    if (!this.definition) return undefined;
    this.#undo.keep(key, this.definition);
    const definition = copyOf(this.definition);
    const result = change(definition);
    this.#put(definition);
    return result;
  }

  /** Keeps what was typed where it is no value yet. `code`: why not. `left`: it is to be told. */
  type(at: At | 'form', name: string, text: string, code?: TypedCode, left?: boolean): void {
    if (!this.definition) return;
    this.typed.put(this.definition, at, name, text, code, left);
    void this.#keepNow();
    this.#checkSoon();
  }

  /** Keeps JSON that is not taken over yet. */
  give(text: string): void {
    this.given = text;
    void this.#keepNow();
    this.port.update();
  }

  /** These controls show what the form holds. */
  untype(at: At | 'form', name: string): void {
    if (!this.definition) return;
    this.typed.forget(this.definition, at, name);
    void this.#keepNow();
    this.check();
  }

  undo(): void {
    const definition = this.#undo.take();
    if (!definition) return;
    this.open = undefined;
    this.typed.clear();
    this.#put(definition);
  }

  /** Puts another form in the place of what is written; it can be taken back, and counts when it is saved. */
  replace(definition: FormDefinition): void {
    this.#undo.part();
    this.open = undefined;
    this.typed.clear();
    this.edit('replace', (now) => {
      for (const key of Object.keys(now)) delete (now as Record<string, unknown>)[key];
      Object.assign(now, copyOf(definition));
    });
    this.#undo.part();
  }

  /** Throws away what was not saved. */
  async dropUnsaved(): Promise<void> {
    if (!this.saved) return;
    this.typed.clear();
    this.given = '';
    this.#begin(this.theirs ?? this.saved);
    await this.#keeper?.remove('removed');
    this.check();
  }

  /** Goes on with one's own work, having seen what the other has done: the next save stands above theirs. */
  keepMine(): void {
    if (!this.theirs) return;
    this.saved = this.theirs;
    this.#from = draftOf(this.theirs);
    this.theirs = this.workFault = undefined;
    this.#keeper?.touch();
    this.port.update();
  }

  /** What the other changed, against what one's own work began from; the form before and after. */
  get theirChange(): [FormDefinition, FormDefinition] | undefined {
    return this.theirs && this.#from ? [this.#from, draftOf(this.theirs)] : undefined;
  }

  /** Shows an earlier version. */
  async look(version: number): Promise<void> {
    this.workFault = undefined;
    try {
      this.looking = await this.port.client().call('staffFormVersion', { params: { id: this.id, version: String(version) } }, { signal: this.port.signal() });
    } catch (error) {
      this.#tell(error);
    }
    this.port.update();
  }

  stopLooking(): void {
    this.looking = undefined;
    this.port.update();
  }

  takeBack(): void {
    if (!this.looking) return;
    const { definition } = this.looking;
    this.looking = undefined;
    this.replace(definition);
  }

  /** Saves the draft, with whatever is wrong in it. True when it was saved. */
  async save(): Promise<boolean> {
    if (this.busy || !this.definition || !this.saved || this.theirs) return false;
    const { definition } = this;
    const done = await this.#work('saving', { version: this.saved.version, definition: tidy(definition) }, (body, idempotencyKey) =>
      this.port.client().call('saveForm', { params: { id: this.id }, body }, { signal: this.port.signal(), idempotencyKey }));
    if (!done) return false;
    // What was written while it was on its way stays.
    if (this.definition !== definition) {
      this.saved = done;
      this.#from = draftOf(done);
      this.#keeper?.touch();
    } else await this.#settled(done);
    return true;
  }

  /** Saves what is not saved yet, and publishes it. True when it was published. */
  async publish(): Promise<boolean> {
    this.check();
    if (this.findings.length || this.needsOther || ((this.dirty || !this.saved?.draft) && !(await this.save())) || this.dirty) return false;
    const { note } = this;
    const done = await this.#work('publishing', { version: this.saved!.version, ...(note.trim() && { note: note.trim() }) }, (body, idempotencyKey) =>
      this.port.client().call('publishForm', { params: { id: this.id }, body }, { signal: this.port.signal(), idempotencyKey }));
    if (!done) return false;
    if (this.dirty) this.saved = done;
    else await this.#settled(done);
    this.note = '';
    return true;
  }

  /** Throws the draft on the gateway away. True when it is gone. */
  async discard(): Promise<boolean> {
    if (this.busy || !this.saved) return false;
    const done = await this.#work('discarding', { version: this.saved.version }, (body, idempotencyKey) =>
      this.port.client().call('discardForm', { params: { id: this.id }, body }, { signal: this.port.signal(), idempotencyKey }));
    if (!done) return false;
    this.open = undefined;
    this.typed.clear();
    await this.#settled(done);
    return true;
  }

  async #work<B>(busy: NonNullable<FormModel['busy']>, body: B, call: (body: B, key: string) => Promise<StaffForm>): Promise<StaffForm | undefined> {
    const turn = this.#turn;
    this.busy = busy;
    this.workFault = undefined;
    this.port.update();
    try {
      const done = await call(body, this.#wish.keyOf({ busy, body }));
      return turn === this.#turn ? done : undefined;
    } catch (error) {
      if (turn !== this.#turn) return undefined;
      this.#wish.failed(error);
      if (error instanceof ProblemError && error.code === 'form.invalid') this.findings = error.problem.errors ?? [];
      this.#tell(error);
      if (['form.changed', 'form.noDraft'].includes(faultOf(error).code)) await this.#readTheirs();
      return undefined;
    } finally {
      if (turn === this.#turn) this.busy = undefined;
      this.port.update();
    }
  }

  async #readTheirs(): Promise<void> {
    try {
      const theirs = await this.#read();
      this.workFault = undefined;
      // Nothing of one's own is at stake.
      if (!this.dirty && !this.findings.some(({ params }) => params?.['control'])) return await this.#settled(theirs);
      this.theirs = theirs;
    } catch (error) {
      this.#tell(error);
    }
  }

  /** The gateway has what is written. */
  async #settled(saved: StaffForm): Promise<void> {
    const { open } = this;
    this.#begin(saved);
    this.open = open;
    await this.#keepNow();
    this.check();
  }

  #tell(error: unknown): void {
    this.workFault = told(this.port, error);
  }

  #read(): Promise<StaffForm> {
    return this.port.client().call('staffForm', { params: { id: this.id } }, { signal: this.port.signal() });
  }

  #begin(saved: StaffForm): void {
    this.saved = saved;
    this.definition = this.#from = draftOf(saved);
    this.#undo.clear();
    this.theirs = this.workFault = this.restoredAt = this.looking = this.open = undefined;
  }

  #resume({ version, from, definition, typed = [], given = '' }: Kept, savedAt: number): void {
    if (!this.saved) return;
    this.typed.restore(typed);
    this.given = given;
    this.givenBefore = !!given;
    const changed = !sameForm(definition, from) && !sameForm(definition, draftOf(this.saved));
    if (changed || typed.length || given) this.restoredAt = savedAt;
    if (!changed) return;
    this.definition = definition;
    this.#from = from;
    // Somebody worked on it while this lay on the device.
    if (version !== this.saved.version && !same(from, draftOf(this.saved))) this.theirs = this.saved;
  }

  #keep(): DraftKeeper<Kept> {
    const key = `${this.port.client().gateway}|form|${this.port.staff()?.id ?? ''}|${this.id}`;
    return (this.#keeper = new DraftKeeper<Kept>(key, {
      content: () => this.#content(),
      ahead: () => this.port.client().ahead,
      changed: () => this.port.update(),
    }));
  }

  /** What the gateway has not got; undefined where that is nothing. */
  #content(): Kept | undefined {
    const { definition, saved, given } = this;
    const typed = this.typed.kept;
    if (!definition || !saved || !this.#from || !(this.dirty || typed.length || given)) return undefined;
    return { version: saved.version, from: this.#from, definition, typed, given };
  }

  async #keepNow(): Promise<void> {
    if (this.#content()) this.#keeper?.touch();
    else await this.#keeper?.remove('removed');
  }

  #put(definition: FormDefinition): void {
    this.definition = definition;
    void this.#keepNow();
    this.#checkSoon();
  }

  #checkSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.check(), delay);
    this.port.update();
  }

  /** By the rule that browser and gateway share. */
  check(): void {
    clearTimeout(this.#timer);
    this.findings = this.definition ? [...this.typed.findings(this.definition), ...checkFormTexts(this.definition), ...checkDefinition(this.definition)] : [];
    this.port.update();
  }
}
