import { createChallenge, randomInt, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { keyedHash } from '../crypto.ts';
import { ProblemException } from '../http/problem.ts';
import { restOfWindow, tally } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';

/** A phone of some years needs a second or two, and nobody has to read or hear anything. */
const cost = 2_000;
const counters: [least: number, most: number] = [200, 600];
const validSeconds = 600;
/** Longer than a challenge is valid: how often each was used is known for all of its time. */
const usedSeconds = 1800;

const secrets = async (ports: Ports) => ({
  hmacSignatureSecret: await keyedHash(ports.secrets.lookup, 'work', 'challenge'),
  hmacKeySignatureSecret: await keyedHash(ports.secrets.lookup, 'work', 'solution'),
});

/**
 * Lets a call pass that brings the solution of a challenge of ours (ALTCHA, proof of work) in its header `altcha`, each
 * once; asks for one otherwise, by `work.needed`.
 */
export async function requireWork(ports: Ports, request: Request, windowSeconds: number): Promise<void> {
  if (await isSolved(ports, request.headers.get('altcha'))) return;
  const challenge = await createChallenge({
    ...(await secrets(ports)), algorithm: 'PBKDF2/SHA-256', cost, counter: randomInt(counters[1], counters[0]), deriveKey,
    // Not the library's own expiry, which reads the clock of the machine and not the gateway's.
    data: { until: Math.floor(ports.now().getTime() / 1000) + validSeconds },
  });
  // Browsers solve nothing on pages without https: they are told when it costs nothing again.
  throw new ProblemException('work.needed', { challenge: { ...challenge }, retryAfter: restOfWindow(ports, windowSeconds) });
}

async function isSolved(ports: Ports, header: string | null): Promise<boolean> {
  if (!header || header.length > 4000) return false;
  let given: { challenge: Challenge; solution: Solution };
  try {
    given = JSON.parse(atob(header)) as typeof given;
    const { verified } = await verifySolution({ ...given, ...(await secrets(ports)), deriveKey });
    if (!verified) return false;
  } catch {
    return false;
  }
  const { data, nonce } = given.challenge.parameters;
  if (!(Number(data?.['until']) * 1000 > ports.now().getTime())) return false;
  return (await tally(ports, `work ${nonce}`, usedSeconds)) === 1;
}
