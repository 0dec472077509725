import type { Kysely } from 'kysely';
import { agencies, province } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import { CommandError } from './command.ts';

/** Throws where no province of this id is published. */
export async function requireProvince(db: Kysely<Database>, id: string): Promise<void> {
  await province(db, id).catch((error: unknown) => {
    throw error instanceof ProblemException ? new CommandError(`There is no province “${id}”.`) : error;
  });
}

/** Throws with the agencies that there are where this is none of the province. */
export async function requireAgency(db: Kysely<Database>, of: string, agency: string): Promise<void> {
  const known = await agencies(db, of);
  if (!known.some(({ id }) => id === agency)) throw new CommandError(`${of} has no agency “${agency}”. It has: ${known.map(({ id }) => id).join(', ')}.`);
}
