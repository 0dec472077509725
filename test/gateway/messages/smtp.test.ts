import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { deliverDue } from '../../../src/gateway/messages/deliver.ts';
import { enqueue } from '../../../src/gateway/messages/outbox.ts';
import { DeliveryError, type DeliveryFault } from '../../../src/gateway/messages/sender.ts';
import { subjectOf } from '../../../src/gateway/messages/texts.ts';
import { smtpSender } from '../../../src/gateway/node/smtp.ts';
import { startTestGateway } from '../../support/gateway.ts';

interface Letter { from: string; to: string[]; raw: string; user?: string }

/** The subject of a letter as it is read. */
const subjectIn = (raw: string): string => /^Subject: ((?:.|\r\n )+?)\r\n\S/m.exec(raw)![1]!.replace(/\r\n /g, ' ').split(' ')
  .map((word) => Buffer.from(/^=\?UTF-8\?B\?(.*)\?=$/i.exec(word)?.[1] ?? '', 'base64').toString()).join('');

describe('a mail server', () => {
  let server: SMTPServer;
  let port = 0;
  let letters: Letter[] = [];
  let refusal: { at: 'rcpt' | 'data'; code: number; text: string } | undefined;
  const no = ({ code, text }: { code: number; text: string }) => Object.assign(new Error(text), { responseCode: code });
  before(async () => {
    server = new SMTPServer({
      authOptional: true, allowInsecureAuth: true, disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _, done) => (password === 'word' ? done(null, { user: username }) : done(new Error('5.7.8 no'))),
      onRcptTo: (_address, _session, done) => (refusal?.at === 'rcpt' ? done(no(refusal)) : done()),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
          if (refusal?.at === 'data') return done(no(refusal));
          const { mailFrom, rcptTo } = session.envelope;
          letters.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString(), user: session.user as string | undefined });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  });
  after(() => new Promise<void>((resolve) => server.close(resolve)));
  const from = 'میز خدمت البرز <desk@example.ir>';
  const text = 'میز خدمت البرز: پاسخ درخواست شما آماده است.\nکد رهگیری:\n1234-5678-9012-3456';
  const message = { id: '7', to: 'citizen@example.ir', subject: 'میز خدمت البرز', text };
  const faults = (fault: DeliveryFault) => (error: unknown) => {
    assert.ok(error instanceof DeliveryError, String(error));
    assert.equal(error.fault, fault);
    assert.ok(!error.message.includes('citizen') && !error.message.includes('رهگیری'));
    return true;
  };

  it('takes a letter whole: Persian, plain, from the desk, answered by no machine, the same id on every try', async () => {
    letters = [];
    const sender = smtpSender({ url: `smtp://desk:word@127.0.0.1:${port}`, from });
    await sender.send(message);
    await sender.send(message);
    const [letter, again] = letters;
    assert.deepEqual([letter!.from, letter!.to, letter!.user], ['desk@example.ir', ['citizen@example.ir'], 'desk']);
    const at = letter!.raw.indexOf('\r\n\r\n');
    const [head, body] = [letter!.raw.slice(0, at), letter!.raw.slice(at + 4)];
    assert.match(head, /^Content-Type: text\/plain; charset=utf-8/m);
    assert.match(head, /^Auto-Submitted: auto-generated/m);
    assert.match(head, /^Message-ID: <outbox-7@example\.ir>/m);
    assert.match(again!.raw, /^Message-ID: <outbox-7@example\.ir>/m);
    const decoded = /^Content-Transfer-Encoding: base64/m.test(head) ? Buffer.from(body, 'base64').toString() : '';
    assert.equal(decoded.replace(/\r\n/g, '\n').trim(), text);
    assert.equal(subjectIn(letter!.raw), 'میز خدمت البرز');
  });

  it('hears no password over an open line, unless it is this machine', async () => {
    letters = [];
    // The same server by a name that is not one of this machine's own.
    await assert.rejects(smtpSender({ url: `smtp://desk:word@127.1:${port}`, from }).send(message), faults('refused'));
    await smtpSender({ url: `smtp://127.1:${port}`, from }).send(message);
    assert.deepEqual(letters.map(({ user }) => user), [undefined]);
  });

  it('gets the news of a citizen who chose e-mail', async () => {
    letters = [];
    const gateway = await startTestGateway();
    try {
      await enqueue(gateway.db, gateway.ports, {
        request: null, to: message.to, channel: 'email', about: 'answered', from: { province: 'البرز', language: 'fa' }, text, subject: subjectOf(text),
      });
      assert.equal(await deliverDue(gateway.ports, { email: smtpSender({ url: `smtp://127.0.0.1:${port}`, from }) }), 1);
      const [letter] = letters;
      assert.deepEqual([letter!.to, subjectIn(letter!.raw)], [['citizen@example.ir'], 'میز خدمت البرز: پاسخ درخواست شما آماده است']);
    } finally {
      await gateway.stop();
    }
  });

  it('is asked again when it wants that, and not for a receiver that is not there', async () => {
    const sender = smtpSender({ url: `smtp://127.0.0.1:${port}`, from });
    for (const [at, code, said, fault] of [
      ['rcpt', 450, '4.2.1 later', 'busy'], ['rcpt', 550, '5.1.1 no such user', 'recipient'], ['rcpt', 550, '5.7.1 relaying denied', 'refused'],
      ['data', 451, '4.3.0 later', 'busy'], ['data', 554, '5.6.0 no', 'refused'],
    ] as const) {
      refusal = { at, code, text: said };
      await assert.rejects(sender.send(message), faults(fault), `${at} ${code} ${said}`);
    }
    refusal = undefined;
    await assert.rejects(smtpSender({ url: `smtp://desk:wrong@127.0.0.1:${port}`, from }).send(message), faults('refused'));
    await assert.rejects(smtpSender({ url: 'smtp://127.0.0.1:1', from }).send(message), faults('unreachable'));
  });
});
