import type { Kysely, Selectable } from 'kysely';
import type { MakeTokenInput, Token } from '../../contract/token.ts';
import { agencyRef } from '../catalogue/store.ts';
import { randomToken, sha256 } from '../crypto.ts';
import type { IntakeTables } from '../database/intake-tables.ts';
import type { Database } from '../database/schema.ts';
import type { SystemCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { take } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { tehranDay } from '../tehran-day.ts';

type Db = Kysely<Database>;
export type TokenRecord = Selectable<IntakeTables['agency_token']>;

/** By which people and scanners of leaked secrets know what it is. */
const prefix = 'mizban_';
/** Uses of one token an hour: a nightly system needs one, somebody who sets it up a few more. */
const perHour = 60;
const dayMs = 86_400_000;

/**
 * The secret has 256 random bits, so a plain digest keeps it, and looking the digest up by the database's own comparison is
 * safe: how long that takes tells letters of the digest, from which nobody finds the secret.
 */
const hashOf = (secret: string): Promise<string> => sha256(`agency-token ${secret}`);

export const stateOf = ({ revoked_at: revoked, expires_at: expires }: Pick<TokenRecord, 'revoked_at' | 'expires_at'>, now: Date): Token['state'] =>
  revoked ? 'revoked' : expires.getTime() <= now.getTime() ? 'expired' : 'valid';

export interface NewToken extends MakeTokenInput {
  province: string;
  /** Who of the staff; null by a command. */
  by: string | null;
}

/** Makes a token. The secret is in the answer and nowhere else. Throws `agency.notFound`. */
export async function makeToken({ db, now }: Pick<Ports, 'db' | 'now'>, { province, agency, name, days, by }: NewToken): Promise<{ record: TokenRecord; secret: string }> {
  if (!(await agencyRef(db, province, agency))) throw new ProblemException('agency.notFound');
  const secret = prefix + randomToken(32);
  const at = now();
  const record = await db.insertInto('agency_token').values({
    id: randomToken(12), token_hash: await hashOf(secret), province, agency, name: name.trim(), created_at: at, created_by: by,
    expires_at: new Date(at.getTime() + days * dayMs), used_on: null, revoked_at: null,
  }).returningAll().executeTakeFirstOrThrow();
  return { record, secret };
}

/** Tokens of a province, or of one agency in it, newest first. */
export async function tokensOf(db: Db, province: string, agency?: string): Promise<TokenRecord[]> {
  let query = db.selectFrom('agency_token').selectAll().where('province', '=', province);
  if (agency) query = query.where('agency', '=', agency);
  return query.orderBy('created_at', 'desc').orderBy('id').execute();
}

/** From now on it opens nothing; one that is revoked stays as it is. */
export async function revokeToken({ db, now }: Pick<Ports, 'db' | 'now'>, id: string): Promise<void> {
  await db.updateTable('agency_token').set({ revoked_at: now() }).where('id', '=', id).where('revoked_at', 'is', null).execute();
}

/** Whose secret this is. Throws `token.invalid`, which tells only its holder why, and `rate.limited`. */
export async function systemOf(ports: Ports, secret: string): Promise<SystemCaller> {
  const record = await ports.db.selectFrom('agency_token').selectAll().where('token_hash', '=', await hashOf(secret)).executeTakeFirst();
  if (!record) throw new ProblemException('token.invalid', { detail: 'Nobody knows this token. It is shown once, when it is made at /desk#/tokens; make a new one.' });
  const state = stateOf(record, ports.now());
  if (state !== 'valid') {
    const since = state === 'revoked' ? record.revoked_at! : record.expires_at;
    throw new ProblemException('token.invalid', { detail: `This token is ${state} since ${since.toISOString()}. An officer of the agency makes a new one at /desk#/tokens.` });
  }
  await take(ports, `agency token ${record.id}`, perHour, 3600);
  const today = tehranDay(ports.now().getTime());
  if (record.used_on !== today) await ports.db.updateTable('agency_token').set({ used_on: today }).where('id', '=', record.id).execute();
  return { token: record.id, name: record.name, province: record.province, agency: record.agency };
}
