import { createStaff } from '../../src/gateway/staff/accounts.ts';
import { openSession } from '../../src/gateway/staff/sessions.ts';
import type { PageGateway } from './page-gateway.ts';

/**
 * A page cannot set or read cookies of an answer that it makes itself, so the session of a story's expert is opened
 * beside the sign-in and put before each staff call. What the gateway checks is the same.
 */
export async function signedIn(gateway: PageGateway, agency: string): Promise<void> {
  const { id } = await createStaff(gateway.ports, {
    username: agency, password: crypto.randomUUID(), name: 'کارشناس میز خدمت', role: 'expert', province: 'alborz', agency,
  });
  gateway.setCookie((await openSession(gateway.ports, id)).cookie.split(';')[0]!);
}
