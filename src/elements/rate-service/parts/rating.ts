import { makeIdempotencyKey } from '../../../client/client.ts';
import { ProblemError } from '../../../client/errors.ts';
import type { RatingAnswers, RatingInput, RatingReason } from '../../../contract/rating.ts';
import { firstQuestions, moreQuestions, reopens, type Question } from '../../../rules/survey.ts';

/** Why it was not sent; `seconds` for how long none is taken. */
export interface RatingFault {
  kind: 'empty' | 'windowOver' | 'gone' | 'limited' | 'unreachable' | 'broken';
  seconds?: number;
}

/** Scores that ask for a reason. */
const low = 2;

/** What somebody has chosen so far. It stays until it has arrived. */
export class Rating {
  answers: RatingAnswers = {};
  reasons: RatingReason[] = [];
  /** An objection to the answer, in the citizen's words. */
  words = '';
  /** The other questions are shown. */
  more = false;
  fault?: RatingFault;
  sending = false;
  #key = '';

  get questions(): readonly Question[] {
    return this.more ? [...firstQuestions, ...moreQuestions] : firstQuestions;
  }

  /** Once a reason was chosen the reasons stay, whatever becomes of the scores. */
  get asksReasons(): boolean {
    return this.reasons.length > 0 || Object.values(this.answers).some((score) => score !== undefined && score <= low);
  }

  get mayObject(): boolean {
    return reopens(this.reasons);
  }

  /** One key until something else is chosen: a second press or a lost answer rates once. */
  get key(): string {
    return (this.#key ||= makeIdempotencyKey());
  }

  score(question: Question, score: number): void {
    this.#change({ answers: { ...this.answers, [question]: score } });
  }

  choose(reasons: RatingReason[]): void {
    this.#change({ reasons });
  }

  write(words: string): void {
    this.#change({ words });
  }

  /** What is sent; an objection only while it is taken. Undefined while nothing is answered. */
  input(objecting: boolean): RatingInput | undefined {
    if (!Object.values(this.answers).some((score) => score !== undefined)) return undefined;
    const objection = objecting && this.mayObject ? this.words.trim() : '';
    return { answers: this.answers, reasons: this.reasons, ...(objection && { objection }) };
  }

  #change(changed: Partial<Pick<Rating, 'answers' | 'reasons' | 'words'>>): void {
    Object.assign(this, changed);
    this.#key = '';
    this.fault = undefined;
  }
}

export function faultOf(error: unknown): RatingFault {
  if (!(error instanceof ProblemError)) return { kind: 'unreachable' };
  switch (error.code) {
    case 'request.windowOver': return { kind: 'windowOver' };
    case 'offering.notFound': return { kind: 'gone' };
    case 'work.needed':
    case 'rate.limited': return { kind: 'limited', seconds: error.problem.retryAfter ?? 60 };
    default: return { kind: error.code === 'server.unavailable' ? 'unreachable' : 'broken' };
  }
}
