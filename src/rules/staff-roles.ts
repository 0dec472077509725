import type { StaffSession } from '../contract/staff.ts';

type StaffRole = StaffSession['staff']['role'];

const keepers = new Set<StaffRole>(['officer', 'supervisor', 'admin']);

/** Those who keep what belongs to the province and not to an agency: its guides, and what it could not answer. */
export const isKeeper = (role: StaffRole): boolean => keepers.has(role);

/** Whether a role looks through declarations before they are published: those who keep them, and the head of an agency. */
export const reviewsDeclarations = (role: StaffRole): boolean => isKeeper(role) || role === 'head';

const rulers = new Set<StaffRole>(['supervisor', 'admin']);

/** Those who set the rules by which the desks of a province work. */
export const setsRules = (role: StaffRole): boolean => rulers.has(role);

/** Who may look at how promises are kept: those who set the rules, and the head of a whole agency for that agency. */
export const watchesPromises = ({ role, unit }: { role: StaffRole; unit?: unknown }): boolean => setsRules(role) || (role === 'head' && !unit);

/** Whether a role sees requests of citizens. Officers write guides and see none. */
export const seesRequests = (role: StaffRole): boolean => role !== 'officer';
