import { makeIdempotencyKey } from '../../../client/client.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { QuestionField } from '../../../contract/question.ts';
import type { AnswerInput } from '../../../contract/staff.ts';
import { choicesFault } from './asked-fields.ts';

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
  /** Choices of those as they are written, a line each, by the field's id. */
  lines = new Map<string, string>();
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
  /** Fields of the question, by id, that the gateway did not take: why, and which part of them. */
  refused = new Map<string, { code: string; part?: string | undefined }>();
  /** The same words sent again carry the same key, so that they are done once. */
  #key = '';
  #of = '';

  get dirty(): boolean {
    return this.again.length > 0 || this.own.length > 0 || [this.outcome, this.text, this.legalBasis, this.question, this.inquiry, this.inquiryAnswer, this.unit, this.reason, this.reasonBasis, this.delayReason, this.expected, this.delayText].some((value) => value.trim() !== '');
  }

  /** All that was written, to be copied where it cannot be sent any more. */
  get words(): string {
    return [this.text, this.legalBasis, this.question, ...this.own.flatMap(({ id, label }) => [label.fa, this.lines.get(id) ?? '']), this.inquiry, this.inquiryAnswer, this.reason, this.reasonBasis, this.delayText].map((value) => value.trim()).filter(Boolean).join('\n\n');
  }

  /** Marks what is missing for the chosen action and says whether nothing is. */
  check(): boolean {
    const needed = {
      answer: ['outcome', 'text'], ask: ['question'], inquire: ['unit', 'inquiry'], answerInquiry: ['inquiryAnswer'], explainDelay: ['delayReason', 'expected'], refer: ['unit', 'reason'],
    } as const;
    this.missing = new Set(this.action ? needed[this.action].filter((name) => !this[name].trim()) : []);
    this.refused.clear();
    if (this.action === 'ask' && this.own.some((one) => !one.label.fa.trim() || choicesFault(one))) this.missing.add('own');
    return this.missing.size === 0;
  }

  /** Puts what is wrong where it is to be mended; says whether all of it has such a place. */
  refuse(errors: NonNullable<Problem['errors']>): boolean {
    const fields = [...this.again, ...this.own];
    for (const { path, code } of errors) {
      const [of, which, part] = path.split('.');
      const id = of === 'fields' ? fields.find((one, index) => one.id === which || String(index) === which)?.id : undefined;
      if (!id) return false;
      this.refused.set(id, { code, part });
    }
    return this.refused.size > 0;
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
