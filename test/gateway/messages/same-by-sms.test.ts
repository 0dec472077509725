import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { RequestRecord } from '../../../src/contract/request.ts';
import type { UndeliveredMessages } from '../../../src/contract/undelivered.ts';
import { deliverDue } from '../../../src/gateway/messages/deliver.ts';
import { DeliveryError, type DeliveryFault, type Senders } from '../../../src/gateway/messages/sender.ts';
import { testNow } from '../../support/gateway.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const told = 'رسیدگی به درخواست شما آغاز شد.';
let names = 0;

describe('news of an e-mail that is given up', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());
  beforeEach(async () => {
    desk.setNow(testNow);
    await desk.db.deleteFrom('outbox').execute();
  });

  /** All that was given to the SMS service; the mail service takes nothing. */
  let sent: { to: string; text: string }[] = [];
  beforeEach(() => { sent = []; });
  const services = (fault: DeliveryFault, sms: DeliveryFault | undefined = undefined): Senders => ({
    email: { send: () => Promise.reject(new DeliveryError(fault, 'no')) },
    sms: { send: async ({ to, text }) => (sms ? Promise.reject(new DeliveryError(sms, 'no')) : void sent.push({ to, text })) },
  });
  const deliver = (fault: DeliveryFault = 'recipient', sms?: DeliveryFault) => deliverDue(desk.ports, services(fault, sms));

  /** A request whose citizen has proven an address and chosen so, taken up by an expert: the news. */
  async function mailed(...choices: object[]) {
    const { code, mobile } = await desk.file();
    const token = await desk.prove(code, mobile);
    const news = (path: string, json: object) => desk.fetch(`/v1/requests/${code}/news${path}`, { json, headers: { authorization: `Bearer ${token}` } });
    const address = `given-up-${++names}@example.ir`;
    await news('/email', { address });
    await news('/email/proof', { otp: await desk.otpOf(address) });
    for (const choice of choices) assert.equal((await news('', choice)).status, 200);
    await desk.db.deleteFrom('outbox').execute();
    const cookie = await desk.signIn({ agency: 'abfa' });
    const id = await desk.idOf(code, cookie);
    await desk.act(cookie, id, 'take', { version: (await desk.openCase(cookie, id)).version });
    return {
      mobile, news, address,
      ofCitizen: async () => ((await (await desk.record(code, token)).json()) as RequestRecord).news!.email!,
      ofCase: async () => (await desk.openCase(cookie, id)).lostMail,
      async listed() {
        const answer = await desk.fetch('/v1/staff/undelivered', { headers: { cookie: await desk.signIn({ role: 'supervisor' }) } });
        return ((await answer.json()) as UndeliveredMessages).items;
      },
    };
  }

  it('goes by SMS where the citizen takes those only then; citizen, expert and supervisor read what became of it', async () => {
    const one = await mailed({ sms: false, smsInstead: true });
    assert.deepEqual([(await one.ofCitizen()).smsInstead, await one.ofCase()], [true, undefined]);
    await deliver('recipient', 'busy');
    assert.deepEqual([await one.ofCitizen(), await one.ofCase(), (await one.listed()).map(({ channel, bySms }) => [channel, bySms])], [
      { confirmed: { address: 'g…@example.ir', undelivered: true, bySms: { sentAt: null } }, waiting: null, smsInstead: true },
      { givenUpAt: new Date(testNow).toISOString(), bySms: { sentAt: null } },
      [['email', { sentAt: null }]],
    ], 'on its way');
    const later = new Date(Date.parse(testNow) + 60_000);
    desk.setNow(later);
    await deliver();
    assert.deepEqual(sent.map(({ to, text }) => [to, text.split('\n')[0]]), [[one.mobile, `میز خدمت البرز: ${told}`]], 'the words of an SMS, without how to stop a letter');
    const bySms = { sentAt: later.toISOString() };
    assert.deepEqual([(await one.ofCitizen()).confirmed!.bySms, (await one.ofCase())!.bySms, (await one.listed())[0]!.bySms], [bySms, bySms, bySms]);
  });

  it('is told once: not when an SMS said the same at once, nor when the e-mail is sent again in vain, nor by two gateways', async () => {
    const both = await mailed();
    await deliver();
    assert.deepEqual([sent.map(({ to }) => to), (await both.ofCitizen()).confirmed!.bySms], [[both.mobile], { sentAt: new Date(testNow).toISOString() }]);

    const one = await mailed({ sms: false, smsInstead: true });
    const copies = [deliver(), deliver(), deliver()];
    await Promise.all(copies);
    await deliver();
    const again = (await one.listed()).map(({ id }) => id);
    const cookie = await desk.signIn({ role: 'supervisor' });
    assert.equal((await desk.fetch('/v1/staff/undelivered/again', { json: { ids: again }, headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status, 204);
    await deliver();
    await deliver();
    assert.equal((await one.listed()).length, again.length, 'given up once more');
    assert.equal(sent.filter(({ to }) => to === one.mobile).length, 1);
  });

  it('is not told by SMS where SMS is off, and is where the citizen turned it on meanwhile', async () => {
    const off = await mailed({ sms: false });
    await deliver();
    await deliver();
    assert.deepEqual([sent, (await off.ofCitizen()).confirmed, await off.ofCase()], [
      [], { address: 'g…@example.ir', undelivered: true }, { givenUpAt: new Date(testNow).toISOString() },
    ]);
    await desk.db.deleteFrom('outbox').execute();
    const on = await mailed({ sms: false });
    await on.news('', { sms: true });
    await deliver();
    await deliver();
    assert.deepEqual(sent.map(({ to }) => to), [on.mobile]);
  });

  it('waits until the last try, and for the end of quiet hours', async () => {
    const one = await mailed({ sms: false, smsInstead: true });
    await deliver('busy');
    await deliver('busy');
    assert.deepEqual([sent, (await one.ofCitizen()).confirmed!.undelivered], [[], undefined], 'it is tried again');
    desk.ports.settings.quietHours = { from: 21 * 60, to: 7 * 60 };
    try {
      desk.setNow('2026-11-24T23:00:00+03:30');
      await deliver();
      await deliver();
      assert.deepEqual([sent, (await one.listed())[0]!.bySms], [[], { sentAt: null }]);
      desk.setNow('2026-11-25T07:00:00+03:30');
      await deliver();
      assert.equal(sent.length, 1);
    } finally {
      delete desk.ports.settings.quietHours;
    }
  });

  it('is nothing of an SMS that is given up too, of a code, nor of a choice that went with its address', async () => {
    const one = await mailed({ sms: false, smsInstead: true });
    await deliver('recipient', 'recipient');
    assert.deepEqual((await one.listed()).map(({ channel, bySms }) => [channel, bySms]), [['sms', undefined], ['email', undefined]]);
    assert.deepEqual([(await one.ofCitizen()).confirmed!.bySms, (await one.ofCase())!.bySms], [undefined, undefined], 'nobody is told that it went');
    await one.news('', { email: null });
    assert.equal((await one.ofCitizen()).smsInstead, false);
    await desk.db.deleteFrom('outbox').execute();
    await one.news('/email', { address: `given-up-${++names}@example.ir` });
    await deliver();
    await deliver();
    assert.deepEqual(sent, []);
  });
});
