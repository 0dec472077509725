import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Queue } from '../../../src/contract/staff.ts';
import type { RequestRecord } from '../../../src/contract/request.ts';
import type { StaffCase, UnitList } from '../../../src/contract/staff.ts';
import type { z } from '../../../src/contract/zod.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { testNow, testPassword } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

type QueuePage = z.infer<typeof Queue>;

describe('the desk', () => {
  let desk: TestDesk;
  let expert: string;
  let foreign: string;
  before(async () => {
    desk = await startDesk();
    expert = await desk.signIn({ agency: 'abfa' });
    foreign = await desk.signIn({ agency: 'sabt-ahval' });
  });
  after(() => desk.stop());
  afterEach(() => desk.setNow(testNow));

  const queue = async (cookie: string, query = ''): Promise<QueuePage> => {
    const answer = await desk.fetch(`/v1/staff/requests${query}`, { headers: { cookie } });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as QueuePage;
  };
  const done = async (answer: Response): Promise<StaffCase> => {
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as StaffCase;
  };
  const newCase = async () => {
    const filed = await desk.file();
    return { filed, id: await desk.idOf(filed.code, expert) };
  };

  it('lists what is due first, a page at a time, nothing twice and nothing missing', async () => {
    const filed: string[] = [];
    for (const [index, minutes] of [30, 10, 20, 10, 10, 0, 25].entries()) {
      desk.setNow(new Date(Date.parse(testNow) + minutes * 60_000));
      filed.push((await desk.file({ name: `نفر ${index}` })).code);
    }
    desk.setNow(testNow);
    const all = (await queue(expert, '?state=all&limit=100')).items;
    assert.equal(all.length, filed.length);
    const dues = all.map(({ dueAt }) => Date.parse(dueAt));
    assert.deepEqual(dues, [...dues].sort((a, b) => a - b));
    const paged: string[] = [];
    let cursor: string | null = '';
    for (let turn = 0; cursor !== null && turn < 10; turn++) {
      const page: QueuePage = await queue(expert, `?state=all&limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    assert.deepEqual(paged, all.map(({ id }) => id));
  });

  it('refuses a cursor or a limit that makes no sense', async () => {
    for (const query of ['?cursor=%00', `?cursor=${btoa('-271821-04-20T00:00:00.000Z a')}`, '?cursor=abc', '?cursor=****', '?limit=0', '?limit=101', '?limit=x']) {
      const answer = await desk.fetch(`/v1/staff/requests${query}`, { headers: { cookie: expert } });
      assert.equal((await problemOf(answer)).code, 'input.invalid', query);
    }
  });

  it('shows each agency its own, the province all, and others nothing', async () => {
    const { id } = await newCase();
    assert.ok((await queue(expert, '?limit=100')).items.some((item) => item.id === id));
    assert.equal((await queue(foreign)).items.length, 0);
    const supervisor = await desk.signIn({ role: 'supervisor' });
    assert.ok((await queue(supervisor, '?limit=100')).items.some((item) => item.id === id));
    assert.equal((await desk.fetch('/v1/staff/requests')).status, 401);

    const missing = await desk.fetch('/v1/staff/requests/no-such-request', { headers: { cookie: foreign } });
    const hidden = await desk.fetch(`/v1/staff/requests/${id}`, { headers: { cookie: foreign } });
    assert.equal(hidden.status, 404);
    assert.equal(await hidden.text(), await missing.text());
    for (const what of ['take', 'answer', 'ask', 'refer']) {
      const json = { version: 1, outcome: 'done', text: 'x', unit: 'sabt-ahval-a', reason: 'x' };
      assert.equal((await problemOf(await desk.act(foreign, id, what, json))).code, 'request.notFound');
    }
    assert.equal((await problemOf(await desk.act(supervisor, id, 'take', { version: 1 }))).code, 'staff.forbidden');
    assert.equal((await desk.openCase(supervisor, id)).version, 1);
  });

  it('does not show a province to the staff of another', async () => {
    const { id } = await newCase();
    await createStaff(desk.ports, { username: 'elsewhere', name: 'ناظر', password: testPassword, role: 'supervisor', province: 'isfahan' });
    const session = await desk.fetch('/v1/staff/session', { json: { username: 'elsewhere', password: testPassword } });
    const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
    assert.equal((await queue(cookie, '?state=all')).items.length, 0);
    assert.equal((await desk.fetch(`/v1/staff/requests/${id}`, { headers: { cookie } })).status, 404);
  });

  it('lets no catalogue officer see requests', async () => {
    await createStaff(desk.ports, { username: 'officer', name: 'مسئول فهرست', password: testPassword, role: 'officer', province: 'alborz', agency: 'abfa' });
    const session = await desk.fetch('/v1/staff/session', { json: { username: 'officer', password: testPassword } });
    const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
    assert.equal((await desk.fetch('/v1/staff/requests', { headers: { cookie } })).status, 403);
  });

  it('notes who reads personal data, and lists without reading it', async () => {
    const { id } = await newCase();
    const reads = async () => (await desk.db.selectFrom('audit').selectAll().where('request', '=', id).execute()).map(({ action }) => action);
    await queue(expert, '?limit=100');
    assert.deepEqual(await reads(), []);
    await desk.openCase(expert, id);
    await desk.act(expert, id, 'take', { version: 1 });
    assert.deepEqual(await reads(), ['read', 'taken']);
  });

  it('carries a request from filing to its answer, and the citizen sees each step', async () => {
    const { filed, id } = await newCase();
    const opened = await desk.openCase(expert, id);
    assert.equal(opened.state, 'submitted');
    assert.ok(opened.allowed.includes('taken') && !opened.allowed.includes('answered'));
    assert.equal(opened.answers['mobile'], filed.mobile);

    const taken = await done(await desk.act(expert, id, 'take', { version: opened.version }));
    assert.equal(taken.state, 'inReview');
    const asked = await done(await desk.act(expert, id, 'ask', { version: taken.version, text: 'نشانی ملک را بنویسید.' }));
    assert.equal(asked.state, 'waitingCitizen');
    assert.equal(asked.clock.state, 'paused');
    assert.equal((await desk.status(filed.code)).clock.state, 'paused');

    const token = await desk.prove(filed.code, filed.mobile);
    const reply = await desk.fetch(`/v1/requests/${filed.code}/reply`, { json: { text: 'کرج، خیابان بهار' }, headers: { authorization: `Bearer ${token}` } });
    assert.equal(reply.status, 200, await reply.clone().text());
    assert.equal(((await reply.json()) as RequestRecord).status.state, 'inReview');
    const again = await desk.fetch(`/v1/requests/${filed.code}/reply`, { json: { text: 'باز هم' }, headers: { authorization: `Bearer ${token}` } });
    const problem = await problemOf(again);
    assert.equal(problem.code, 'transition.notAllowed');
    assert.match(problem.detail!, /citizenReplied.*inReview/);

    const answered = await done(await desk.act(expert, id, 'answer', {
      version: asked.version + 1, outcome: 'partlyDone', text: 'انشعاب آماده است.', legalBasis: 'مادهٔ ۴',
    }));
    assert.equal(answered.state, 'answered');
    assert.equal(answered.outcome, 'partlyDone');
    assert.equal(answered.clock.state, 'stopped');

    const record = (await (await desk.record(filed.code, token)).json()) as RequestRecord;
    assert.deepEqual(record.messages.map(({ kind, from, text, legalBasis }) => [kind, from, text, legalBasis]), [
      ['question', 'expert', 'نشانی ملک را بنویسید.', null],
      ['reply', 'citizen', 'کرج، خیابان بهار', null],
      ['answer', 'expert', 'انشعاب آماده است.', 'مادهٔ ۴'],
    ]);
    const open = await desk.status(filed.code);
    assert.deepEqual(open.timeline.map(({ type }) => type), ['filed', 'taken', 'askedCitizen', 'citizenReplied', 'answered']);
    assert.ok(!JSON.stringify(open).includes('کرج، خیابان بهار') && !JSON.stringify(open).includes('انشعاب آماده است'));

    const texts = (await desk.inbox(filed.mobile)).map(({ text }) => text).reverse();
    assert.equal(texts.length, 5);
    assert.ok(texts.every((text) => !text.includes('کرج') && !text.includes('آماده است.\u200c')));
    assert.ok((await queue(expert, '?state=answered&limit=100')).items.some((item) => item.id === id));
    assert.ok(!(await queue(expert, '?state=open&limit=100')).items.some((item) => item.id === id));
  });

  it('moves the due time by the days that it waited for the citizen', async () => {
    const { filed, id } = await newCase();
    const before = Date.parse((await desk.status(filed.code)).clock.dueAt);
    await desk.act(expert, id, 'take', { version: 1 });
    await desk.act(expert, id, 'ask', { version: 2, text: 'کدام خیابان؟' });
    desk.setNow(new Date(Date.parse(testNow) + 3 * 86_400_000));
    const token = await desk.prove(filed.code, filed.mobile);
    await desk.fetch(`/v1/requests/${filed.code}/reply`, { json: { text: 'بهار' }, headers: { authorization: `Bearer ${token}` } });
    const after = Date.parse((await desk.status(filed.code)).clock.dueAt);
    // Not to the hour: the office closes earlier on some days, and a due time is a closing time.
    assert.ok(after - before > 2.5 * 86_400_000, `moved by ${(after - before) / 86_400_000} days`);
    const row = await desk.db.selectFrom('request').select('due_at').where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(row.due_at.getTime(), after);
  });

  it('says until when the clock waits, and counts on from then although nobody replied', async () => {
    const { filed, id } = await newCase();
    await desk.act(expert, id, 'take', { version: 1 });
    const asked = await done(await desk.act(expert, id, 'ask', { version: 2, text: 'کدام خیابان؟' }));
    const { since, until } = asked.clock.paused!;
    assert.equal(Date.parse(since), Date.parse(testNow));
    assert.deepEqual((await desk.status(filed.code)).clock.paused, asked.clock.paused, 'the citizen reads the same');
    desk.setNow(new Date(Date.parse(until!) + 60_000));
    const after = await desk.status(filed.code);
    assert.deepEqual([after.state, after.clock.state, after.clock.paused], ['waitingCitizen', 'running', undefined]);
    desk.setNow(new Date(Date.parse(until!) + 40 * 86_400_000));
    assert.equal((await desk.status(filed.code)).clock.dueAt, after.clock.dueAt);
  });

  it('refers to another agency: the holder changes, code and clock stay', async () => {
    const { filed, id } = await newCase();
    const before = await desk.status(filed.code);
    const referred = await done(await desk.act(expert, id, 'refer', { version: 1, unit: 'sabt-ahval-a', reason: 'کار این واحد است.', legalBasis: 'مادهٔ ۲' }));
    assert.equal(referred.holder?.id, 'sabt-ahval-a');
    const after = await desk.status(filed.code);
    assert.equal(after.hops, 1);
    assert.equal(after.holder?.agency, 'sabt-ahval');
    assert.equal(after.agency.id, 'abfa', 'filed with whom it was filed');
    assert.deepEqual([after.clock.dueAt, after.clock.startedAt, after.clock.policy], [before.clock.dueAt, before.clock.startedAt, before.clock.policy]);
    assert.equal(after.timeline.at(-1)!.unit?.id, 'sabt-ahval-a');

    assert.equal((await problemOf(await desk.act(expert, id, 'take', { version: 2 }))).code, 'request.notFound', 'the first agency holds it no more');
    const taken = await done(await desk.act(foreign, id, 'take', { version: 2 }));
    assert.deepEqual(taken.messages.map(({ kind, text, legalBasis }) => [kind, text, legalBasis]), [['referral', 'کار این واحد است.', 'مادهٔ ۲']]);
  });

  it('refers nowhere else', async () => {
    const { id } = await newCase();
    const { holder } = await desk.openCase(expert, id);
    const refer = async (unit: string) => (await problemOf(await desk.act(expert, id, 'refer', { version: 1, unit, reason: 'چون' }))).code;
    assert.equal(await refer('no-such-unit'), 'staff.unitNotFound');
    assert.equal(await refer(holder!.id), 'input.invalid');
    assert.equal((await problemOf(await desk.act(expert, id, 'refer', { version: 1, unit: 'sabt-ahval-a', reason: '  ' }))).code, 'input.invalid');
  });

  it('lets nobody overwrite what they have not seen', async () => {
    const { id } = await newCase();
    const all = await Promise.all(Array.from({ length: 6 }, () => desk.act(expert, id, 'take', { version: 1 })));
    assert.deepEqual(all.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409]);
    assert.equal((await problemOf(await desk.act(expert, id, 'answer', { version: 1, outcome: 'done', text: 'x' }))).code, 'request.changed');
    assert.equal((await desk.openCase(expert, id)).version, 2);
  });

  it('names event and state where the lifecycle forbids', async () => {
    const { id } = await newCase();
    const problem = await problemOf(await desk.act(expert, id, 'answer', { version: 1, outcome: 'done', text: 'x' }));
    assert.equal(problem.code, 'transition.notAllowed');
    assert.deepEqual(problem.errors, [{ path: 'event', code: 'notAllowed', params: { event: 'answered', state: 'submitted' } }]);
    assert.equal((await desk.openCase(expert, id)).version, 1);
  });

  it('changes nothing from a page of another origin', async () => {
    const { id } = await newCase();
    const answer = await desk.fetch(`/v1/staff/requests/${id}/take`, { json: { version: 1 }, headers: { cookie: expert, 'sec-fetch-site': 'same-site' } });
    assert.equal((await problemOf(answer)).code, 'staff.forbidden');
  });

  it('lists the units of the province for a referral', async () => {
    const answer = await desk.fetch('/v1/staff/units', { headers: { cookie: expert } });
    const { items } = (await answer.json()) as z.infer<typeof UnitList>;
    assert.ok(items.some(({ unit, agency }) => unit.id === 'sabt-ahval-a' && agency.id === 'sabt-ahval'));
    const names = items.map(({ agency }) => agency.name.fa);
    assert.deepEqual(names, [...names].sort(new Intl.Collator('fa').compare));
  });
});
