/** Carries one message to a mobile number. Rejects when it was not taken; it is then tried again later. */
export interface MessageSender {
  /** `id` is the same on every try of one message: a receiver that remembers it sends no message twice. */
  send(message: { id: string; mobile: string; text: string }): Promise<void>;
}

/** For the demo and tests: nothing leaves the machine, the message is read on `/dev/inbox`. */
export const inboxSender: MessageSender = {
  async send() {},
};

/**
 * Hands messages to the province's own SMS service: `POST url` with `{id, to, text}` and an `Idempotency-Key`. Any
 * answer of 2xx means that it was taken.
 */
export function webhookSender(url: string, token?: string): MessageSender {
  return {
    async send({ id, mobile, text }) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `outbox-${id}`,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ id, to: mobile, text }),
        signal: AbortSignal.timeout(10_000),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`The SMS service answered ${answer.status}.`);
    },
  };
}
