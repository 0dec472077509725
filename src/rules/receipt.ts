import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import type { ReceiptClaims } from '../contract/request.ts';
import { openSigned, signJson } from './signed-json.ts';

const alg = 'EdDSA';
const typ = 'mizban-receipt+jws';

/** A new signing key. Its `kid` is the thumbprint (RFC 7638), so that it never clashes with an older one. */
export async function makeReceiptKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

/** The part that is published. */
export const publicReceiptKey = ({ kty, crv, x, kid }: JWK): JWK => ({ kty, crv, x, kid, alg, use: 'sig' });

/** Compact JWS over the canonical JSON of the claims. */
export const signReceipt = (claims: ReceiptClaims, jwk: JWK): Promise<string> => signJson(typ, claims, jwk);

/** Claims of a receipt that one of the published keys signed. Throws `SignedError` otherwise. */
export const verifyReceipt = (jws: string, keys: JSONWebKeySet | JWK[]): Promise<ReceiptClaims> => openSigned(typ, jws, keys, isClaims);

const texts = ['request', 'offering', 'agency', 'filedAt', 'dueAt', 'policy', 'event'] as const;
function isClaims(value: unknown): value is ReceiptClaims {
  const claims = value as Record<string, unknown> | null;
  return (
    typeof claims === 'object' && claims !== null && claims['v'] === 1 &&
    Number.isInteger(claims['calendarVersion']) && texts.every((name) => typeof claims[name] === 'string')
  );
}
