import { sql } from 'kysely';
import type { Figures } from '../../contract/monitor.ts';
import { setsRules, watchesPromises } from '../../rules/staff-roles.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import { agencies, province as findProvince } from '../catalogue/store.ts';
import type { Handlers, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { readCursor, writeCursor } from '../queue/cursor.ts';
import { itemsOf } from '../queue/list.ts';
import { calendarVersion, contextsOf } from '../requests/context.ts';
import type { RequestRow } from '../requests/events.ts';
import { signedIn } from '../staff/access.ts';
import { tehranDay } from '../tehran-day.ts';
import { conditionsAt, countedRows, type Counting } from './counted.ts';
import { atLeast, figuresOf, unrated } from './figures.ts';

const dayMs = 86_400_000;
const usualDays = '90';
const pageSize = 50;

const none: Figures = {
  filed: 0, open: 0, waiting: 0, overdue: 0, overdueDays: { upTo3: 0, upTo10: 0, more: 0 }, oldestDays: null, unexplained: 0, inTime: 0, broken: 0,
  medianOpenMinutes: null, escalated: 0, referred: 0, referrals: 0, ...unrated,
};

/** Supervisors see the province, the head of an agency that agency; experts and heads of units see no figures of others. */
function countingFor(staff: StaffCaller, days: string, now: Date): Counting {
  const { role, province, agency } = staff;
  if (!watchesPromises(staff)) throw new ProblemException('staff.forbidden');
  return { province, agency: setsRules(role) ? null : agency!.id, since: new Date(now.getTime() - Number(days) * dayMs), now };
}

/** How the agencies keep their promise, and the cases behind each figure. */
export function monitorHandlers(ports: Ports): Pick<Handlers, 'monitor' | 'monitorCases'> {
  return {
    async monitor({ query }, caller) {
      const now = ports.now();
      const counting = countingFor(signedIn(caller), query.days ?? usualDays, now);
      const figures = await figuresOf(ports, counting);
      const all = (await agencies(ports.db, counting.province)).filter(({ id }) => !counting.agency || id === counting.agency);
      const { calendarVersion: version } = await findProvince(ports.db, counting.province);
      return {
        since: tehranDay(counting.since.getTime()),
        asOf: wireInstant(await calendarVersion(ports.db, ports, counting.province, version), now),
        atLeast,
        total: figures.get('') ?? none,
        items: all.map(({ id, name, county }) => ({ agency: { id, name, county }, figures: figures.get(id) ?? none })),
      };
    },

    async monitorCases({ query }, caller) {
      const { figure = 'open', agency, days = usualDays, cursor } = query;
      const now = ports.now();
      const counting = countingFor(signedIn(caller), days, now);
      // A head who asks for another agency gets what is there for a head: nothing.
      if (agency && counting.agency && agency !== counting.agency) return { items: [], next: null };
      const at = cursor === undefined ? null : readCursor(cursor);
      const { rows } = await sql<RequestRow>`
        select * from ${countedRows({ ...counting, agency: agency ?? counting.agency })} as counted where ${conditionsAt(now)[figure]}
          ${at ? sql`and (due_at, filed_at, id) > (${at.dueAt}, ${at.filedAt}, ${at.id})` : sql``}
        order by due_at, filed_at, id limit ${pageSize + 1}`.execute(ports.db);
      const shown = rows.slice(0, pageSize);
      const last = shown.at(-1);
      return {
        items: await itemsOf(ports, await contextsOf(ports.db, ports, shown)),
        next: rows.length > pageSize && last ? writeCursor({ dueAt: last.due_at, filedAt: last.filed_at, id: last.id }) : null,
      };
    },
  };
}
