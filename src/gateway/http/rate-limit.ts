import { keyedHash } from '../crypto.ts';
import type { Ports } from '../ports.ts';
import { ProblemException } from './problem.ts';

/**
 * Counts one use of `bucket` in windows of so many seconds and throws `rate.limited` above the limit. The count lies in
 * the database, so that it holds over all copies of the gateway; what it counts by (an address, a code) only as a hash.
 */
export async function take(ports: Ports, bucket: string, limit: number, seconds: number): Promise<void> {
  const now = ports.now().getTime();
  const start = now - (now % (seconds * 1000));
  const row = await ports.db.insertInto('rate_limit')
    .values({ bucket: await keyedHash(ports.secrets.lookup, 'rate-limit', bucket), window_start: new Date(start), count: 1 })
    .onConflict((conflict) => conflict.columns(['bucket', 'window_start']).doUpdateSet((set) => ({ count: set('rate_limit.count', '+', 1) })))
    .returning('count').executeTakeFirstOrThrow();
  if (row.count > limit * (ports.settings.limitFactor ?? 1)) {
    throw new ProblemException('rate.limited', { retryAfter: Math.ceil((start + seconds * 1000 - now) / 1000) });
  }
}
