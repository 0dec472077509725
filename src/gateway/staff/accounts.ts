import { argon2id, argon2Verify } from 'hash-wasm';
import type { z } from '../../contract/zod.ts';
import type { StaffRole } from '../../contract/staff.ts';
import { randomBytes, randomToken } from '../crypto.ts';
import type { Ports } from '../ports.ts';

export interface StaffInput {
  username: string;
  name: string;
  password: string;
  role: z.infer<typeof StaffRole>;
  province: string;
  /** Absent for those who see the whole province. */
  agency?: string;
  /** Absent for those who see every unit of the agency. */
  unit?: string;
}

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { parallelism: 1, iterations: 2, memorySize: 19 * 1024, hashLength: 32 } as const;

export const hashPassword = (password: string): Promise<string> =>
  argon2id({ password: password.normalize('NFKC'), salt: randomBytes(16), ...cost, outputType: 'encoded' });

let decoy: Promise<string> | undefined;

/** Takes as long for a name that does not exist (`hash` undefined) as for one that does. */
export async function checkPassword(password: string, hash: string | undefined): Promise<boolean> {
  const right = await argon2Verify({ password: password.normalize('NFKC'), hash: hash ?? (await (decoy ??= hashPassword(randomToken()))) });
  return right && hash !== undefined;
}

/** Usernames are written in any digits and letters' case; one form is stored. */
export const foldUsername = (username: string): string => username.normalize('NFKC').trim().toLowerCase();

/** Makes an account, or gives the one of this name the new password, name and place. */
export async function createStaff(ports: Pick<Ports, 'db'>, input: StaffInput): Promise<{ id: string; username: string }> {
  const values = {
    province: input.province,
    name: input.name,
    password_hash: await hashPassword(input.password),
    role: input.role,
    agency: input.agency ?? null,
    unit: input.unit ?? null,
    active: true,
  };
  const username = foldUsername(input.username);
  const { id } = await ports.db.insertInto('staff').values({ id: randomToken(16), username, ...values })
    .onConflict((conflict) => conflict.column('username').doUpdateSet(values))
    .returning('id').executeTakeFirstOrThrow();
  // An account that was given anew shall not be open under an old password somewhere.
  await endSessions(ports.db, id);
  return { id, username };
}

const endSessions = (db: Ports['db'], staff: string) => db.deleteFrom('staff_session').where('staff', '=', staff).execute();

/** Gives an account another password; one that was ended opens again. */
export async function renewStaff({ db }: Pick<Ports, 'db'>, id: string, password: string): Promise<void> {
  await db.updateTable('staff').set({ password_hash: await hashPassword(password), active: true }).where('id', '=', id).execute();
  await endSessions(db, id);
}

/** Ends an account: it opens nothing any more, and what it did stays under its name. Heads give to others what it worked on. */
export async function closeStaff({ db }: Pick<Ports, 'db'>, id: string): Promise<void> {
  await db.updateTable('staff').set({ active: false }).where('id', '=', id).execute();
  await endSessions(db, id);
}
