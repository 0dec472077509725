/** The namespace of URLs and URNs, RFC 9562 appendix C. */
const namespace = Uint8Array.from('6ba7b8119dad11d180b400c04fd430c8'.match(/../g)!, (byte) => Number.parseInt(byte, 16));

export type Kind = 'service' | 'organization' | 'service-at-location' | 'location' | 'phone' | 'schedule' | 'cost' | 'document' | 'attribute' | 'taxonomy' | 'term';

/** The UUID of one of our things for ever, version 5 of `urn:mizban:<kind>:<name>`: anyone can make it of our own id. */
export async function uuidOf(kind: Kind, name: string): Promise<string> {
  const text = new TextEncoder().encode(`urn:mizban:${kind}:${name}`);
  const whole = new Uint8Array(namespace.length + text.length);
  whole.set(namespace);
  whole.set(text, namespace.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', whole)).subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Finds by a UUID which of our names it was made of; every name is hashed once. */
export class UuidFinder {
  readonly #kind: Kind;
  readonly #made = new Map<string, string>();

  constructor(kind: Kind) {
    this.#kind = kind;
  }

  async find(uuid: string, names: readonly string[]): Promise<string | undefined> {
    const wanted = uuid.toLowerCase();
    for (const name of names) if (!this.#made.has(name)) this.#made.set(name, await uuidOf(this.#kind, name));
    return names.find((name) => this.#made.get(name) === wanted);
  }
}
