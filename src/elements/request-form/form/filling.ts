import type { GatewayClient } from '../../../client/client.ts';
import type { Field, FormDefinition, Upload } from '../../../contract/form.ts';
import type { Offering } from '../../../contract/offering.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { Filed } from '../../../contract/request.ts';
import type { DraftKeeper } from '../../../core/drafts/draft-keeper.ts';
import { gatewayNow, replayable, type Attempt } from '../../../core/outbox/attempt.ts';
import type { Waiting } from '../../../core/outbox/waiting.ts';
import type { ResendWait } from '../../../core/proof/resend-wait.ts';
import type { SentFor } from '../../../core/question.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Carry } from '../carry/carry.ts';
import type { HalfFile, Uploads } from '../upload/uploads.ts';
import { FormSession, type Position } from './form-session.ts';
import { fieldAt, type RawAnswers, type RawValue } from './raw.ts';
import type { Place } from './way.ts';
import type { Lost, Said } from './words.ts';

/** What lies on the device. No token, no tracking code. */
export interface DraftContent {
  form: { id: string; version: number };
  raw: RawAnswers;
  position: Position;
  attempt?: Attempt;
  /** Files that were on their way. */
  files?: HalfFile[];
  /** Questions and answers in words, by path: a form that changes takes its questions along. */
  words?: Record<string, Said>;
  /** What an earlier change has left without a place, until the person has seen it. */
  lost?: Lost[];
}

/** Why a request is not filed. `unreachable` may have been filed for all we know: the same key finds out. */
export type SendFailure =
  | { kind: 'unreachable' | 'malformed' | 'filesOnTheWay' }
  /** `retryAfter`: seconds, where the gateway names them. `goesAt`: when it is sent again by itself, milliseconds since 1970. */
  | { kind: 'problem'; code: ProblemCode; retryAfter?: number; goesAt?: number }
  | SameMatter;

/** The person has an open complaint about the same matter: they join the two by the code that was sent, or file another. */
export interface SameMatter {
  kind: 'sameMatter';
  /** Names the code that was sent. */
  challenge: string;
  /** As typed. */
  otp: string;
  separate: boolean;
  /** Why the code did not open the earlier complaint. */
  wrong?: 'digits' | 'code';
}

/** What is wrong with the code that was written. `left`: tries. `spent`: only another code helps. */
export type ProvingFault =
  | { kind: 'empty' | 'digits' | 'spent' | 'unreachable' | 'refused' }
  | { kind: 'wrong'; left: number }
  | { kind: 'limited'; seconds: number };

/** The request is accepted, and filed as soon as its mobile number is proven. */
export interface Proving {
  /** What the gateway calls it. */
  id: string;
  /** It is kept so long: an instant. */
  until: string;
  /** How long a code is good. */
  validSeconds: number;
  wait: ResendWait;
  /** As typed. */
  otp: string;
  busy: boolean;
  fault?: ProvingFault;
  /** It had to be accepted once more, and another code has gone out. */
  anew: boolean;
  /** The code was given and no answer came: it is given again as soon as there is a line. */
  pending: boolean;
}

/** What the person should know about what they see. */
export interface Notes {
  /** So many answers were known when the form was opened. */
  known?: number;
  /** Answers of an earlier visit came back: when they were kept. */
  restored?: number;
  /** The form changed meanwhile; so many answers fit no more. */
  formChanged?: { lost: number };
  /** A sending of an earlier visit got no answer; when it was. */
  unfinished?: number;
  /** An accepted request of an earlier visit waits for its code. */
  toProve?: boolean;
  /** It waited in vain, and the gateway has erased it. */
  lapsed?: boolean;
}

