import { msg } from '@lit/localize';
import { makeIdempotencyKey } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { Message, ReplyInput, RequestRecord } from '../../../contract/request.ts';
import { faultOf, type Fault } from '../../../core/proof/fault.ts';
import type { ReplyRefusal } from '../../../core/question.ts';
import { keepWords, keptName, keptWords, type Written } from './kept-words.ts';
import { QuestionFields, type FieldsPort } from '../../../core/question-fields.ts';

/** What a reply needs of the flow it belongs to. */
export interface ReplyPort extends FieldsPort {
  readonly code: string;
  say(text: () => string): void;
  focus(selector: string): Promise<void>;
  /** Sends it and takes the record over that comes back. */
  send(body: ReplyInput, idempotencyKey: string): Promise<void>;
  /** A proof that ran out closes the record; gives whether it did. */
  lapse(error: unknown): boolean;
  /** Brings the record up to date. */
  reload(): Promise<void>;
  /** The proof, as headers of what goes past the client. */
  proof(): Record<string, string>;
}

/** The reply to the last question of the desk: in words here, or by its fields in `question-form`. What was not sent stays in the tab, by question. */
export class Reply {
  words = '';
  fault?: Fault;
  sending = false;
  /** It went through, as the last thing that was done here. */
  done = false;
  question?: Message;
  /** Where the question has fields. */
  fields?: QuestionFields;
  #key = '';
  #keyOf = '';

  constructor(private readonly port: ReplyPort) {}

  /** Takes the last question over from a record that has come. */
  follow({ messages, status }: RequestRecord): void {
    const question = messages.filter(({ kind }) => kind === 'question').at(-1);
    if (question?.seq === this.question?.seq) return;
    this.question = question;
    this.fault = this.fields = undefined;
    this.words = '';
    if (!question) return;
    this.done = false;
    if (!question.fields) {
      this.words = keptWords(this.port.code, this.#name);
      return;
    }
    const { code } = this.port;
    this.fields = new QuestionFields({
      fields: question.fields,
      offering: { ...status.offering, agency: status.agency },
      reply: { key: keptName(code, this.#name), files: { metadata: { request: code }, headers: () => this.port.proof() }, send: (body) => this.#sendFields(body) },
    }, this.port, () => import('./question.define.ts'));
  }

  get #name(): Written {
    return `reply-${this.question!.seq}`;
  }

  /** Something was written and not sent. */
  get unsent(): boolean {
    return this.question !== undefined && (this.words !== '' || this.fields?.unsent || keptWords(this.port.code, this.#name) !== '');
  }

  type(words: string): void {
    this.words = words;
    keepWords(this.port.code, this.#name, words);
    if (this.fault?.kind === 'empty' && words.trim()) {
      this.fault = undefined;
      this.port.update();
    }
  }

  async send(): Promise<void> {
    if (this.sending) return;
    const text = this.words.trim();
    if (!text) {
      this.fault = { kind: 'empty' };
      this.port.update();
      return this.port.focus('#reply');
    }
    this.sending = true;
    this.fault = undefined;
    this.port.update();
    const error = await this.#deliver({ text });
    this.sending = false;
    if (!error || this.port.lapse(error)) return;
    this.fault = await this.#faultOf(error);
    this.port.update();
    await this.port.focus('#reply');
  }

  /** What is wrong at fields, or in words; undefined also where the proof ran out, which asks for another. */
  async #sendFields(body: ReplyInput): Promise<ReplyRefusal | undefined> {
    const error = await this.#deliver(body);
    if (!error || this.port.lapse(error)) return undefined;
    if (error instanceof ProblemError && (error.code === 'input.invalid' || error.code === 'upload.notFound') && error.problem.errors) {
      return { code: error.code, errors: error.problem.errors };
    }
    const fault = await this.#faultOf(error);
    this.port.update();
    return { text: () => replyFaultText(fault) };
  }

  async #deliver(body: ReplyInput): Promise<unknown> {
    const question = this.question!;
    // One key until it went through: a second press or a lost answer does not reply twice.
    const now = JSON.stringify([question.seq, body]);
    if (now !== this.#keyOf) {
      this.#keyOf = now;
      this.#key = makeIdempotencyKey();
    }
    const name = this.#name;
    try {
      await this.port.send({ ...body, question: question.seq }, this.#key);
    } catch (error) {
      return error;
    }
    keepWords(this.port.code, name, '');
    this.words = '';
    this.fields = undefined;
    this.sending = false;
    this.done = true;
    this.port.say(() => msg('پاسخ شما به کارشناس رسید.', { id: 'track.reply.sent' }));
    this.port.update();
    await this.port.focus('#record');
    return undefined;
  }

  async #faultOf(error: unknown): Promise<Fault> {
    if (!(error instanceof ProblemError && (error.code === 'transition.notAllowed' || error.code === 'request.changed'))) return faultOf(error);
    await this.port.reload();
    return { kind: 'changed' };
  }
}

/** Call while rendering. */
export function replyFaultText({ kind }: Fault): string {
  switch (kind) {
    case 'empty': return msg('پاسخ را بنویسید، بعد بفرستید.', { id: 'track.reply.empty' });
    case 'changed': return msg('پرونده دیگر منتظر پاسخ نیست. نوشته شما همین‌جاست؛ اگر لازم است، به واحد بگویید.', { id: 'track.reply.changed' });
    case 'unreachable': return msg('پاسخ نرفت. نوشته شما سر جایش است؛ اینترنت را ببینید و دوباره بفرستید.', { id: 'track.reply.unreachable' });
    default: return msg('پاسخ نرفت. نوشته شما سر جایش است؛ چند دقیقه دیگر دوباره بفرستید.', { id: 'track.reply.failed' });
  }
}
