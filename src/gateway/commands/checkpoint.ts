import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import type { CheckpointClaims, CheckpointList, LogConsistency } from '../../contract/transparency.ts';
import { routes } from '../../contract/routes.ts';
import { verifyCheckpoint } from '../../rules/checkpoint.ts';
import { SignedError } from '../../rules/signed-json.ts';
import { verifyConsistency } from '../../rules/merkle.ts';
import { command, CommandError } from './command.ts';

const help = `
For everybody, from outside: keeps the newest checkpoint of a gateway's log in FILE. Where FILE holds earlier ones, it is first proven
that the log of the last of them is the beginning of the log of today: that nothing was changed, removed or put in between since.
What is kept is text, one checkpoint a line, oldest first.

Calls URL only (/v1/transparency). Whoever doubts hands FILE in: npm run verify-log -- --checkpoint FILE holds it against the log itself.

Last line: {"ok", "number", "size", "at", "since", "reason"}; "reason" is one of signature, unknownKey, malformed, claims (not signed by
this gateway, or something else), origin (another log), differs (of that number it shows another one), shorter, and consistency (what was
signed before is not the beginning of it any more). Exit code 0: it holds, and is kept. 1: it does not, nothing is kept. 2: could not be asked.
`;

interface Kept {
  ok: boolean;
  number: number;
  size: number;
  at: string;
  /** Number of the one that was kept before. */
  since: number | null;
  reason: string | null;
}

class NotSo extends Error {}

async function ask<T>(gateway: string, path: string): Promise<T> {
  const answer = await fetch(`${gateway}${path}`, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(20_000) })
    .catch((error: unknown) => { throw new CommandError(`${gateway} cannot be asked: ${error instanceof Error ? error.message : String(error)}`); });
  if (!answer.ok) throw new CommandError(`${gateway}${path} answers ${answer.status}.`);
  return (await answer.json()) as T;
}

async function opened(jws: string, keys: JSONWebKeySet): Promise<CheckpointClaims> {
  try {
    return await verifyCheckpoint(jws, keys);
  } catch (error) {
    if (error instanceof SignedError) throw new NotSo(error.reason);
    throw error;
  }
}

/** Throws `NotSo` with the reason where the log of today does not go on from the one that was kept. */
async function goesOn(gateway: string, keys: JSONWebKeySet, kept: string, now: CheckpointClaims): Promise<CheckpointClaims> {
  const before = await opened(kept, keys);
  if (before.origin !== now.origin) throw new NotSo('origin');
  if (before.size > now.size || before.number > now.number) throw new NotSo('shorter');
  const proof = await ask<LogConsistency>(gateway, `${routes.logConsistency.path}?from=${before.number}&to=${now.number}`);
  if (proof.from.jws !== kept) throw new NotSo('differs');
  if (!(await verifyConsistency({ size: before.size, root: before.root, to: now.size, toRoot: now.root, path: proof.path }))) throw new NotSo('consistency');
  return before;
}

command<Kept>({
  name: 'npm run checkpoint -- URL FILE',
  help,
  takes: 2,
  async run({ positionals: [url, file] }) {
    if (!url || !file) throw new CommandError('Name the gateway and the file, as in: npm run checkpoint -- https://desk.example.ir checkpoints.txt');
    const gateway = url.replace(/\/+$/, '');
    const { items: [newest] } = await ask<CheckpointList>(gateway, routes.checkpoints.path);
    if (!newest) throw new CommandError(`${gateway} has signed no checkpoint yet.`);
    const keys = await ask<JSONWebKeySet>(gateway, routes.receiptKeys.path);
    const kept = existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/).filter(Boolean) : [];
    try {
      const now = await opened(newest.jws, keys);
      const last = kept.at(-1);
      const before = last && await goesOn(gateway, keys, last, now);
      if (last !== newest.jws) appendFileSync(file, `${newest.jws}\n`);
      console.log(`Checkpoint ${now.number} of ${now.at}: ${now.size} events.${before ? ` The ${before.size} of ${before.at} are the beginning of it.` : ''}`);
      return { json: { ok: true, number: now.number, size: now.size, at: now.at, since: before ? before.number : null, reason: null }, ok: true };
    } catch (error) {
      if (!(error instanceof NotSo)) throw error;
      console.log(`It does not hold: ${error.message}. Keep ${file} as it is.`);
      return { json: { ok: false, number: newest.number, size: newest.size, at: newest.at, since: null, reason: error.message }, ok: false };
    }
  },
});
