import type { ReactiveControllerHost } from 'lit';
import { afterPaint } from './after-paint.ts';
import type { Answer } from './question.ts';

/** Rows that are laid out in one task: for the first ones an old phone looks up its letters, and stands still over three. */
const atOnce = 1;

/** Lets a list grow under its first rows, some at a time, until all of it is there. */
export class Rows {
  #shown = atOnce;
  #knows: unknown;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** The next list begins with so many rows and some more. */
  begin(shown = 0): void {
    this.#shown = shown + atOnce;
  }

  /** As much of an answer as is to be laid out now; `knows`: what its engine has learned. */
  of(answer: Answer, knows: unknown): Answer {
    // Bundles are much to lay out, and the rows are made anew around the first that come.
    if (knows !== this.#knows && answer.bundles.length) this.begin();
    this.#knows = knows;
    const next = this.#shown + atOnce;
    if (this.#shown >= answer.hits.length) return answer;
    afterPaint(() => {
      this.#shown = Math.max(this.#shown, next);
      this.host.requestUpdate();
    });
    return { ...answer, hits: answer.hits.slice(0, this.#shown), rest: 0 };
  }
}
