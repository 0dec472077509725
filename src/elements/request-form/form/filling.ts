import { ProblemError, UnreachableError } from '../../../client/errors.ts';
import type { GatewayClient } from '../../../client/client.ts';
import type { FormDefinition, Upload } from '../../../contract/form.ts';
import type { Offering } from '../../../contract/offering.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { Filed, RequestInput } from '../../../contract/request.ts';
import { DraftKeeper, randomKey } from '../../../core/drafts/draft-keeper.ts';
import { Uploads } from '../upload/uploads.ts';
import { FormSession, type Position } from './form-session.ts';
import { fitAnswers, itemsOf, setValueAt, type RawAnswers, type RawValue } from './raw.ts';

/** One sending of one set of answers: the key makes that sending it again is harmless, also after a reload. */
interface Attempt {
  key: string;
  body: RequestInput;
  /** Milliseconds since 1970. */
  at: number;
}

/** What lies on the device. No token, no tracking code. */
interface DraftContent {
  form: { id: string; version: number };
  raw: RawAnswers;
  position: Position;
  attempt?: Attempt;
}

/** Why a request is not filed. `unreachable` may have been filed for all we know: the same key finds out. */
export type SendFailure =
  | { kind: 'unreachable' | 'malformed' | 'filesOnTheWay' }
  | { kind: 'problem'; code: ProblemCode; retryAfter?: number };

/** What the person should know about what they see. */
export interface Notes {
  /** Answers of an earlier visit came back: when they were kept. */
  restored?: number;
  /** The form changed meanwhile; so many answers fit no more. */
  formChanged?: { lost: number };
  /** A sending of an earlier visit got no answer; when it was. */
  unfinished?: number;
}

export interface FillingHost {
  readonly client: GatewayClient;
  readonly language: string;
  readonly signal: AbortSignal;
  requestUpdate(): void;
  /** The form is another one now: fetched again. */
  reload(): Promise<FormDefinition>;
  filed(filed: Filed): void;
}

/** The gateway replays an answer for so long (24 hours, with some care). */
const replayable = 23 * 3_600_000;

/** One person filling in one form, with its draft, its files and its sending. */
export class Filling {
  session: FormSession;
  readonly uploads: Uploads;
  readonly keeper?: DraftKeeper<DraftContent>;
  notes: Notes = {};
  sending = false;
  failure?: SendFailure;
  #attempt?: Attempt;
  /** Something was typed in this visit, or came from an earlier one. */
  #kept = false;

