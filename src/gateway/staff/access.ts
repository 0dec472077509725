import { isKeeper } from '../../rules/staff-roles.ts';
import type { CallerContext, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';

/** The mount lets nobody in who is not signed in. */
export function signedIn({ staff }: CallerContext): StaffCaller {
  if (!staff) throw new ProblemException('staff.signInNeeded');
  return staff;
}

/** One of those who keep what belongs to the province and not to an agency: its guides, and what it could not answer. */
export function keeperOf(caller: CallerContext): StaffCaller {
  const staff = signedIn(caller);
  if (!isKeeper(staff.role)) throw new ProblemException('staff.forbidden');
  return staff;
}
