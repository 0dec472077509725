import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { listen } from '../../../src/gateway/node/listen.ts';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { startDesk } from './desk.ts';

/** From code to sentence, head and all. */
const limit = 2048;

/** What comes over the socket, as a browser on a phone asks for it. */
function bytesOver(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const socket = connect(Number(url.port), url.hostname, () => {
      socket.write(`GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nOrigin: https://portal.example\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk) => (bytes += chunk.length)).on('end', () => resolve(bytes)).on('error', reject);
  });
}

test('a state is one answer of two kilobytes at most, just filed and after a dozen events over Nowruz', async () => {
  const desk = await startDesk();
  const server = await listen(createGateway(desk.ports).fetch, { host: '127.0.0.1', port: 0 });
  try {
    desk.setNow('2026-03-14T09:00:00+03:30');
    const filed = await desk.file();
    const size = () => bytesOver(new URL(`/v1/requests/${filed.code}`, server.url));
    const first = await size();
    assert.ok(first > 500 && first <= limit, `${first} bytes`);

    let expert = await desk.signIn({ agency: 'abfa' });
    const id = await desk.idOf(filed.code, expert);
    let version = 1;
    const act = async (what: string, json: object) => {
      const answer = await desk.act(expert, id, what, { version, ...json });
      assert.equal(answer.status, 200, await answer.clone().text());
      version++;
    };
    await act('take', {});
    await act('ask', { text: 'کدام خیابان؟' });
    desk.setNow('2026-03-16T09:00:00+03:30');
    const token = await desk.prove(filed.code, filed.mobile);
    const reply = await desk.fetch(`/v1/requests/${filed.code}/reply`, { json: { text: 'بهار' }, headers: { authorization: `Bearer ${token}` } });
    assert.equal(reply.status, 200);
    version++;
    expert = await desk.signIn({ agency: 'abfa' });
    await act('refer', { unit: 'sabt-ahval-a', reason: 'کار این واحد است.' });
    desk.setNow('2026-04-20T09:00:00+03:30');
    await fireDue(desk.ports);
    version += 4;
    expert = await desk.signIn({ agency: 'sabt-ahval' });
    await act('take', {});
    await act('inquire', { unit: filed.holder!.id, text: 'نزد شماست؟' });
    await act('inquiry-answer', { text: 'آری.' });
    const { timeline, clock } = await desk.status(filed.code);
    assert.ok(timeline.length >= 12 && clock.overdue && clock.explanation.length >= 5, `${timeline.length} events, ${clock.explanation.length} steps`);
    const last = await size();
    assert.ok(last <= limit, `${last} bytes`);
  } finally {
    await server.close(0);
    await desk.stop();
  }
});
