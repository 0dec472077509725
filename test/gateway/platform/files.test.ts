import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { digestOf } from '../../../src/gateway/crypto.ts';
import { receiveFile } from '../../../src/gateway/http/body.ts';
import type { ProblemException } from '../../../src/gateway/http/problem.ts';
import { arrivingOnDisk } from '../../../src/gateway/node/arriving.ts';
import { browserFiles } from '../../../src/gateway/node/browser-files.ts';
import { diskFiles } from '../../../src/gateway/node/disk-files.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

describe('files of the widgets', () => {
  let folder: string;
  let gateway: TestGateway;
  const script = `export const words = '${'میزبان '.repeat(200)}';`;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mizban-files-'));
    mkdirSync(join(folder, 'browser', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'browser', 'desk.js'), script);
    writeFileSync(join(folder, 'browser', 'assets', 'finder-a1b2c3d4.js'), script);
    writeFileSync(join(folder, 'secret.js'), 'no');
    gateway = await startTestGateway({ ports: { pages: browserFiles(join(folder, 'browser')) } });
  });
  after(async () => {
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come from any origin, compressed, with their type', async () => {
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [encoding, decode] of Object.entries(decoders)) {
      const answer = await gateway.fetch('/desk.js', { headers: { 'accept-encoding': encoding } });
      assert.equal(answer.headers.get('content-encoding'), encoding);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(decode(new Uint8Array(await answer.arrayBuffer())).toString('utf8'), script);
    }
    assert.equal(await (await gateway.fetch('/desk.js')).text(), script);
  });

  it('are kept for ever under a hashed name, and asked for again under a plain one', async () => {
    assert.match((await gateway.fetch('/assets/finder-a1b2c3d4.js')).headers.get('cache-control')!, /max-age=31536000, immutable/);
    const first = await gateway.fetch('/desk.js', { headers: { 'accept-encoding': 'br' } });
    assert.doesNotMatch(first.headers.get('cache-control')!, /immutable/);
    const again = await gateway.fetch('/desk.js', { headers: { 'accept-encoding': 'br', 'if-none-match': first.headers.get('etag')! } });
    assert.deepEqual([again.status, await again.text(), again.headers.get('content-encoding')], [304, '', null]);
    writeFileSync(join(folder, 'browser', 'desk.js'), `${script}\n`);
    const changed = await gateway.fetch('/desk.js', { headers: { 'if-none-match': first.headers.get('etag')! } });
    assert.equal(changed.status, 200);
  });

  it('never lead out of their folder', async () => {
    for (const path of ['/../secret.js', '/assets/../../secret.js', '/assets/..%2f..%2fsecret.js', '/secret.js', '/package.json', '/assets/']) {
      assert.equal((await gateway.fetch(path)).status, 404, path);
    }
  });
});

describe('a large file', () => {
  const large = new Uint8Array(3_000_000).fill(7);
  const sent = (body: ReadableStream<Uint8Array>) => new Request('http://gateway.test', { method: 'POST', body, duplex: 'half' } as RequestInit);
  const says = (code: string) => (error: ProblemException) => error.problem.code === code;

  it('waits on disk while it is read, is put away from there, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mizban-large-'));
    const { file, release } = await receiveFile(sent(new Blob([large]).stream()), 5_000_000, arrivingOnDisk);
    assert.equal(await digestOf(file), createHash('sha256').update(large).digest('hex'));
    const files = diskFiles(folder);
    await files.put('abcdefgh12345678', file);
    await release();
    await assert.rejects(file.arrayBuffer());
    assert.deepEqual(new Uint8Array(await (await files.blob('abcdefgh12345678'))!.arrayBuffer()), large);
    assert.equal(await files.blob('bcdefghi12345678'), undefined);
    rmSync(folder, { recursive: true });
  });

  it('is refused above its limit, and when it ends too early', async () => {
    for (const arriving of [arrivingOnDisk, undefined]) {
      await assert.rejects(receiveFile(sent(new Blob([large]).stream()), 1_000_000, arriving), says('upload.tooLarge'));
      let pulls = 0;
      const cut = new ReadableStream<Uint8Array>({ pull: (to) => (pulls++ ? to.error(new Error('the line is dead')) : to.enqueue(large)) });
      await assert.rejects(receiveFile(sent(cut), 5_000_000, arriving), says('input.malformed'));
    }
  });
});

describe('uploaded files on disk', () => {
  it('come back as they were, and ids that are no ids of ours touch nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mizban-uploads-'));
    const files = diskFiles(folder);
    const bytes = Uint8Array.from([0, 255, 10, 13]);
    await files.put('abcdefgh12345678', bytes);
    assert.deepEqual(await files.get('abcdefgh12345678'), bytes);
    await files.delete('abcdefgh12345678');
    await files.delete('abcdefgh12345678');
    assert.equal(await files.get('abcdefgh12345678'), undefined);
    for (const id of ['../../etc/passwd', '/etc/passwd', '', 'short']) await assert.rejects(async () => files.get(id));
    rmSync(folder, { recursive: true });
  });
});
