import type { GatewayClient } from '../../client/client.ts';
import { ProblemError } from '../../client/errors.ts';
import type { Accepted, Filed, RequestInput } from '../../contract/request.ts';
import type { Attempt } from './attempt.ts';

/**
 * Sends the newest body; if the gateway has another one under this key, an earlier sending was filed although its answer
 * was lost, and its receipt is fetched.
 */
export async function post(client: GatewayClient, { key, body, unsure = [] }: Attempt, signal: AbortSignal): Promise<Filed | Accepted> {
  const call = async (body: RequestInput): Promise<Filed | Accepted> => {
    const send = (headers?: Record<string, string>) => client.call('fileRequest', { body }, { idempotencyKey: key, signal, headers, proof: client.numberProof?.token });
    try {
      return await send();
    } catch (error) {
      const challenge = error instanceof ProblemError && error.problem.challenge;
      const solution = challenge && (await (await import('./work.ts')).solve(challenge, signal));
      if (!solution) throw error;
      return send(solution);
    }
  };
  for (const earlier of [body, ...unsure]) {
    try {
      return await call(earlier);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'idempotency.mismatch')) throw error;
    }
  }
  return call(body);
}

/** A no that is none for good: it is tried again. */
export const comesAgain = (error: unknown): boolean =>
  !(error instanceof ProblemError) || error.status >= 500 || error.code === 'rate.limited' || error.code === 'work.needed';
