import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { backOffSeconds, deliverDue } from '../../../src/gateway/messages/deliver.ts';
import { DeliveryError, type Senders } from '../../../src/gateway/messages/sender.ts';
import { devInboxRoutes } from '../../../src/gateway/messages/inbox.ts';
import { enqueue } from '../../../src/gateway/messages/outbox.ts';
import { brokenText, eventText, filedText, mailText, oneTimeCodeText, subjectOf } from '../../../src/gateway/messages/texts.ts';
import { startTestGateway, testNow, type TestGateway } from '../../support/gateway.ts';
import { otpIn } from '../../support/one-time-code.ts';

const from = { province: 'البرز', language: 'fa' };

describe('texts', () => {
  const longest = { province: 'چهارمحال و بختیاری', language: 'fa' };
  const code = '1234567890123456';
  const all = (sender: typeof longest) => [
    filedText(sender, code), oneTimeCodeText(sender, '123456', 2),
    ...['taken', 'referred', 'askedCitizen', 'dueRecomputed', 'answered', 'closed'].map((type) => eventText(sender, code, type)!),
    ...[null, 0, 1, 2, 3].map((level) => brokenText(sender, code, level)),
  ];
  it('fit two parts of an SMS, with the longest name of a province', () => {
    for (const text of all(longest)) assert.ok(text.length <= 134, `${text.length}: ${text}`);
  });
  it('carry the code on a line of its own, in groups that no direction turns', () => {
    for (const text of all(longest).filter((text) => !text.includes('یک‌بارمصرف'))) {
      assert.ok(text.split('\n').includes('1234-5678-9012-3456'), text);
      assert.equal(otpIn(text), undefined, 'only a one-time code has a run of six digits');
    }
  });
  it('are English for who asked for English', () => {
    for (const text of all({ province: 'Alborz', language: 'en' })) assert.ok(!/\p{Script=Arabic}/u.test(text), text);
  });
  it('are an e-mail of the same words, whose subject is their first sentence', () => {
    for (const sender of [longest, { province: 'Alborz', language: 'en' }]) {
      for (const text of all(sender).filter((text) => text.includes('5678'))) {
        const [subject, letter] = [subjectOf(text), mailText(sender, text)];
        assert.ok(text.startsWith(`${subject}.`) && subject.length < 110 && !subject.includes('\n') && !/\d/.test(subject), subject);
        assert.ok(letter.startsWith(text) && letter.length > text.length + 50);
      }
    }
    assert.equal(subjectOf(eventText(longest, code, 'answered')!), 'میز خدمت چهارمحال و بختیاری: پاسخ درخواست شما آماده است');
    assert.equal(subjectOf(brokenText({ province: 'Alborz', language: 'en' }, code, 1)), 'Service desk, Alborz: your answer is late');
  });
  it('say nothing of what stays inside the desk', () => {
    assert.equal(eventText(longest, code, 'noted'), undefined);
  });
});

