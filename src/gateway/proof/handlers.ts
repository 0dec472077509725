import type { Handlers } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { take } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { lookupHash } from '../requests/code.ts';
import { redeemOneTimeCode, sendOneTimeCode, validSeconds } from './one-time-codes.ts';

/** For one tracking code, whoever asks: no phone is flooded, and six digits are not found by trying. */
const asked = { limit: 10, seconds: 3600 };
const tried = { limit: 30, seconds: 3600 };

export function proofHandlers(ports: Ports): Pick<Handlers, 'askProof' | 'giveProof'> {
  return {
    async askProof({ params }) {
      const hash = await lookupHash(ports, params.code);
      await take(ports, `askProof code ${hash}`, asked.limit, asked.seconds);
      const resendAfterSeconds = await ports.db.transaction().execute((trx) => sendOneTimeCode(trx, ports, hash));
      return { validSeconds, resendAfterSeconds };
    },

    async giveProof({ params, body }) {
      const hash = await lookupHash(ports, params.code);
      await take(ports, `giveProof code ${hash}`, tried.limit, tried.seconds);
      const given = await ports.db.transaction().execute((trx) => redeemOneTimeCode(trx, ports, hash, body.otp));
      if (!given) throw new ProblemException('proof.wrong');
      return given;
    },
  };
}
