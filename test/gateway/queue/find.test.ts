import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { QueueItem } from '../../../src/contract/staff.ts';
import { randomBytes } from '../../../src/gateway/crypto.ts';
import { makeTrackingCode } from '../../../src/rules/tracking-code.ts';
import { testNow } from '../../support/gateway.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';
import { toPersianDigits } from '../../../src/persian/digits.ts';

describe('the desk finds a request', () => {
  let desk: TestDesk;
  let expert: string;
  const logged: string[] = [];
  before(async () => {
    const keep = (event: string, fields?: object) => void logged.push(JSON.stringify([event, fields]));
    desk = await startDesk({ log: { info: keep, error: keep } });
    expert = await desk.signIn({ agency: 'abfa' });
  });
  after(() => desk.stop());
  afterEach(() => desk.setNow(testNow));
  const find = (code: string, cookie = expert) =>
    desk.fetch('/v1/staff/find', { json: { code }, headers: { cookie, 'sec-fetch-site': 'same-origin' } });

  it('by the code that a citizen reads out, however it is typed', async () => {
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, expert);
    const persian = toPersianDigits(filed.code);
    for (const typed of [filed.code, filed.code.replace(/(\d{4})(?=\d)/g, '$1-'), persian.replace(/(.{4})(?=.)/g, '$1 ')]) {
      const answer = await find(typed);
      assert.equal(answer.status, 200, typed);
      const item = (await answer.json()) as QueueItem;
      assert.equal(item.id, id);
      assert.equal(item.codeTail, filed.code.slice(-4));
      assert.ok(!JSON.stringify(item).includes(filed.code));
    }
    assert.equal((await desk.openCase(expert, id)).codeTail, filed.code.slice(-4));
    assert.ok(!logged.some((line) => line.includes(filed.code)), 'the code stands in no log');
  });

  it('and says the same of all that the caller may not open', async () => {
    const filed = await desk.file();
    const foreign = await desk.signIn({ agency: 'sabt-ahval' });
    const wrongDigit = `${filed.code.slice(0, 15)}${(Number(filed.code[15]) + 1) % 10}`;
    const answers = await Promise.all([find(filed.code, foreign), find(makeTrackingCode(randomBytes)), find(wrongDigit), find('1234'), find('سلام')]);
    assert.deepEqual(answers.map(({ status }) => status), Array(5).fill(404));
    assert.equal(new Set(await Promise.all(answers.map((answer) => answer.text()))).size, 1);
    assert.equal((await desk.fetch('/v1/staff/find', { json: { code: filed.code }, headers: { 'sec-fetch-site': 'same-origin' } })).status, 401);
    assert.equal((await find('')).status, 422);
  });

  it('and every look is recorded', async () => {
    const filed = await desk.file();
    const before = await desk.db.selectFrom('audit').selectAll().where('action', '=', 'lookedUp').execute();
    await find(filed.code);
    await find('1234');
    const after = await desk.db.selectFrom('audit').selectAll().where('action', '=', 'lookedUp').orderBy('id').execute();
    assert.deepEqual(after.slice(before.length).map(({ request }) => request), [await desk.idOf(filed.code, expert), null]);
  });

  it('sixty times in ten minutes, so that nobody tries codes', async () => {
    const strict = await startDesk({ settings: { limitFactor: 0.1 } });
    try {
      const cookie = await strict.signIn({ agency: 'abfa' });
      const statuses: number[] = [];
      for (let n = 0; n < 8; n++) {
        statuses.push((await strict.fetch('/v1/staff/find', { json: { code: '1234' }, headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status);
      }
      assert.deepEqual(statuses, [...Array<number>(6).fill(404), 429, 429]);
    } finally {
      await strict.stop();
    }
  });

  it('in a queue by due time, then filing time, then id, page by page', async () => {
    const order = await startDesk();
    try {
      const cookie = await order.signIn({ agency: 'abfa' });
      const codes: string[] = [];
      // All of one day, so due at one closing time; filed out of order, two in the same moment.
      for (const minutes of [50, 10, 30, 10, 0, 40, 20]) {
        order.setNow(new Date(Date.parse(testNow) + minutes * 60_000));
        codes.push((await order.file()).code);
      }
      order.setNow(testNow);
      const page = async (query: string) => {
        const answer = await order.fetch(`/v1/staff/requests?${query}`, { headers: { cookie } });
        return (await answer.json()) as { items: QueueItem[]; next: string | null; asOf: string };
      };
      const { items, asOf } = await page('limit=100');
      assert.equal(new Set(items.map(({ dueAt }) => dueAt)).size, 1);
      assert.equal(Date.parse(asOf), Date.parse(testNow));
      const filedAt = items.map((item) => Date.parse(item.filedAt));
      assert.deepEqual(filedAt, [...filedAt].sort((a, b) => a - b));
      const same = items.filter((item) => Date.parse(item.filedAt) === Date.parse(testNow) + 600_000).map(({ id }) => id);
      assert.equal(same.length, 2);
      const paged: string[] = [];
      let next: string | null = '';
      for (let turn = 0; next !== null && turn < 10; turn++) {
        const one: { items: QueueItem[]; next: string | null } = await page(`limit=2${next ? `&cursor=${encodeURIComponent(next)}` : ''}`);
        paged.push(...one.items.map(({ id }) => id));
        next = one.next;
      }
      assert.deepEqual(paged, items.map(({ id }) => id));
    } finally {
      await order.stop();
    }
  });
});
