import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Notices } from '../../../src/contract/notice.ts';
import type { Terms } from '../../../src/contract/terms.ts';
import { keepTerms } from '../../../src/gateway/catalogue/terms.ts';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { usualTerms } from '../../../src/rules/terms.ts';
import { testNow } from '../../support/gateway.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const minute = 60_000;
const later = (instant: string | Date, milliseconds: number): Date => new Date(new Date(instant).getTime() + milliseconds);
const tehran = (text: string): Date => new Date(`${text}:00+03:30`);

describe('the ladder above a request', () => {
  let desk: TestDesk;
  before(async () => {
    desk = await startDesk();
  });
  after(() => desk.stop());

  const people = {
    expert: { agency: 'abfa' }, colleague: { agency: 'abfa', username: 'expert-abfa-two' }, unit: { agency: 'abfa', unit: '', role: 'head', username: 'head-of-unit' },
    agency: { agency: 'abfa', role: 'head', username: 'head-of-agency' }, supervisor: { role: 'supervisor' }, elsewhere: { agency: 'sabt-ahval', role: 'head', username: 'head-elsewhere' },
  } as const;
  type Person = keyof typeof people;
  let unit = '';
  const signIn = (who: Person) => desk.signIn({ ...people[who], ...('unit' in people[who] && { unit }) });
  const noticesOf = async (who: Person): Promise<Notices> => {
    const answer = await desk.fetch('/v1/staff/notices', { headers: { cookie: await signIn(who) } });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as Notices;
  };
  const told = async (): Promise<string[]> => {
    const names: string[] = [];
    for (const who of Object.keys(people) as Person[]) if ((await noticesOf(who)).total) names.push(who);
    return names;
  };
  /** Only these accounts are active. */
  const present = async (...active: Person[]): Promise<void> => {
    for (const who of Object.keys(people) as Person[]) {
      const { username } = (await (await desk.fetch('/v1/staff/session', { headers: { cookie: await signIn(who) } })).json() as { staff: { username: string } }).staff;
      await desk.db.updateTable('staff').set({ active: active.includes(who) }).where('username', '=', username).execute();
    }
  };
  const everybody = () => desk.db.updateTable('staff').set({ active: true }).execute();
  async function newCase(at = testNow, terms: Partial<Terms> = {}) {
    desk.setNow(at);
    await everybody();
    await desk.db.deleteFrom('staff_notice').execute();
    await desk.db.updateTable('request').set({ wake_at: null }).execute();
    await desk.db.transaction().execute((trx) => keepTerms(trx, 'alborz', { ...usualTerms, ...terms }, new Date(at), 'test'));
    const filed = await desk.file();
    unit = filed.holder!.id;
    for (const who of Object.keys(people) as Person[]) await signIn(who);
    const id = await desk.idOf(filed.code, await signIn('expert'));
    return { id, code: filed.code, dueAt: new Date(filed.clock.dueAt) };
  }
  const stepsIn = async (id: string) => (await desk.db.selectFrom('request_event').select('public_payload').where('request', '=', id).where('type', '=', 'escalated').orderBy('seq').execute())
    .map(({ public_payload: payload }) => payload as { share: number; level: number; to: number | null; vacant: number[] });
  const wake = async (id: string): Promise<Date> => (await desk.db.selectFrom('request').select('wake_at').where('id', '=', id).executeTakeFirstOrThrow()).wake_at!;
  const fireNext = async (id: string): Promise<void> => {
    desk.setNow(await wake(id));
    assert.equal(await fireDue(desk.ports), 1);
  };

  it('is climbed step by step: all experts while nobody has taken it, the head of the unit, the head of the agency, the supervisor; each a line for the citizen', async () => {
    const { id, code } = await newCase();
    const climbed: string[][] = [];
    for (let step = 0; step < 4; step++) {
      await desk.db.deleteFrom('staff_notice').execute();
      await fireNext(id);
      // In office hours, when they are told.
      const { tell_at: tellAt } = await desk.db.selectFrom('staff_notice').select('tell_at').limit(1).executeTakeFirstOrThrow();
      desk.setNow(tellAt);
      climbed.push(await told());
    }
    assert.deepEqual(climbed, [['expert', 'colleague'], ['unit'], ['agency'], ['supervisor']]);
    const lines = (await desk.status(code)).timeline.filter(({ type }) => type === 'escalated');
    assert.deepEqual(lines.map(({ escalation }) => escalation), [[0.5, 0], [0.8, 1], [1, 2], [1.5, 3]].map(([share, to]) => ({ clock: 'answer', share, to })));
    assert.ok(lines.every(({ by }) => by === 'system'));
  });

  it('tells the one who works on it, and nobody beside them', async () => {
    const { id } = await newCase();
    assert.equal((await desk.act(await signIn('colleague'), id, 'take', { version: 1 })).status, 200);
    await fireNext(id);
    desk.setNow((await desk.db.selectFrom('staff_notice').select('tell_at').executeTakeFirstOrThrow()).tell_at);
    assert.deepEqual(await told(), ['colleague']);
  });

  it('passes over levels that nobody holds, and says so; where nobody is left, the line stands all the same', async () => {
    const { id } = await newCase();
    await present('supervisor', 'elsewhere');
    await fireNext(id);
    assert.deepEqual(await stepsIn(id), [{ clock: 'answer', round: 0, share: 0.5, level: 0, to: 3, vacant: [0, 1, 2] }]);
    await everybody();
    await present('elsewhere');
    await fireNext(id);
    assert.deepEqual((await stepsIn(id)).at(-1), { clock: 'answer', round: 0, share: 0.8, level: 1, to: null, vacant: [1, 2, 3] });
    await everybody();
    assert.equal((await noticesOf('elsewhere')).total, 0, 'another agency’s head is told nothing');
  });

  it('writes at its minute and tells in office hours: not on a Friday night', async () => {
    // 72 hours from Wednesday noon; the whole is used up on Saturday, 80 % of it on Friday evening.
    const { id } = await newCase('2026-12-02T12:00:00+03:30', { singleWindow: 'PT72H' });
    await fireNext(id);
    const evening = await wake(id);
    assert.deepEqual(evening, tehran('2026-12-04T21:36'));
    await desk.db.deleteFrom('staff_notice').execute();
    await fireNext(id);
    const line = await desk.db.selectFrom('request_event').select('at').where('request', '=', id).orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
    assert.deepEqual(line.at, evening);
    const notice = await desk.db.selectFrom('staff_notice').select('tell_at').executeTakeFirstOrThrow();
    assert.deepEqual(notice.tell_at, tehran('2026-12-05T07:30'), 'Saturday, when the office opens');
    assert.equal((await noticesOf('unit')).total, 0);
    desk.setNow(notice.tell_at);
    assert.equal((await noticesOf('unit')).total, 1);
  });

  it('speaks for the first response too; of two steps in one minute one notice comes, of two clocks two lines', async () => {
    const { id } = await newCase(testNow, { singleWindow: 'P2WD', firstResponse: 'P2WD', ladder: [{ share: 1, level: 2 }] });
    await fireNext(id);
    assert.deepEqual((await desk.db.selectFrom('request_event').select('public_payload').where('request', '=', id).where('type', '=', 'escalated').orderBy('seq').execute())
      .map(({ public_payload: payload }) => (payload as { clock: string }).clock), ['answer', 'firstResponse']);
    assert.equal((await desk.db.selectFrom('staff_notice').select('id').execute()).length, 1);
  });

  it('is seen once: the notice goes, also when the request was answered meanwhile; nobody sees those of another', async () => {
    const { id, dueAt } = await newCase();
    desk.setNow(later(dueAt, 20 * 24 * 60 * minute));
    await fireDue(desk.ports);
    const { tell_at: tellAt } = await desk.db.selectFrom('staff_notice').select('tell_at').where('level', '=', 3).executeTakeFirstOrThrow();
    desk.setNow(later(tellAt, 0));
    const own = await noticesOf('supervisor');
    assert.equal(own.total, 1);
    assert.deepEqual([own.items[0]!.request, own.items[0]!.share, own.items[0]!.overdue], [id, 1.5, true]);
    const see = async (who: Person) => desk.fetch('/v1/staff/notices/seen', { json: { ids: [own.items[0]!.id] }, headers: { cookie: await signIn(who), 'sec-fetch-site': 'same-origin' } });
    assert.equal((await see('unit')).status, 204);
    assert.equal((await noticesOf('supervisor')).total, 1, 'who is not meant changes nothing');
    assert.equal((await see('supervisor')).status, 204);
    assert.equal((await noticesOf('supervisor')).total, 0);
    assert.equal((await noticesOf('agency')).total, 1);
    const expert = await signIn('expert');
    const { version } = await desk.openCase(expert, id);
    assert.equal((await desk.act(expert, id, 'take', { version })).status, 200);
    assert.equal((await desk.act(expert, id, 'answer', { version: version + 1, outcome: 'done', text: 'انجام شد.' })).status, 200);
    assert.equal((await noticesOf('agency')).total, 0);
  });
});
