import type { Kysely, Transaction } from 'kysely';
import type { NewsChoices, SameBySms } from '../../contract/news.ts';
import { checkEmail } from '../../persian/identity/email.ts';
import { province } from '../catalogue/store.ts';
import { keyedHash } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { CallerContext, Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { take } from '../http/rate-limit.ts';
import { keepNews, keepWaiting, newsOf } from '../messages/news-choices.ts';
import { bySms } from '../messages/same-by-sms.ts';
import { addressCodeText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { checkOneTimeCode, lastOneTimeCode, sendOneTimeCode, type CodePurpose } from '../proof/one-time-codes.ts';
import { lockRequest, type LockedRequest } from './events.ts';
import { proven } from './proven.ts';
import { contactHash, type Vault } from './vault.ts';

/** A mailbox may be slow, or on another device. */
const validSeconds = 900;
/** An address is forgotten so long after the last code to it. */
const keptMs = 3_600_000;
/** Codes that the citizens of one mobile number cause, whatever addresses they name: nobody's mailbox is flooded from here. */
const perNumber = { limit: 6, seconds: 3600 };

/** What proves an address. Whoever asks has proven the number, so wrong tries are theirs alone. */
const proving = async (ports: Ports, request: string, address: string): Promise<CodePurpose> => {
  const hash = await keyedHash(ports.secrets.lookup, 'news-address', `${request} ${address}`);
  return { hash, source: '', validSeconds, pause: () => 60, guard: hash };
};

/** `a…@example.ir` */
export const shownAddress = (address: string): string => address.replace(/^(.).*@/, '$1…@');

/** Whether the last message of this request to an address came to nobody. */
async function undelivered(db: Kysely<Database>, ports: Ports, request: string, address: string): Promise<{ undelivered?: true; bySms?: SameBySms }> {
  const last = await db.selectFrom('outbox').select(['id', 'given_up_at', 'last_error']).where('request', '=', request).where('channel', '=', 'email')
    .where('recipient_hash', '=', await contactHash(ports, address)).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return last?.given_up_at && last.last_error !== 'late' ? { undelivered: true, ...(await bySms(db, last.id)) } : {};
}

/** What the citizen who opened the request is shown of it. */
export async function newsIn(db: Kysely<Database>, ports: Ports, request: string, vault: Vault): Promise<NewsChoices> {
  const { sms, email, waiting, smsInstead = false } = await newsOf(db, vault, request, ports.now());
  if (!ports.settings.email) return { sms };
  const shown = async (address: string) => ({ address: shownAddress(address), ...(await undelivered(db, ports, request, address)) });
  return {
    sms,
    email: {
      confirmed: email === null ? null : await shown(email),
      waiting: waiting === null ? null : {
        ...(await shown(waiting)), resendAfterSeconds: (await lastOneTimeCode({ ...ports, db }, await proving(ports, request, waiting)))?.resendAfterSeconds ?? 0,
      },
      smsInstead,
    },
  };
}

/** Messages on their way to an address that is not to get any. */
const callBack = async (trx: Transaction<Database>, ports: Ports, request: string, address: string): Promise<void> =>
  void (await trx.deleteFrom('outbox').where('request', '=', request).where('channel', '=', 'email').where('delivered_at', 'is', null)
    .where('recipient_hash', '=', await contactHash(ports, address)).execute());

/** How news of a request reach its citizen: chosen by who proved the number it was filed with. No event of the request: it says nothing about the matter. */
export function newsHandlers(ports: Ports): Pick<Handlers, 'chooseNews' | 'addNewsAddress' | 'proveNewsAddress'> {
  async function choose<T>(code: string, caller: CallerContext, work: (trx: Transaction<Database>, target: LockedRequest) => Promise<T>): Promise<NewsChoices> {
    const id = await proven(ports, code, caller);
    const [choices, problem] = await ports.db.transaction().execute(async (trx) => {
      const target = await lockRequest(trx, ports, id);
      if (!target) throw new ProblemException('request.notFound');
      const problem = await work(trx, target);
      return [await newsIn(trx, ports, id, target.vault), problem] as const;
    });
    // A wrong try is counted: it must go through before it is told.
    if (problem instanceof ProblemException) throw problem;
    return choices;
  }
  const offered = (): void => {
    if (!ports.settings.email) throw new ProblemException('input.invalid', { detail: 'This gateway sends no e-mail.', errors: [{ path: 'address', code: 'notOffered' }] });
  };

  return {
    chooseNews: ({ params, body }, caller) => choose(params.code, caller, async (trx, { row: { id }, vault }) => {
      const { sms, email, smsInstead } = await newsOf(trx, vault, id, ports.now());
      const removes = body.email === null;
      if (removes) {
        if (email !== null) await callBack(trx, ports, id, email);
        await keepWaiting(trx, vault, id, null);
      }
      await keepNews(trx, vault, id, { sms: body.sms ?? sms, ...(removes ? { email: null } : { email, smsInstead: body.smsInstead ?? smsInstead }) });
    }),

    async addNewsAddress({ params, body }, caller) {
      offered();
      return choose(params.code, caller, async (trx, { row, vault }) => {
        const { email, waiting } = await newsOf(trx, vault, row.id, ports.now());
        const read = checkEmail(body.address ?? waiting ?? '');
        if (!read.valid) throw new ProblemException('input.invalid', { errors: [{ path: 'address', code: read.reason }] });
        const address = read.normalized;
        if (email === address) return keepWaiting(trx, vault, row.id, null);
        const inside = { ...ports, db: trx };
        const contact = await contactHash(ports, address);
        await sendOneTimeCode(inside, await proving(ports, row.id, address), async () => {
          const { contact_hash: number } = await trx.selectFrom('request_private').select('contact_hash').where('request', '=', row.id).executeTakeFirstOrThrow();
          await take(inside, `news address ${number}`, perNumber.limit, perNumber.seconds);
          const sender = { province: (await province(trx, row.province)).name.fa, language: row.language };
          return { request: row.id, to: address, channel: 'email', text: addressCodeText, sender, contact };
        });
        await keepWaiting(trx, vault, row.id, { address, until: new Date(ports.now().getTime() + keptMs) });
      });
    },

    proveNewsAddress({ params, body }, caller) {
      offered();
      return choose(params.code, caller, async (trx, { row: { id }, vault }) => {
        const { sms, email, waiting, smsInstead } = await newsOf(trx, vault, id, ports.now());
        if (waiting === null) return new ProblemException('proof.wrong');
        const purpose = await proving(ports, id, waiting);
        const { right, triesLeft } = await checkOneTimeCode({ ...ports, db: trx }, purpose, body);
        if (!right) return new ProblemException('proof.wrong', { triesLeft });
        await trx.deleteFrom('one_time_code').where('code_hash', '=', purpose.hash).execute();
        if (email !== null) await callBack(trx, ports, id, email);
        await keepWaiting(trx, vault, id, null);
        await keepNews(trx, vault, id, { sms, email: waiting, smsInstead });
        return undefined;
      });
    },
  };
}
