import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { s3Files, type S3Place } from '../../../src/gateway/node/s3-files.ts';
import { collectOrphans } from '../../../src/gateway/uploads/orphans.ts';
import { waitingHours } from '../../../src/gateway/waiting-time.ts';
import type { Upload } from '../../../src/contract/form.ts';
import { uploadFile } from '../../support/upload-file.ts';
import { testNow } from '../../support/gateway.ts';
import { pdf, problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const secret = 'secret-of-the-store';

/** Signature version 4, worked out from what came and not by the library that made it. */
function isSigned(request: IncomingMessage): boolean {
  const header = request.headers.authorization ?? '';
  const found = /^AWS4-HMAC-SHA256 Credential=the-key\/(\d{8})\/(\S+)\/s3\/aws4_request, SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(header);
  if (!found) return false;
  const [, day, region, names, signature] = found as unknown as [string, string, string, string, string];
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
  const canonical = [request.method, request.url, '', headers, names, request.headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request');
  return hmac(key, ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha(canonical)].join('\n')).toString('hex') === signature;
}

/** Keeps objects of one bucket in memory, for whoever signs with the right key. */
function tinyStore(objects: Map<string, Buffer>): Server {
  return createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const [, bucket, id = ''] = request.url!.split('/');
      if (!isSigned(request)) response.writeHead(403).end();
      else if (bucket !== 'uploads') response.writeHead(404).end();
      else if (request.method === 'PUT') {
        objects.set(id, Buffer.concat(parts));
        response.end();
      } else if (request.method === 'DELETE') {
        objects.delete(id);
        response.writeHead(204).end();
      } else if (objects.has(id)) response.end(objects.get(id));
      else response.writeHead(404).end();
    });
  });
}

describe('uploads in an S3-compatible store', () => {
  const objects = new Map<string, Buffer>();
  let desk: TestDesk;
  let store: Server;
  let place: S3Place;
  before(async () => {
    store = tinyStore(objects);
    await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
    place = { endpoint: `http://127.0.0.1:${(store.address() as AddressInfo).port}`, bucket: 'uploads', region: 'us-east-1', accessKeyId: 'the-key', secretAccessKey: secret };
    desk = await startDesk();
  });
  after(async () => {
    store.close();
    store.closeAllConnections();
    await desk.stop();
  });

  it('lie there sealed, come back as they were, and go when nobody took them up', async () => {
    const ports = { ...desk.ports, files: s3Files(place) };
    const answer = await uploadFile(
      (path, init) => createGateway(ports).fetch(new Request(`http://gateway.test${path}`, init)), { offering: desk.offering, field: 'deed', name: 'سند.pdf' }, pdf,
    );
    assert.equal(answer.status, 201, await answer.clone().text());
    const { id } = (await answer.json()) as Upload;
    assert.deepEqual([...objects.keys()], [id], 'the parts are still there');
    assert.ok(!objects.get(id)!.includes('%PDF'));
    assert.deepEqual(Buffer.from((await ports.files.get(id))!), objects.get(id));
    desk.setNow(new Date(Date.parse(testNow) + (waitingHours + 1) * 3_600_000));
    await collectOrphans(ports);
    desk.setNow(testNow);
    assert.equal(objects.size, 0);
    assert.equal(await ports.files.get(id), undefined);
  });

  it('are not taken, and say so, when the store refuses us', async () => {
    for (const wrong of [{ secretAccessKey: 'another' }, { bucket: 'nothing' }]) {
      const files = s3Files({ ...place, ...wrong });
      await assert.rejects(files.put('some-id-of-ours', new Uint8Array(3)), (error: Error) => !error.message.includes('the-key'));
      const answer = await uploadFile(
        (path, init) => createGateway({ ...desk.ports, files }).fetch(new Request(`http://gateway.test${path}`, init)), { offering: desk.offering, field: 'deed', name: 'x.pdf' }, pdf,
      );
      assert.equal((await problemOf(answer)).code, 'server.failed');
    }
  });
});
