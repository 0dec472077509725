import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { WorkingCalendar } from '../../../src/contract/calendar.ts';
import type { StaffCase } from '../../../src/contract/staff.ts';
import { recalculateOpen, unchecked } from '../../../src/gateway/calendars/recalculate.ts';
import { putInForce } from '../../../src/gateway/calendars/store.ts';
import { workingCalendar } from '../../../src/gateway/catalogue/store.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import type { Logger } from '../../../src/gateway/ports.ts';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { testNow } from '../../support/gateway.ts';
import { publishTestDesk, startDesk, type TestDesk } from '../requests/desk.ts';

const tehran = (text: string): Date => new Date(`${text}:00+03:30`);
const closed = (date: string, scope: WorkingCalendar['closures'][number]['scope'] = { province: 'alborz' }): WorkingCalendar['closures'][number] =>
  ({ date, scope, kind: 'closed', hours: [], reason: 'آلودگی هوا' });

// Filed on Tuesday 24 November, the tenth day after it is a Friday: due on Saturday 5 December.
const saturday = '2026-12-05';
const dueOnSaturday = '2026-12-05T14:30:00+03:30';
const dueOnSunday = '2026-12-06T14:30:00+03:30';

describe('an edit of the calendar', () => {
  let desk: TestDesk;
  let expert: string;
  const failures: Record<string, unknown>[] = [];
  const log: Logger = { info: () => undefined, error: (event, fields) => void failures.push({ event, ...fields }) };
  before(async () => {
    desk = await startDesk({ log });
  });
  after(() => desk.stop());

  const edit = (why: string, change: (calendar: WorkingCalendar) => Partial<WorkingCalendar>, beforeCommit?: () => Promise<unknown>) => desk.db.transaction().execute(async (trx) => {
    const calendar = await workingCalendar(trx, 'alborz');
    const version = await putInForce(trx, 'alborz', { ...calendar, ...change(calendar) }, { by: { id: null, name: 'test' }, at: desk.ports.now(), why });
    await beforeCommit?.();
    return version;
  });
  const close = (...closures: WorkingCalendar['closures']) => edit('تعطیلی برای آلودگی هوا', (calendar) => ({ closures: [...calendar.closures, ...closures] }));
  const reopen = () => edit('هوا پاک شد', () => ({ closures: [] }));
  /** Where a test begins: nothing is closed, and what others filed is at rest. */
  async function newCase(): Promise<{ id: string; code: string; mobile: string }> {
    desk.setNow(testNow);
    await desk.db.updateTable('request').set({ wake_at: null, state: 'closed' }).execute();
    await reopen();
    expert = await desk.signIn({ agency: 'abfa' });
    const { code, mobile, clock } = await desk.file();
    assert.equal(clock.dueAt, dueOnSaturday);
    return { code, mobile, id: await desk.idOf(code, expert) };
  }
  const row = (id: string) => desk.db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const movesOf = async (id: string) => (await desk.db.selectFrom('request_event').select('public_payload').where('request', '=', id).where('type', '=', 'dueRecomputed').orderBy('seq').execute())
    .map(({ public_payload: payload }) => payload as { why: string; calendarVersion: number; before: string; dueAt: string });
  const act = async (id: string, what: string, json: object): Promise<StaffCase> => {
    const answer = await desk.act(expert, id, what, json);
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as StaffCase;
  };
  const holds = async (id: string) => assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).faults.filter(({ request }) => request === id), []);

  it('moves what is due on a day that is closed now, says why, and wakes for the new time', async () => {
    const { id, code } = await newCase();
    const before = await row(id);
    const version = await close(closed(saturday));
    assert.equal(await recalculateOpen(desk.ports), 1);
    assert.deepEqual(await movesOf(id), [{ why: 'تعطیلی برای آلودگی هوا', calendarVersion: version, before: dueOnSaturday, dueAt: dueOnSunday }]);
    const after = await row(id);
    assert.deepEqual([after.due_at, after.calendar_version, after.calendar_checked, after.version], [new Date(dueOnSunday), version, version, 2]);
    assert.ok(after.wake_at! > before.wake_at!, 'half of it is used later');
    const status = await desk.status(code);
    assert.equal(status.clock.dueAt, dueOnSunday);
    assert.ok(status.clock.explanation.some((step) => step.step === 'recalculated' && step.from === dueOnSaturday && step.to === dueOnSunday));
    assert.ok(status.timeline.some(({ type, by }) => type === 'dueRecomputed' && by === 'system'));
    assert.equal(await recalculateOpen(desk.ports), 0, 'once');
    await holds(id);
  });

  it('tells the citizen once, where the date moved in the end', async () => {
    const { mobile } = await newCase();
    const told = async () => (await desk.inbox(mobile)).filter(({ text }) => text.includes('تاریخ پاسخ جابه‌جا شد')).length;
    await close(closed(saturday));
    await reopen();
    await recalculateOpen(desk.ports);
    assert.equal(await told(), 0, 'closed and opened again before anybody looked');
    await close(closed(saturday), closed('2026-12-06'));
    await recalculateOpen(desk.ports);
    await recalculateOpen(desk.ports);
    assert.equal(await told(), 1);
  });

  it('also moves what belongs to nobody any more: the person behind it was erased', async () => {
    const { id } = await newCase();
    await desk.db.deleteFrom('request_private').where('request', '=', id).execute();
    await close(closed(saturday));
    assert.equal(await recalculateOpen(desk.ports), 1);
    assert.equal((await movesOf(id)).length, 1);
  });

  it('taken back moves it back: two lines', async () => {
    const { id } = await newCase();
    await close(closed(saturday));
    await recalculateOpen(desk.ports);
    await reopen();
    await recalculateOpen(desk.ports);
    assert.deepEqual((await movesOf(id)).map(({ why, dueAt }) => [why, dueAt]), [['تعطیلی برای آلودگی هوا', dueOnSunday], ['هوا پاک شد', dueOnSaturday]]);
    await holds(id);
  });

  it('taken back too late makes nobody late', async () => {
    const { id, code } = await newCase();
    await close(closed(saturday));
    await recalculateOpen(desk.ports);
    await reopen();
    desk.setNow(tehran('2026-12-06T09:00'));
    assert.equal(await recalculateOpen(desk.ports), 1);
    assert.deepEqual([(await movesOf(id)).length, (await desk.status(code)).clock.overdue], [1, false]);
    await holds(id);
  });

  it('of a day that has passed leaves the lines that were written as they are; none is written twice', async () => {
    const { id } = await newCase();
    const half = (await row(id)).wake_at!;
    desk.setNow(half);
    await fireDue(desk.ports);
    desk.setNow(tehran('2026-12-05T13:00'));
    await close(closed(saturday));
    await recalculateOpen(desk.ports);
    assert.deepEqual((await movesOf(id)).map(({ dueAt }) => dueAt), [dueOnSunday]);
    desk.setNow(tehran('2027-02-01T10:00'));
    await fireDue(desk.ports);
    const shares = (await desk.db.selectFrom('request_event').select('public_payload').where('request', '=', id).where('type', '=', 'escalated').orderBy('seq').execute())
      .map(({ public_payload: payload }) => (payload as { share: number }).share);
    assert.deepEqual(shares, [0.5, 0.8, 1, 1.5]);
    await holds(id);
  });

  it('comes before what time brings about: no step of the ladder on a day that is closed now', async () => {
    const { id } = await newCase();
    desk.setNow(tehran('2026-12-04T10:00'));
    await fireDue(desk.ports);
    await close(closed(saturday));
    desk.setNow(dueOnSaturday);
    await fireDue(desk.ports);
    const types = async () => (await desk.db.selectFrom('request_event').select('type').where('request', '=', id).orderBy('seq').execute()).map(({ type }) => type);
    assert.deepEqual(await types(), ['filed', 'escalated', 'escalated', 'dueRecomputed']);
    desk.setNow(dueOnSunday);
    await fireDue(desk.ports);
    assert.deepEqual(await types(), ['filed', 'escalated', 'escalated', 'dueRecomputed', 'escalated']);
  });

  it('reaches what waits for a reply, also when the reply pushes it there', async () => {
    const { id, code, mobile } = await newCase();
    await act(id, 'take', { version: 1 });
    await act(id, 'ask', { version: 2, text: 'کدام خیابان؟' });
    await close(closed('2026-12-13'));
    assert.equal(await recalculateOpen(desk.ports), 1);
    assert.equal((await movesOf(id)).length, 1);
    await holds(id);
    // It waits for ten minutes of the office: moved by them into Sunday, and not by a day.
    desk.setNow(tehran('2026-11-24T10:10'));
    const token = await desk.prove(code, mobile);
    const answer = await desk.fetch(`/v1/requests/${code}/reply`, { json: { text: 'بهار' }, headers: { authorization: `Bearer ${token}` } });
    assert.equal(answer.status, 200, await answer.clone().text());
    await holds(id);
  });

  it('whose days a later pause reaches counts from then on', async () => {
    const { id } = await newCase();
    await close(closed('2026-12-06'));
    await recalculateOpen(desk.ports);
    assert.equal((await movesOf(id)).length, 0, 'it is due before');
    await act(id, 'take', { version: 1 });
    const asked = await act(id, 'ask', { version: 2, text: 'کدام خیابان؟' });
    assert.equal(asked.version, 4, 'the question, and the date by the newer calendar');
    assert.equal((await movesOf(id)).length, 1);
    await holds(id);
  });

  it('leaves alone what was answered, other counties and other agencies', async () => {
    const { id } = await newCase();
    await close(closed(saturday, { counties: ['taleqan'] }), closed(saturday, { agencies: ['sabt-ahval'] }));
    assert.equal(await recalculateOpen(desk.ports), 1);
    assert.deepEqual([(await movesOf(id)).length, (await row(id)).version], [0, 1]);
    await act(id, 'take', { version: 1 });
    await act(id, 'answer', { version: 2, outcome: 'done', text: 'انجام شد.' });
    await close(closed(saturday));
    assert.equal(await recalculateOpen(desk.ports), 0);
    assert.deepEqual([(await movesOf(id)).length, (await row(id)).due_at], [0, new Date(dueOnSaturday)]);
    await holds(id);
  });

  it('reaches what is filed while it is under way, in the next round', async () => {
    await newCase();
    let code = '';
    await edit('تعطیلی', (calendar) => ({ closures: [...calendar.closures, closed(saturday)] }), async () => {
      const filed = await desk.file();
      assert.equal(filed.clock.dueAt, dueOnSaturday);
      assert.equal(await recalculateOpen(desk.ports), 0);
      ({ code } = filed);
    });
    assert.equal(await recalculateOpen(desk.ports), 2);
    assert.equal((await desk.status(code)).clock.dueAt, dueOnSunday);
  });

  it('reaches each of many requests once, though three copies look at the same time; one that fails holds up no other', async () => {
    const { id } = await newCase();
    const ids = [id];
    for (let index = 1; index < 120; index++) ids.push(await desk.idOf((await desk.file()).code, expert));
    await close(closed(saturday));
    const failing = ids[7]!;
    await desk.db.schema.alterTable('request_event').addCheckConstraint('for_this_test', sql`request <> ${sql.lit(failing)} or seq = 1`).execute();
    failures.length = 0;
    try {
      const done = await Promise.all([1, 2, 3].map(() => recalculateOpen(desk.ports)));
      assert.equal(done.reduce((sum, count) => sum + count), 119);
      assert.ok(failures.length > 0 && failures.every(({ event, request }) => event === 'calendar.failed' && request === failing));
    } finally {
      await desk.db.schema.alterTable('request_event').dropConstraint('for_this_test').execute();
    }
    assert.equal(await recalculateOpen(desk.ports), 1);
    const events = await desk.db.selectFrom('request_event').select(['request', 'seq', 'type']).where('request', 'in', ids).where('seq', '>', 1).execute();
    assert.deepEqual([events.length, new Set(events.map(({ request }) => request)).size, events.every(({ type, seq }) => type === 'dueRecomputed' && seq === 2)], [120, 120, true]);
    assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).faults.filter(({ request }) => ids.includes(request)), []);
  });

  it('sees by its index that there is nothing to do, however many are open', async () => {
    const { id } = await newCase();
    const version = await reopen();
    await recalculateOpen(desk.ports);
    const { id: _id, receipt: _receipt, ...others } = await row(id);
    const columns = sql.join(Object.keys(others).map((name) => sql.ref(name)));
    await sql`insert into request (id, receipt, ${columns}) select 'many' || n, 'many' || n, ${columns} from generate_series(1, 20000) n, (select * from request where id = ${id}) r`.execute(desk.db);
    await sql`analyze request`.execute(desk.db);
    const plan = JSON.stringify(await unchecked(desk.db, 'alborz', version).select('id').limit(100).explain('text'));
    await desk.db.deleteFrom('request').where('id', 'like', 'many%').execute();
    assert.match(plan, /Index Scan using request_calendar .*Index Cond: [^"]*calendar_checked </);
  });

  it('stays when the files of the province are published again', async () => {
    await newCase();
    const version = await close(closed(saturday));
    await publishTestDesk(desk.ports);
    assert.equal((await workingCalendar(desk.db, 'alborz')).version, version);
    // Another file than the one that was taken last is an edit like any other.
    await desk.db.deleteFrom('setting').where('key', '=', 'calendar.file.alborz').execute();
    await publishTestDesk(desk.ports);
    assert.equal((await workingCalendar(desk.db, 'alborz')).version, version + 1);
    const newest = await desk.db.selectFrom('calendar_version').select(['created_by', 'why']).where('version', '=', version + 1).executeTakeFirstOrThrow();
    assert.deepEqual(newest, { created_by: 'test', why: 'تقویم استان تازه شد' });
  });
});
