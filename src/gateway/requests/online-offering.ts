import type { Kysely } from 'kysely';
import type { FormDefinition } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import { formVersion, offering } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';

/** The published sheet of an offering and the form by which it is filed here. */
export async function onlineOffering(db: Kysely<Database>, id: string): Promise<{ sheet: Offering; form: FormDefinition }> {
  const sheet = await offering(db, id);
  if (!sheet.form) throw new ProblemException('offering.notOnline');
  return { sheet, form: await formVersion(db, sheet.form.id, sheet.form.version) };
}
