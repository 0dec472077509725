import type { QueueItem } from '../../contract/staff.ts';
import type { StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { take } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { requestByCode } from '../requests/code.ts';
import { contextOf } from '../requests/context.ts';
import { audit } from '../staff/audit.ts';
import { maySee, scopeOf } from './access.ts';
import { itemsOf } from './list.ts';

/** A desk with a queue of people before it, and far too few to try codes. */
const perPerson = { limit: 60, seconds: 600 };

/**
 * The request of a tracking code that a citizen reads out, if the caller may open it; one answer for all else: no code,
 * no such code, another desk's. What is given holds nothing personal; every look, also one in vain, is recorded.
 */
export async function findCase(ports: Ports, staff: StaffCaller, code: string): Promise<QueueItem> {
  scopeOf(staff);
  await take(ports, `findCase staff ${staff.id}`, perPerson.limit, perPerson.seconds);
  const row = await requestByCode(ports, code);
  const found = row && maySee(staff, row) ? row : undefined;
  await audit(ports.db, ports, staff.id, 'lookedUp', found?.id ?? null);
  if (!found) throw new ProblemException('request.notFound');
  const [item] = await itemsOf(ports, [await contextOf(ports.db, ports, found)]);
  return item!;
}
