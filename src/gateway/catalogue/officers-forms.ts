import type { Kysely } from 'kysely';
import type { Offering } from '../../contract/offering.ts';
import { batches } from '../database/batches.ts';
import type { Database } from '../database/schema.ts';

/** The form that officers write for an offering: its own, whatever form it had before, which may be the form of others too. */
export const officersFormId = (offering: string): string => `${offering}.form`;

/** The newest forms that officers published, by offering. They stand whatever else is published of the offering. */
export async function officersForms(db: Kysely<Database>, offerings: readonly string[]): Promise<Map<string, NonNullable<Offering['form']>>> {
  const found = new Map<string, NonNullable<Offering['form']>>();
  for (const some of batches([...new Set(offerings)])) {
    const rows = await db.selectFrom('form_publication').select(({ fn }) => ['offering', fn.max('version').as('version')])
      .where('offering', 'in', some).groupBy('offering').execute();
    for (const { offering, version } of rows) found.set(offering, { id: officersFormId(offering), version });
  }
  return found;
}
