import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Upload } from '../../../src/contract/form.ts';
import { createGateway } from '../../../src/gateway/create-gateway.ts';
import { memoryFiles } from '../../../src/gateway/memory-files.ts';
import type { FileStore } from '../../../src/gateway/ports.ts';
import { collectOrphans } from '../../../src/gateway/uploads/orphans.ts';
import { waitingHours } from '../../../src/gateway/waiting-time.ts';
import { testNow } from '../../support/gateway.ts';
import { beginUpload, putBytes, readFileOf, removeUpload } from '../../support/upload-file.ts';
import { newMobile, pdf, problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const hours = (count: number): Date => new Date(Date.parse(testNow) + count * 3_600_000);

/** A store that tells what lies in it. */
function countedFiles(): FileStore & { ids: Set<string>; fail: boolean } {
  const files = memoryFiles();
  const store = {
    ids: new Set<string>(), fail: false,
    async put(id: string, bytes: Uint8Array | Blob) {
      if (store.fail) throw new Error('the disk is full');
      store.ids.add(id);
      await files.put(id, bytes);
    },
    get: files.get,
    blob: files.blob,
    async delete(id: string) {
      store.ids.delete(id);
      await files.delete(id);
    },
  };
  return store;
}

describe('a file that comes in parts', () => {
  const files = countedFiles();
  let desk: TestDesk;
  before(async () => { desk = await startDesk({ ports: { files } }); });
  after(() => desk.stop());
  beforeEach(() => {
    desk.setNow(testNow);
    files.ids.clear();
    files.fail = false;
  });

  const begin = async (length = pdf.length): Promise<string> => {
    const answer = await beginUpload(desk.fetch, { offering: desk.offering, field: 'deed', name: 'سند.pdf' }, length);
    assert.equal(answer.status, 201, await answer.clone().text());
    return answer.headers.get('location')!;
  };
  const offset = async (address: string, gateway: { fetch: TestDesk['fetch'] } = desk): Promise<number> => {
    const answer = await gateway.fetch(address, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    assert.deepEqual([answer.status, answer.headers.get('cache-control'), answer.headers.get('tus-resumable')], [200, 'no-store', '1.0.0']);
    return Number(answer.headers.get('upload-offset'));
  };
  const finish = (address: string) => desk.fetch(`${address}/finish`, { method: 'POST' });
  const code = async (answer: Response | Promise<Response>): Promise<string> => (await problemOf(await answer)).code;

  it('goes on in another copy of the gateway, where it stopped, and is the file that was sent', async () => {
    const address = await begin();
    assert.equal((await putBytes(desk.fetch, address, 0, pdf.slice(0, 20))).headers.get('upload-offset'), '20');
    const other = createGateway(desk.ports);
    const call = (path: string, init?: RequestInit) => other.fetch(new Request(`http://gateway.test${path}`, init));
    assert.equal(await offset(address, { fetch: call as TestDesk['fetch'] }), 20);
    assert.equal((await putBytes(call, address, 20, pdf.slice(20))).status, 204);
    for (const id of files.ids) assert.ok(!Buffer.from((await files.get(id))!).includes('obj'), 'a part lies in the clear');
    const upload = (await (await finish(address)).json()) as Upload;
    assert.deepEqual({ ...upload, id: '' }, { id: '', name: 'سند.pdf', bytes: pdf.length, mediaType: 'application/pdf', expiresAt: hours(waitingHours).toISOString() });
    assert.deepEqual([...files.ids], [upload.id], 'the parts are still there');
    assert.deepEqual(await (await finish(address)).json(), upload, 'who lost the answer asks again');
    assert.equal(await offset(address), pdf.length);
    const filed = await desk.file({ owner: true, deed: [upload] } as never);
    const token = await desk.prove(filed.code, filed.mobile);
    const got = await readFileOf(desk.fetch, `/v1/requests/${filed.code}/files/${upload.id}`, { authorization: `Bearer ${token}` });
    assert.deepEqual(new Uint8Array(await got.arrayBuffer()), pdf);
    assert.equal(await code(removeUpload(desk.fetch, address)), 'notFound', 'a file of a request is taken back by nobody');
    assert.equal(await code(putBytes(desk.fetch, address, 0, pdf)), 'notFound');
    assert.equal((await desk.fetch(address)).status, 404);
  });

  it('keeps what came before the line was cut', async () => {
    const address = await begin();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ === 0) controller.enqueue(pdf.slice(0, 30));
        else controller.error(new Error('the line is dead'));
      },
    });
    await desk.fetch(address, {
      method: 'PATCH', body, duplex: 'half', headers: { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    } as RequestInit);
    assert.equal(await offset(address), 30);
  });

  it('takes of two that write at one place one, and keeps nothing of the other', async () => {
    const address = await begin();
    const both = await Promise.all([putBytes(desk.fetch, address, 0, pdf.slice(0, 10)), putBytes(desk.fetch, address, 0, pdf.slice(0, 15))]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [204, 409]);
    assert.equal(files.ids.size, 1);
    assert.equal(await offset(address), both[0]!.status === 204 ? 10 : 15);
  });

  it('is refused before the first byte, while it grows, and when it is not what tus says', async () => {
    const metadata = { offering: desk.offering, field: 'deed', name: 'x.pdf' };
    assert.equal(await code(beginUpload(desk.fetch, metadata, 6 * 1024 * 1024)), 'upload.tooLarge');
    assert.equal(await code(beginUpload(desk.fetch, { ...metadata, field: 'people.0.photo' }, 100_001)), 'upload.tooLarge');
    assert.equal(await code(desk.fetch('/v1/uploads', { method: 'POST' })), 'upload.protocol');
    assert.equal(await code(desk.fetch('/v1/uploads', { method: 'POST', headers: { 'tus-resumable': '1.0.0', 'upload-metadata': 'offering %%' } })), 'input.invalid');
    const address = await begin();
    assert.equal(await code(putBytes(desk.fetch, address, 0, new Uint8Array(pdf.length + 1))), 'upload.tooLarge');
    assert.equal(await code(putBytes(desk.fetch, address, 5, pdf.slice(5))), 'upload.otherOffset');
    assert.equal(await code(desk.fetch(address, { method: 'PATCH', headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0' }, body: 'x' })), 'input.mediaType');
    assert.equal(await code(finish(address)), 'upload.otherOffset', 'half a file is none');
    assert.equal(await offset(address), 0);
    assert.equal(files.ids.size, 0);
  });

  it('is erased when its content is of another kind', async () => {
    const address = await begin(40);
    await putBytes(desk.fetch, address, 0, new Uint8Array(40).fill(65));
    assert.equal(await code(finish(address)), 'upload.typeNotAllowed');
    assert.equal(files.ids.size, 0);
    assert.equal((await desk.fetch(address)).status, 404);
  });

  it('is erased when its sender takes it back, whole or not, and cannot be filed then', async () => {
    const half = await begin();
    await putBytes(desk.fetch, half, 0, pdf.slice(0, 9));
    assert.equal((await removeUpload(desk.fetch, half)).status, 204);
    assert.equal((await desk.fetch(half)).status, 404);
    const whole = (await (await desk.upload(pdf, 'سند.pdf')).json()) as Upload;
    assert.equal((await removeUpload(desk.fetch, `/v1/uploads/${whole.id}`)).status, 204);
    assert.equal(files.ids.size, 0);
    assert.equal(await code(desk.send({ name: 'آزمون', mobile: newMobile(), owner: true, deed: [whole] } as never)), 'upload.notFound');
  });

  it('is not lost when the store fails, and leaves no crumbs after a day', async () => {
    const address = await begin();
    await putBytes(desk.fetch, address, 0, pdf.slice(0, 9));
    files.fail = true;
    assert.equal(await code(putBytes(desk.fetch, address, 9, pdf.slice(9))), 'server.failed');
    files.fail = false;
    assert.equal(await offset(address), 9);
    desk.setNow(hours(waitingHours - 1));
    await collectOrphans(desk.ports);
    assert.equal(await offset(address), 9);
    desk.setNow(hours(waitingHours + 1));
    assert.equal((await desk.fetch(address)).status, 404);
    assert.ok((await collectOrphans(desk.ports)) > 0);
    assert.equal(files.ids.size, 0);
    assert.equal((await desk.db.selectFrom('upload_part').selectAll().execute()).length, 0);
  });

  it('may come from any page: the headers of tus are allowed and shown', async () => {
    const offered = await desk.fetch('/v1/uploads', { method: 'OPTIONS' });
    assert.match(offered.headers.get('access-control-allow-methods')!, /PATCH/);
    assert.match(offered.headers.get('access-control-allow-headers')!, /upload-offset/);
    assert.equal(offered.headers.get('tus-extension'), 'creation,expiration,termination');
    assert.match((await desk.fetch(await begin())).headers.get('access-control-expose-headers')!, /location.*upload-offset/);
  });
});
