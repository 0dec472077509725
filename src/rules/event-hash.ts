import canonicalize from 'canonicalize';

/** Hash before the first event. */
export const genesisHash = '0'.repeat(64);

/** What the hash of an event covers (MODEL: private content enters by digest only, so that it can be erased). */
export interface EventHashFields {
  request: string;
  seq: number;
  type: string;
  /** Any ISO form or a Date: it is hashed in UTC with milliseconds. */
  at: string | Date;
  actorRole: string;
  payload: object;
  privateDigest: string | null;
  previousHash: string;
  /** Which member of the staff acted; null for citizens and the gateway itself. Absent in events of before it was hashed. */
  actor?: string | null;
}
export type ChainedEvent = EventHashFields & { hash: string };

/** RFC 8785. Throws for what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}

const utf8 = new TextEncoder();
const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (data: Uint8Array | string): Uint8Array<ArrayBuffer> =>
  typeof data === 'string' ? utf8.encode(data) : new Uint8Array(data);

export const sha256Hex = async (data: Uint8Array | string): Promise<string> =>
  hex(await globalThis.crypto.subtle.digest('SHA-256', bytesOf(data)));

/** Keyed digest (HMAC-SHA-256, the request's salt as key): without the salt nobody can guess the content from it. */
export async function digestPrivate(salt: Uint8Array | string, content: unknown): Promise<string> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', bytesOf(salt), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hex(await subtle.sign('HMAC', key, content instanceof Uint8Array ? bytesOf(content) : utf8.encode(canonicalJson(content))));
}

export function hashEvent(fields: EventHashFields): Promise<string> {
  const { request, seq, type, at, actorRole, payload, privateDigest, previousHash, actor } = fields;
  return sha256Hex(
    canonicalJson({
      request, seq, type, at: new Date(at).toISOString(), actorRole, payload, privateDigest, previousHash, ...(actor !== undefined && { v: 2, actor }),
    }),
  );
}

/** `sequence`: an event is missing, doubled or moved; `request`: it is another request's; `link`: it does not follow the one before; `content`: it was changed. */
export type ChainFault = 'sequence' | 'request' | 'link' | 'content';
export type ChainCheck = { ok: true } | { ok: false; seq: number; reason: ChainFault };

/** Checks the events of one request, first to last. A cut at the end is seen only against the log: `verifyLog`. */
export async function verifyChain(events: readonly ChainedEvent[]): Promise<ChainCheck> {
  let previousHash = genesisHash;
  for (const [index, event] of events.entries()) {
    const fault = (reason: ChainFault) => ({ ok: false, seq: event.seq, reason }) as const;
    if (event.seq !== index + 1) return { ok: false, seq: index + 1, reason: 'sequence' };
    if (event.request !== events[0]!.request) return fault('request');
    if (event.previousHash !== previousHash) return fault('link');
    if ((await hashEvent(event)) !== event.hash) return fault('content');
    previousHash = event.hash;
  }
  return { ok: true };
}

export interface LogEntry {
  request: string;
  seq: number;
  hash: string;
}
/** Besides the faults of a chain: `missingEvent`: the log holds an event that is gone; `missingEntry`: an event the log does not hold; `differs`: both, with other hashes; `doubled`: twice in the log. */
export type LogFault = { request: string; seq: number; reason: ChainFault | 'missingEvent' | 'missingEntry' | 'differs' | 'doubled' };

/** Checks all chains and holds them against the log of arrivals. Events may come in any order. */
export async function verifyLog(
  events: Iterable<ChainedEvent>, entries: Iterable<LogEntry>,
): Promise<{ requests: number; events: number; faults: LogFault[] }> {
  const chains = new Map<string, ChainedEvent[]>();
  const hashes = new Map<string, string>();
  const name = (entry: { request: string; seq: number }) => `${entry.request}/${entry.seq}`;
  for (const event of events) {
    const chain = chains.get(event.request);
    if (chain) chain.push(event);
    else chains.set(event.request, [event]);
    hashes.set(name(event), event.hash);
  }
  const faults: LogFault[] = [];
  for (const [request, chain] of chains) {
    const check = await verifyChain(chain.sort((a, b) => a.seq - b.seq));
    if (!check.ok) faults.push({ request, seq: check.seq, reason: check.reason });
  }
  const logged = new Set<string>();
  for (const { request, seq, hash } of entries) {
    const key = `${request}/${seq}`;
    const held = hashes.get(key);
    if (logged.has(key)) faults.push({ request, seq, reason: 'doubled' });
    else if (held === undefined) faults.push({ request, seq, reason: 'missingEvent' });
    else if (held !== hash) faults.push({ request, seq, reason: 'differs' });
    logged.add(key);
  }
  for (const chain of chains.values()) {
    for (const event of chain) {
      if (!logged.has(name(event))) faults.push({ request: event.request, seq: event.seq, reason: 'missingEntry' });
    }
  }
  return { requests: chains.size, events: hashes.size, faults };
}
