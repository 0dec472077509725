import type { Kysely } from 'kysely';
import type { StaffCase } from '../../contract/staff.ts';
import { allowedEvents } from '../../rules/lifecycle.ts';
import { formVersion } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import type { RequestContext } from '../requests/context.ts';
import { vaultOf } from '../requests/events.ts';
import { messagesIn, openFiled, statusIn, timelineIn } from '../requests/view.ts';
import { filesOf, toUpload } from '../uploads/content.ts';

/** The whole request as the desk reads it. A person who was erased leaves a case without answers and words. */
export async function caseIn(db: Kysely<Database>, ports: Ports, context: RequestContext): Promise<StaffCase> {
  const { row } = context;
  const { timeline: _, ...status } = statusIn(context, ports.now());
  const opened = await vaultOf(db, ports, row.id);
  return {
    id: row.id,
    version: row.version,
    ...status,
    timeline: timelineIn(context, true),
    form: await formVersion(db, row.form, row.form_version),
    answers: opened ? (await openFiled(opened.vault, row.id, opened.filed)).content.answers : {},
    messages: opened ? await messagesIn(context, opened.vault) : [],
    files: (await filesOf(db, row.id)).map(toUpload),
    allowed: allowedEvents(status.state),
  };
}

/** Who read or changed what about a person, and when. Belongs to the transaction of the change. */
export async function audit(db: Kysely<Database>, ports: Ports, staff: string, action: string, request: string): Promise<void> {
  await db.insertInto('audit').values({ at: ports.now(), staff, action, request }).execute();
}