export interface FillingHost {
  readonly client: GatewayClient;
  readonly language: Locale;
  readonly signal: AbortSignal;
  /** How long a draft stays, where the agency says so. */
  readonly draftDays?: number;
  /** What files are sent for, where it is not the form of the offering. */
  readonly files?: SentFor | undefined;
  requestUpdate(): void;
  /** What the form's rarer fields need has come, or cannot be had: their answers are read by rules that come with it. */
  prepared(definition: FormDefinition): Promise<void>;
  /** The form is another one now: fetched again. */
  reload(): Promise<FormDefinition>;
  /** It waits for the code that went to the mobile number. */
  accepted(): Promise<void>;
  filed(filed: Filed): Promise<void>;
}

/** One person filling in one form, with its draft, its files and its sending. */
export class Filling {
  session: FormSession;
  /** Absent until the piece for files is there. */
  uploads?: Uploads;
  /** Files on their way in an earlier visit, until the piece is there. */
  #halves: HalfFile[] = [];
  readonly keeper?: DraftKeeper<DraftContent>;
  notes: Notes = {};
  sending = false;
  failure?: SendFailure;
  attempt?: Attempt;
  /** The request waits for the code that went to its mobile number. */
  proving?: Proving;
  /** The request waits for the line and goes by itself. */
  waiting?: Waiting;
  /** What was answered and has no place any more. */
  lost: Lost[] = [];
  /** A row that was just taken away, with all that stood in it. */
  removed?: { group: string; row: number; answers: RawAnswers };
  /** Comes with the piece for drafts. */
  words?: () => Record<string, Said>;
  /** Something was typed in this visit, or came from an earlier one. */
  kept = false;
  /** The person is being asked if everything shall be deleted. */
  asking = false;
  /** How it is kept is shown. */
  keepingShown = false;
  /** It goes to another device, or comes from one. */
  carry?: Carry;

  constructor(
    readonly offering: Offering,
    definition: FormDefinition,
    readonly today: string,
    readonly host: FillingHost,
    /** Absent where nothing is to be kept. */
    Keeper: typeof DraftKeeper | undefined,
    /** What is already known, and is not asked as if it were not. */
    known: RawAnswers = {},
  ) {
    this.session = new FormSession(definition, { ...known }, today);
    const count = Object.keys(known).length;
    if (count) this.notes = { known: count };
    if (Keeper) {
      this.keeper = new Keeper<DraftContent>(`${host.client.gateway}|${offering.id}`, {
        content: () => (this.kept ? this.content() : undefined),
        ahead: () => host.client.ahead,
        changed: () => host.requestUpdate(),
      }, host.draftDays);
    }
  }

