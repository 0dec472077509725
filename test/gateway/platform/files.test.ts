import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
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
