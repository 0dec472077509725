import type { Kysely } from 'kysely';
import type { StaffCase, StaffTimelineEntry } from '../../contract/staff.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import { formVersion, offering, publishedVersion } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { StaffCaller } from '../http/handler.ts';
import type { Ports } from '../ports.ts';
import { lostMail } from '../messages/same-by-sms.ts';
import type { RequestContext } from '../requests/context.ts';
import { vaultOf } from '../requests/events.ts';
import { messagesIn, openFiled, statusIn, timelineIn } from '../requests/view.ts';
import { filesOf, toUpload } from '../uploads/content.ts';
import { decidingLevel } from '../staff/ladder.ts';
import { allowedTo } from './access.ts';
import { peopleIn, personIn, type People } from './people.ts';

/** The whole request as the desk reads it. A person who was erased leaves a case without answers and words. */
export async function caseIn(db: Kysely<Database>, ports: Ports, staff: StaffCaller, context: RequestContext): Promise<StaffCase> {
  const { row } = context;
  const now = ports.now();
  const { timeline: _, ...status } = statusIn(context, now);
  const opened = await vaultOf(db, ports, row.id);
  const people = await peopleIn(db, [context]);
  const level = await decidingLevel(db, row);
  return {
    id: row.id,
    ...status,
    ...(level > 0 && { level }),
    assignee: personIn(people, row.assignee),
    codeTail: row.code_tail,
    timeline: staffTimeline(context, people),
    sheet: await offering(db, row.offering, row.offering_version),
    sheetOutdated: (await publishedVersion(db, row.offering)) !== row.offering_version,
    asOf: wireInstant(context.calendar, now),
    form: await formVersion(db, row.form, row.form_version),
    answers: opened ? (await openFiled(opened.vault, row.id, opened.filed)).content.answers : {},
    messages: opened ? await messagesIn(context, opened.vault, true) : [],
    files: (await filesOf(db, row.id)).map(toUpload),
    ...(await lostMail(db, row.id)),
    allowed: allowedTo(staff, status.state, row.assignee, level),
  };
}

/** The history with the names of colleagues, which citizens do not see. */
function staffTimeline(context: RequestContext, people: People): StaffTimelineEntry[] {
  const events = new Map(context.events.map((event) => [event.seq, event]));
  return timelineIn(context, true).map((entry) => {
    const event = events.get(entry.seq)!;
    const assignee = event.type === 'taken' || event.type === 'takenOver'
      ? event.actor.id
      : event.type === 'assigned' ? event.payload.assignee : null;
    return { ...entry, staff: personIn(people, event.actor.id), assignee: personIn(people, assignee) };
  });
}
