import { msg } from '@lit/localize';
import type { Offering } from '../../../contract/offering.ts';
import type { DelayChoices } from '../../../contract/delay.ts';
import type { Upload } from '../../../contract/form.ts';
import type { StaffCase } from '../../../contract/staff.ts';
import type { RouteAnswer } from '../../../contract/route-schemas.ts';
import '../../../client/delay.ts';
import { saveBlob } from '../../../core/save-blob.ts';
import { Draft, type ActionName } from './draft.ts';
import { HoldModel, type HoldAction } from './hold.ts';
import { faultOf, type Fault } from '../../../core/staff/port.ts';
import type { ConsolePort } from './port.ts';

type Units = RouteAnswer<'units'>['items'];
export type CaseAction = ActionName | HoldAction;
/** What changes who works on it and sends nothing that was written. */
const holds: ReadonlySet<CaseAction> = new Set<CaseAction>(['take', 'takeOver', 'release', 'assign']);

/** One case, what may be done with it, and what was written for it. */
export class CaseModel {
  id = '';
  phase: 'idle' | 'pending' | 'ready' | 'failed' = 'idle';
  /** Why the case could not be opened. */
  fault?: Fault;
  shown?: StaffCase;
  /** The newer sheet, if there is one; null when the service was withdrawn, undefined while that is not known. */
  published?: Offering | null;
  readonly hold = new HoldModel(this);
  units?: Units;
  unitsFailed = false;
  /** What may be told of a delay of this case. */
  delay?: DelayChoices;
  delayFailed = false;
  /** Why the last action did not go through. */
  actionFault?: Fault;
  /** Which one it was. */
  faultyAction?: CaseAction;
  /** A case that was left while something was on its way, which then did not go through. */
  unsent?: string;
  /** The case moved under the expert's hands: version that was seen before. */
  changedSince?: number;
  fileFault?: string;
  busy?: CaseAction;
  readonly fetching = new Set<string>();
  #drafts = new Map<string, Draft>();
  #turn = 0;

  constructor(readonly port: ConsolePort, readonly acted: (action: CaseAction, stillHere: boolean) => void) {}

  get draft(): Draft {
    let draft = this.#drafts.get(this.id);
    if (!draft) this.#drafts.set(this.id, (draft = new Draft()));
    return draft;
  }

  /** Whether something was written for this case and not sent. */
  hasDraft = (id: string): boolean => this.#drafts.get(id)?.dirty ?? false;

