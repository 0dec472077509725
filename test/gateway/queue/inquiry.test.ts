import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { RequestRecord } from '../../../src/contract/request.ts';
import type { StaffCase } from '../../../src/contract/staff.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

describe('an inquiry of another unit', () => {
  let desk: TestDesk;
  let expert: string;
  before(async () => {
    desk = await startDesk();
    expert = await desk.signIn({ agency: 'abfa' });
  });
  after(() => desk.stop());

  const act = async (id: string, what: string, json: object = {}, cookie = expert) =>
    desk.act(cookie, id, what, { version: (await desk.openCase(expert, id)).version, ...json });
  const done = async (answer: Response): Promise<StaffCase> => {
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as StaffCase;
  };
  const refused = async (answer: Response) => (await problemOf(answer)).code;
  const taken = async () => {
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, expert);
    return { ...filed, id, shown: await done(await act(id, 'take')) };
  };
  const elsewhere = async () => (await desk.db.selectFrom('unit').select('id').where('agency', '=', 'sabt-ahval').executeTakeFirstOrThrow()).id;

  it('is seen with its unit; its words are the desk’s, and the clock runs on', async () => {
    const { code, mobile, id, shown } = await taken();
    const unit = await elsewhere();
    const waiting = await done(await act(id, 'inquire', { unit, text: 'هویت تأیید می‌شود؟' }));
    assert.deepEqual([waiting.state, waiting.clock.state, waiting.clock.dueAt], ['waitingAgency', 'running', shown.clock.dueAt]);
    assert.equal(waiting.holder?.id, shown.holder?.id);
    assert.ok(waiting.allowed.includes('inquiryAnswered') && waiting.allowed.includes('answered'));
    const status = await desk.status(code);
    assert.deepEqual([status.timeline.at(-1)!.type, status.timeline.at(-1)!.unit?.id], ['inquired', unit]);
    assert.equal(status.holder?.id, shown.holder?.id);

    const back = await done(await act(id, 'inquiry-answer', { text: 'تأیید می‌شود.' }));
    assert.deepEqual([back.state, back.clock.dueAt], ['inReview', shown.clock.dueAt]);
    assert.deepEqual(back.messages.map(({ kind, text }) => [kind, text]), [['inquiry', 'هویت تأیید می‌شود؟'], ['inquiryAnswer', 'تأیید می‌شود.']]);
    const record = (await (await desk.record(code, await desk.prove(code, mobile))).json()) as RequestRecord;
    assert.deepEqual(record.messages, []);
    assert.equal((await verifyLog(desk.db, desk.ports.secrets)).ok, true);
  });

  it('goes to a unit that there is, and not to the one that asks', async () => {
    const { id, shown } = await taken();
    assert.equal(await refused(await act(id, 'inquire', { unit: 'nowhere', text: 'x' })), 'staff.unitNotFound');
    assert.equal(await refused(await act(id, 'inquire', { unit: shown.holder!.id, text: 'x' })), 'input.invalid');
    assert.equal(await refused(await act(id, 'inquiry-answer', { text: 'x' })), 'transition.notAllowed');
  });

  it('is asked, and its answer written down, by who works on the request', async () => {
    const { id } = await taken();
    const other = await desk.signIn({ agency: 'abfa', username: 'second' });
    const unit = await elsewhere();
    assert.equal(await refused(await act(id, 'inquire', { unit, text: 'x' }, other)), 'request.heldByOther');
    await done(await act(id, 'inquire', { unit, text: 'x' }));
    assert.equal(await refused(await act(id, 'inquiry-answer', { text: 'x' }, other)), 'request.heldByOther');
    assert.ok(!(await desk.openCase(other, id)).allowed.includes('inquiryAnswered'));
    // An answer of the other unit that never comes keeps nothing open.
    assert.equal((await done(await act(id, 'answer', { outcome: 'done', text: 'انجام شد.' }))).state, 'answered');
  });
});