  constructor(
    readonly offering: Offering,
    definition: FormDefinition,
    readonly today: string,
    private readonly host: FillingHost,
    drafts: boolean,
  ) {
    this.session = new FormSession(definition, {}, today);
    this.uploads = new Uploads({
      uploadUrl: (field, name) => host.client.url('upload', {}, { offering: offering.id, field, name }),
      files: (path) => this.files(path),
      arrived: (path, upload) => this.set(path, [...this.files(path), upload]),
      changed: () => host.requestUpdate(),
    });
    if (drafts) {
      this.keeper = new DraftKeeper(`${host.client.gateway}|${offering.id}`, {
        content: () => (this.#kept ? this.#content() : undefined),
        changed: () => host.requestUpdate(),
      });
    }
  }

  close(): void {
    this.keeper?.close();
    this.uploads.stop();
  }

  /** Brings back what an earlier visit or another tab has kept. */
  async restore(): Promise<void> {
    const draft = await this.keeper?.restore();
    if (!draft) return;
    const { content } = draft;
    const { definition } = this.session;
    const { raw, lost } = fitAnswers(itemsOf(definition), content.raw, new Date());
    this.session = new FormSession(definition, raw, this.today);
    this.#kept = true;
    if (content.form.id !== definition.id || content.form.version !== definition.version) this.notes = { formChanged: { lost } };
    else {
      this.notes = lost ? { restored: draft.savedAt, formChanged: { lost } } : { restored: draft.savedAt };
      const { position } = content;
      if (position.at === 'step' && this.session.steps.some(({ id }) => id === position.id)) this.session.position = position;
      if (content.attempt) {
        this.#attempt = content.attempt;
        this.notes.unfinished = content.attempt.at;
      }
      // A form that was complete opens where it was left; one that is not, where something is missing.
      if ((position.at === 'review' || content.attempt) && !this.session.review()) this.session.clearIssues();
    }
    this.host.requestUpdate();
  }

  /** The earlier sending is so old that the gateway may not know it any more. */
  get unfinishedIsOld(): boolean {
    return this.notes.unfinished !== undefined && Date.now() - this.notes.unfinished > replayable;
  }

  files(path: string): Upload[] {
    return (this.session.value(path) as Upload[] | undefined) ?? [];
  }

  set(path: string, value: RawValue | undefined): void {
    this.session.set(path, value);
    this.touched();
  }

  /** After every change of what is kept. */
  touched(): void {
    this.#kept = true;
    this.failure = undefined;
    this.keeper?.touch();
    this.host.requestUpdate();
  }

  removeRow(group: string, row: number): void {
    this.session.removeRow(group, row);
    this.uploads.rowRemoved(group, row);
    this.touched();
  }

  /** Forgets everything, here and on the device. */
  async startAfresh(): Promise<void> {
    this.uploads.stop();
    this.session = new FormSession(this.session.definition, {}, this.today);
    this.notes = {};
    this.failure = undefined;
    this.#attempt = undefined;
    this.#kept = false;
    await this.keeper?.remove('removed');
    this.host.requestUpdate();
  }

  /** Sends. A second call while the first runs does nothing; one after a failure sends the same thing under the same key. */
  async send(): Promise<void> {
    if (this.sending) return;
    if (this.uploads.busy) return this.#fail({ kind: 'filesOnTheWay' });
    if (!this.session.review()) return this.host.requestUpdate();
    const { definition, canonical } = this.session;
    const { id, version } = definition;
    const same = this.#attempt && JSON.stringify([this.#attempt.body.form, this.#attempt.body.answers]) === JSON.stringify([{ id, version }, canonical]);
    if (!same) {
      const body = { offering: this.offering.id, form: { id, version }, answers: canonical, language: this.host.language };
      this.#attempt = { key: randomKey(), body, at: Date.now() };
    }
    const attempt = this.#attempt!;
    this.sending = true;
    this.failure = undefined;
    this.host.requestUpdate();
    // On the device before it is on the line: whatever happens now, a reload can send the same again.
    await this.keeper?.flush();
    try {
      const filed = await this.host.client.call('fileRequest', { body: attempt.body }, { idempotencyKey: attempt.key, signal: this.host.signal });
      this.#kept = false;
      await this.keeper?.remove('filed');
      this.host.filed(filed);
    } catch (error) {
      if (!this.host.signal.aborted) await this.#refused(error);
    } finally {
      this.sending = false;
      this.host.requestUpdate();
    }
  }

  async #refused(error: unknown): Promise<void> {
    if (!(error instanceof ProblemError)) {
      return this.#fail({ kind: error instanceof UnreachableError ? 'unreachable' : 'malformed' });
    }
    const { code, problem } = error;
    // The gateway said no, so nothing was filed: the next sending is a new one.
    if (error.status < 500 && code !== 'rate.limited') this.#attempt = undefined;
    if (code === 'form.changed') return this.#formChanged();
    if (problem.errors?.length) {
      for (const { path, code: fault } of problem.errors) {
        // A file that the gateway holds no more must be chosen again.
        if (fault.startsWith('upload')) setValueAt(this.session.raw, path, undefined);
      }
      this.session.refuse(problem.errors);
      this.keeper?.touch();
      return;
    }
    this.#fail({ kind: 'problem', code, retryAfter: problem.retryAfter });
  }

  async #formChanged(): Promise<void> {
    try {
      const definition = await this.host.reload();
      const { raw, lost } = fitAnswers(itemsOf(definition), this.session.raw, new Date());
      this.session = new FormSession(definition, raw, this.today);
      this.session.review();
      this.notes = { formChanged: { lost } };
      this.touched();
    } catch {
      this.#fail({ kind: 'problem', code: 'form.changed' });
    }
  }

  #fail(failure: SendFailure): void {
    this.failure = failure;
    this.keeper?.touch();
    this.host.requestUpdate();
  }

  #content(): DraftContent {
    const { definition, raw, position } = this.session;
    return structuredClone({ form: { id: definition.id, version: definition.version }, raw, position, attempt: this.#attempt });
  }
}