  /** The piece for files has come. */
  useUploads(Files: typeof Uploads): void {
    const { host, offering } = this;
    this.uploads ??= new Files({
      client: host.client,
      sentFor: host.files ?? { metadata: { offering: offering.id } },
      fieldAt: (path) => fieldAt(this.session.definition, path) as Field | undefined,
      files: (path) => this.files(path),
      arrived: (path, upload) => {
        this.set(path, [...this.files(path), upload]);
        // It cost a slow line its time: kept at once.
        void this.keeper?.flush();
      },
      halvesChanged: () => {
        this.kept = true;
        void this.keeper?.flush();
        host.requestUpdate();
      },
      changed: () => host.requestUpdate(),
    });
    this.takeHalves(this.#halves);
  }

  /** Files that were on their way when the draft was kept. */
  takeHalves(halves: HalfFile[]): void {
    this.#halves = this.uploads ? [] : halves;
    this.uploads?.restore(halves);
  }

  /** The person took a file back that had arrived. */
  removeFile(path: string, id: string): void {
    this.set(path, this.files(path).filter((file) => file.id !== id));
    this.uploads?.discard(id);
  }

  close(): void {
    this.waiting?.stop();
    this.keeper?.close();
    this.uploads?.stop();
  }

  /** It goes no more by itself; whether it was filed already shows when it is sent by hand. */
  stopWaiting(): void {
    this.waiting?.stop();
    this.waiting = undefined;
    if (this.attempt) this.attempt.waiting = false;
  }

  /** The earlier sending is so old that the gateway may not know it any more. */
  get unfinishedIsOld(): boolean {
    return this.notes.unfinished !== undefined && Date.now() - this.notes.unfinished > replayable;
  }

  /** By the gateway's clock, whatever this device says. */
  get now(): Date {
    return new Date(gatewayNow(this.host.client));
  }

  get place(): Place {
    return this.proving || this.notes.toProve ? { at: 'proving' } : this.session.position;
  }

  files(path: string): Upload[] {
    return (this.session.value(path) as Upload[] | undefined) ?? [];
  }

  set(path: string, value: RawValue | undefined): void {
    this.session.set(path, value);
    this.touched();
  }

  /** The browser's own way back or forward, without a check and without loss. Gives whether it leads anywhere. */
  arrive(at: Place): boolean {
    const { session } = this;
    if (at.at === 'filed' || this.sending || JSON.stringify(at) === JSON.stringify(this.place)) return false;
    this.proving = undefined;
    if (at.at !== 'step') session.review();
    else if (session.steps.some(({ id }) => id === at.id)) session.go(at.id, at.returning);
    this.touched();
    return true;
  }

  /** After every change of what is kept. */
  touched(): void {
    this.kept = true;
    this.failure = undefined;
    // What waits is not what stands here any more.
    this.stopWaiting();
    this.keeper?.touch();
    this.host.requestUpdate();
  }

  removeRow(group: string, row: number): void {
    this.#forgetRemoved();
    this.removed = { group, row, answers: ((this.session.raw[group] as RawAnswers[] | undefined) ?? [])[row] ?? {} };
    this.session.removeRow(group, row);
    this.uploads?.rowRemoved(group, row);
    this.touched();
  }

  /** Puts the row back that was taken away last; gives where it stands. */
  undoRemove(): number {
    const { group, row, answers } = this.removed!;
    this.removed = undefined;
    const at = this.session.insertRow(group, row, answers);
    this.uploads?.rowInserted(group, at);
    this.touched();
    return at;
  }

  /** The person has seen it. */
  putAway(which: (one: Lost) => boolean): void {
    this.lost = this.lost.filter((one) => !which(one));
    this.keeper?.touch();
    this.host.requestUpdate();
  }

  /** Its files are wanted no more. */
  #forgetRemoved(): void {
    const { group, answers } = this.removed ?? {};
    this.removed = undefined;
    for (const [field, value] of Object.entries(answers ?? {})) {
      if (fieldAt(this.session.definition, `${group}.0.${field}`)?.type === 'file') for (const { id } of value as Upload[]) this.uploads?.discard(id);
    }
  }

  /** Forgets everything, here and on the device. */
  async startAfresh(): Promise<void> {
    this.uploads?.removeAll();
    this.#forgetRemoved();
    this.lost = [];
    this.#halves = [];
    this.#discardFiles(Object.keys(this.session.raw));
    this.session = new FormSession(this.session.definition, {}, this.today);
    this.notes = {};
    this.failure = undefined;
    this.stopWaiting();
    this.attempt = undefined;
    this.proving = undefined;
    this.kept = false;
    await this.keeper?.remove('removed');
    this.host.requestUpdate();
  }

  /** It has become a request: nothing is kept any more. */
  async settled(): Promise<void> {
    this.stopWaiting();
    this.#forgetRemoved();
    this.kept = false;
    await this.keeper?.remove('filed');
  }

  /** Their files, where there are any, are not wanted any more. */
  #discardFiles(paths: string[]): void {
    for (const path of paths) {
      if (fieldAt(this.session.definition, path)?.type === 'file') for (const { id } of this.files(path)) this.uploads?.discard(id);
    }
  }

  /** A one-time code is never kept. */
  #kept(): Attempt | undefined {
    return typeof this.attempt?.body.sameMatter === 'object' ? undefined : this.attempt;
  }

  /** What a draft of it holds. */
  content(): DraftContent {
    const { definition, raw, position } = this.session;
    return { form: { id: definition.id, version: definition.version }, raw, position, attempt: this.#kept(), files: this.uploads?.halves ?? this.#halves, words: this.words?.(), lost: this.lost };
  }
}
