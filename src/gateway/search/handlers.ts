import { province } from '../catalogue/store.ts';
import type { Handlers, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { countUnanswered, unansweredQueries } from './unanswered.ts';

/** Those who answer for the catalogue or for the province. */
const readers = new Set<StaffCaller['role']>(['officer', 'supervisor', 'admin']);

export function searchHandlers(ports: Ports): Pick<Handlers, 'tellUnanswered' | 'unansweredQueries'> {
  const { db, settings } = ports;
  return {
    // The same answer whether it was counted or not: what looks personal is dropped in silence.
    async tellUnanswered({ body }, caller) {
      const place = await province(db, body.province ?? settings.province);
      await countUnanswered(ports, place.id, body.query, caller.address);
    },

    async unansweredQueries(_input, { staff }) {
      if (!staff) throw new ProblemException('staff.signInNeeded');
      if (!readers.has(staff.role)) throw new ProblemException('staff.forbidden');
      return unansweredQueries(ports, staff.province);
    },
  };
}
