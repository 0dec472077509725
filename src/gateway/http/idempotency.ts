import { sql, type Kysely, type Transaction } from 'kysely';
import { routes, type Route, type RouteName } from '../../contract/routes.ts';
import { fromBase64Url, keyedHash, seal, toBase64Url, unsealText } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { waitingHours } from '../waiting-time.ts';
import type { CallerContext } from './handler.ts';
import { ProblemException } from './problem.ts';

/** How long an answer can be replayed. */
const keptHours = (route: RouteName): number => (route === 'fileRequest' ? waitingHours : 24);
/** Status of a row whose first call still runs. */
const running = 0;
/** A first call that died with its gateway gives its key free after so long. */
const runningSeconds = 60;

export interface Remembered {
  status: number;
  answer: unknown;
}
interface Place {
  key: string;
  route: RouteName;
  caller: string;
}

/** Who calls, as far as a key is bound to it. */
type KeyOwner = Pick<CallerContext, 'idempotencyKey' | 'staff' | 'system' | 'proof'>;

/** Keys are hashed and bound to who called: another caller with the same key finds nothing. */
async function placeOf(ports: Ports, caller: KeyOwner, route: RouteName): Promise<Place | undefined> {
  if (caller.idempotencyKey === undefined) return undefined;
  const { who: asked }: Route = routes[route];
  // A filing may bring a proof of its number the first time and none the next: it is the same filing.
  const proof = asked === 'proof' ? caller.proof : undefined;
  const who = caller.staff ? `staff:${caller.staff.id}` : caller.system ? `system:${caller.system.token}` : proof ? `proof:${proof}` : 'anyone';
  return {
    key: await keyedHash(ports.secrets.lookup, 'idempotency-key', caller.idempotencyKey),
    route,
    caller: who === 'anyone' ? who : await keyedHash(ports.secrets.lookup, 'idempotency-caller', who),
  };
}

const sealContext = (place: Place) => `idempotency ${place.route} ${place.key}`;

async function find(ports: Ports, db: Kysely<Database>, place: Place, fingerprint: string): Promise<Remembered | 'running' | undefined> {
  const row = await db.selectFrom('idempotency').selectAll()
    .where('key', '=', place.key).where('route', '=', place.route).where('caller', '=', place.caller)
    .executeTakeFirst();
  if (!row || row.expires_at.getTime() <= ports.now().getTime()) return undefined;
  if (row.fingerprint !== fingerprint) throw new ProblemException('idempotency.mismatch');
  if (row.status === running) return 'running';
  const { sealed } = row.answer as { sealed: string };
  const text = await unsealText(ports.secrets.data, sealContext(place), fromBase64Url(sealed));
  return { status: row.status, answer: text === '' ? undefined : JSON.parse(text) };
}

const expiry = (ports: Ports, seconds: number) => new Date(ports.now().getTime() + seconds * 1000);

/**
 * The answer that this key got before, or undefined. Throws `idempotency.mismatch` when the key was used with another
 * body. Cheap look before the work; {@link claim} is the one that also holds against a simultaneous second call.
 */
export async function replayed(ports: Ports, caller: CallerContext, route: RouteName, fingerprint: string): Promise<Remembered | undefined> {
  const place = await placeOf(ports, caller, route);
  if (!place) return undefined;
  const found = await find(ports, ports.db, place, fingerprint);
  return found === 'running' ? undefined : found;
}

/**
 * For work of one transaction, as its first statement: waits for a call with the same key that is under way and gives
 * its answer; undefined: the work is ours until this transaction ends. {@link remember} belongs to the same transaction.
 */
export async function claim(
  trx: Transaction<Database>, ports: Ports, caller: CallerContext, route: RouteName, fingerprint: string,
): Promise<Remembered | undefined> {
  const place = await placeOf(ports, caller, route);
  if (!place) return undefined;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${place.route} ${place.caller} ${place.key}`}, 0))`.execute(trx);
  const found = await find(ports, trx, place, fingerprint);
  return found === 'running' ? undefined : found;
}

/** Keeps the answer for replay, sealed: it may hold a tracking code. */
export async function remember(
  trx: Kysely<Database>, ports: Ports, caller: KeyOwner, route: RouteName, fingerprint: string, kept: Remembered,
): Promise<void> {
  const place = await placeOf(ports, caller, route);
  if (!place) return;
  const text = kept.answer === undefined ? '' : JSON.stringify(kept.answer);
  const sealed = toBase64Url(await seal(ports.secrets.data, sealContext(place), text));
  const values = { fingerprint, status: kept.status, answer: JSON.stringify({ sealed }), expires_at: expiry(ports, keptHours(route) * 3600) };
  await trx.insertInto('idempotency').values({ ...place, ...values })
    .onConflict((conflict) => conflict.columns(['key', 'route', 'caller']).doUpdateSet(values))
    .execute();
}

/**
 * For all other writes: runs `work` once for a key. A second call that comes while the first runs waits for its answer.
 * A failed call leaves the key free, so that it can be tried again.
 */
export async function once(
  ports: Ports, caller: CallerContext, route: RouteName, fingerprint: string, work: () => Promise<Remembered>,
): Promise<Remembered & { replayed: boolean }> {
  const place = await placeOf(ports, caller, route);
  if (!place) return { ...(await work()), replayed: false };
  const deadline = Date.now() + 15_000;
  while (!(await begin(ports, place, fingerprint))) {
    const found = await find(ports, ports.db, place, fingerprint);
    if (found && found !== 'running') return { ...found, replayed: true };
    if (Date.now() > deadline) throw new ProblemException('server.unavailable', { retryAfter: 5 });
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  try {
    const done = await work();
    await remember(ports.db, ports, caller, route, fingerprint, done);
    return { ...done, replayed: false };
  } catch (error) {
    await ports.db.deleteFrom('idempotency')
      .where('key', '=', place.key).where('route', '=', place.route).where('caller', '=', place.caller).where('status', '=', running)
      .execute().catch(() => undefined);
    throw error;
  }
}

/** Takes the key unless a living row holds it. */
async function begin(ports: Ports, place: Place, fingerprint: string): Promise<boolean> {
  const now = ports.now();
  const values = { fingerprint, status: running, answer: '{}', expires_at: expiry(ports, runningSeconds) };
  const taken = await ports.db.insertInto('idempotency').values({ ...place, ...values })
    .onConflict((conflict) => conflict.columns(['key', 'route', 'caller']).doUpdateSet(values).where('idempotency.expires_at', '<=', now))
    .returning('key').executeTakeFirst();
  return taken !== undefined;
}
