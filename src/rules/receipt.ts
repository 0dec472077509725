import {
  calculateJwkThumbprint, CompactSign, compactVerify, createLocalJWKSet, errors, exportJWK, generateKeyPair, importJWK,
  type JSONWebKeySet, type JWK,
} from 'jose';
import type { ReceiptClaims } from '../contract/request.ts';
import { canonicalJson } from './event-hash.ts';

const alg = 'EdDSA';
const typ = 'mizban-receipt+jws';

export type ReceiptFault = 'malformed' | 'unknownKey' | 'signature' | 'claims';
export class ReceiptError extends Error {
  override readonly name = 'ReceiptError';
  constructor(readonly reason: ReceiptFault, options?: ErrorOptions) {
    super(`receipt: ${reason}`, options);
  }
}

/** A new signing key. Its `kid` is the thumbprint (RFC 7638), so that it never clashes with an older one. */
export async function makeReceiptKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

/** The part that is published. */
export const publicReceiptKey = ({ kty, crv, x, kid }: JWK): JWK => ({ kty, crv, x, kid, alg, use: 'sig' });

/** Compact JWS over the canonical JSON of the claims. */
export async function signReceipt(claims: ReceiptClaims, jwk: JWK): Promise<string> {
  return new CompactSign(new TextEncoder().encode(canonicalJson(claims)))
    .setProtectedHeader({ alg, kid: jwk.kid, typ })
    .sign(await importJWK(jwk, alg));
}

/** Claims of a receipt that one of the published keys signed. Throws `ReceiptError` otherwise. */
export async function verifyReceipt(jws: string, keys: JSONWebKeySet | JWK[]): Promise<ReceiptClaims> {
  const set = createLocalJWKSet(Array.isArray(keys) ? { keys } : keys);
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(jws.trim(), set, { algorithms: [alg] }));
  } catch (cause) {
    if (cause instanceof errors.JWKSNoMatchingKey) throw new ReceiptError('unknownKey', { cause });
    if (cause instanceof errors.JWSSignatureVerificationFailed) throw new ReceiptError('signature', { cause });
    throw new ReceiptError('malformed', { cause });
  }
  let claims: unknown;
  try {
    claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch (cause) {
    throw new ReceiptError('claims', { cause });
  }
  if (!isClaims(claims)) throw new ReceiptError('claims');
  return claims;
}

const texts = ['request', 'offering', 'agency', 'filedAt', 'dueAt', 'policy', 'event'] as const;
function isClaims(value: unknown): value is ReceiptClaims {
  const claims = value as Record<string, unknown> | null;
  return (
    typeof claims === 'object' && claims !== null && claims['v'] === 1 &&
    Number.isInteger(claims['calendarVersion']) && texts.every((name) => typeof claims[name] === 'string')
  );
}
