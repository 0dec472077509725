import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sweep } from '../../../src/gateway/housekeeping.ts';
import { testNow } from '../../support/gateway.ts';
import { newMobile, problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

describe('a draft on its way to another device', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk({ settings: { limitFactor: 1 } }); });
  after(() => desk.stop());

  const draft = { raw: { name: 'آزمون', people: [{ who: 'همراه' }] }, position: { at: 'review' } };
  const carry = (mobile: string, more: object = {}) => desk.fetch('/v1/drafts', { json: { offering: desk.offering, mobile, draft, ...more } });
  const take = (mobile: string, otp: string, more: object = {}) => desk.fetch('/v1/drafts/fetch', { json: { offering: desk.offering, mobile, otp, ...more } });
  const codeTo = async (mobile: string) => /(?<!\d)\d{8}(?!\d)/.exec((await desk.inbox(mobile))[0]!.text)![0];
  const another = (otp: string) => String((Number(otp) + 1) % 100_000_000).padStart(8, '0');

  it('is opened once, by the code that the phone got', async () => {
    const mobile = newMobile();
    assert.deepEqual([(await carry(mobile)).status, (await desk.inbox(mobile)).length], [202, 1]);
    const otp = await codeTo(mobile);
    assert.equal((await problemOf(await take(mobile, another(otp)))).code, 'proof.wrong');
    assert.equal((await problemOf(await take(newMobile(), otp))).code, 'proof.wrong');
    const got = await take(mobile, otp);
    assert.deepEqual([got.status, await got.json()], [200, { draft }]);
    assert.equal((await problemOf(await take(mobile, otp))).code, 'proof.wrong');
  });

  it('lies sealed, for a day, and holds against guessing', async () => {
    const mobile = newMobile();
    await carry(mobile);
    const { id, content } = await desk.db.selectFrom('carried_draft').selectAll().orderBy('created_at', 'desc').executeTakeFirstOrThrow();
    assert.ok(!Buffer.from(content).includes('آزمون'));
    const otp = await codeTo(mobile);
    desk.setNow(new Date(Date.parse(testNow) + 25 * 3_600_000));
    assert.equal((await problemOf(await take(mobile, otp))).code, 'proof.wrong');
    desk.setNow(new Date(Date.parse(testNow) + 26 * 3_600_000));
    await sweep(desk.ports);
    assert.equal(await desk.db.selectFrom('carried_draft').select('id').where('id', '=', id).executeTakeFirst(), undefined);
    desk.setNow(testNow);

    const guessed = newMobile();
    await carry(guessed);
    const right = await codeTo(guessed);
    for (let guess = 0; guess < 5; guess++) assert.equal((await take(guessed, another(right))).status, 403);
    assert.equal((await problemOf(await take(guessed, right))).code, 'proof.wrong', 'five wrong tries close it');
  });

  it('sends few messages to one phone, and takes no more than a form holds', async () => {
    const mobile = newMobile();
    for (let time = 0; time < 3; time++) assert.equal((await carry(mobile)).status, 202);
    const { code, retryAfter } = await problemOf(await carry(mobile));
    assert.deepEqual([code, retryAfter! > 0], ['rate.limited', true]);
    assert.equal((await problemOf(await carry(newMobile(), { draft: { raw: 'ا'.repeat(300_001) } }))).code, 'input.tooLarge');
    assert.equal((await problemOf(await carry('0912'))).code, 'input.invalid');
    assert.equal((await problemOf(await carry(newMobile(), { offering: 'abfa.nothing' }))).code, 'offering.notFound');
  });
});
