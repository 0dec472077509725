import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StaffCase, StaffRef } from '../../../src/contract/staff.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { testPassword } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

describe('who works on a request', () => {
  let desk: TestDesk;
  let first: string;
  let second: string;
  let head: string;
  before(async () => {
    desk = await startDesk();
    first = await signIn('first', 'یکم');
    second = await signIn('second', 'دوم');
    head = await signIn('head', 'رئیس', 'head');
  });
  after(() => desk.stop());

  async function signIn(username: string, name: string, role: 'expert' | 'head' | 'admin' = 'expert', unit?: string): Promise<string> {
    await createStaff(desk.ports, { username, name, password: testPassword, role, province: 'alborz', ...(role !== 'admin' && { agency: 'abfa' }), unit });
    const answer = await desk.fetch('/v1/staff/session', { json: { username, password: testPassword } });
    return answer.headers.getSetCookie()[0]!.split(';')[0]!;
  }
  const idOf = async (username: string): Promise<string> =>
    (await desk.db.selectFrom('staff').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id;
  const done = async (answer: Response): Promise<StaffCase> => {
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as StaffCase;
  };
  const newCase = async () => {
    const filed = await desk.file();
    return { filed, id: await desk.idOf(filed.code, first) };
  };
  const words: Record<string, object> = {
    answer: { outcome: 'done', text: 'انجام شد.' }, ask: { text: 'کدام خیابان؟' }, refer: { unit: 'sabt-ahval-a', reason: 'کار آنجاست.' },
  };

  it('is who took it, and everybody at the desk sees the name', async () => {
    const { id } = await newCase();
    assert.equal((await desk.openCase(first, id)).assignee, null);
    const taken = await done(await desk.act(first, id, 'take', { version: 1 }));
    assert.deepEqual(taken.assignee, { id: await idOf('first'), name: 'یکم' });
    const seen = await desk.openCase(second, id);
    assert.equal(seen.assignee?.name, 'یکم');
    assert.deepEqual(seen.timeline.map(({ type, staff, assignee }) => [type, staff?.name ?? null, assignee?.name ?? null]), [
      ['filed', null, null], ['taken', 'یکم', 'یکم'],
    ]);
  });

  it('alone answers, asks and refers; a colleague is told whose it is', async () => {
    const { id } = await newCase();
    await done(await desk.act(first, id, 'take', { version: 1 }));
    for (const [what, json] of Object.entries(words)) {
      for (const cookie of [second, head]) {
        const answer = await desk.act(cookie, id, what, { version: 2, ...json });
        assert.equal(answer.status, 409, what);
        const problem = await problemOf(answer);
        assert.equal(problem.code, 'request.heldByOther', what);
        assert.deepEqual(problem.errors, [{ path: 'assignee', code: 'heldByOther', params: { name: 'یکم' } }]);
      }
    }
    assert.equal((await problemOf(await desk.act(second, id, 'take', { version: 2 }))).code, 'request.heldByOther');
    assert.equal((await problemOf(await desk.act(second, id, 'release', { version: 2 }))).code, 'request.heldByOther');
    assert.equal((await problemOf(await desk.act(second, id, 'answer', { version: 1, ...words['answer'] }))).code, 'request.changed', 'what is old is told first');
    assert.equal((await desk.openCase(first, id)).version, 2, 'nothing happened');
    assert.equal((await done(await desk.act(first, id, 'answer', { version: 2, ...words['answer'] }))).state, 'answered');
  });

  it('changes when a colleague takes it over in the open, and nothing else does', async () => {
    const { filed, id } = await newCase();
    await desk.act(first, id, 'take', { version: 1 });
    const asked = await done(await desk.act(first, id, 'ask', { version: 2, ...words['ask'] }));
    const over = await done(await desk.act(second, id, 'take', { version: 3, takeOver: true }));
    assert.equal(over.assignee?.name, 'دوم');
    assert.equal(over.state, 'waitingCitizen', 'it goes on waiting');
    assert.deepEqual([over.clock.state, over.clock.pausedSince, over.clock.dueAt], ['paused', asked.clock.pausedSince, asked.clock.dueAt]);
    assert.deepEqual(over.timeline.at(-1), { ...over.timeline.at(-1)!, type: 'takenOver', staff: over.assignee, assignee: over.assignee });
    assert.equal((await problemOf(await desk.act(first, id, 'answer', { version: 4, ...words['answer'] }))).code, 'request.heldByOther');

    const status = await desk.status(filed.code);
    assert.equal(status.timeline.at(-1)!.type, 'takenOver');
    assert.ok(!JSON.stringify(status).includes('دوم'), 'citizens read no names');
    const { assignee } = await desk.db.selectFrom('request').select('assignee').where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(assignee, await idOf('second'));
  });

  it('is one of two who take it over at once', async () => {
    const { id } = await newCase();
    const third = await signIn('third', 'سوم');
    await desk.act(first, id, 'take', { version: 1 });
    const all = await Promise.all([second, third].map((cookie) => desk.act(cookie, id, 'take', { version: 2, takeOver: true })));
    assert.deepEqual(all.map(({ status }) => status).sort(), [200, 409]);
  });

  it('is nobody after giving it back, and whoever acts first then', async () => {
    const { id } = await newCase();
    assert.equal((await problemOf(await desk.act(first, id, 'release', { version: 1 }))).code, 'transition.notAllowed');
    await desk.act(first, id, 'take', { version: 1 });
    assert.equal((await problemOf(await desk.act(first, id, 'take', { version: 2 }))).code, 'transition.notAllowed');
    const released = await done(await desk.act(first, id, 'release', { version: 2 }));
    assert.equal(released.assignee, null);
    assert.ok(released.allowed.includes('taken') && released.allowed.includes('answered'));
    const asked = await done(await desk.act(second, id, 'ask', { version: 3, ...words['ask'] }));
    assert.equal(asked.assignee?.name, 'دوم');
  });

  it('is whom the head chooses, of those who may', async () => {
    const { id } = await newCase();
    const elsewhere = await desk.signIn({ agency: 'sabt-ahval' });
    const answer = await desk.fetch(`/v1/staff/requests/${id}/colleagues`, { headers: { cookie: head } });
    const { items } = (await answer.json()) as { items: StaffRef[] };
    const names = items.map(({ name }) => name);
    assert.ok(names.includes('یکم') && names.includes('دوم') && names.includes('رئیس'));
    assert.ok(!items.some(({ id: other }) => other === 'sabt-ahval'));
    assert.equal((await desk.fetch(`/v1/staff/requests/${id}/colleagues`, { headers: { cookie: elsewhere } })).status, 404);

    assert.equal((await problemOf(await desk.act(first, id, 'assign', { version: 1, assignee: await idOf('second') }))).code, 'staff.forbidden');
    const foreign = (await desk.db.selectFrom('staff').select('id').where('agency', '=', 'sabt-ahval').executeTakeFirstOrThrow()).id;
    for (const assignee of [foreign, 'nobody']) {
      const problem = await problemOf(await desk.act(head, id, 'assign', { version: 1, assignee }));
      assert.deepEqual([problem.code, problem.errors?.[0]?.path], ['staff.notFound', 'assignee']);
    }
    const given = await done(await desk.act(head, id, 'assign', { version: 1, assignee: await idOf('second') }));
    assert.deepEqual([given.state, given.assignee?.name], ['inReview', 'دوم']);
    assert.deepEqual([given.timeline.at(-1)!.type, given.timeline.at(-1)!.staff?.name, given.timeline.at(-1)!.assignee?.name], ['assigned', 'رئیس', 'دوم']);
    assert.equal((await problemOf(await desk.act(head, id, 'assign', { version: 2, assignee: await idOf('second') }))).code, 'input.invalid');
    assert.equal((await done(await desk.act(head, id, 'release', { version: 2 }))).assignee, null);
    await desk.db.updateTable('staff').set({ active: false }).where('username', '=', 'second').execute();
    assert.equal((await problemOf(await desk.act(head, id, 'assign', { version: 3, assignee: await idOf('second') }))).code, 'staff.notFound');
    await desk.db.updateTable('staff').set({ active: true }).where('username', '=', 'second').execute();
  });

  it('decides what each may do', async () => {
    const { id } = await newCase();
    const supervisor = await desk.signIn({ role: 'supervisor' });
    const may = async (cookie: string, types: string[]) => {
      const { allowed } = await desk.openCase(cookie, id);
      return types.filter((type) => allowed.includes(type));
    };
    const all = ['taken', 'takenOver', 'released', 'assigned', 'answered', 'askedCitizen', 'referred'];
    assert.deepEqual(await may(first, all), ['taken', 'referred']);
    await desk.act(first, id, 'take', { version: 1 });
    assert.deepEqual(await may(first, all), ['released', 'answered', 'askedCitizen', 'referred']);
    assert.deepEqual(await may(second, all), ['takenOver']);
    assert.deepEqual(await may(head, all), ['takenOver', 'released', 'assigned']);
    assert.deepEqual((await desk.openCase(supervisor, id)).allowed, []);
  });

  it('narrows the queue to the caller’s own, or to nobody’s', async () => {
    const mine = await newCase();
    const free = await newCase();
    await desk.act(first, mine.id, 'take', { version: 1 });
    const ids = async (query: string) => {
      const answer = await desk.fetch(`/v1/staff/requests?limit=100&${query}`, { headers: { cookie: first } });
      return ((await answer.json()) as { items: { id: string; assignee: StaffRef | null }[] }).items;
    };
    const own = await ids('assignee=me');
    assert.ok(own.some(({ id }) => id === mine.id) && own.every(({ assignee }) => assignee?.name === 'یکم'));
    const nobodys = await ids('assignee=none');
    assert.ok(nobodys.some(({ id }) => id === free.id) && nobodys.every(({ assignee }) => assignee === null));
  });

  it('is of the unit that holds it, where experts belong to units', async () => {
    const { id } = await newCase();
    const { holder } = await desk.openCase(first, id);
    const inside = await signIn('inside', 'همان واحد', 'expert', holder!.id);
    const other = (await desk.db.selectFrom('unit').select('id').where('agency', '=', 'abfa').where('id', '!=', holder!.id).executeTakeFirstOrThrow()).id;
    const outside = await signIn('outside', 'واحد دیگر', 'expert', other);
    assert.equal((await desk.openCase(inside, id)).id, id);
    assert.equal((await desk.fetch(`/v1/staff/requests/${id}`, { headers: { cookie: outside } })).status, 404);
    const queue = await desk.fetch('/v1/staff/requests?state=all&limit=100', { headers: { cookie: outside } });
    assert.deepEqual(((await queue.json()) as { items: unknown[] }).items, []);
    const names = ((await (await desk.fetch(`/v1/staff/requests/${id}/colleagues`, { headers: { cookie: head } })).json()) as { items: StaffRef[] }).items.map(({ name }) => name);
    assert.ok(names.includes('همان واحد') && !names.includes('واحد دیگر'));
    const referred = await done(await desk.act(first, id, 'refer', { version: 1, unit: other, reason: 'کار آن واحد است.' }));
    assert.equal(referred.assignee, null);
    assert.equal((await desk.openCase(outside, id)).id, id);
    assert.equal((await desk.fetch(`/v1/staff/requests/${id}`, { headers: { cookie: inside } })).status, 404);
  });
});
