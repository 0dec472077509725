import { province } from '../catalogue/store.ts';
import type { Handlers } from '../http/handler.ts';
import type { Ports } from '../ports.ts';
import { keeperOf } from '../staff/access.ts';
import { countUnanswered, unansweredQueries } from './unanswered.ts';

export function searchHandlers(ports: Ports): Pick<Handlers, 'tellUnanswered' | 'unansweredQueries'> {
  const { db, settings } = ports;
  return {
    // The same answer whether it was counted or not: what looks personal is dropped in silence.
    async tellUnanswered({ body }, caller) {
      const place = await province(db, body.province ?? settings.province);
      await countUnanswered(ports, place.id, body.query, caller.address);
    },

    unansweredQueries: async (_input, caller) => unansweredQueries(ports, keeperOf(caller).province),
  };
}
