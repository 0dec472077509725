import { sql, type Selectable } from 'kysely';
import type { AgencyRef } from '../../contract/agency.ts';
import { agencyRef } from '../catalogue/store.ts';
import type { IntakeTables } from '../database/intake-tables.ts';
import type { CallerContext, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { reviewsDeclarations } from '../../rules/staff-roles.ts';
import { keeperOf, signedIn } from '../staff/access.ts';

export type DraftRecord = Selectable<IntakeTables['intake_draft']>;

/** Officers of an agency keep its declarations and no other's; those of the province keep all. */
const keeps = (staff: StaffCaller, agency: string): boolean => !staff.agency || staff.agency.id === agency;

/** Throws `staff.forbidden` for another agency than the caller's, `agency.notFound` for one that the province has not. */
export async function keeperOfAgency(ports: Ports, caller: CallerContext, agency: string): Promise<StaffCaller> {
  const staff = keeperOf(caller);
  if (!keeps(staff, agency)) throw new ProblemException('staff.forbidden');
  if (!(await agencyRef(ports.db, staff.province, agency))) throw new ProblemException('agency.notFound');
  return staff;
}

/** As `keeperOfAgency`, also the head of the agency: those who look a declaration through, and who give the agency's own system the key to declare. */
export async function reviewerOfAgency(ports: Ports, caller: CallerContext, agency?: string): Promise<StaffCaller> {
  const staff = signedIn(caller);
  if (!reviewsDeclarations(staff.role) || (agency !== undefined && !keeps(staff, agency))) throw new ProblemException('staff.forbidden');
  if (agency !== undefined && !(await agencyRef(ports.db, staff.province, agency))) throw new ProblemException('agency.notFound');
  return staff;
}

/** The agencies whose declarations somebody keeps, by name. */
export async function keptAgencies({ db }: Ports, { province, agency }: StaffCaller): Promise<AgencyRef[]> {
  let found = db.selectFrom('agency').select(['id', 'name', 'county']).where('province', '=', province);
  if (agency) found = found.where('id', '=', agency.id);
  return found.orderBy(sql`name ->> 'fa'`).execute();
}

interface OneDraft { staff: StaffCaller; draft: DraftRecord }

/** A draft that the caller keeps. One of another agency or province is as one that is not there. */
export async function keptDraft(ports: Ports, caller: CallerContext, id: string): Promise<OneDraft> {
  keeperOf(caller);
  return reviewedDraft(ports, caller, id);
}

/** As `keptDraft`, also for the head of the agency, who changes nothing in it. */
export async function reviewedDraft(ports: Ports, caller: CallerContext, id: string): Promise<OneDraft> {
  const staff = await reviewerOfAgency(ports, caller);
  const draft = await ports.db.selectFrom('intake_draft').selectAll().where('id', '=', id).where('province', '=', staff.province).executeTakeFirst();
  if (!draft || !keeps(staff, draft.agency)) throw new ProblemException('declaration.notFound');
  return { staff, draft };
}

/** Who may say that two people are needed: not those whom it binds. */
export async function headOfAgency(ports: Ports, caller: CallerContext, agency: string): Promise<StaffCaller> {
  const staff = signedIn(caller);
  const may = staff.role === 'supervisor' || staff.role === 'admin' || staff.role === 'head';
  if (!may || !keeps(staff, agency)) throw new ProblemException('staff.forbidden');
  if (!(await agencyRef(ports.db, staff.province, agency))) throw new ProblemException('agency.notFound');
  return staff;
}
