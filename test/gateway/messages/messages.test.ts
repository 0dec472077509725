import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { backOffSeconds, deliverDue } from '../../../src/gateway/messages/deliver.ts';
import type { MessageSender } from '../../../src/gateway/messages/sender.ts';
import { devInboxRoutes } from '../../../src/gateway/messages/inbox.ts';
import { enqueue } from '../../../src/gateway/messages/outbox.ts';
import { eventText, filedText, oneTimeCodeText } from '../../../src/gateway/messages/texts.ts';
import { startTestGateway, testNow, type TestGateway } from '../../support/gateway.ts';

describe('texts', () => {
  const longest = { province: 'چهارمحال و بختیاری', language: 'fa' };
  const code = '1234567890123456';
  const all = (sender: typeof longest) => [
    filedText(sender, code), oneTimeCodeText(sender, '123456', 2),
    ...['taken', 'referred', 'askedCitizen', 'answered'].map((type) => eventText(sender, code, type)!),
  ];
  it('fit two parts of an SMS, with the longest name of a province', () => {
    for (const text of all(longest)) assert.ok(text.length <= 134, `${text.length}: ${text}`);
  });
  it('carry the code on a line of its own, in groups that no direction turns', () => {
    for (const text of all(longest).filter((text) => !text.includes('یک‌بارمصرف'))) {
      assert.ok(text.split('\n').includes('1234-5678-9012-3456'), text);
      assert.ok(!/(?<!\d)\d{6}(?!\d)/.test(text), 'only a one-time code has a run of six digits');
    }
  });
  it('are English for who asked for English', () => {
    for (const text of all({ province: 'Alborz', language: 'en' })) assert.ok(!/\p{Script=Arabic}/u.test(text), text);
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
  const put = (text: string) => enqueue(gateway.db, gateway.ports, { request: null, mobile: '09120000001', text });
  const recorder = () => {
    const sent: string[] = [];
    const sender: MessageSender = { send: async ({ text }) => void sent.push(text) };
    return { sent, sender };
  };

  it('is delivered once, oldest first', async () => {
    for (const text of ['یک', 'دو', 'سه']) await put(text);
    const { sent, sender } = recorder();
    assert.equal(await deliverDue(gateway.ports, sender), 3);
    assert.equal(await deliverDue(gateway.ports, sender), 0);
    assert.deepEqual(sent, ['یک', 'دو', 'سه']);
  });

  it('is delivered once by many copies at the same time', async () => {
    for (let index = 0; index < 30; index++) await put(`پیام ${index}`);
    const { sent, sender } = recorder();
    for (let left = 30; left > 0;) {
      const counts = await Promise.all(Array.from({ length: 5 }, () => deliverDue(gateway.ports, sender)));
      left -= counts.reduce((sum, count) => sum + count, 0);
      assert.ok(counts.some((count) => count > 0) || left <= 0);
    }
    assert.equal(sent.length, 30);
    assert.equal(new Set(sent).size, 30);
  });

  it('is tried again later and later, with the same id, and given up at last', async () => {
    await put('نرفته');
    const ids: string[] = [];
    const failing: MessageSender = { send: async ({ id }) => { ids.push(id); throw new Error('0912 is away'); } };
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
    assert.equal(row.last_error, 'Error', 'no text of the error, which may hold the number');
  });

  it('one message that fails holds up no other', async () => {
    for (const text of ['بد', 'خوب']) await put(text);
    const sent: string[] = [];
    const quiet = { ...gateway.ports, log: { info: () => undefined, error: () => undefined } };
    await deliverDue(quiet, { send: async ({ text }) => { if (text === 'بد') throw new Error('no'); sent.push(text); } });
    assert.deepEqual(sent, ['خوب']);
  });

  it('erases number and text after delivery in production', async () => {
    await put('پیام');
    const production = { ...gateway.ports, settings: { ...gateway.ports.settings, production: true } };
    await deliverDue(production, recorder().sender);
    const row = await gateway.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
    assert.equal(row.recipient.length + row.body.length, 0);
  });
});

describe('the inbox of the demo', () => {
  let gateway: TestGateway;
  before(async () => { gateway = await startTestGateway(); });
  after(() => gateway.stop());

  it('shows messages newest first, as a page and as JSON, of one number or all', async () => {
    await enqueue(gateway.db, gateway.ports, { request: null, mobile: '09120000001', text: 'نخست <b>' });
    await enqueue(gateway.db, gateway.ports, { request: null, mobile: '09120000002', text: 'دوم' });
    const all = (await (await gateway.fetch('/dev/inbox', { headers: { accept: 'application/json' } })).json()) as { messages: { text: string }[] };
    assert.deepEqual(all.messages.map(({ text }) => text), ['دوم', 'نخست <b>']);
    const route = devInboxRoutes(gateway.ports);
    const one = (await (await route(new Request('http://gateway.test/dev/inbox.json?to=۰۹۱۲۰۰۰۰۰۰۱')))!.json()) as { messages: { to: string }[] };
    assert.deepEqual(one.messages.map(({ to }) => to), ['09120000001']);

    const page = await gateway.fetch('/dev/inbox', { headers: { accept: 'text/html' } });
    const html = await page.text();
    assert.match(html, /<html lang="fa" dir="rtl">/);
    assert.ok(html.includes('نخست &#60;b&#62;') && !html.includes('<b>'));
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
