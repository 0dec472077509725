import { makeIdempotencyKey } from '../../client/client.ts';
import { ProblemError } from '../../client/errors.ts';

/** What somebody wants done. The same wish, sent once more after a lost answer, is done once. */
export class Wish {
  #sent?: { body: string; key: string };

  /** The idempotency key of a body: the one before, while nothing else is wished. */
  keyOf(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.#sent?.body !== text) this.#sent = { body: text, key: makeIdempotencyKey() };
    return this.#sent.key;
  }

  /** The gateway has refused it: sent again, it is a new one. After a lost answer it stays the same. */
  failed(error: unknown): void {
    if (error instanceof ProblemError) this.forget();
  }

  forget(): void {
    this.#sent = undefined;
  }
}