describe('the outbox', () => {
  let gateway: TestGateway;
  before(async () => { gateway = await startTestGateway(); });
  after(() => gateway.stop());
  beforeEach(async () => {
    gateway.setNow(testNow);
    await gateway.db.deleteFrom('outbox').execute();
  });
  const put = (text: string) => enqueue(gateway.db, gateway.ports, { request: null, to: '09120000001', about: 'filed', from, text });
  const recorder = () => {
    const sent: string[] = [];
    const senders: Senders = { sms: { send: async ({ text }) => void sent.push(text) } };
    return { sent, senders };
  };

  it('is delivered once, oldest first', async () => {
    for (const text of ['یک', 'دو', 'سه']) await put(text);
    const { sent, senders } = recorder();
    assert.equal(await deliverDue(gateway.ports, senders), 3);
    assert.equal(await deliverDue(gateway.ports, senders), 0);
    assert.deepEqual(sent, ['یک', 'دو', 'سه']);
  });

  it('is delivered once by many copies at the same time', async () => {
    for (let index = 0; index < 30; index++) await put(`پیام ${index}`);
    const { sent, senders } = recorder();
    for (let left = 30; left > 0;) {
      const counts = await Promise.all(Array.from({ length: 5 }, () => deliverDue(gateway.ports, senders)));
      left -= counts.reduce((sum, count) => sum + count, 0);
      assert.ok(counts.some((count) => count > 0) || left <= 0);
    }
    assert.equal(sent.length, 30);
    assert.equal(new Set(sent).size, 30);
  });

  it('is tried again later and later, with the same id, and given up at last', async () => {
    await put('نرفته');
    const ids: string[] = [];
    const failing: Senders = { sms: { send: async ({ id }) => { ids.push(id); throw new Error('0912 is away'); } } };
    const quiet = { ...gateway.ports, log: { info: () => undefined, error: () => undefined } };
    let now = Date.parse(testNow);
    for (let turn = 1; turn <= 10; turn++) {
      await deliverDue(quiet, failing);
      assert.equal(ids.length, turn);
      await deliverDue(quiet, failing);
      assert.equal(ids.length, turn, 'not before its time');
      now += backOffSeconds(turn) * 1000;
      gateway.setNow(new Date(now));
    }
    await deliverDue(quiet, failing);
    assert.equal(ids.length, 10);
    assert.equal(new Set(ids).size, 1);
    const row = await gateway.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    assert.ok(row.given_up_at && !row.delivered_at);
    assert.equal(row.last_error, 'failed', 'no text of the error, which may hold the number');
  });

  it('one message that fails holds up no other', async () => {
    for (const text of ['بد', 'خوب']) await put(text);
    const sent: string[] = [];
    const quiet = { ...gateway.ports, log: { info: () => undefined, error: () => undefined } };
    await deliverDue(quiet, { sms: { send: async ({ text }) => { if (text === 'بد') throw new Error('no'); sent.push(text); } } });
    assert.deepEqual(sent, ['خوب']);
  });

  it('gives up at once what has no receiver, and notes what was wrong and not what was said', async () => {
    await put('بی‌گیرنده');
    const quiet = { ...gateway.ports, log: { info: () => undefined, error: () => undefined } };
    await deliverDue(quiet, { sms: { send: () => Promise.reject(new DeliveryError('recipient', 'no 09120000001')) } });
    const row = await gateway.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([row.tries, row.last_error, row.given_up_at?.toISOString()], [1, 'recipient', new Date(testNow).toISOString()]);
  });

  it('does not deliver a code whose time is over, and forgets it', async () => {
    const goodUntil = new Date(Date.parse(testNow) + 120_000);
    await enqueue(gateway.db, gateway.ports, { request: null, to: '09120000001', about: 'code', from, text: 'کد', goodUntil });
    gateway.setNow(new Date(goodUntil.getTime() - 1));
    const late = recorder();
    const busy: Senders = { sms: { send: () => Promise.reject(new DeliveryError('busy', 'later')) } };
    const quiet = { ...gateway.ports, log: { info: () => undefined, error: () => undefined } };
    assert.equal(await deliverDue(quiet, busy), 0);
    gateway.setNow(new Date(goodUntil.getTime() + 15_000));
    assert.equal(await deliverDue(quiet, late.senders), 0);
    assert.deepEqual(late.sent, []);
    const row = await gateway.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    assert.ok(row.given_up_at && row.last_error === 'busy' && row.body.length === 0);
  });

  it('goes by the channel of the message; without a sender of it the message waits, and holds up no other', async () => {
    await enqueue(gateway.db, gateway.ports, { request: null, to: 'a@example.ir', channel: 'email', about: 'answered', from, text: 'نامه' });
    await put('پیامک');
    const { sent, senders } = recorder();
    assert.equal(await deliverDue(gateway.ports, senders), 1);
    assert.deepEqual(sent, ['پیامک']);
    const letters: unknown[] = [];
    assert.equal(await deliverDue(gateway.ports, { email: { send: async (letter) => void letters.push(letter) } }), 1);
    assert.deepEqual(letters.map((letter) => ({ ...(letter as object), id: '' })), [{ id: '', to: 'a@example.ir', subject: 'میز خدمت البرز', text: 'نامه' }]);
  });

  it('keeps news for the morning, and neither a code nor the message of a filing', async () => {
    const ports = { ...gateway.ports, settings: { ...gateway.ports.settings, quietHours: { from: 21 * 60, to: 7 * 60 + 30 } } };
    gateway.setNow('2026-11-24T22:15:00+03:30');
    const goodUntil = new Date('2026-11-24T22:17:00+03:30');
    await enqueue(gateway.db, ports, { request: null, to: '09120000001', about: 'answered', from, text: 'خبر' });
    await enqueue(gateway.db, ports, { request: null, to: '09120000001', about: 'code', from, text: 'کد', goodUntil });
    await enqueue(gateway.db, ports, { request: null, to: '09120000001', about: 'filed', from, text: 'رسید' });
    const { sent, senders } = recorder();
    await deliverDue(ports, senders);
    assert.deepEqual(sent, ['کد', 'رسید']);
    gateway.setNow(new Date(Date.parse('2026-11-25T07:30:00+03:30') - 1));
    await deliverDue(ports, senders);
    assert.equal(sent.length, 2);
    gateway.setNow('2026-11-25T07:30:00+03:30');
    await deliverDue(ports, senders);
    assert.deepEqual(sent, ['کد', 'رسید', 'خبر']);
  });

  it('erases number and text after delivery in production', async () => {
    await put('پیام');
    const production = { ...gateway.ports, settings: { ...gateway.ports.settings, production: true } };
    await deliverDue(production, recorder().senders);
    const row = await gateway.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    assert.equal(row.recipient.length + row.body.length, 0);
  });
});

