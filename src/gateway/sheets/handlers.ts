import { offering } from '../catalogue/store.ts';
import type { Handlers } from '../http/handler.ts';
import { shortLived } from '../http/respond.ts';
import type { Ports } from '../ports.ts';
import { keeperOf } from '../staff/access.ts';
import { audit } from '../staff/audit.ts';
import { keptPromise } from './kept-promise.ts';
import { addRating } from './ratings.ts';
import { addReport, closeReport, openReports } from './reports.ts';

type Names = 'keptPromise' | 'reportSheet' | 'rateService' | 'sheetReports' | 'closeSheetReport';

/** What lives around a published sheet: how its promise is kept, and what readers find wrong in it. */
export function sheetHandlers(ports: Ports): Pick<Handlers, Names> {
  return {
    async keptPromise({ params }, caller) {
      await offering(ports.db, params.id);
      caller.headers.set('cache-control', shortLived);
      return keptPromise(ports, params.id);
    },

    reportSheet: ({ params, body }) => addReport(ports, params.id, body),

    rateService: ({ params, body }, caller) => addRating(ports, params.id, body, caller),

    sheetReports: async (_input, caller) => openReports(ports, keeperOf(caller).province),

    async closeSheetReport({ params }, caller) {
      const { id, province } = keeperOf(caller);
      await closeReport(ports, province, params.id, id);
      await audit(ports.db, ports, id, 'closedReport', null);
    },
  };
}
