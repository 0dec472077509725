import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';

/** Who read or changed what about a person, and when. Belongs to the transaction of the change. */
export async function audit(db: Kysely<Database>, ports: Ports, staff: string, action: string, request: string | null): Promise<void> {
  await db.insertInto('audit').values({ at: ports.now(), staff, action, request }).execute();
}
