import type { Transaction } from 'kysely';
import type { StaffCase } from '../../contract/staff.ts';
import type { EventType } from '../../rules/lifecycle.ts';
import { province } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { enqueue } from '../messages/outbox.ts';
import { eventText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { append } from '../requests/append.ts';
import { lockRequest, requireVersion, vaultOf, type LockedRequest, type NewEvent, type RequestRow } from '../requests/events.ts';
import { openFiled } from '../requests/view.ts';
import { audit } from '../staff/audit.ts';
import { maySee, requireActing } from './access.ts';
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
  requireActing(staff);
  return ports.db.transaction().execute(async (trx) => {
    const target = await lockRequest(trx, ports, id);
    if (!target || !maySee(staff, target.row)) throw new ProblemException('request.notFound');
    requireVersion(target, version);
    const { event, columns } = await decide(trx, target);
    const context = await append(trx, ports, target, event, columns);
    await audit(trx, ports, staff.id, event.type, id);
    await tellCitizen(trx, ports, target, event.type);
    return caseIn(trx, ports, staff, context);
  });
}

/** Throws `request.heldByOther` with the colleague's name while somebody else works on it. */
export async function requireOwn(trx: Transaction<Database>, staff: StaffCaller, { row: { assignee } }: LockedRequest): Promise<void> {
  if (assignee === null || assignee === staff.id) return;
  const { name } = personIn(await namesOf(trx, [assignee]), assignee)!;
  throw new ProblemException('request.heldByOther', { errors: [{ path: 'assignee', code: 'heldByOther', params: { name } }] });
}

async function tellCitizen(trx: Transaction<Database>, ports: Ports, { row, vault }: LockedRequest, type: EventType): Promise<void> {
  const opened = await vaultOf(trx, ports, row.id);
  if (!opened) return;
  const { content, code } = await openFiled(vault, row.id, opened.filed);
  const { name } = await province(trx, row.province);
  const from = { province: name.fa, language: row.language };
  const text = eventText(from, code, type);
  if (text) await enqueue(trx, ports, { request: row.id, to: content.mobile, about: type, from, text });
}
