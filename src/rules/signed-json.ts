import { CompactSign, compactVerify, createLocalJWKSet, errors, importJWK, type CompactVerifyResult, type JSONWebKeySet, type JWK } from 'jose';
import { canonicalJson } from './event-hash.ts';

const alg = 'EdDSA';

/** `malformed`: no JWS of ours; `unknownKey`: none of the keys at hand; `signature`: altered; `claims`: well signed, and something else. */
export type SignedFault = 'malformed' | 'unknownKey' | 'signature' | 'claims';
export class SignedError extends Error {
  override readonly name = 'SignedError';
  constructor(typ: string, readonly reason: SignedFault, options?: ErrorOptions) {
    super(`${typ}: ${reason}`, options);
  }
}

/** What the gateway signs: a compact JWS (Ed25519) over canonical JSON. `typ` keeps the kinds apart that one key signs. */
export async function signJson(typ: string, claims: object, jwk: JWK): Promise<string> {
  return new CompactSign(new TextEncoder().encode(canonicalJson(claims)))
    .setProtectedHeader({ alg, kid: jwk.kid, typ })
    .sign(await importJWK(jwk, alg));
}

/** Claims of this kind that one of the keys signed. Throws `SignedError` otherwise. */
export async function openSigned<T>(typ: string, jws: string, keys: JSONWebKeySet | JWK[], isClaims: (value: unknown) => value is T): Promise<T> {
  const set = createLocalJWKSet(Array.isArray(keys) ? { keys } : keys);
  let signed: CompactVerifyResult;
  try {
    signed = await compactVerify(jws.trim(), set, { algorithms: [alg] });
  } catch (cause) {
    if (cause instanceof errors.JWKSNoMatchingKey) throw new SignedError(typ, 'unknownKey', { cause });
    throw new SignedError(typ, cause instanceof errors.JWSSignatureVerificationFailed ? 'signature' : 'malformed', { cause });
  }
  let claims: unknown;
  try {
    claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(signed.payload));
  } catch (cause) {
    throw new SignedError(typ, 'claims', { cause });
  }
  if (signed.protectedHeader.typ !== typ || !isClaims(claims)) throw new SignedError(typ, 'claims');
  return claims;
}
