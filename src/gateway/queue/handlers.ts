import type { AgencyRef } from '../../contract/agency.ts';
import { pauseUntil } from '../../rules/pause-cap.ts';
import { agencies, unit as findUnit, units } from '../catalogue/store.ts';
import type { Handlers, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { contextOf } from '../requests/context.ts';
import type { RequestRow } from '../requests/events.ts';
import { requireSoundQuestion } from '../requests/question.ts';
import type { EventWords, QuestionWords } from '../requests/view.ts';
import { linkTo } from '../uploads/links.ts';
import { signedIn } from '../staff/access.ts';
import { audit } from '../staff/audit.ts';
import { mayAssign, maySee, rankOf, scopeOf } from './access.ts';
import { act, requireOwn } from './act.ts';
import { caseIn } from './case.ts';
import { findCase } from './find.ts';
import { delayChoicesIn } from './delay.ts';
import { listQueue } from './list.ts';
import { colleaguesOf } from './people.ts';

type Names = 'queue' | 'findCase' | 'staffCase' | 'colleagues' | 'take' | 'release' | 'assign' | 'answer' | 'ask' | 'refer' | 'inquire' | 'answerInquiry' | 'delayChoices' | 'explainDelay' | 'staffFile' | 'units';

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

    findCase: ({ body }, caller) => findCase(ports, signedIn(caller), body.code),

    async staffCase({ params }, caller) {
      const staff = signedIn(caller);
      const row = await visible(staff, params.id);
      await audit(ports.db, ports, staff.id, 'read', row.id);
      return caseIn(ports.db, ports, staff, await contextOf(ports.db, ports, row));
    },

    async colleagues({ params }, caller) {
      const staff = signedIn(caller);
      return { items: await colleaguesOf(ports.db, await visible(staff, params.id)) };
    },

    async take({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        const { assignee } = target.row;
        if (assignee === staff.id) throw new ProblemException('transition.notAllowed', { detail: 'It is the caller’s already.' });
        if (!body.takeOver) await requireOwn(trx, staff, target);
        return { event: { type: assignee === null ? 'taken' : 'takenOver', actor: expert(staff), payload: {} } };
      });
    },

    async release({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        if (target.row.assignee === null) throw new ProblemException('transition.notAllowed', { detail: 'Nobody holds it.' });
        if (!mayAssign(staff)) await requireOwn(trx, staff, target);
        return { event: { type: 'released', actor: expert(staff), payload: {} } };
      });
    },

    async assign({ params, body }, caller) {
      const staff = signedIn(caller);
      if (!mayAssign(staff)) throw new ProblemException('staff.forbidden');
      return act(ports, staff, params.id, body.version, async (trx, { row }) => {
        const found = (await colleaguesOf(trx, row)).find(({ id }) => id === body.assignee);
        if (!found) throw new ProblemException('staff.notFound', { errors: [{ path: 'assignee', code: 'notFound' }] });
        if (found.id === row.assignee) throw new ProblemException('input.invalid', { errors: [{ path: 'assignee', code: 'sameAssignee' }] });
        return { event: { type: 'assigned', actor: expert(staff), payload: { unit: row.holder_unit, assignee: found.id } } };
      });
    },

    async answer({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        await requireOwn(trx, staff, target);
        return { event: { type: 'answered', actor: expert(staff), payload: { outcome: body.outcome, rank: rankOf(staff) }, private: words(body.text, body.legalBasis) } };
      });
    },

    async ask({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        await requireOwn(trx, staff, target);
        const { text, fields } = body;
        if (fields?.length) requireSoundQuestion(fields);
        const now = ports.now();
        const pausedUntil = pauseUntil({ ...(await contextOf(trx, ports, target.row, target.events)), now }).toISOString();
        return { event: { type: 'askedCitizen', at: now, actor: expert(staff), payload: { pausedUntil }, private: { text, ...(fields?.length && { fields }) } satisfies QuestionWords } };
      });
    },

    async refer({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        const { row } = target;
        await requireOwn(trx, staff, target);
        const to = await findUnit(trx, row.province, body.unit);
        if (!to) throw new ProblemException('staff.unitNotFound', { errors: [{ path: 'unit', code: 'notFound' }] });
        if (to.id === row.holder_unit) throw new ProblemException('input.invalid', { errors: [{ path: 'unit', code: 'sameUnit' }] });
        return {
          event: {
            type: 'referred', actor: expert(staff), payload: { unit: to.id, agency: to.agency }, private: words(body.reason, body.legalBasis),
          },
          columns: { holder_agency: to.agency },
        };
      });
    },

    async inquire({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        await requireOwn(trx, staff, target);
        const { province, holder_unit } = target.row;
        const asked = await findUnit(trx, province, body.unit);
        if (!asked) throw new ProblemException('staff.unitNotFound', { errors: [{ path: 'unit', code: 'notFound' }] });
        if (asked.id === holder_unit) throw new ProblemException('input.invalid', { errors: [{ path: 'unit', code: 'sameUnit' }] });
        return { event: { type: 'inquired', actor: expert(staff), payload: { unit: asked.id }, private: words(body.text, undefined) } };
      });
    },

    async answerInquiry({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        await requireOwn(trx, staff, target);
        return { event: { type: 'inquiryAnswered', actor: expert(staff), payload: {}, private: words(body.text, undefined) } };
      });
    },

    async delayChoices({ params }, caller) {
      const row = await visible(signedIn(caller), params.id);
      return delayChoicesIn(ports.db, await contextOf(ports.db, ports, row), ports.now());
    },

    async explainDelay({ params, body }, caller) {
      const staff = signedIn(caller);
      return act(ports, staff, params.id, body.version, async (trx, target) => {
        await requireOwn(trx, staff, target);
        const now = ports.now();
        const choices = await delayChoicesIn(trx, await contextOf(trx, ports, target.row, target.events), now);
        const expected = choices.ends.find((end) => Date.parse(end) === Date.parse(body.expected));
        const errors = [
          ...(choices.reasons.some(({ id }) => id === body.reason) ? [] : [{ path: 'reason', code: 'notFound' }]),
          ...(expected ? [] : [{ path: 'expected', code: 'notAnEnd' }]),
        ];
        if (!expected || errors.length) throw new ProblemException('input.invalid', { errors });
        return { event: { type: 'delayExplained', at: now, actor: expert(staff), payload: { reason: body.reason, expected }, ...(body.text && { private: words(body.text, undefined) }) } };
      });
    },

    async staffFile({ params }, caller) {
      const staff = signedIn(caller);
      const row = await visible(staff, params.id);
      return linkTo(ports, row.id, params.upload, staff.id);
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
