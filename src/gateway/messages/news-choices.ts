import type { Transaction, Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Vault } from '../requests/vault.ts';

/** How news of a request reach its citizen, sealed with what else is theirs: erasing the person erases it. */
export interface StoredNews {
  sms: boolean;
  /** An address that proved itself by a code. */
  email: string | null;
  /** Where `sms` is off: what an e-mail was to tell goes by SMS when the e-mail is given up. */
  smsInstead?: boolean | undefined;
}

/** What holds where nobody chose. */
const usual: StoredNews = { sms: true, email: null };

const choicesContext = (request: string): string => `news ${request}`;
const waitingContext = (request: string): string => `news waiting ${request}`;

/** `waiting`: the address that a code went to, as long as it is kept. */
export async function newsOf(db: Kysely<Database>, vault: Vault, request: string, now: Date): Promise<StoredNews & { waiting: string | null }> {
  const row = await db.selectFrom('request_private').select(['news', 'news_waiting', 'news_waiting_until']).where('request', '=', request).executeTakeFirst();
  const waits = row?.news_waiting && row.news_waiting_until && row.news_waiting_until > now ? row.news_waiting : null;
  return {
    ...(row?.news ? (JSON.parse(await vault.open(choicesContext(request), row.news)) as StoredNews) : usual),
    waiting: waits && (await vault.open(waitingContext(request), waits)),
  };
}

export async function keepNews(trx: Transaction<Database>, vault: Vault, request: string, { sms, email, smsInstead }: StoredNews): Promise<void> {
  const news = await vault.seal(choicesContext(request), JSON.stringify({ sms, email, smsInstead } satisfies StoredNews));
  await trx.updateTable('request_private').set({ news }).where('request', '=', request).execute();
}

/** Keeps an address until its code comes back, or forgets it. */
export async function keepWaiting(trx: Transaction<Database>, vault: Vault, request: string, waiting: { address: string; until: Date } | null): Promise<void> {
  await trx.updateTable('request_private').set({
    news_waiting: waiting && (await vault.seal(waitingContext(request), waiting.address)), news_waiting_until: waiting && waiting.until,
  }).where('request', '=', request).execute();
}

/** Forgets addresses whose codes never came back. */
export async function sweepWaiting(db: Kysely<Database>, now: Date): Promise<void> {
  await db.updateTable('request_private').set({ news_waiting: null, news_waiting_until: null }).where('news_waiting_until', '<=', now).execute();
}
