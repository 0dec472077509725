import { base64url, type JSONWebKeySet, type JWK } from 'jose';
import type { CheckpointClaims } from '../contract/transparency.ts';
import { sha256Hex } from './event-hash.ts';
import { openSigned, signJson, SignedError } from './signed-json.ts';

const typ = 'mizban-checkpoint+jws';

/** `previous` of the first one. */
export const noCheckpoint = '0'.repeat(64);

/** What the next one calls `previous`. */
export const checkpointHash = (jws: string): Promise<string> => sha256Hex(jws);

/** Signed by the key that signs receipts: who can check the one can check the other. */
export const signCheckpoint = (claims: CheckpointClaims, jwk: JWK): Promise<string> => signJson(typ, claims, jwk);

/** Claims of a checkpoint that one of the published keys signed. Throws `SignedError` otherwise. */
export const verifyCheckpoint = (jws: string, keys: JSONWebKeySet | JWK[]): Promise<CheckpointClaims> => openSigned(typ, jws, keys, isClaims);

/** What a checkpoint says, whoever signed it. Throws `SignedError` where it is none. */
export function readCheckpoint(jws: string): CheckpointClaims {
  let claims: unknown;
  try {
    claims = JSON.parse(new TextDecoder().decode(base64url.decode(jws.split('.')[1] ?? '')));
  } catch (cause) {
    throw new SignedError(typ, 'malformed', { cause });
  }
  if (!isClaims(claims)) throw new SignedError(typ, 'claims');
  return claims;
}

const isHash = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
function isClaims(value: unknown): value is CheckpointClaims {
  const claims = value as Record<string, unknown> | null;
  return (
    typeof claims === 'object' && claims !== null && claims['v'] === 1 && typeof claims['origin'] === 'string' && typeof claims['at'] === 'string' &&
    ['number', 'size'].every((name) => Number.isSafeInteger(claims[name]) && (claims[name] as number) > 0) && isHash(claims['root']) && isHash(claims['previous'])
  );
}
