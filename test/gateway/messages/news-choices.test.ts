import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { NewsChoices } from '../../../src/contract/news.ts';
import type { RequestRecord } from '../../../src/contract/request.ts';
import { sweep } from '../../../src/gateway/housekeeping.ts';
import { deliverDue } from '../../../src/gateway/messages/deliver.ts';
import { DeliveryError } from '../../../src/gateway/messages/sender.ts';
import { testNow } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const minute = 60_000;
let names = 0;
/** An address that no other test writes to. */
const newAddress = (): string => `citizen-${++names}@example.ir`;

describe('how news of a request reach its citizen', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());
  beforeEach(() => desk.setNow(testNow));

  const call = (code: string, token: string, path: string, json: object) =>
    desk.fetch(`/v1/requests/${code}/news${path}`, { json, headers: { authorization: `Bearer ${token}` } });
  /** A filed request, and what its citizen does about news of it. */
  async function citizen() {
    const { code, mobile } = await desk.file();
    const token = await desk.prove(code, mobile);
    const good = async (answer: Response) => {
      assert.equal(answer.status, 200, await answer.clone().text());
      return (await answer.json()) as NewsChoices;
    };
    const add = (address: string) => call(code, token, '/email', { address });
    const confirm = (otp: string) => call(code, token, '/email/proof', { otp });
    return {
      code, mobile, add, confirm, good,
      choose: async (json: object) => good(await call(code, token, '', json)),
      record: async () => ((await (await desk.record(code, token)).json()) as RequestRecord).news!,
      async proven(address: string) {
        await good(await add(address));
        return good(await confirm(await desk.otpOf(address)));
      },
      /** An expert takes it up: an event that is news. */
      async take() {
        const cookie = await desk.signIn({ agency: 'abfa' });
        const id = await desk.idOf(code, cookie);
        await desk.act(cookie, id, 'take', { version: (await desk.openCase(cookie, id)).version });
      },
      texts: async (receiver: string) => (await desk.inbox(receiver)).map(({ text }) => text).filter((text) => !/یک‌بارمصرف/.test(text)),
    };
  }

  it('is by SMS at first; without it a one-time code still comes, and the choice is no event of the request', async () => {
    const one = await citizen();
    assert.deepEqual(await one.record(), { sms: true, email: { confirmed: null, waiting: null, smsInstead: false } });
    assert.equal((await one.choose({ sms: false })).sms, false);
    assert.equal((await one.choose({})).sms, false, 'what is not named stays');
    const before = await one.texts(one.mobile);
    await one.take();
    assert.deepEqual(await one.texts(one.mobile), before);
    await desk.prove(one.code, one.mobile);
    assert.deepEqual((await desk.status(one.code)).timeline.map(({ type }) => type), ['filed', 'taken']);
    await one.choose({ sms: true });
    assert.equal((await one.record()).sms, true);
  });

  it('goes to an address once its code has come back, and is never shown whole', async () => {
    const one = await citizen();
    const address = newAddress();
    const asked = await one.good(await one.add(` ${address.replace('example.ir', 'EXAMPLE.ir')} `));
    assert.deepEqual(asked.email, { confirmed: null, waiting: { address: 'c…@example.ir', resendAfterSeconds: 60 }, smsInstead: false });
    assert.deepEqual((await one.record()).email, asked.email, 'it waits over a reload');
    const [letter] = await desk.inbox(address);
    assert.equal(letter!.subject, 'میز خدمت البرز');
    assert.ok(!letter!.text.includes(one.code.slice(0, 4)) && /اگر شما نبودید/.test(letter!.text));
    await one.take();
    assert.equal((await desk.inbox(address)).length, 1, 'nothing but its code before it is confirmed');

    assert.equal((await problemOf(await one.confirm('000000'))).code, 'proof.wrong');
    const confirmed = await one.good(await one.confirm(await desk.otpOf(address)));
    assert.deepEqual(confirmed.email, { confirmed: { address: 'c…@example.ir' }, waiting: null, smsInstead: false });
    assert.equal((await problemOf(await one.confirm(await desk.otpOf(address)))).code, 'proof.wrong', 'a code is good once');
    const cookie = await desk.signIn({ agency: 'abfa' });
    const id = await desk.idOf(one.code, cookie);
    await desk.act(cookie, id, 'ask', { version: (await desk.openCase(cookie, id)).version, text: 'کدام پلاک؟' });
    const [news] = await desk.inbox(address);
    assert.equal(news!.subject, 'میز خدمت البرز: کارشناس از شما پرسشی دارد');
    const [sms] = await one.texts(one.mobile);
    assert.ok(news!.text.startsWith(`${sms!}\n\n`), 'the same words, and how to be rid of them');
    assert.ok(!news!.text.includes('پلاک'));
  });

  it('changes its address only when the new one has proven itself, and is called back from one that is removed', async () => {
    const one = await citizen();
    const [old, next] = [newAddress(), newAddress()];
    await one.proven(old);
    assert.deepEqual((await one.good(await one.add(next))).email, {
      confirmed: { address: 'c…@example.ir' }, waiting: { address: 'c…@example.ir', resendAfterSeconds: 60 }, smsInstead: false,
    });
    await one.take();
    assert.equal((await one.texts(old)).length, 1);
    await one.good(await one.confirm(await desk.otpOf(next)));
    assert.equal((await one.texts(old)).length, 0, 'what had not left is called back');
    assert.deepEqual((await one.good(await one.add(next))).email!.waiting, null, 'it is that already');
    assert.deepEqual((await one.choose({ email: null })).email, { confirmed: null, waiting: null, smsInstead: false });
    assert.equal((await problemOf(await one.confirm('000000'))).code, 'proof.wrong');
  });

  it('sends one code a minute to an address, six an hour for a number; a stranger causes none', async () => {
    const strict = await startDesk({ settings: { limitFactor: 1 } });
    try {
      const { code, mobile } = await strict.file();
      const token = await strict.prove(code, mobile);
      const add = (address: string, bearer = token) => strict.fetch(`/v1/requests/${code}/news/email`, { json: { address }, headers: { authorization: `Bearer ${bearer}` } });
      const first = newAddress();
      await add(first);
      assert.equal((await add(first)).status, 200);
      assert.equal((await strict.inbox(first)).length, 1);
      strict.setNow(new Date(Date.parse(testNow) + minute));
      assert.equal((await strict.fetch(`/v1/requests/${code}/news/email`, { json: {}, headers: { authorization: `Bearer ${token}` } })).status, 200, 'once more to the one that waits');
      assert.equal((await strict.inbox(first)).length, 2);
      for (let at = 0; at < 4; at++) assert.equal((await add(newAddress())).status, 200);
      const refused = await add(newAddress());
      assert.deepEqual([refused.status, (await problemOf(refused)).code], [429, 'rate.limited']);
      assert.equal((await problemOf(await add(newAddress(), 'x'.repeat(43)))).code, 'request.notFound');
    } finally {
      await strict.stop();
    }
  });

  it('takes no address that is none, and tells why', async () => {
    const one = await citizen();
    for (const [address, reason] of [['', 'empty'], ['name', 'format'], ['نام@example.ir', 'charset'], ['a@b.ir\r\nBcc: c@d.ir', 'charset']]) {
      const problem = await problemOf(await one.add(address!));
      assert.deepEqual([problem.code, problem.errors], ['input.invalid', [{ path: 'address', code: reason }]]);
    }
  });

  it('forgets an address whose code never came back', async () => {
    const one = await citizen();
    await one.good(await one.add(newAddress()));
    const late = new Date(Date.parse(testNow) + 61 * minute);
    desk.setNow(late);
    const token = await desk.prove(one.code, one.mobile);
    assert.equal(((await (await desk.record(one.code, token)).json()) as RequestRecord).news!.email!.waiting, null);
    await sweep(desk.ports);
    const id = await desk.idOf(one.code, '');
    assert.deepEqual(await desk.db.selectFrom('request_private').select(['news_waiting', 'news_waiting_until']).where('request', '=', id).executeTakeFirst(), { news_waiting: null, news_waiting_until: null });
  });

  it('keeps no address readable, and loses it with the person', async () => {
    const one = await citizen();
    const address = newAddress();
    await one.proven(address);
    const id = await desk.idOf(one.code, '');
    const row = await desk.db.selectFrom('request_private').selectAll().where('request', '=', id).executeTakeFirstOrThrow();
    assert.ok(!Buffer.from(row.news!).includes('citizen') && !JSON.stringify(row).includes(address));
  });

  it('tells who looks again when an address gets nothing, counts no lost code for it, and the desk sees the news', async () => {
    const one = await citizen();
    const address = newAddress();
    await one.proven(address);
    await one.good(await one.add(newAddress()));
    await desk.db.deleteFrom('outbox').where('request', '!=', await desk.idOf(one.code, '')).execute();
    await one.take();
    const quiet = { ...desk.ports, log: { info: () => undefined, error: () => undefined } };
    await deliverDue(quiet, { email: { send: () => Promise.reject(new DeliveryError('recipient', 'no')) } });
    const { email } = await one.record();
    assert.deepEqual([email!.confirmed!.undelivered, email!.waiting!.undelivered], [true, true]);
    const cookie = await desk.signIn({ role: 'supervisor' });
    const told = (await (await desk.fetch('/v1/staff/undelivered', { headers: { cookie } })).json()) as { items: { channel: string; about: string }[]; lostCodes: number };
    assert.deepEqual([told.items.map(({ channel, about }) => [channel, about]), told.lostCodes], [[['email', 'taken']], 0]);
  });

  it('is not offered by e-mail where the gateway sends none, and then comes by SMS again', async () => {
    const one = await citizen();
    await one.proven(newAddress());
    await one.choose({ sms: false });
    desk.ports.settings.email = false;
    try {
      assert.deepEqual(await one.record(), { sms: false });
      assert.equal((await problemOf(await one.add(newAddress()))).code, 'input.invalid');
      const before = (await one.texts(one.mobile)).length;
      await one.take();
      assert.equal((await one.texts(one.mobile)).length, before + 1);
    } finally {
      desk.ports.settings.email = true;
    }
  });
});
