import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from '../crypto.ts';
import type { Secrets } from '../ports.ts';

/** A new Ed25519 key; its name is its RFC 7638 thumbprint. */
export async function makeReceiptKey(): Promise<Secrets['receipt']> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) } as Secrets['receipt'];
}

export const makeSecrets = async (): Promise<Secrets> => ({ lookup: randomBytes(32), data: randomBytes(32), receipt: await makeReceiptKey() });
