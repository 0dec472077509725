import { allowedEvents, type EventType } from '../../rules/lifecycle.ts';
import type { RequestState } from '../../contract/request.ts';
import type { StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { RequestRow } from '../requests/events.ts';

const wholeProvince = new Set<StaffCaller['role']>(['supervisor', 'admin']);
const ofAgency = new Set<StaffCaller['role']>(['expert', 'head']);
const acting = new Set<StaffCaller['role']>(['expert', 'head', 'admin']);
const assigning = new Set<StaffCaller['role']>(['head', 'admin']);

export interface Scope {
  province: string;
  /** Null: all of the province. */
  agency: string | null;
  /** Null: all of the agency. Otherwise this unit's, and what lies with no unit yet. */
  unit: string | null;
}

/** What the caller may see. Throws for the roles that see none. */
export function scopeOf(staff: StaffCaller): Scope {
  if (wholeProvince.has(staff.role)) return { province: staff.province, agency: null, unit: null };
  if (ofAgency.has(staff.role) && staff.agency) {
    return { province: staff.province, agency: staff.agency.id, unit: staff.role === 'expert' ? staff.unit?.id ?? null : null };
  }
  throw new ProblemException('staff.forbidden');
}

/** Whose desk it lies on decides, not where it was filed: after a referral the next agency sees it, the first no more. */
export function maySee(staff: StaffCaller, row: Pick<RequestRow, 'province' | 'holder_agency' | 'holder_unit'>): boolean {
  const { province, agency, unit } = scopeOf(staff);
  return row.province === province && (agency === null || row.holder_agency === agency) &&
    (unit === null || row.holder_unit === null || row.holder_unit === unit);
}

/** The desk itself answers, asks and refers. A supervisor watches, and decides what has come up to that level (`../staff/ladder.ts`). */
const mayAct = ({ role }: StaffCaller, level: number): boolean => acting.has(role) || (role === 'supervisor' && level === 3);

export function requireActing(staff: StaffCaller, level: number): void {
  if (!mayAct(staff, level)) throw new ProblemException('staff.forbidden');
}

/** Who gives work to others. */
export const mayAssign = (staff: StaffCaller): boolean => assigning.has(staff.role);

/** How high up the ladder: expert, head of a unit, head of an agency, whoever stands above the agencies. */
export function rankOf({ role, unit }: { role: string; unit: unknown }): number {
  if (role === 'expert') return 0;
  if (role === 'head') return unit ? 1 : 2;
  return 3;
}

/** What only the one who works on it does. */
const ofAssignee: ReadonlySet<EventType> = new Set<EventType>(['answered', 'askedCitizen', 'referred', 'inquired', 'inquiryAnswered', 'visitRequired', 'delayExplained']);
/** What decides, or leads to it: after an objection not for whoever stands below its level. */
const deciding: ReadonlySet<EventType> = new Set<EventType>([...ofAssignee, 'taken', 'takenOver', 'assigned']);

/** Throws `request.levelNeeded` with the level below which nobody decides this request. */
export function requireLevel(staff: StaffCaller, level: number, type: EventType): void {
  if (!deciding.has(type) || rankOf(staff) >= level) return;
  throw new ProblemException('request.levelNeeded', { errors: [{ path: 'level', code: 'levelNeeded', params: { level } }] });
}

/**
 * What the caller may do with a request now. A request has one assignee: colleagues answer it only after taking it over in
 * the open, heads give it to whom they choose. One that nobody holds belongs to whoever acts first.
 */
export function allowedTo(staff: StaffCaller, state: RequestState, assignee: string | null, level: number): EventType[] {
  if (!mayAct(staff, level)) return [];
  const mine = assignee === staff.id;
  return allowedEvents(state).filter((type) => {
    if (deciding.has(type) && rankOf(staff) < level) return false;
    if (ofAssignee.has(type)) return mine || assignee === null;
    switch (type) {
      case 'taken': return assignee === null;
      case 'takenOver': return assignee !== null && !mine;
      case 'released': return mine || (assignee !== null && mayAssign(staff));
      case 'assigned': return mayAssign(staff);
      default: return true;
    }
  });
}
