import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Upload } from '../../../src/contract/form.ts';
import type { Filed, Proof } from '../../../src/contract/request.ts';
import type { InboxMessage } from '../../../src/gateway/messages/inbox.ts';
import { otpIn } from '../../support/one-time-code.ts';
import { beginUpload, putBytes, readFileOf, type Call } from '../../support/upload-file.ts';
import { newMobile, pdf, testForm } from '../requests/desk.ts';
import { Server } from '../requests/server.ts';

const part = 3_000;

/** A document whose every kilobyte differs, so that a part in a wrong place shows. */
function longPdf(): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: 3_000 }, (_, line) => `% ${line} ${randomInt(1e9)}`).join('\n');
  return new Uint8Array([...pdf, ...new TextEncoder().encode(`${lines}\n%%EOF\n`)]);
}

/** Sends the head of a part and some of its bytes, and keeps the line open; ready when the gateway's machine has them. */
function halfPart(url: string, address: string, offset: number, bytes: Uint8Array, sent: number): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const head = [
    `PATCH ${address} HTTP/1.1`, `host: ${hostname}:${port}`, 'tus-resumable: 1.0.0', 'content-type: application/offset+octet-stream',
    `upload-offset: ${offset}`, `content-length: ${bytes.byteLength}`, '', '',
  ].join('\r\n');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(head);
      socket.write(bytes.slice(0, sent), (error) => (error ? reject(error) : resolve(socket)));
    });
    socket.once('error', reject);
  });
}

describe('a gateway that is killed while files come', () => {
  let server: Server;
  let offering: string;
  const call: Call = (path, init) => fetch(server.url + path, init);

  before(async () => {
    server = Server.make('mizban-upload-kill-');
    await server.start();
    offering = await server.publish();
  });
  after(() => server.remove());

  interface Sending { address: string; bytes: Uint8Array<ArrayBuffer>; acknowledged: number }

  async function begin(): Promise<Sending> {
    const bytes = longPdf();
    const begun = await beginUpload(call, { offering, field: 'deed', name: 'سند.pdf' }, bytes.byteLength);
    assert.equal(begun.status, 201, await begun.clone().text());
    return { address: begun.headers.get('location')!, bytes, acknowledged: 0 };
  }

  async function offsetOf({ address }: Sending): Promise<number> {
    const answer = await call(address, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    assert.equal(answer.status, 200, 'the upload is gone');
    return Number(answer.headers.get('upload-offset'));
  }

  async function sendPart(one: Sending): Promise<void> {
    const put = await putBytes(call, one.address, one.acknowledged, one.bytes.slice(one.acknowledged, one.acknowledged + part));
    if (put.status !== 204) throw new Error(`${put.status}: ${await put.text()}`);
    one.acknowledged = Number(put.headers.get('upload-offset'));
  }

  /** Goes on from where the gateway says that it is, and gives the file that it made. */
  async function complete(one: Sending): Promise<Upload> {
    const offset = await offsetOf(one);
    assert.ok(offset >= one.acknowledged, `${one.acknowledged} bytes were acknowledged, ${offset} are there`);
    assert.ok(offset < one.bytes.byteLength, 'it was cut in the middle');
    one.acknowledged = offset;
    while (one.acknowledged < one.bytes.byteLength) await sendPart(one);
    const done = await call(`${one.address}/finish`, { method: 'POST' });
    assert.equal(done.status, 201, await done.clone().text());
    return (await done.json()) as Upload;
  }

  const json = async <T>(path: string, body: object): Promise<T> => {
    const answer = await call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    assert.ok(answer.ok, await answer.clone().text());
    return (await answer.json()) as T;
  };

  /** The file as its sender gets it back, after filing a request with it. */
  async function readBack(upload: Upload): Promise<Uint8Array> {
    const mobile = newMobile();
    const { code } = await json<Filed>('/v1/requests', { offering, form: { id: testForm.id, version: 1 }, answers: { name: 'آزمون', mobile, owner: true, deed: [upload] } });
    await json(`/v1/requests/${code}/proof`, {});
    const { messages } = (await (await call(`/dev/inbox.json?to=${mobile}`, {})).json()) as { messages: InboxMessage[] };
    const otp = otpIn(messages[0]!.text);
    const { token } = await json<Proof>(`/v1/requests/${code}/proof/confirm`, { otp });
    const got = await readFileOf(call, `/v1/requests/${code}/files/${upload.id}`, { authorization: `Bearer ${token}` });
    assert.equal(got.status, 200);
    return new Uint8Array(await got.arrayBuffer());
  }

  it('has what it acknowledged when half a part was on its way, and the file is completed', async () => {
    const one = await begin();
    await sendPart(one);
    const socket = await halfPart(server.url, one.address, one.acknowledged, one.bytes.slice(part, 2 * part), part / 2);
    const cut = new Promise((resolve) => { socket.once('error', resolve).once('close', resolve); });
    await server.end('SIGKILL');
    await cut;
    await server.start();
    assert.deepEqual(await readBack(await complete(one)), one.bytes);
  });

  it('loses no part that it acknowledged when it is killed among the writes of several, and mixes none up', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, begin));
    let left = randomInt(5, 15);
    let over: Promise<void> | undefined;
    await Promise.all(all.map(async (one) => {
      while (!over) {
        try {
          await sendPart(one);
        } catch (error) {
          if (!over) throw error;
          return;
        }
        if (--left === 0) over = server.end('SIGKILL');
      }
    }));
    await over;
    await server.start();
    for (const one of all) assert.deepEqual(await readBack(await complete(one)), one.bytes);
  });
});
