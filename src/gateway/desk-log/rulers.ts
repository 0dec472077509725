import { setsRules } from '../../rules/staff-roles.ts';
import type { StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';

/** Throws `staff.forbidden` for who does not set the rules of a province's desk. */
export function requireRuler({ role }: StaffCaller): void {
  if (!setsRules(role)) throw new ProblemException('staff.forbidden');
}
