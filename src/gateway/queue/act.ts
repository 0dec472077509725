import type { Transaction } from 'kysely';
import type { StaffCase } from '../../contract/staff.ts';
import type { Database } from '../database/schema.ts';
import type { StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { tellCitizen } from '../messages/tell-citizen.ts';
import type { Ports } from '../ports.ts';
import { append } from '../requests/append.ts';
import { lockRequest, requireVersion, type LockedRequest, type NewEvent, type RequestRow } from '../requests/events.ts';
import { audit } from '../staff/audit.ts';
import { decidingLevel } from '../staff/ladder.ts';
import { maySee, requireActing, requireLevel } from './access.ts';
import { caseIn } from './case.ts';
import { namesOf, personIn } from './people.ts';

/** What an expert does: the event, and what of the projection events do not say. */
export interface Action {
  event: NewEvent;
  columns?: Partial<Pick<RequestRow, 'holder_agency'>>;
}

/**
 * One act of the desk in one transaction: the event, the projection, the trace of who did it, and the message to the
 * citizen. The case comes back as it is after it, also to one whose agency holds it no more.
 */
export async function act(
  ports: Ports, staff: StaffCaller, id: string, version: number,
  decide: (trx: Transaction<Database>, target: LockedRequest) => Promise<Action> | Action,
): Promise<StaffCase> {
  return ports.db.transaction().execute(async (trx) => {
    const target = await lockRequest(trx, ports, id);
    if (!target || !maySee(staff, target.row)) throw new ProblemException('request.notFound');
    const level = await decidingLevel(trx, target.row);
    requireActing(staff, level);
    requireVersion(target, version);
    const { event, columns } = await decide(trx, target);
    requireLevel(staff, level, event.type);
    const context = await append(trx, ports, target, event, columns);
    await audit(trx, ports, staff.id, event.type, id);
    await tellCitizen(trx, ports, target.row, event.type);
    return caseIn(trx, ports, staff, context);
  });
}

/** Throws `request.heldByOther` with the colleague's name while somebody else works on it. */
export async function requireOwn(trx: Transaction<Database>, staff: StaffCaller, { row: { assignee } }: LockedRequest): Promise<void> {
  if (assignee === null || assignee === staff.id) return;
  const { name } = personIn(await namesOf(trx, [assignee]), assignee)!;
  throw new ProblemException('request.heldByOther', { errors: [{ path: 'assignee', code: 'heldByOther', params: { name } }] });
}
