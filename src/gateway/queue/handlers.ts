import type { AgencyRef } from '../../contract/agency.ts';
import { agencies, unit as findUnit, units } from '../catalogue/store.ts';
import type { CallerContext, Handlers, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { contextOf } from '../requests/context.ts';
import type { RequestRow } from '../requests/events.ts';
import type { EventWords } from '../requests/view.ts';
import { fileResponse } from '../uploads/content.ts';
import { maySee, scopeOf } from './access.ts';
import { act } from './act.ts';
import { audit, caseIn } from './case.ts';
import { listQueue } from './list.ts';

type Names = 'queue' | 'staffCase' | 'take' | 'answer' | 'ask' | 'refer' | 'staffFile' | 'units';

/** The mount lets nobody in who is not signed in. */
function signedIn({ staff }: CallerContext): StaffCaller {
  if (!staff) throw new ProblemException('staff.signInNeeded');
  return staff;
}

const expert = (staff: StaffCaller) => ({ role: 'expert', id: staff.id }) as const;
const words = (text: string, legalBasis: string | undefined): EventWords => ({ text, ...(legalBasis?.trim() ? { legalBasis: legalBasis.trim() } : {}) });

export function queueHandlers(ports: Ports): Pick<Handlers, Names> {
  /** The same answer for a request that is not there and one of another desk. */
  async function visible(staff: StaffCaller, id: string): Promise<RequestRow> {
    const row = await ports.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row || !maySee(staff, row)) throw new ProblemException('request.notFound');
    return row;
  }

  return {
    queue: ({ query }, caller) => listQueue(ports, signedIn(caller), query),

    async staffCase({ params }, caller) {
      const staff = signedIn(caller);
      const row = await visible(staff, params.id);
      await audit(ports.db, ports, staff.id, 'read', row.id);
      return caseIn(ports.db, ports, await contextOf(ports.db, ports, row));
    },

    async take({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, () => ({
        event: { type: 'taken', actor: expert(staff), payload: {} }, columns: { assignee: staff.id },
      }));
    },

    async answer({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, () => ({
        event: { type: 'answered', actor: expert(staff), payload: { outcome: body.outcome }, private: words(body.text, body.legalBasis) },
      }));
    },

    async ask({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, () => ({
        event: { type: 'askedCitizen', actor: expert(staff), payload: {}, private: words(body.text, undefined) },
      }));
    },

    async refer({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, { row }) => {
        const to = await findUnit(trx, row.province, body.unit);
        if (!to) throw new ProblemException('staff.unitNotFound', { errors: [{ path: 'unit', code: 'notFound' }] });
        if (to.id === row.holder_unit) throw new ProblemException('input.invalid', { errors: [{ path: 'unit', code: 'sameUnit' }] });
        return {
          event: {
            type: 'referred', actor: expert(staff), payload: { unit: to.id, agency: to.agency }, private: words(body.reason, body.legalBasis),
          },
          columns: { assignee: null, holder_agency: to.agency },
        };
      });
    },

    async staffFile({ params }, caller) {
      const staff = signedIn(caller);
      const row = await visible(staff, params.id);
      await audit(ports.db, ports, staff.id, 'readFile', row.id);
      return fileResponse(ports, row.id, params.upload);
    },

    async units(_input, caller) {
      const { province } = scopeOf(signedIn(caller));
      const names = new Map<string, AgencyRef>((await agencies(ports.db, province)).map(({ id, name }) => [id, { id, name }]));
      const items = (await units(ports.db, province)).map((unit) => ({ agency: names.get(unit.agency) ?? { id: unit.agency, name: { fa: unit.agency } }, unit }));
      const sorter = new Intl.Collator('fa');
      return { items: items.sort((a, b) => sorter.compare(a.agency.name.fa, b.agency.name.fa) || sorter.compare(a.unit.name.fa, b.unit.name.fa)) };
    },
  };
}
