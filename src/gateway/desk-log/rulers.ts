import type { StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';

/** Who sets the rules of a province's desk. */
const rulers = new Set<StaffCaller['role']>(['supervisor', 'admin']);

export const mayRule = (role: StaffCaller['role']): boolean => rulers.has(role);

export function requireRuler({ role }: StaffCaller): void {
  if (!mayRule(role)) throw new ProblemException('staff.forbidden');
}
