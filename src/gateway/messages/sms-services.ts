import { DeliveryError, type MessageSender } from './sender.ts';

/** Within this time a service has to answer. Milliseconds. */
const patience = 10_000;
/** So much of an answer is looked at. */
const mostRead = 65_536;

/**
 * Hands messages to the province's own SMS service: `POST url` with `{id, to, text}` and an `Idempotency-Key`. Any
 * answer of 2xx means that it was taken.
 */
export function webhookSender(url: string, token?: string): MessageSender {
  return {
    async send({ id, to, text }) {
      const answer = await ask(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `outbox-${id}`,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ id, to, text }),
      });
      await answer.body?.cancel();
    },
  };
}

export interface SmsTemplate {
  /**
   * Address with `{text}`, `{to}` (0912…) or `{international}` (98912…), and `{id}` where the service remembers what it
   * sent. What stands in it is escaped.
   */
  url: string;
  /** POST: what follows the `?` goes as a form in the body, and so stays out of logs of addresses. */
  method: 'GET' | 'POST';
  header?: { name: string; value: string };
  /** Words that the answer of a service has when it took a message; for those that answer 200 to everything. */
  success?: string;
}

/** Hands messages to any SMS service that takes them by an address. */
export function templateSender({ url, method, header, success }: SmsTemplate): MessageSender {
  return {
    async send({ id, to, text }) {
      const filled = fillTemplate(url, { id, to, international: to.replace(/^0/, '98'), text });
      const at = filled.indexOf('?');
      const form = method === 'POST' && at >= 0;
      const answer = await ask(form ? filled.slice(0, at) : filled, {
        method,
        headers: {
          ...(header ? { [header.name]: header.value } : {}),
          ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(form ? { body: filled.slice(at + 1) } : {}),
      });
      if (success === undefined) await answer.body?.cancel();
      else if (!(await beginning(answer)).includes(success)) throw new DeliveryError('refused', 'The SMS service answered without the words of SMS_SUCCESS.');
    },
  };
}

const placeholder = /\{(\w+)\}/g;

const fillTemplate = (template: string, values: Record<string, string>): string =>
  template.replace(placeholder, (_, name: string) => encodeURIComponent(values[name]!));

/** What is wrong with a template, in words that go on after its name; undefined when it can be used. */
export function templateProblem(template: string): string | undefined {
  const named = [...template.matchAll(placeholder)].map(([, name]) => name!);
  const unknown = named.find((name) => !['to', 'international', 'text', 'id'].includes(name));
  if (unknown) return `has {${unknown}}; it may have {to}, {international}, {text} and {id}`;
  if (!named.includes('text') || !(named.includes('to') || named.includes('international'))) return 'needs {text} and one of {to} and {international}';
  const [first, second] = ['a', 'b'].map((value) => fillTemplate(template, { to: value, international: value, text: value, id: value }));
  if (!URL.canParse(first!) || !['http:', 'https:'].includes(new URL(first!).protocol)) return 'is not an address that starts with https: or http:';
  // Whoever is written to must not choose who is asked.
  return new URL(first!).origin === new URL(second!).origin ? undefined : 'may have braces in its path and behind its ?, not before';
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) });
  } catch {
    throw new DeliveryError('unreachable', 'The SMS service cannot be reached.');
  }
  if (answer.ok) return answer;
  await answer.body?.cancel();
  const { status } = answer;
  throw new DeliveryError(status >= 500 || [408, 425, 429].includes(status) ? 'busy' : 'refused', `The SMS service answered ${status}.`);
}

async function beginning(answer: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const part of answer.body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true });
      if (text.length > mostRead) break;
    }
  } catch {
    throw new DeliveryError('unreachable', 'The SMS service broke off its answer.');
  }
  return text;
}
