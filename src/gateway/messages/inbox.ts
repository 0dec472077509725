import { toAsciiDigits } from '../../persian/digits.ts';
import { unsealText } from '../crypto.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { contactHash } from '../requests/vault.ts';
import { inboxHtml } from './inbox-page.ts';
import { bodyContext, recipientContext } from './outbox.ts';

export interface InboxMessage {
  at: string;
  to: string;
  /** Of an e-mail. */
  subject?: string;
  text: string;
}

const most = 100;

/** Messages newest first, of all receivers or of one. Those that no one was to get are left out. */
async function newest(ports: Ports, receiver: string): Promise<InboxMessage[]> {
  let select = ports.db.selectFrom('outbox').select(['created_at', 'channel', 'subject', 'recipient', 'body'])
    .where('given_up_at', 'is', null).orderBy('id', 'desc').limit(most);
  if (receiver) select = select.where('recipient_hash', '=', await contactHash(ports, receiver));
  return Promise.all((await select.execute()).map(async (row) => ({
    at: row.created_at.toISOString(),
    to: await unsealText(ports.secrets.data, recipientContext, row.recipient),
    ...(row.channel === 'email' && { subject: row.subject }),
    text: await unsealText(ports.secrets.data, bodyContext, row.body),
  })));
}

/**
 * `/dev/inbox`: the messages that would have gone to phones and mailboxes, for the demo and for tests. A page, or JSON
 * (`{messages: [{at, to, subject, text}]}`, the subject of e-mails only) for `/dev/inbox.json` and for who accepts JSON only; `?to=` names
 * one number or address. In production it is not there, whoever mounts it.
 */
export async function inboxPage(ports: Ports, request: Request): Promise<Response> {
  if (ports.settings.production) throw new ProblemException('notFound');
  const url = new URL(request.url);
  const asked = url.searchParams.get('to') ?? url.searchParams.get('mobile') ?? '';
  const receiver = asked.includes('@') ? asked.trim() : toAsciiDigits(asked).replace(/\D+/g, '');
  const messages = await newest(ports, receiver);
  const accepts = request.headers.get('accept') ?? '';
  if (url.pathname.endsWith('.json') || (accepts.includes('application/json') && !accepts.includes('text/html'))) {
    // Open to pages of other origins: tests and the demo's agency sites read it.
    return Response.json({ messages }, { headers: { 'cache-control': 'no-store', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } });
  }
  return inboxHtml(messages, { receiver, live: url.searchParams.has('live'), now: ports.now() });
}

/** The same for those who serve by path: undefined where the address is not the inbox's. */
export function devInboxRoutes(ports: Ports): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (ports.settings.production || request.method !== 'GET' || !/^\/dev\/inbox(\.json)?$/.test(pathname)) return undefined;
    return inboxPage(ports, request);
  };
}
