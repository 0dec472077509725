import type { Notice, Notices } from '../../contract/notice.ts';
import { province as findProvince } from '../catalogue/store.ts';
import { calendarVersion } from '../requests/context.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import type { Handlers, StaffCaller } from '../http/handler.ts';
import type { Ports } from '../ports.ts';
import { signedIn } from './access.ts';

const mostShown = 200;

async function list(ports: Ports, { id, province }: StaffCaller): Promise<Notices> {
  const { db } = ports;
  const now = ports.now();
  const open = db.selectFrom('staff_notice as n').innerJoin('request as r', 'r.id', 'n.request')
    .where('n.staff', '=', id).where('n.seen_at', 'is', null).where('n.tell_at', '<=', now)
    .where('r.province', '=', province).where('r.state', 'not in', ['answered', 'closed', 'withdrawn']);
  const [rows, { total }, { calendarVersion: version }] = await Promise.all([
    open.innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'r.offering').onRef('v.version', '=', 'r.offering_version'))
      .select(['n.id', 'n.request', 'n.clock', 'n.share', 'n.level', 'n.tell_at', 'r.offering', 'r.holder_agency', 'r.code_tail', 'r.due_at', 'r.paused_since', 'v.sheet'])
      .orderBy('n.tell_at', 'desc').orderBy('n.id', 'desc').limit(mostShown).execute(),
    open.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    findProvince(db, province),
  ]);
  const calendar = await calendarVersion(db, ports, province, version);
  return {
    total: Number(total),
    items: rows.map((row): Notice => ({
      id: row.id,
      request: row.request,
      offering: { id: row.offering, title: row.sheet.title },
      agency: row.holder_agency,
      codeTail: row.code_tail,
      clock: row.clock === 'firstResponse' ? 'firstResponse' : 'answer',
      share: row.share,
      level: row.level,
      toldAt: wireInstant(calendar, row.tell_at),
      dueAt: wireInstant(calendar, row.due_at),
      overdue: row.paused_since === null && row.due_at < now,
    })),
  };
}

/** What the ladder of a promise told the caller. */
export function noticeHandlers(ports: Ports): Pick<Handlers, 'notices' | 'seeNotices'> {
  return {
    notices: async (_input, caller) => list(ports, signedIn(caller)),

    async seeNotices({ body }, caller) {
      const { id } = signedIn(caller);
      await ports.db.updateTable('staff_notice').set({ seen_at: ports.now() }).where('staff', '=', id).where('id', 'in', body.ids).where('seen_at', 'is', null).execute();
    },
  };
}
