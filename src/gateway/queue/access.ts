import type { StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { RequestRow } from '../requests/events.ts';

const wholeProvince = new Set<StaffCaller['role']>(['supervisor', 'admin']);
const ofAgency = new Set<StaffCaller['role']>(['expert', 'head']);
const acting = new Set<StaffCaller['role']>(['expert', 'head', 'admin']);

/** What the caller may see: one agency of the province, or all (`agency` null). Throws for the roles that see none. */
export function scopeOf(staff: StaffCaller): { province: string; agency: string | null } {
  if (wholeProvince.has(staff.role)) return { province: staff.province, agency: null };
  if (ofAgency.has(staff.role) && staff.agency) return { province: staff.province, agency: staff.agency.id };
  throw new ProblemException('staff.forbidden');
}

/** Whose desk it lies on decides, not where it was filed: after a referral the next agency sees it, the first no more. */
export function maySee(staff: StaffCaller, row: Pick<RequestRow, 'province' | 'holder_agency'>): boolean {
  const { province, agency } = scopeOf(staff);
  return row.province === province && (agency === null || row.holder_agency === agency);
}

/** A supervisor watches; the desk itself answers, asks and refers. */
export function requireActing(staff: StaffCaller): void {
  if (!acting.has(staff.role)) throw new ProblemException('staff.forbidden');
}
