import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { KeptPromise } from '../../../src/contract/sheet.ts';
import { testNow } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const dayMs = 86_400_000;
const day = (days: number): Date => new Date(Date.parse(testNow) + days * dayMs);

describe('how a promise is kept', () => {
  let desk: TestDesk;
  before(async () => {
    desk = await startDesk();
  });
  after(() => desk.stop());

  const told = async (): Promise<KeptPromise> => {
    const answer = await desk.fetch(`/v1/offerings/${desk.offering}/kept-promise`);
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as KeptPromise;
  };
  /** Files now and answers after so many days; null: never. */
  const request = async (days: number | null): Promise<{ code: string; mobile: string; dueAt: string }> => {
    desk.setNow(testNow);
    const filed = await desk.file();
    const cookie = await desk.signIn({ agency: 'abfa' });
    const id = await desk.idOf(filed.code, cookie);
    if (days !== null) {
      desk.setNow(day(days));
      const later = await desk.signIn({ agency: 'abfa' });
      assert.equal((await desk.act(later, id, 'take', { version: 1 })).status, 200);
      assert.equal((await desk.act(later, id, 'answer', { version: 2, outcome: 'done', text: 'انجام شد.' })).status, 200);
    }
    return { code: filed.code, mobile: filed.mobile, dueAt: filed.clock.dueAt };
  };

  it('says nothing of fewer than ten requests, and counts none that may still be answered in time', async () => {
    for (const days of [1, 1, 1, 2, 2, 2, 3, 4]) await request(days);
    await request(null);
    desk.setNow(day(5));
    const promise = await told();
    assert.deepEqual(promise, { since: '2025-11-29', atLeast: 10, counted: null, inTime: null, medianDays: null });
  });

  it('counts a late answer, and one that never came, against the promise', async () => {
    const { dueAt, code, mobile } = await request(60);
    const dueDays = (Date.parse(dueAt) - Date.parse(testNow)) / dayMs;
    assert.ok(dueDays > 4 && dueDays < 59);
    desk.setNow(day(61));
    // Eight in time, one too late, one of which nothing is heard.
    assert.deepEqual(await told(), { since: '2026-01-24', atLeast: 10, counted: 10, inTime: 8, medianDays: 2 });
    // Who objects to a late answer begins another promise, and does not make the answer one in time.
    const proof = { authorization: `Bearer ${await desk.prove(code, mobile)}` };
    assert.equal((await desk.fetch(`/v1/requests/${code}/object`, { json: { text: 'انجام نشده است.' }, headers: proof })).status, 200);
    assert.deepEqual(await told(), { since: '2026-01-24', atLeast: 10, counted: 10, inTime: 8, medianDays: 2 });
  });

  it('counts nothing against a promise that waits for its citizen', async () => {
    desk.setNow(testNow);
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, '');
    const cookie = await desk.signIn({ agency: 'abfa' });
    await desk.act(cookie, id, 'take', { version: 1 });
    await desk.act(cookie, id, 'ask', { version: 2, text: 'کدام خیابان؟' });
    desk.setNow(day(61));
    assert.equal((await told()).counted, 10);
    desk.setNow(testNow);
    await desk.fetch(`/v1/requests/${filed.code}/reply`, { json: { text: 'بهار' }, headers: { authorization: `Bearer ${await desk.prove(filed.code, filed.mobile)}` } });
    desk.setNow(day(61));
    assert.equal((await told()).counted, 11, 'it runs on');
  });

  it('leaves out what is older than a year', async () => {
    desk.setNow(day(366));
    assert.equal((await told()).counted, null);
  });

  it('knows no service that is not there', async () => {
    assert.equal((await problemOf(await desk.fetch('/v1/offerings/alborz.abfa.none/kept-promise'))).code, 'offering.notFound');
  });
});
