import type { Transaction } from 'kysely';
import type { Accepted, Filed } from '../../contract/request.ts';
import type { RouteBody } from '../../contract/route-schemas.ts';
import { randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { CallerContext } from '../http/handler.ts';
import { claim, remember } from '../http/idempotency.ts';
import { ProblemException } from '../http/problem.ts';
import { most, sourceOf, take, used } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { provesNumber } from '../proof/proofs.ts';
import { requireWork } from '../proof/work.ts';
import { accept, acceptedState, forget, heldUnder, type Held } from './accepted.ts';
import { checkRequest } from './check.ts';
import { publishReceiptKey } from './keys.ts';
import { join, matterOf, openAbout } from './same-matter.ts';
import { bindFiles, writeRequest } from './write-request.ts';

/** Requests that one mobile number may file in an hour: enough for an office that files for others. */
const perContact = { limit: 30, seconds: 3600 };
/** Filings of one address, and for one number, that cost nothing. Beyond, each costs a proof of work. */
const calm = { source: { limit: 20, seconds: 600 }, contact: { limit: 5, seconds: 3600 } };

/**
 * Files a request in one transaction: request, first event, log, code, private data, files, message and the answer for
 * repeated calls. The code is answered only after commit, so whoever holds a code holds a request.
 *
 * Where the mobile number has to be proven it is accepted in this way instead, and filed by ./accepted.ts. Sent again with
 * its key it is answered by what has become of it; with another body it takes the place of what is not filed yet, so that
 * a number that was mistyped, or anything else, can be put right.
 */
export async function fileRequest(ports: Ports, body: RouteBody<'fileRequest'>, caller: CallerContext): Promise<Filed | Accepted> {
  await publishReceiptKey(ports);
  // Counted where calls come in (../http/mount.ts), in windows of the same length.
  const fromHere = await used(ports, `fileRequest ${sourceOf(caller.address)}`, calm.source.seconds);
  const done = await ports.db.transaction().execute(async (trx) => {
    const before = await claim(trx, ports, caller, 'fileRequest', caller.fingerprint);
    if (before) {
      caller.headers.set('idempotency-replayed', 'true');
      return before.answer as Filed;
    }
    const held = await heldUnder(trx, ports, caller.idempotencyKey);
    if (held?.filed && held.fingerprint !== caller.fingerprint) throw new ProblemException('idempotency.mismatch');
    if (held?.fingerprint === caller.fingerprint) return held.filed ?? acceptedState({ ...ports, db: trx }, held);
    const filed = await file(trx, ports, body, caller, held, fromHere > most(ports, calm.source.limit));
    if ('code' in filed) await remember(trx, ports, caller, 'fileRequest', caller.fingerprint, { status: 201, answer: filed });
    return filed;
  });
  if (done instanceof ProblemException) throw done;
  if ('accepted' in done) caller.status = 202;
  return done;
}

async function file(
  trx: Transaction<Database>, ports: Ports, body: RouteBody<'fileRequest'>, caller: CallerContext, held: Held | undefined, busy: boolean,
): Promise<Filed | Accepted | ProblemException> {
  const checked = await checkRequest(trx, ports, body, held?.id);
  const { files, mobile } = checked;
  const contact = `fileRequest contact ${mobile}`;
  const inside = { ...ports, db: trx };
  await take(inside, contact, perContact.limit, perContact.seconds);
  // Refused for want of work, this filing is not counted: the transaction takes it back.
  const often = (await used(inside, contact, perContact.seconds)) > most(ports, calm.contact.limit);
  if (busy || often) await requireWork(inside, caller.request, often ? calm.contact.seconds : calm.source.seconds);

  const separate = body.sameMatter === 'separate';
  const matter = await matterOf(trx, ports, checked);
  const open = matter && !separate ? await openAbout(trx, matter) : undefined;
  if (open) {
    const joined = await join(trx, ports, open, { ...checked, sameMatter: body.sameMatter, address: caller.address });
    if (joined instanceof ProblemException) return joined;
    await bindFiles(trx, open, files.map(({ id }) => id));
    if (held) await forget(trx, held.id);
    return joined;
  }
  if (held) await forget(trx, held.id);
  if (ports.settings.mobileProof === 'required' && !(await provesNumber(inside, caller.proof, mobile))) {
    return accept(inside, checked, separate, caller);
  }
  return writeRequest(trx, ports, randomToken(16), checked, matter);
}
