import type { Answers } from '../contract/form.ts';
import type { Problem } from '../contract/problem.ts';
import type { QuestionField } from '../contract/question.ts';
import type { ReplyInput, RequestStatus } from '../contract/request.ts';

/** What files are sent for: the form of an offering, or the question about a request, with the proof of it in the headers. */
export interface SentFor {
  metadata: { offering: string } | { request: string };
  headers?(): Record<string, string>;
}

/** Why a reply did not go through: at its fields, or as a sentence. */
export type ReplyRefusal = { code: 'input.invalid' | 'upload.notFound'; errors: NonNullable<Problem['errors']> } | { text(): string };

/** A question with fields, as `question-form` draws it for whoever contains it. */
export interface Question {
  fields: readonly QuestionField[];
  /** The service that it is about. */
  offering: RequestStatus['offering'] & Pick<RequestStatus, 'agency'>;
  /** Absent where the question is only looked at. */
  reply?: {
    /** Under which the tab keeps what was not sent. */
    key: string;
    files: SentFor;
    /** Sends it; undefined when it went through, or the proof ran out. */
    send(body: Pick<ReplyInput, 'text'> & { answers: Answers }): Promise<ReplyRefusal | undefined>;
  };
}

/** `question-form` as its containers see it: elements do not import each other. */
export interface QuestionElement extends HTMLElement {
  question?: Question;
  closed: boolean;
  /** Something was written and did not go through. */
  readonly unsent: boolean;
  lang: string;
  gateway?: string;
}
