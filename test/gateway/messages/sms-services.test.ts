import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { DeliveryError, type DeliveryFault } from '../../../src/gateway/messages/sender.ts';
import { templateProblem, templateSender, webhookSender } from '../../../src/gateway/messages/sms-services.ts';

interface Asked { method: string; url: string; headers: IncomingMessage['headers']; body: string }

describe('SMS services', () => {
  let server: Server;
  let base = '';
  let asked: Asked[] = [];
  let answer: { status: number; body: string; headers?: Record<string, string> } | 'nothing' = { status: 200, body: '' };
  before(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        asked.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(parts).toString() });
        if (answer === 'nothing') request.socket.destroy();
        else response.writeHead(answer.status, answer.headers).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  }));
  const given = (what: typeof answer): Asked[] => {
    answer = what;
    return (asked = []);
  };
  const ok = { status: 200, body: '' };
  const text = 'میز خدمت البرز: پاسخ & «آماده» است؟ 100% {to}\nکد رهگیری:\n1234-5678-9012-3456';
  const message = { id: '7', to: '09123456789', subject: 'میز خدمت البرز', text };
  const faults = (fault: DeliveryFault) => (error: unknown) => {
    assert.ok(error instanceof DeliveryError);
    assert.equal(error.fault, fault);
    assert.ok(!error.message.includes('0912') && !error.message.includes('رهگیری'));
    return true;
  };

  it('named by a template get number and text escaped, whatever stands in them', async () => {
    const calls = given(ok);
    await templateSender({ url: `${base}/send?key=k%20y&to={to}&other={international}&text={text}&id={id}`, method: 'GET', header: { name: 'apikey', value: 'secret' } }).send(message);
    const [call] = calls;
    const { searchParams } = new URL(call!.url, base);
    assert.deepEqual(Object.fromEntries(searchParams), { key: 'k y', to: '09123456789', other: '989123456789', text, id: '7' });
    assert.deepEqual([call!.method, call!.headers.apikey, call!.body], ['GET', 'secret', '']);
  });

  it('get the same as a form where addresses are logged', async () => {
    const calls = given(ok);
    await templateSender({ url: `${base}/send?to={to}&text={text}`, method: 'POST' }).send(message);
    const [call] = calls;
    assert.deepEqual([call!.method, call!.url, call!.headers['content-type']], ['POST', '/send', 'application/x-www-form-urlencoded']);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(call!.body)), { to: '09123456789', text });
  });

  it('that answer 200 to everything are asked for the words of success', async () => {
    const sender = templateSender({ url: `${base}/?{to}{text}`, method: 'GET', success: '"status":200' });
    given({ status: 200, body: '{"return":{"status":200}}' });
    await sender.send(message);
    given({ status: 200, body: '{"return":{"status":418,"message":"no credit"}}' });
    await assert.rejects(sender.send(message), faults('refused'));
  });

  it('of the province get the message as JSON, once by its key', async () => {
    const calls = given({ status: 204, body: '' });
    await webhookSender(`${base}/hook`, 'token').send(message);
    const [call] = calls;
    assert.deepEqual(JSON.parse(call!.body), { id: '7', to: '09123456789', text });
    assert.deepEqual([call!.headers['idempotency-key'], call!.headers.authorization], ['outbox-7', 'Bearer token']);
  });

  it('say by their answer whether to try again, and nobody else is told the text', async () => {
    for (const sender of [webhookSender(`${base}/hook`), templateSender({ url: `${base}/?{to}{text}`, method: 'GET' })]) {
      for (const [status, fault] of [[500, 'busy'], [503, 'busy'], [429, 'busy'], [401, 'refused'], [400, 'refused'], [404, 'refused']] as const) {
        given({ status, body: 'no' });
        await assert.rejects(sender.send(message), faults(fault), String(status));
      }
      const calls = given({ status: 302, body: '', headers: { location: `${base}/elsewhere` } });
      await assert.rejects(sender.send(message), faults('refused'));
      assert.equal(calls.length, 1, 'a redirection is not followed');
      given('nothing');
      await assert.rejects(sender.send(message), faults('unreachable'));
    }
    await assert.rejects(webhookSender('http://127.0.0.1:1/').send(message), faults('unreachable'));
  });

  it('have templates that are checked', () => {
    assert.equal(templateProblem('https://a.example.ir/{to}/?t={text}'), undefined);
    for (const template of ['', 'x{to}{text}', 'https://a.example.ir/?{to}', 'https://a.example.ir/?{text}', 'https://{to}.example.ir/?{text}', 'https://a.example.ir:{to}/?{text}', 'https://a.example.ir/{to}{text}{key}']) {
      assert.ok(templateProblem(template), template);
    }
  });
});
