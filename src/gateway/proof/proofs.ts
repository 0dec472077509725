import type { Kysely } from 'kysely';
import { keyedHash, randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { contactHash } from '../requests/vault.ts';

const minutes = 15;
const tokenHash = (ports: Ports, token: string) => keyedHash(ports.secrets.lookup, 'proof', token);

/** A bearer token that opens exactly one request, for minutes. Only its hash is kept. */
export async function giveToken(db: Kysely<Database>, ports: Ports, request: string): Promise<{ token: string; expiresAt: string }> {
  const token = randomToken(32);
  const now = ports.now();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await db.insertInto('proof').values({ token_hash: await tokenHash(ports, token), request, created_at: now, expires_at: expiresAt }).execute();
  return { token, expiresAt: expiresAt.toISOString() };
}

/**
 * The request that both a tracking code and a token open. One statement whatever of the two is wrong, so that nobody
 * learns from the answer or its time whether a code exists.
 */
export async function provenRequest(ports: Ports, codeHash: string, token: string): Promise<string | undefined> {
  const row = await ports.db.selectFrom('proof').innerJoin('request_code', 'request_code.request', 'proof.request')
    .select('proof.request')
    .where('proof.token_hash', '=', await tokenHash(ports, token))
    .where('proof.expires_at', '>', ports.now())
    .where('request_code.code_hash', '=', codeHash)
    .executeTakeFirst();
  return row?.request;
}

/** Whether a token was got by a code that went to this number: it opens a request that was filed with it. */
export async function provesNumber(ports: Ports, token: string | undefined, mobile: string): Promise<boolean> {
  if (!token) return false;
  const row = await ports.db.selectFrom('proof').innerJoin('request_private', 'request_private.request', 'proof.request')
    .select('proof.request')
    .where('proof.token_hash', '=', await tokenHash(ports, token))
    .where('proof.expires_at', '>', ports.now())
    .where('request_private.contact_hash', '=', await contactHash(ports, mobile))
    .executeTakeFirst();
  return row !== undefined;
}
