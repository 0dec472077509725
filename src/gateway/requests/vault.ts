import { keyedHash, randomBytes, seal, unseal, unsealText } from '../crypto.ts';
import type { Ports } from '../ports.ts';

const keyBytes = 32;
const saltBytes = 32;

/**
 * Private data of one request. Its key and its salt are random and lie in the database only wrapped by `secrets.data`:
 * erasing the wrapped key erases the person, while the log of events stays whole and verifies.
 */
export interface Vault {
  /** What is stored: key and salt, wrapped. */
  wrapped: Uint8Array;
  /** Salt of the digests that stand in the log for private content. */
  salt: string;
  seal(context: string, text: string): Promise<Uint8Array>;
  /** Throws when the bytes were changed or belong to another context. */
  open(context: string, sealed: Uint8Array): Promise<string>;
}

const wrapContext = (request: string) => `request key ${request}`;

function vaultOf(secret: Uint8Array, wrapped: Uint8Array): Vault {
  const key = secret.slice(0, keyBytes);
  const salt = Array.from(secret.slice(keyBytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    wrapped,
    salt,
    seal: (context, text) => seal(key, context, text),
    open: (context, sealed) => unsealText(key, context, sealed),
  };
}

export async function newVault(ports: Pick<Ports, 'secrets'>, request: string): Promise<Vault> {
  const secret = randomBytes(keyBytes + saltBytes);
  return vaultOf(secret, await seal(ports.secrets.data, wrapContext(request), secret));
}

export async function openVault(ports: Pick<Ports, 'secrets'>, request: string, wrapped: Uint8Array): Promise<Vault> {
  return vaultOf(await unseal(ports.secrets.data, wrapContext(request), wrapped), wrapped);
}

/** Contexts bind sealed bytes to their place, so that nobody who writes the database can move them about. */
export const filedContext = (request: string): string => `filed ${request}`;
export const eventContext = (request: string, seq: number): string => `event ${request} ${seq}`;

/** Finds a person's messages without telling who the person is. */
export const contactHash = (ports: Pick<Ports, 'secrets'>, mobile: string): Promise<string> =>
  keyedHash(ports.secrets.lookup, 'contact', mobile);
