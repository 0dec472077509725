import { makeIdempotencyKey } from '../../../client/client.ts';
import type { QuestionField } from '../../../contract/question.ts';
import type { AnswerInput } from '../../../contract/staff.ts';

export type ActionName = 'answer' | 'ask' | 'inquire' | 'answerInquiry' | 'explainDelay' | 'refer';

/** What an expert has written for a case and not sent yet. In memory only: it may hold words about a citizen. */
export class Draft {
  action?: ActionName;
  outcome: AnswerInput['outcome'] | '' = '';
  text = '';
  legalBasis = '';
  question = '';
  /** Fields of the request's form that the question asks for again, and those that the expert named. */
  again: QuestionField[] = [];
  own: QuestionField[] = [];
  inquiry = '';
  inquiryAnswer = '';
  unit = '';
  unitSearch = '';
  reason = '';
  reasonBasis = '';
  delayReason = '';
  expected = '';
  delayText = '';
  /** Fields that were found empty at the last try. */
  missing = new Set<'outcome' | 'text' | 'question' | 'inquiry' | 'inquiryAnswer' | 'unit' | 'reason' | 'delayReason' | 'expected' | 'own'>();
  /** The same words sent again carry the same key, so that they are done once. */
  #key = '';
  #of = '';

  get dirty(): boolean {
    return this.again.length > 0 || this.own.length > 0 || [this.outcome, this.text, this.legalBasis, this.question, this.inquiry, this.inquiryAnswer, this.unit, this.reason, this.reasonBasis, this.delayReason, this.expected, this.delayText].some((value) => value.trim() !== '');
  }

  /** All that was written, to be copied where it cannot be sent any more. */
  get words(): string {
    return [this.text, this.legalBasis, this.question, ...this.own.map(({ label }) => label.fa), this.inquiry, this.inquiryAnswer, this.reason, this.reasonBasis, this.delayText].map((value) => value.trim()).filter(Boolean).join('\n\n');
  }

  /** Marks what is missing for the chosen action and says whether nothing is. */
  check(): boolean {
    const needed = {
      answer: ['outcome', 'text'], ask: ['question'], inquire: ['unit', 'inquiry'], answerInquiry: ['inquiryAnswer'], explainDelay: ['delayReason', 'expected'], refer: ['unit', 'reason'],
    } as const;
    this.missing = new Set(this.action ? needed[this.action].filter((name) => !this[name].trim()) : []);
    if (this.action === 'ask' && this.own.some(({ label }) => !label.fa.trim())) this.missing.add('own');
    return this.missing.size === 0;
  }

  keyFor(body: unknown): string {
    const now = `${this.action}${JSON.stringify(body)}`;
    if (now !== this.#of) {
      this.#of = now;
      this.#key = makeIdempotencyKey();
    }
    return this.#key;
  }
}
