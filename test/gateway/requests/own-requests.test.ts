import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OwnRequests } from '../../../src/contract/request.ts';
import { testNow } from '../../support/gateway.ts';
import { newMobile, problemOf, startDesk, type TestDesk } from './desk.ts';

describe('other requests of the number that was proven', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());
  const others = (code: string, token: string) => desk.fetch(`/v1/requests/${code}/others`, { headers: { authorization: `Bearer ${token}` } });
  const listed = async (code: string, token: string): Promise<OwnRequests> => {
    const answer = await others(code, token);
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as OwnRequests;
  };

  it('are told newest first with their codes, and with nothing that stands in them', async () => {
    const mobile = newMobile();
    const codes: string[] = [];
    for (const minutes of [0, 1, 2]) {
      desk.setNow(new Date(Date.parse(testNow) + minutes * 60_000));
      codes.push((await desk.file({ mobile, name: 'نام در پرونده' })).code);
    }
    await desk.file();
    const { items, total } = await listed(codes[1]!, await desk.prove(codes[1]!, mobile));
    assert.deepEqual([items.map(({ code }) => code), total], [[codes[2], codes[0]], 2]);
    const status = await desk.status(codes[0]!);
    const { state, outcome, offering, agency, filedAt } = status;
    assert.deepEqual({ ...items[1], clock: undefined }, { code: codes[0], state, outcome, offering, agency, filedAt, clock: undefined });
    assert.equal(items[1]!.clock.dueAt, status.clock.dueAt);
    assert.ok(!JSON.stringify(items).includes('نام در پرونده'));
  });

  it('are none where there is one request only', async () => {
    const { code, mobile } = await desk.file();
    assert.deepEqual(await listed(code, await desk.prove(code, mobile)), { items: [], total: 0 });
  });

  it('are fifty at most, and how many there are is said', async () => {
    const mobile = newMobile();
    const { code } = await desk.file({ mobile });
    for (let at = 0; at < 51; at++) await desk.file({ mobile });
    const { items, total } = await listed(code, await desk.prove(code, mobile));
    assert.deepEqual([items.length, total], [50, 51]);
  });

  it('are told to nobody by the code alone, or by the proof of another request', async () => {
    const [mine, other] = [await desk.file(), await desk.file()];
    for (const token of ['', 'x'.repeat(43), await desk.prove(other.code, other.mobile)]) {
      assert.equal((await problemOf(await others(mine.code, token))).code, 'request.notFound');
    }
  });
});
