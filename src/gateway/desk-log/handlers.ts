import type { DelayReasonList } from '../../contract/delay.ts';
import { setsRules } from '../../rules/staff-roles.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import { province as findProvince } from '../catalogue/store.ts';
import { randomToken } from '../crypto.ts';
import type { Handlers, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { calendarVersion } from '../requests/context.ts';
import { signedIn } from '../staff/access.ts';
import { appendDeskEvent, editorIn, lockProvince } from './append.ts';
import { reasonsOf } from './reasons.ts';
import { requireRuler } from './rulers.ts';

async function list(ports: Ports, { province, role }: StaffCaller): Promise<DelayReasonList> {
  const { calendarVersion: version } = await findProvince(ports.db, province);
  const calendar = await calendarVersion(ports.db, ports, province, version);
  const reasons = await reasonsOf(ports.db, province);
  return {
    items: reasons.map(({ id, title, rule, added, retired }) => ({
      id, title, rule, addedAt: wireInstant(calendar, added.at), addedBy: added.by.name,
      retired: retired && { at: wireInstant(calendar, retired.at), by: retired.by.name },
    })),
    mayChange: setsRules(role),
  };
}

/** The list of reasons for delays: all of the staff reads it, and whoever changes it is named in the log. */
export function reasonHandlers(ports: Ports): Pick<Handlers, 'delayReasons' | 'addDelayReason' | 'retireDelayReason'> {
  return {
    delayReasons: async (_input, caller) => list(ports, signedIn(caller)),

    async addDelayReason({ body }, caller) {
      const staff = signedIn(caller);
      requireRuler(staff);
      await ports.db.transaction().execute(async (trx) => {
        await lockProvince(trx, staff.province);
        const stands = (await reasonsOf(trx, staff.province)).some(({ title, retired }) => !retired && title.fa === body.title);
        if (stands) throw new ProblemException('input.invalid', { errors: [{ path: 'title', code: 'twice' }] });
        const reason = { id: `reason-${randomToken(9).toLowerCase().replace(/[^a-z0-9]/g, '0')}`, title: { fa: body.title }, rule: { fa: body.rule } };
        await appendDeskEvent(trx, staff.province, { type: 'reasonAdded', payload: { reason, by: editorIn(staff) } }, ports.now());
      });
      return list(ports, staff);
    },

    async retireDelayReason({ params }, caller) {
      const staff = signedIn(caller);
      requireRuler(staff);
      await ports.db.transaction().execute(async (trx) => {
        await lockProvince(trx, staff.province);
        const found = (await reasonsOf(trx, staff.province)).find(({ id }) => id === params.id);
        if (!found) throw new ProblemException('reason.notFound');
        // Twice is once: two people may press at the same time.
        if (!found.retired) await appendDeskEvent(trx, staff.province, { type: 'reasonRetired', payload: { reason: found.id, by: editorIn(staff) } }, ports.now());
      });
      return list(ports, staff);
    },
  };
}
