import { sql } from 'kysely';
import { keyedHash } from '../crypto.ts';
import type { Ports } from '../ports.ts';
import { ProblemException } from './problem.ts';

/** A limit as this gateway is set: a load test or a portal behind one address raises all of them alike. */
export const most = (ports: Ports, limit: number): number => limit * (ports.settings.limitFactor ?? 1);

/**
 * Counts one use of `bucket` in windows of so many seconds and throws `rate.limited` above the limit. The count lies in
 * the database, so that it holds over all copies of the gateway; what it counts by (an address, a code) only as a hash.
 */
export async function take(ports: Ports, bucket: string, limit: number, seconds: number): Promise<void> {
  if ((await tally(ports, bucket, seconds)) > most(ports, limit)) {
    throw new ProblemException('rate.limited', { retryAfter: restOfWindow(ports, seconds) });
  }
}

/** Counts one use without judging it, and gives the uses of this window. */
export async function tally(ports: Ports, bucket: string, seconds: number, by = 1): Promise<number> {
  const row = await ports.db.insertInto('rate_limit').values({ ...(await placeOf(ports, bucket, seconds)), count: Math.max(0, by) })
    .onConflict((conflict) => conflict.columns(['bucket', 'window_start'])
      .doUpdateSet({ count: sql`greatest(0, rate_limit.count + ${by}::integer)` }))
    .returning('count').executeTakeFirstOrThrow();
  return row.count;
}

/** Takes back one use that turned out to be none, such as a try with the right password. */
export const giveBack = async (ports: Ports, bucket: string, seconds: number): Promise<void> => void (await tally(ports, bucket, seconds, -1));

/** Uses in this window so far. */
export async function used(ports: Ports, bucket: string, seconds: number): Promise<number> {
  const { bucket: hash, window_start } = await placeOf(ports, bucket, seconds);
  const row = await ports.db.selectFrom('rate_limit').select('count').where('bucket', '=', hash).where('window_start', '=', window_start).executeTakeFirst();
  return row?.count ?? 0;
}

/** Seconds until it is counted anew. */
export function restOfWindow(ports: Ports, seconds: number): number {
  const now = ports.now().getTime();
  return Math.ceil((windowStart(now, seconds) + seconds * 1000 - now) / 1000);
}

const windowStart = (now: number, seconds: number): number => now - (now % (seconds * 1000));

const placeOf = async (ports: Ports, bucket: string, seconds: number) => ({
  bucket: await keyedHash(ports.secrets.lookup, 'rate-limit', bucket), window_start: new Date(windowStart(ports.now().getTime(), seconds)),
});

/**
 * Whom an address stands for: itself in IPv4, its network of 64 bits in IPv6, where one subscriber has all addresses of
 * such a network and could otherwise come from a new one each time.
 */
export function sourceOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const plain = address.replace(/%.*$/, '');
  if (!/^[0-9a-f:]+$/i.test(plain) || !plain.includes(':')) return address;
  const [head = '', tail] = plain.toLowerCase().split('::', 2);
  const groups = (part: string): string[] => part.split(':').filter(Boolean);
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const all = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return `${all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
