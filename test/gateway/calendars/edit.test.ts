import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { CalendarContent, CalendarList, CalendarPreview } from '../../../src/contract/calendar-edit.ts';
import { recalculateOpen } from '../../../src/gateway/calendars/recalculate.ts';
import { workingCalendar } from '../../../src/gateway/catalogue/store.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { testNow } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const own = { 'sec-fetch-site': 'same-origin' };
const saturday = { date: '2026-12-05', scope: { province: 'alborz' }, kind: 'closed' as const, hours: [], reason: 'آلودگی هوا' };
const why = 'تعطیلی برای آلودگی هوا';

describe('the working calendar, by the staff', () => {
  let desk: TestDesk;
  let admin: string;
  before(async () => {
    desk = await startDesk();
    admin = await desk.signIn({ role: 'admin' });
  });
  after(() => desk.stop());

  const list = async (cookie: string): Promise<CalendarList> => (await (await desk.fetch('/v1/staff/calendars', { headers: { cookie } })).json()) as CalendarList;
  const send = (cookie: string, path: string, json: object) => desk.fetch(`/v1/staff/calendars${path}`, { json, headers: { cookie, ...own } });
  const contentOf = ({ calendar: { weeklyHours, solarHolidays, lunarHolidays, closures } }: CalendarList): CalendarContent => ({ weeklyHours, solarHolidays, lunarHolidays, closures });
  const edit = async (change: Partial<CalendarContent>) => {
    const known = await list(admin);
    return { version: known.calendar.version, content: { ...contentOf(known), ...change } };
  };
  const closing = async () => edit({ closures: [...(await list(admin)).calendar.closures, saturday] });

  it('is read by all of the staff, and edited by who stands above the agencies', async () => {
    const expert = await desk.signIn({ agency: 'abfa' });
    const known = await list(expert);
    assert.deepEqual([known.calendar.version, known.mayChange, known.versions.map(({ version, by, why: reason, changes }) => [version, by, reason, changes])], [1, false, [[1, 'test', '', []]]]);
    assert.deepEqual([known.counties.find(({ id }) => id === 'fardis')?.name, known.agencies.find(({ id }) => id === 'abfa')?.id], [{ fa: 'فردیس', en: 'Fardis' }, 'abfa']);
    assert.equal((await list(admin)).mayChange, true);
    assert.equal((await list(await desk.signIn({ role: 'supervisor' }))).mayChange, true);
    for (const path of ['', '/preview']) assert.equal((await problemOf(await send(expert, path, { ...await closing(), why }))).code, 'staff.forbidden');
  });

  it('is seen before it is saved: which requests move, the nearest five; nothing is written', async () => {
    const codes: string[] = [];
    for (let index = 0; index < 6; index++) codes.push((await desk.file()).code);
    const seen = await send(admin, '/preview', await closing());
    assert.equal(seen.status, 200, await seen.clone().text());
    const preview = (await seen.json()) as CalendarPreview;
    assert.deepEqual(preview.changes, [{ part: 'closures', change: 'added', date: saturday.date, title: saturday.reason }]);
    assert.deepEqual([preview.open, preview.looked, preview.moved, preview.nearest.length], [6, 6, 6, 5]);
    assert.deepEqual(new Set(preview.nearest.map(({ before, dueAt }) => `${before} ${dueAt}`)), new Set(['2026-12-05T14:30:00+03:30 2026-12-06T14:30:00+03:30']));
    assert.ok(preview.nearest.every(({ codeTail }) => codes.some((code) => code.endsWith(codeTail!))));
    const elsewhere = await edit({ closures: [{ ...saturday, scope: { agencies: ['gaz'] } }] });
    assert.equal(((await (await send(admin, '/preview', elsewhere)).json()) as CalendarPreview).moved, 0);
    assert.equal((await list(admin)).calendar.version, 1);
    assert.equal(await recalculateOpen(desk.ports), 0);
  });

  it('saved, it says who, when, why and what, also in the log; requests move with that reason', async () => {
    const saved = await send(admin, '', { ...await closing(), why });
    assert.equal(saved.status, 200, await saved.clone().text());
    const { calendar, versions } = (await saved.json()) as CalendarList;
    const { staff } = (await (await desk.fetch('/v1/staff/session', { headers: { cookie: admin } })).json()) as { staff: { id: string; name: string } };
    assert.deepEqual([calendar.version, versions[0]], [2, {
      version: 2, at: testNow, by: staff.name, why, changes: [{ part: 'closures', change: 'added', date: saturday.date, title: saturday.reason }],
    }]);
    const [event] = await desk.db.selectFrom('request_event').selectAll().where('request', '=', 'desk:alborz').execute();
    const { digest, ...payload } = event!.public_payload as Record<string, unknown>;
    assert.deepEqual([event!.type, event!.actor_id, payload], ['calendarEdited', staff.id, { version: 2, why, by: { id: staff.id, name: staff.name } }]);
    assert.match(String(digest), /^[0-9a-f]{64}$/);
    assert.equal(await recalculateOpen(desk.ports), 6);
    const moves = await desk.db.selectFrom('request_event').select('public_payload').where('type', '=', 'dueRecomputed').execute();
    assert.ok(moves.length === 6 && moves.every(({ public_payload: move }) => (move as { why: string }).why === why));
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });

  it('is refused where it was edited meanwhile, where it says what cannot be, and without a reason', async () => {
    const known = await edit({});
    assert.equal((await problemOf(await send(admin, '', { ...known, version: 1, why }))).code, 'calendar.changed');
    const refused = async (change: Partial<CalendarContent>) => {
      const { code, errors } = await problemOf(await send(admin, '', { ...known, content: { ...known.content, ...change }, why }));
      assert.equal(code, 'input.invalid');
      return errors!.map(({ path }) => path);
    };
    assert.deepEqual(await refused({ closures: [saturday, { ...saturday, kind: 'reduced' }] }), ['content.closures.1.hours']);
    assert.deepEqual(await refused({ lunarHolidays: [{ date: '2027-02-29', title: 'عید فطر' }] }), ['content.lunarHolidays.0.date']);
    assert.deepEqual(await refused({ weeklyHours: known.content.weeklyHours.slice(0, -1) }), ['content.weeklyHours'], 'hours that end');
    assert.deepEqual(await refused({ weeklyHours: [] }), ['content.weeklyHours']);
    assert.equal((await problemOf(await send(admin, '', { ...known, why: ' ' }))).code, 'input.invalid');
    assert.equal((await list(admin)).calendar.version, 2);
  });

  it('saved twice at once it is edited once; saved as it is it stays as it is', async () => {
    const one = await edit({ closures: [] });
    const answers = await Promise.all([send(admin, '', { ...one, why }), send(admin, '', { ...one, why })]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await send(admin, '', { ...await edit({}), why })).status, 200);
    assert.equal((await workingCalendar(desk.db, 'alborz')).version, 3);
  });

  it('altered behind the log’s back, it is found and named', async () => {
    const { calendar } = await desk.db.selectFrom('calendar_version').select('calendar').where('version', '=', 2).executeTakeFirstOrThrow();
    const altered = { ...calendar, closures: [] };
    await desk.db.updateTable('calendar_version').set({ calendar: JSON.stringify(altered) }).where('version', '=', 2).execute();
    const faults = async () => (await verifyLog(desk.db, desk.ports.secrets)).faults.filter(({ request }) => request === 'desk:alborz');
    assert.deepEqual(await faults(), [{ request: 'desk:alborz', seq: 1, reason: 'calendar' }]);
    await desk.db.updateTable('calendar_version').set({ calendar: JSON.stringify(calendar) }).where('version', '=', 2).execute();
    assert.deepEqual(await faults(), []);
    await sql`delete from calendar_version where version = 2`.execute(desk.db);
    assert.deepEqual(await faults(), [{ request: 'desk:alborz', seq: 1, reason: 'calendar' }]);
  });
});
