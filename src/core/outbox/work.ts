import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/**
 * Solves a challenge that a gateway asks for when many filings come from one place (ALTCHA, proof of work), and gives the
 * header that carries it. Runs by itself, in slices that leave the page usable: nobody has to read, hear or drag
 * anything, and no worker asks the page's policy for a way in. Undefined where the browser cannot (plain http).
 */
export async function solve(challenge: Record<string, unknown>, signal: AbortSignal): Promise<Record<string, string> | undefined> {
  if (!globalThis.crypto.subtle) return undefined;
  const controller = new AbortController();
  const stop = () => controller.abort();
  signal.addEventListener('abort', stop);
  try {
    const asked = challenge as unknown as Challenge;
    const solution = await solveChallenge({ challenge: asked, deriveKey, controller });
    return solution ? { altcha: btoa(JSON.stringify({ challenge: asked, solution })) } : undefined;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
