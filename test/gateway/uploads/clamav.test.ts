import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { clamav } from '../../../src/gateway/node/clamav.ts';
import { beginUpload, putBytes, uploadFile, type Call } from '../../support/upload-file.ts';
import { pdf, problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

/** Speaks as clamd does, and finds the word «malware». */
function tinyClamd(): Server {
  return createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part as Buffer]);
      const command = 'zINSTREAM\0';
      if (!heard.subarray(0, command.length).equals(Buffer.from(command))) return;
      const stream: Buffer[] = [];
      for (let at = command.length; at + 4 <= heard.length;) {
        const length = heard.readUInt32BE(at);
        if (length === 0) {
          const infected = Buffer.concat(stream).includes('malware');
          socket.end(infected ? 'stream: Test.Malware FOUND\0' : 'stream: OK\0');
          return;
        }
        if (at + 4 + length > heard.length) return;
        stream.push(heard.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
}

describe('a scanner for uploads', () => {
  let desk: TestDesk;
  let clamd: Server;
  let port: number;
  before(async () => {
    desk = await startDesk();
    clamd = tinyClamd();
    await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
    ({ port } = clamd.address() as AddressInfo);
  });
  after(async () => {
    clamd.close();
    await desk.stop();
  });

  const call = (at: number): Call => (path, init) =>
    createGateway({ ...desk.ports, scan: clamav('127.0.0.1', at) }).fetch(new Request(`http://gateway.test${path}`, init));
  const upload = (at: number, bytes: Uint8Array) => uploadFile(call(at), { offering: desk.offering, field: 'deed', name: 'سند.pdf' }, bytes);
  const files = async () => Number((await desk.db.selectFrom('attachment').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
  /** Longer than one piece of the stream. */
  const large = (word: string) => Uint8Array.from([...pdf, ...new Uint8Array(150_000).fill(32), ...new TextEncoder().encode(word)]);

  it('lets clean files through, in one piece and in many', async () => {
    assert.equal((await upload(port, pdf)).status, 201);
    assert.equal((await upload(port, large('hardware'))).status, 201);
  });

  it('refuses malware, and keeps nothing of it', async () => {
    const before = await files();
    const answer = await upload(port, large('malware'));
    assert.equal(answer.status, 422);
    const { code, errors } = await problemOf(answer);
    assert.deepEqual([code, errors![0]!.path], ['upload.infected', 'deed']);
    assert.equal(await files(), before);
  });

  it('takes nothing while the scanner is away, and the file that has come once it is back', async () => {
    const before = await files();
    const address = (await beginUpload(call(port), { offering: desk.offering, field: 'deed', name: 'سند.pdf' }, pdf.length)).headers.get('location')!;
    await putBytes(call(port), address, 0, pdf);
    const { code, retryAfter } = await problemOf(await call(1)(`${address}/finish`, { method: 'POST' }));
    assert.deepEqual([code, retryAfter], ['server.unavailable', 30]);
    assert.equal(await files(), before);
    assert.equal((await call(port)(`${address}/finish`, { method: 'POST' })).status, 201);
  });
});
