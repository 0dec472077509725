import type { z } from '../../contract/zod.ts';
import type { StaffRole, StaffSession } from '../../contract/staff.ts';
import { agencyRef, unit } from '../catalogue/store.ts';
import { keyedHash, randomToken } from '../crypto.ts';
import type { StaffCaller } from '../http/handler.ts';
import type { Ports } from '../ports.ts';

const sessionHours = 12;

/** `__Host-`: the browser itself refuses it without Secure or from another host. Plain http outside production cannot. */
const cookieName = (ports: Ports): string => (ports.settings.production ? '__Host-mizban' : 'mizban-session');
/** Of every cookie of staff: no script reads it, no other site sends it. */
export const cookieAttributes = (ports: Ports): string => `Path=/; HttpOnly; SameSite=Strict${ports.settings.production ? '; Secure' : ''}`;

const tokenHash = (ports: Ports, token: string): Promise<string> => keyedHash(ports.secrets.lookup, 'staff-session', token);

function tokenOf(ports: Ports, request: Request): string | undefined {
  const name = cookieName(ports);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return undefined;
}

export interface OpenedSession {
  cookie: string;
  expiresAt: Date;
}

/** The token goes to the browser only; the database holds its keyed hash. */
export async function openSession(ports: Ports, staffId: string): Promise<OpenedSession> {
  const token = randomToken(32);
  const now = ports.now();
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  await ports.db.insertInto('staff_session')
    .values({ token_hash: await tokenHash(ports, token), staff: staffId, created_at: now, expires_at: expiresAt }).execute();
  return { cookie: `${cookieName(ports)}=${token}; Max-Age=${sessionHours * 3600}; ${cookieAttributes(ports)}`, expiresAt };
}

/** Ends the session of a request, if it has one, and gives the cookie that takes the token from the browser. */
export async function closeSession(ports: Ports, request: Request): Promise<string> {
  const token = tokenOf(ports, request);
  if (token) await ports.db.deleteFrom('staff_session').where('token_hash', '=', await tokenHash(ports, token)).execute();
  return `${cookieName(ports)}=; Max-Age=0; ${cookieAttributes(ports)}`;
}

interface Member {
  id: string; username: string; name: string; role: string; province: string; agency: string | null; unit: string | null;
}

export async function staffCaller(ports: Ports, member: Member): Promise<StaffCaller> {
  const { db } = ports;
  return {
    id: member.id,
    username: member.username,
    name: member.name,
    role: member.role as z.infer<typeof StaffRole>,
    province: member.province,
    agency: (member.agency && (await agencyRef(db, member.province, member.agency))) || null,
    unit: (member.unit && (await unit(db, member.province, member.unit))) || null,
  };
}

export const sessionAnswer = (staff: StaffCaller, expiresAt: Date): StaffSession => ({
  staff, expiresAt: expiresAt.toISOString(),
});

/** Who is signed in, with the time until which. */
export async function sessionOf(ports: Ports, request: Request): Promise<{ caller: StaffCaller; expiresAt: Date } | undefined> {
  const token = tokenOf(ports, request);
  if (!token) return undefined;
  const row = await ports.db.selectFrom('staff_session as s').innerJoin('staff as m', 'm.id', 's.staff')
    .select(['m.id', 'm.username', 'm.name', 'm.role', 'm.province', 'm.agency', 'm.unit', 's.expires_at'])
    .where('s.token_hash', '=', await tokenHash(ports, token)).where('m.active', '=', true).where('s.expires_at', '>', ports.now())
    .executeTakeFirst();
  return row && { caller: await staffCaller(ports, row), expiresAt: row.expires_at };
}

export const authenticate = async (ports: Ports, request: Request): Promise<StaffCaller | undefined> =>
  (await sessionOf(ports, request))?.caller;
