/** Web Crypto, and WebAssembly for what it cannot: the same code runs in Node and in the page of Storybook. */
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** TypeScript 5.9 and later tell buffers apart that Web Crypto takes alike. */
const source = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** An id or token of 128 bits or more that nobody can guess. */
export const randomToken = (bytes = 32): string => toBase64Url(randomBytes(bytes));

/** SHA-256, hex. */
export async function sha256(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', source(bytes))));
}

const pieceBytes = 1024 * 1024;

/** A file piece by piece, for the stream of one in memory is a single piece. */
export async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceBytes) yield new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
}

/** SHA-256 of a file, hex, piece by piece: Web Crypto wants all of it at once. */
export async function digestOf(file: Blob): Promise<string> {
  if (file.size <= pieceBytes) return sha256(new Uint8Array(await file.arrayBuffer()));
  const { createSHA256 } = await import('hash-wasm');
  const digest = await createSHA256();
  for await (const piece of piecesOf(file)) digest.update(piece);
  return digest.digest();
}

/**
 * HMAC-SHA-256, hex. `purpose` keeps hashes of different things apart, so that one found in one table says nothing
 * about another.
 */
export const keyedHash = async (key: Uint8Array, purpose: string, text: string): Promise<string> => toHex(await hmac(key, purpose, text));

/** The same in base64url, to stand in an address. */
export const keyedSignature = async (key: Uint8Array, purpose: string, text: string): Promise<string> => toBase64Url(await hmac(key, purpose, text));

/** Whether a signature of {@link keyedSignature} is that of the text. Its time says nothing of how much of it is right. */
export async function signatureHolds(key: Uint8Array, purpose: string, text: string, signature: string): Promise<boolean> {
  if (!/^[\w-]{43}$/.test(signature)) return false;
  return crypto.subtle.verify('HMAC', await hmacKey(key), source(fromBase64Url(signature)), purposed(purpose, text));
}

const hmacKey = (key: Uint8Array) => crypto.subtle.importKey('raw', source(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
const purposed = (purpose: string, text: string) => encoder.encode(`${purpose}\u0000${text}`);
const hmac = async (key: Uint8Array, purpose: string, text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', await hmacKey(key), purposed(purpose, text)));

const aesKey = (key: Uint8Array) => crypto.subtle.importKey('raw', source(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** AES-256-GCM: 12 bytes of nonce, then the sealed bytes. `context` must be given again to open them. */
export async function seal(key: Uint8Array, context: string, content: string | Uint8Array): Promise<Uint8Array> {
  const iv = randomBytes(12);
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: source(iv), additionalData: encoder.encode(context) }, await aesKey(key), source(bytes),
  );
  const all = new Uint8Array(12 + sealed.byteLength);
  all.set(iv);
  all.set(new Uint8Array(sealed), 12);
  return all;
}

/** Throws when the key or the context is another one, or a bit was changed. */
export async function unseal(key: Uint8Array, context: string, sealed: Uint8Array): Promise<Uint8Array> {
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: source(sealed.slice(0, 12)), additionalData: encoder.encode(context) },
    await aesKey(key), source(sealed.slice(12)),
  );
  return new Uint8Array(opened);
}

export const unsealText = async (key: Uint8Array, context: string, sealed: Uint8Array): Promise<string> =>
  decoder.decode(await unseal(key, context, sealed));
