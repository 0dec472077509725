import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Figures, Monitor, MonitorCases, MonitorFigure } from '../../../src/contract/monitor.ts';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const tehran = (text: string): Date => new Date(`${text}:00+03:30`);

const unrated = { rated: 0, satisfied: { answers: 0, good: null }, timeKept: { answers: 0, good: null } };

/** A desk whose requests are counted by hand. */
describe('the figures of the monitor', () => {
  let desk: TestDesk;
  const contacts = new Map<string, { code: string; mobile: string }>();
  const at = (text: string) => desk.setNow(tehran(text));
  const get = async (path: string, cookie: string) => desk.fetch(`/v1/staff/monitor${path}`, { headers: { cookie } });
  const monitor = async (cookie: string, query = '') => (await (await get(query, cookie)).json()) as Monitor;
  const of = (shown: Monitor, agency: string): Figures => shown.items.find((item) => item.agency.id === agency)!.figures;
  const supervisor = () => desk.signIn({ role: 'supervisor' });

  async function file(when: string): Promise<string> {
    at(when);
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, '');
    contacts.set(id, filed);
    return id;
  }
  /** What an expert of the agency does with it. */
  async function does(id: string, when: string, what: string, json: object = {}, agency = 'abfa') {
    at(when);
    const cookie = await desk.signIn({ agency });
    const { version } = await desk.openCase(cookie, id);
    const answer = await desk.act(cookie, id, what, { version, ...json });
    assert.equal(answer.status, 200, await answer.clone().text());
  }
  const answer = (id: string, when: string) => does(id, when, 'answer', { outcome: 'done', text: 'انجام شد.' });

  before(async () => {
    desk = await startDesk();
    // Saturday 7 November, 09:00: due on Tuesday 17 at 14:30. Office hours are 07:30 to 14:30, on Thursdays to 13:00.
    const filed: string[] = [];
    for (let n = 0; n < 12; n++) filed.push(await file('2026-11-07T09:00'));
    for (const id of filed) await does(id, '2026-11-07T09:30', 'take');
    // Nine within the promise, after one, two … nine hours of office time.
    const answers = ['07T10:00', '07T11:00', '07T12:00', '07T13:00', '07T14:00', '08T08:00', '08T09:00', '08T10:00', '08T11:00'];
    for (const [n, when] of answers.entries()) await answer(filed[n]!, `2026-11-${when}`);
    // One after it, one waits for the citizen, one was sent on.
    await answer(filed[9]!, '2026-11-18T09:00');
    await does(filed[10]!, '2026-11-08T09:00', 'ask', { text: 'کدام خیابان؟' });
    const { id: unit } = await desk.db.selectFrom('unit').select('id').where('agency', '=', 'sabt-ahval').executeTakeFirstOrThrow();
    await does(filed[11]!, '2026-11-08T09:00', 'refer', { unit, reason: 'کار آنجاست.' });
    // Long ago, and still open: outside of what was filed lately, inside of what is open.
    await file('2026-06-06T09:00');
    at('2026-11-24T10:00');
  });
  after(() => desk.stop());

  it('are those that were counted by hand, each agency by what lies on its desk', async () => {
    const shown = await monitor(await supervisor());
    assert.deepEqual([shown.since, shown.asOf, shown.items.map(({ agency }) => agency.id).sort()], ['2026-08-26', '2026-11-24T10:00:00+03:30', ['abfa', 'sabt-ahval']]);
    assert.deepEqual(of(shown, 'abfa'), {
      filed: 11, open: 2, waiting: 1, overdue: 1, overdueDays: { upTo3: 0, upTo10: 0, more: 1 }, oldestDays: 160, unexplained: 1,
      inTime: 9, broken: 1, medianOpenMinutes: 330, escalated: 0, referred: 0, referrals: 0, ...unrated,
    });
    assert.deepEqual(of(shown, 'sabt-ahval'), {
      filed: 1, open: 1, waiting: 0, overdue: 1, overdueDays: { upTo3: 0, upTo10: 1, more: 0 }, oldestDays: 6, unexplained: 1,
      inTime: 0, broken: 1, medianOpenMinutes: null, escalated: 0, referred: 1, referrals: 1, ...unrated,
    });
    const { total } = shown;
    assert.deepEqual([total.filed, total.open, total.overdue, total.broken, total.medianOpenMinutes, total.oldestDays], [12, 3, 2, 2, 330, 160]);
  });

  it('open down to exactly the cases that they count', async () => {
    const cookie = await supervisor();
    const { items, total } = await monitor(cookie);
    const figures = ['filed', 'open', 'waiting', 'overdue', 'unexplained', 'inTime', 'broken', 'escalated', 'referred'] as const satisfies MonitorFigure[];
    for (const [agency, counted] of [['', total] as const, ...items.map(({ agency: { id }, figures: own }) => [id, own] as const)]) {
      for (const figure of figures) {
        const { items: cases, next } = (await (await get(`/cases?figure=${figure}${agency && `&agency=${agency}`}`, cookie)).json()) as MonitorCases;
        assert.deepEqual([cases.length, next], [counted[figure], null], `${agency} ${figure}`);
      }
    }
    const overdue = (await (await get('/cases?figure=overdue', cookie)).json()) as MonitorCases;
    assert.ok(overdue.items.every((one) => one.overdue));
  });

  it('count an explained delay as explained until its new date has passed', async () => {
    const { id } = await desk.db.selectFrom('request').select('id').where('holder_agency', '=', 'abfa').where('state', '=', 'submitted').executeTakeFirstOrThrow();
    const cookie = await desk.signIn({ agency: 'abfa' });
    const own = { 'sec-fetch-site': 'same-origin' };
    const ruler = await supervisor();
    const list = (await (await desk.fetch('/v1/staff/delay-reasons', { json: { title: 'بازدید لازم است', rule: 'برگه خدمت' }, headers: { cookie: ruler, ...own } })).json()) as { items: { id: string }[] };
    const { ends } = (await (await desk.fetch(`/v1/staff/requests/${id}/delay`, { headers: { cookie } })).json()) as { ends: string[] };
    await does(id, '2026-11-24T10:05', 'delay', { reason: list.items[0]!.id, expected: ends[0] });
    assert.deepEqual(of(await monitor(await supervisor()), 'abfa').unexplained, 0);
    desk.setNow(new Date(Date.parse(ends[0]!) + 60_000));
    assert.deepEqual(of(await monitor(await supervisor()), 'abfa').unexplained, 1);
    at('2026-11-24T10:10');
  });

  it('count what the ladder told to somebody above the expert', async () => {
    await desk.signIn({ agency: 'sabt-ahval', role: 'head', username: 'head-sabt' });
    await fireDue(desk.ports);
    const figures = of(await monitor(await supervisor()), 'sabt-ahval');
    assert.equal(figures.escalated, 1);
  });

  it('tell what citizens said of their requests, and of fewer than ten of them no part', async () => {
    const answered = await desk.db.selectFrom('request').select('id').where('state', 'in', ['answered', 'closed']).orderBy('filed_at').execute();
    assert.equal(answered.length, 10);
    const rate = async (at: number, answers: object) => {
      const { code, mobile } = contacts.get(answered[at]!.id)!;
      const answer = await desk.fetch(`/v1/requests/${code}/rate`, { json: { answers, reasons: [] }, headers: { authorization: `Bearer ${await desk.prove(code, mobile)}` } });
      assert.equal(answer.status, 200, await answer.clone().text());
    };
    for (let at = 0; at < 9; at++) await rate(at, { satisfied: at < 6 ? 5 - (at % 2) : 1 + (at % 3), timeKept: 3 });
    assert.equal((await desk.fetch(`/v1/offerings/${desk.offering}/ratings`, { json: { answers: { satisfied: 1 }, reasons: [] } })).status, 204);
    const said = async () => {
      const { rated, satisfied, timeKept } = of(await monitor(await supervisor()), 'abfa');
      return [rated, satisfied, timeKept];
    };
    assert.deepEqual(await said(), [9, { answers: 9, good: null }, { answers: 9, good: null }]);
    await rate(9, { satisfied: 4 });
    assert.deepEqual(await said(), [10, { answers: 10, good: 7 }, { answers: 9, good: null }]);
    const { total } = await monitor(await supervisor());
    assert.deepEqual(total.satisfied, { answers: 10, good: 7 });
    assert.equal(of(await monitor(await supervisor()), 'sabt-ahval').rated, 0);
  });

  it('are a supervisor’s, and of one agency its head’s', async () => {
    assert.equal((await problemOf(await get('', await desk.signIn({ agency: 'abfa' })))).code, 'staff.forbidden');
    assert.equal((await problemOf(await get('', await desk.signIn({ role: 'officer' })))).code, 'staff.forbidden');
    const head = await desk.signIn({ agency: 'abfa', role: 'head', username: 'head-abfa' });
    const shown = await monitor(head);
    assert.deepEqual([shown.items.map(({ agency }) => agency.id), shown.total.filed], [['abfa'], 11]);
    assert.deepEqual(((await (await get('/cases?figure=open&agency=sabt-ahval', head)).json()) as MonitorCases).items, []);
  });

  it('reach as far back as is asked', async () => {
    const cookie = await supervisor();
    assert.equal((await monitor(cookie, '?days=30')).total.filed, 12);
    assert.equal((await monitor(cookie, '?days=365')).total.filed, 13);
    assert.equal((await problemOf(await get('?days=7', cookie))).code, 'input.invalid');
  });
});
