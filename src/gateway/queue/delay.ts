import type { Kysely } from 'kysely';
import type { DelayChoices } from '../../contract/delay.ts';
import { expectedEnds } from '../../rules/delay.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import type { Database } from '../database/schema.ts';
import { inForce, reasonsOf } from '../desk-log/reasons.ts';
import { clockIn, type RequestContext } from '../requests/context.ts';

/** What may be told of a delay now. */
export async function delayChoicesIn(db: Kysely<Database>, context: RequestContext, now: Date): Promise<DelayChoices> {
  const { calendar, row } = context;
  const ends = expectedEnds(context, new Date(clockIn(context, now).dueAt), now);
  return { reasons: inForce(await reasonsOf(db, row.province)), ends: ends.map((end) => wireInstant(calendar, end)) };
}
