import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { WorkingCalendar } from '../../../src/contract/calendar.ts';
import { recalculateOpen } from '../../../src/gateway/calendars/recalculate.ts';
import { putInForce } from '../../../src/gateway/calendars/store.ts';
import { workingCalendar } from '../../../src/gateway/catalogue/store.ts';
import { keepTerms } from '../../../src/gateway/catalogue/terms.ts';
import { connect } from '../../../src/gateway/database/connect.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import type { Ports } from '../../../src/gateway/ports.ts';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { usualTerms } from '../../../src/rules/terms.ts';
import { isOpenAt } from '../../../src/rules/working-calendar.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const tehran = (text: string): Date => new Date(`${text}:00+03:30`);
const fitr = ['2027-03-09', '2027-03-10'];

/** What happens to the calendar while the clocks run. */
const edits: { at: string; why: string; change: (calendar: WorkingCalendar) => Partial<WorkingCalendar> }[] = [
  {
    at: '2027-03-08T20:00', why: 'هلال ماه دیده نشد؛ عید فطر یک روز دیرتر است',
    change: ({ lunarHolidays }) => ({
      lunarHolidays: lunarHolidays.map((day) => (fitr.includes(day.date) ? { ...day, date: day.date.replace(/\d\d$/, (number) => String(Number(number) + 1)) } : day)),
    }),
  },
  {
    at: '2027-03-15T09:00', why: 'تعطیلی برای برف سنگین',
    change: ({ closures }) => ({ closures: [...closures, { date: '2027-03-17', scope: { province: 'alborz' }, kind: 'closed', hours: [], reason: 'برف سنگین' }] }),
  },
];

/** Filed on Wednesday 3 March at ten: when each is due at first, and at last. */
const cases = [
  // Over Eid al-Fitr: its two days end before a Thursday, and begin a day later in the end.
  { length: 'P5WD', first: '2027-03-11T13:00', last: '2027-03-09T14:30' },
  // Due on a Thursday at one; by a day closed before it, on the Thursday after Nowruz.
  { length: 'P11WD', first: '2027-03-18T13:00', last: '2027-03-25T13:00' },
  // Over Nowruz.
  { length: 'P15WD', first: '2027-03-29T14:30', last: '2027-03-30T14:30' },
] as const;

describe('three copies of the gateway over Eid al-Fitr, Nowruz and a closure that is announced late', () => {
  let desk: TestDesk;
  let copies: Ports[];
  before(async () => {
    desk = await startDesk();
    copies = [1, 2, 3].map(() => ({ ...desk.ports, db: connect(desk.databaseUrl) }));
  });
  after(async () => {
    await Promise.all(copies.map(({ db }) => db.destroy()));
    await desk.stop();
  });

  /** Each of them does what a round of its chores does, all at the same time and in no order. */
  const round = async (at: Date) => {
    desk.setNow(at);
    await Promise.all(copies.map(async (ports, index) => {
      const [one, two] = index === 1 ? [fireDue, recalculateOpen] : [recalculateOpen, fireDue];
      await one(ports);
      await two(ports);
    }));
  };
  const edit = ({ at, why, change }: (typeof edits)[number]) => desk.db.transaction().execute(async (trx) => {
    const calendar = await workingCalendar(trx, 'alborz');
    await putInForce(trx, 'alborz', { ...calendar, ...change(calendar) }, { by: { id: null, name: 'test' }, at: tehran(at), why });
  });
  const events = () => desk.db.selectFrom('request_event').select(['request', 'type', 'at', 'public_payload']).where('request', 'not like', 'desk:%').orderBy('request').orderBy('seq').execute();

  it('take each step of the ladder once and none early, by the days that are closed in the end', async () => {
    desk.setNow(tehran('2027-03-03T10:00'));
    const filed: { id: string; first: string; last: string }[] = [];
    for (const { length, first, last } of cases) {
      await desk.db.transaction().execute((trx) => keepTerms(trx, 'alborz', { ...usualTerms, singleWindow: length }, desk.ports.now(), 'test'));
      for (let index = 0; index < 4; index++) {
        const { code, clock } = await desk.file();
        assert.deepEqual(new Date(clock.dueAt), tehran(first));
        filed.push({ id: await desk.idOf(code, ''), first, last });
      }
    }

    const waiting = [...edits];
    for (;;) {
      const { next } = await desk.db.selectFrom('request').select(({ fn }) => fn.min<Date | null>('wake_at').as('next')).executeTakeFirstOrThrow();
      const [coming] = waiting;
      if (coming && (!next || tehran(coming.at) <= next)) {
        await edit(waiting.shift()!);
        await round(tehran(coming.at));
        continue;
      }
      if (!next) break;
      const before = await events();
      await round(new Date(next.getTime() - 1));
      assert.equal((await events()).length, before.length, `nothing before ${next.toISOString()}`);
      await round(next);
      const came = (await events()).length - before.length;
      assert.ok(came > 0, `something at ${next.toISOString()}`);
    }

    const calendar = await workingCalendar(desk.db, 'alborz');
    const all = await events();
    for (const { id, first, last } of filed) {
      const steps = all.flatMap(({ request, type, at, public_payload: payload }) => (request === id && type === 'escalated' ? [{ at, share: (payload as { share: number }).share }] : []));
      assert.deepEqual(steps.map(({ share }) => share), [0.5, 0.8, 1, 1.5]);
      assert.deepEqual(steps[2]!.at, tehran(last));
      for (const { at } of steps) assert.ok(isOpenAt(calendar, new Date(at.getTime() - 60_000), {}), `${at.toISOString()} is in office hours`);
      const moves = all.flatMap(({ request, type, public_payload: payload }) => (request === id && type === 'dueRecomputed' ? [payload as { before: string; dueAt: string; why: string }] : []));
      assert.equal(moves.length, 1);
      assert.deepEqual([new Date(moves[0]!.before), new Date(moves[0]!.dueAt)], [tehran(first), tehran(last)]);
      assert.equal(moves[0]!.why, edits[last < '2027-03-15' ? 0 : 1]!.why);
    }
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });
});