describe('the inbox of the demo', () => {
  let gateway: TestGateway;
  before(async () => { gateway = await startTestGateway(); });
  after(() => gateway.stop());

  it('shows messages newest first, as a page and as JSON, of one number or all', async () => {
    await enqueue(gateway.db, gateway.ports, { request: null, to: '09120000001', about: 'filed', from, text: 'نخست <b>' });
    await enqueue(gateway.db, gateway.ports, { request: null, to: '09120000002', about: 'filed', from, text: 'دوم' });
    const all = (await (await gateway.fetch('/dev/inbox', { headers: { accept: 'application/json' } })).json()) as { messages: { text: string }[] };
    assert.deepEqual(all.messages.map(({ text }) => text), ['دوم', 'نخست <b>']);
    const route = devInboxRoutes(gateway.ports);
    const one = (await (await route(new Request('http://gateway.test/dev/inbox.json?to=۰۹۱۲۰۰۰۰۰۰۱')))!.json()) as { messages: { to: string }[] };
    assert.deepEqual(one.messages.map(({ to }) => to), ['09120000001']);

    await enqueue(gateway.db, gateway.ports, { request: null, to: 'a+b@example.ir', channel: 'email', about: 'taken', from, text: 'سوم', subject: 'موضوع <i>' });
    const mail = (await (await gateway.fetch('/dev/inbox.json?to=a%2Bb@example.ir')).json()) as { messages: { to: string; subject?: string }[] };
    assert.deepEqual(mail.messages.map(({ to, subject }) => [to, subject]), [['a+b@example.ir', 'موضوع <i>']]);

    const page = await gateway.fetch('/dev/inbox', { headers: { accept: 'text/html' } });
    const html = await page.text();
    assert.match(html, /<html lang="fa" dir="rtl">/);
    assert.ok(html.includes('نخست &#60;b&#62;') && html.includes('<b>موضوع &#60;i&#62;</b>') && !html.includes('<i>'));
    assert.ok(html.includes('/dev/inbox?to=a%2Bb%40example.ir'));
    assert.match(page.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'sha256-/);
  });

  it('is not there in production', async () => {
    const production = await startTestGateway({ settings: { production: true } });
    try {
      for (const path of ['/dev/inbox', '/dev/inbox.json']) assert.equal((await production.fetch(path)).status, 404);
      assert.equal(await devInboxRoutes(production.ports)(new Request('http://gateway.test/dev/inbox')), undefined);
    } finally {
      await production.stop();
    }
  });
});
