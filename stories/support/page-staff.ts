import { createStaff } from '../../src/gateway/staff/accounts.ts';
import { openSession } from '../../src/gateway/staff/sessions.ts';
import type { PageGateway } from './page-gateway.ts';

/**
 * A page cannot set or read cookies of an answer that it makes itself, so the session of a story's expert is opened
 * beside the sign-in and put before each staff call. What the gateway checks is the same.
 */
export async function signedIn(gateway: PageGateway, agency: string, name = 'کارشناس میز خدمت'): Promise<void> {
  const { id } = await createStaff(gateway.ports, {
    username: name === 'کارشناس میز خدمت' ? agency : `${agency}-2`, password: crypto.randomUUID(), name, role: 'expert', province: 'alborz', agency,
  });
  gateway.setCookie((await openSession(gateway.ports, id)).cookie.split(';')[0]!);
}

/** The session of the head of an agency. */
export async function signedInHead(gateway: PageGateway, agency: string): Promise<void> {
  const { id } = await createStaff(gateway.ports, { username: `${agency}-head`, password: crypto.randomUUID(), name: 'رئیس دستگاه', role: 'head', province: 'alborz', agency });
  gateway.setCookie((await openSession(gateway.ports, id)).cookie.split(';')[0]!);
}

/** The session of who stands above the agencies of the province. */
export async function signedInSupervisor(gateway: PageGateway): Promise<void> {
  const { id } = await createStaff(gateway.ports, { username: 'nazer', password: crypto.randomUUID(), name: 'ناظر استان', role: 'supervisor', province: 'alborz' });
  gateway.setCookie((await openSession(gateway.ports, id)).cookie.split(';')[0]!);
}

/** The session of somebody who keeps the guides of the province. */
export async function signedInOfficer(gateway: PageGateway): Promise<void> {
  const { id } = await createStaff(gateway.ports, { username: 'officer', password: crypto.randomUUID(), name: 'کارشناس راهنماها', role: 'officer', province: 'alborz' });
  gateway.setCookie((await openSession(gateway.ports, id)).cookie.split(';')[0]!);
}