  /** Whether words would be lost by leaving the page. */
  get dirty(): boolean {
    return [...this.#drafts.values()].some((draft) => draft.dirty);
  }

  /** Whether the chosen action has words that were not sent. */
  get writing(): boolean {
    return this.draft.action !== undefined && this.draft.dirty;
  }

  /** Opens a case; `focus` is where the expert goes on when it is there. */
  async open(id: string, focus = '#case'): Promise<void> {
    if (id !== this.id) this.#forget();
    if (id === this.unsent) this.unsent = undefined;
    this.id = id;
    this.phase = this.shown ? 'ready' : 'pending';
    this.port.update();
    const turn = ++this.#turn;
    try {
      const found = await this.port.client().call('staffCase', { params: { id } }, { signal: this.port.signal() });
      if (turn !== this.#turn) return;
      this.#show(found);
      await this.port.focus(focus);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = faultOf(error);
      if (this.fault.code === 'staff.signInNeeded') this.port.signInNeeded();
      this.phase = 'failed';
      this.port.update();
    }
  }

  /** Forgets everything, drafts as well: somebody else is at the desk, or nobody. */
  clear(): void {
    this.close();
    this.#drafts.clear();
    this.units = this.unsent = undefined;
  }

  /** Leaves the case; its draft stays. */
  close(): void {
    this.#turn++;
    this.id = '';
    this.phase = 'idle';
    this.#forget();
  }

  #forget(): void {
    this.shown = this.published = this.fault = this.actionFault = this.changedSince = this.fileFault = this.delay = undefined;
    this.hold.reset();
  }

  choose(action: ActionName): void {
    this.draft.action = this.draft.action === action ? undefined : action;
    this.draft.missing.clear();
    this.actionFault = undefined;
    this.port.update();
    if ((this.draft.action === 'refer' || this.draft.action === 'inquire') && !this.units) void this.loadUnits();
    if (this.draft.action === 'explainDelay') void this.loadDelay();
  }

  /** Each time anew: the days go by, and the list may have grown. */
  async loadDelay(): Promise<void> {
    const { id } = this;
    this.delayFailed = false;
    this.port.update();
    try {
      const found = await this.port.client().call('delayChoices', { params: { id } }, { signal: this.port.signal() });
      if (id !== this.id) return;
      this.delay = found;
      // What is not offered any more cannot be sent.
      if (!found.reasons.some((reason) => reason.id === this.draft.delayReason)) this.draft.delayReason = '';
      if (!found.ends.includes(this.draft.expected)) this.draft.expected = '';
    } catch (error) {
      if (id !== this.id) return;
      if (faultOf(error).code === 'staff.signInNeeded') this.port.signInNeeded();
      this.delayFailed = !this.delay;
    }
    this.port.update();
  }

  async loadUnits(): Promise<void> {
    this.unitsFailed = false;
    this.port.update();
    try {
      this.units = (await this.port.client().call('units', undefined, { signal: this.port.signal() })).items;
    } catch (error) {
      if (faultOf(error).code === 'staff.signInNeeded') this.port.signInNeeded();
      this.unitsFailed = true;
    }
    this.port.update();
  }

  async send(): Promise<void> {
    const { draft, shown } = this;
    if (!shown || this.busy || !draft.action) return;
    if (!draft.check()) {
      this.port.update();
      return this.port.focus(toMend);
    }
    const params = { id: this.id };
    const { version } = shown;
    const basis = (value: string) => (value.trim() ? { legalBasis: value.trim() } : {});
    const client = this.port.client();
    switch (draft.action) {
      case 'answer': {
        const body = { version, outcome: draft.outcome as Exclude<typeof draft.outcome, ''>, text: draft.text.trim(), ...basis(draft.legalBasis) };
        return this.act('answer', (options) => client.call('answer', { params, body }, options), draft.keyFor(body));
      }
      case 'ask': {
        const fields = [...draft.again, ...draft.own];
        const body = { version, text: draft.question.trim(), ...(fields.length && { fields }) };
        return this.act('ask', (options) => client.call('ask', { params, body }, options), draft.keyFor(body));
      }
      case 'inquire': {
        const body = { version, unit: draft.unit, text: draft.inquiry.trim() };
        return this.act('inquire', (options) => client.call('inquire', { params, body }, options), draft.keyFor(body));
      }
      case 'answerInquiry': {
        const body = { version, text: draft.inquiryAnswer.trim() };
        return this.act('answerInquiry', (options) => client.call('answerInquiry', { params, body }, options), draft.keyFor(body));
      }
      case 'explainDelay': {
        const body = { version, reason: draft.delayReason, expected: draft.expected, ...(draft.delayText.trim() && { text: draft.delayText.trim() }) };
        return this.act('explainDelay', (options) => client.call('explainDelay', { params, body }, options), draft.keyFor(body));
      }
      case 'refer': {
        const body = { version, unit: draft.unit, reason: draft.reason.trim(), ...basis(draft.reasonBasis) };
        return this.act('refer', (options) => client.call('refer', { params, body }, options), draft.keyFor(body));
      }
    }
  }

  /** One change of the case: sent once, and what came of it shown. */
  async act(
    action: CaseAction,
    call: (options: { signal: AbortSignal; idempotencyKey: string }) => Promise<StaffCase>,
    idempotencyKey: string,
  ): Promise<void> {
    const { id } = this;
    this.busy = action;
    this.actionFault = this.changedSince = undefined;
    this.port.update();
    try {
      const after = await call({ signal: this.port.signal(), idempotencyKey });
      if (!holds.has(action)) this.#drafts.delete(id);
      this.busy = undefined;
      const stillHere = id === this.id;
      if (stillHere) {
        this.hold.reset();
        this.#show(after);
      }
      this.acted(action, stillHere);
    } catch (error) {
      this.busy = undefined;
      const fault = faultOf(error);
      if (fault.code === 'staff.signInNeeded') return this.port.signInNeeded();
      if (id !== this.id) {
        this.unsent = id;
        return this.port.update();
      }
      if (action === 'ask' && fault.errors && this.draft.refuse(fault.errors)) {
        this.port.update();
        return this.port.focus(toMend);
      }
      this.faultyAction = action;
      this.actionFault = fault;
      if (moved.has(this.actionFault.code)) await this.#catchUp();
      this.port.update();
      await this.port.focus('#action-fault');
    }
  }

  /** Somebody was quicker: shows what the case is now, beside the words that were not sent. */
  async #catchUp(): Promise<void> {
    const seen = this.shown?.version;
    this.hold.reset();
    try {
      this.#show(await this.port.client().call('staffCase', { params: { id: this.id } }, { signal: this.port.signal() }));
      this.changedSince = seen;
    } catch (error) {
      this.actionFault = faultOf(error);
    }
  }

  async download(file: Upload): Promise<void> {
    if (this.fetching.has(file.id)) return;
    this.fetching.add(file.id);
    this.fileFault = undefined;
    this.port.update();
    try {
      const client = this.port.client();
      const options = { signal: this.port.signal() };
      const { link } = await client.call('staffFile', { params: { id: this.id, upload: file.id } }, options);
      saveBlob(await client.call('file', { params: { link } }, options), file.name);
    } catch (error) {
      if (faultOf(error).code === 'staff.signInNeeded') this.port.signInNeeded();
      this.fileFault = file.name;
      this.port.say(() => msg('فایل گرفته نشد.', { id: 'console.file.failedShort' }));
    }
    this.fetching.delete(file.id);
    this.port.update();
  }

  #show(found: StaffCase): void {
    this.shown = found;
    this.phase = 'ready';
    this.fault = undefined;
    this.port.setNow(found.asOf);
    this.port.update();
    if (found.sheetOutdated && this.published === undefined) void this.#compareSheet();
  }

  /** Looks how the sheet of today differs. The case goes by that of its filing, so it is no fault when this stays out of reach. */
  async #compareSheet(): Promise<void> {
    const { id, shown } = this;
    if (!shown) return;
    let published: Offering | null;
    try {
      published = await this.port.client().call('offering', { params: { id: shown.offering.id } }, { signal: this.port.signal() });
    } catch (error) {
      if (faultOf(error).code !== 'offering.notFound') return;
      published = null;
    }
    if (id !== this.id) return;
    this.published = published;
    this.port.update();
  }
}

/** The first of what is missing or wrong. */
const toMend = '.actions [aria-invalid="true"], .actions .invalid input';

/** Refusals that mean: the case is not any more what the expert sees. */
const moved = new Set<Fault['code']>(['request.changed', 'request.heldByOther', 'transition.notAllowed']);
