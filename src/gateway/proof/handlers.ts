import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { sourceOf, take } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { lookupHash } from '../requests/code.ts';
import { redeemRequestCode, sendRequestCode, validSeconds } from './request-proof.ts';

/** Calls, whatever becomes of them; the limits that matter are those of ./one-time-codes.ts. */
const tried = { limit: 30, seconds: 600 };

export function proofHandlers(ports: Ports): Pick<Handlers, 'askProof' | 'giveProof'> {
  return {
    async askProof({ params }, { address }) {
      const codeHash = await lookupHash(ports, params.code);
      const asked = await ports.db.transaction().execute((trx) => sendRequestCode({ ...ports, db: trx }, codeHash, sourceOf(address)));
      return { validSeconds, ...asked };
    },

    async giveProof({ params, body }, { address }) {
      const codeHash = await lookupHash(ports, params.code);
      const source = sourceOf(address);
      await take(ports, `giveProof ${codeHash} ${source}`, tried.limit, tried.seconds);
      const given = await ports.db.transaction().execute((trx) => redeemRequestCode({ ...ports, db: trx }, { codeHash, source, ...body }));
      if (!given) throw new ProblemException('proof.wrong');
      return given;
    },
  };
}
