import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FileLink, Upload } from '../../../src/contract/form.ts';
import { testNow } from '../../support/gateway.ts';
import { readFileOf } from '../../support/upload-file.ts';
import { pdf, png, problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const seconds = (count: number): Date => new Date(Date.parse(testNow) + count * 1000);

describe('a link to a file', () => {
  let desk: TestDesk;
  let code: string;
  let proof: { authorization: string };
  let deed: Upload;
  let photo: Upload;
  before(async () => {
    desk = await startDesk();
    desk.setNow(testNow);
    deed = (await (await desk.upload(pdf, 'سند.pdf')).json()) as Upload;
    photo = (await (await desk.upload(png, 'photo.png', 'people.0.photo')).json()) as Upload;
    const filed = await desk.file({ owner: true, deed: [deed], people: [{ who: 'همراه', photo: [photo] }] } as never);
    code = filed.code;
    proof = { authorization: `Bearer ${await desk.prove(code, filed.mobile)}` };
  });
  after(() => desk.stop());
  beforeEach(() => desk.setNow(testNow));

  const ofCitizen = (upload: Upload) => `/v1/requests/${code}/files/${upload.id}`;
  const linkTo = async (path: string, headers: Record<string, string>): Promise<FileLink> => (await (await desk.fetch(path, { headers })).json()) as FileLink;
  const open = (link: string, accept?: string) => desk.fetch(`/v1/files/${link}`, accept ? { headers: { accept } } : {});

  it('opens without proof or cookie, to be saved and never shown or kept', async () => {
    const got = await open((await linkTo(ofCitizen(deed), proof)).link);
    assert.deepEqual(new Uint8Array(await got.arrayBuffer()), pdf);
    const headers = ['content-type', 'x-content-type-options', 'content-security-policy', 'cache-control', 'referrer-policy'].map((name) => got.headers.get(name));
    assert.deepEqual(headers, ['application/pdf', 'nosniff', "default-src 'none'; sandbox", 'private, no-store', 'no-referrer']);
    assert.match(got.headers.get('content-disposition')!, /^attachment; /);
  });

  it('is given to those alone who may read the file', async () => {
    assert.equal((await desk.fetch(ofCitizen(deed))).status, 404);
    assert.equal((await desk.fetch(`/v1/requests/${code}/files/nothing`, { headers: proof })).status, 404);
    const stranger = await desk.file();
    const other = { authorization: `Bearer ${await desk.prove(stranger.code, stranger.mobile)}` };
    assert.equal((await desk.fetch(ofCitizen(deed), { headers: other })).status, 404);
    assert.equal((await desk.fetch(`/v1/requests/${stranger.code}/files/${deed.id}`, { headers: other })).status, 404, 'a file of another request');

    const cookie = await desk.signIn({ agency: 'abfa' });
    const ofStaff = `/v1/staff/requests/${await desk.idOf(code, cookie)}/files/${photo.id}`;
    assert.deepEqual(new Uint8Array(await (await readFileOf(desk.fetch, ofStaff, { cookie })).arrayBuffer()), png);
    assert.equal((await desk.fetch(ofStaff)).status, 401);
    assert.equal((await desk.fetch(ofStaff, { headers: { cookie: await desk.signIn({ agency: 'sabt-ahval' }) } })).status, 404);
  });

  it('ends after five minutes', async () => {
    const { link, expiresAt } = await linkTo(ofCitizen(deed), proof);
    assert.equal(expiresAt, seconds(300).toISOString());
    desk.setNow(seconds(299));
    assert.equal((await open(link)).status, 200);
    desk.setNow(seconds(300));
    const over = await open(link);
    assert.deepEqual([over.status, (await problemOf(over)).code], [403, 'file.linkOver']);
    assert.equal((await open((await linkTo(ofCitizen(deed), proof)).link)).status, 200, 'a new one opens');
  });

  it('opens nothing when a part of it is altered', async () => {
    const { link } = await linkTo(ofCitizen(deed), proof);
    const [upload, until, by, signature] = link.split('.') as [string, string, string, string];
    const altered = [
      [photo.id, until, by, signature], [upload, String(Number(until) + 60), by, signature], [upload, until, 'somebody', signature],
      [upload, until, by, `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`], [upload, until, by, ''], [upload, until, by], [upload],
    ];
    for (const parts of altered) assert.equal((await problemOf(await open(parts.join('.')))).code, 'file.linkOver', parts.join('.'));
  });

  it('that does not open says to a person in Persian and English how to get a new one', async () => {
    const page = await open('old', 'text/html,application/xhtml+xml,*/*;q=0.8');
    assert.deepEqual([page.status, page.headers.get('content-type'), page.headers.get('cache-control')], [403, 'text/html; charset=utf-8', 'private, no-store']);
    const text = await page.text();
    assert.match(text, /دوباره روی نام فایل بزنید/);
    assert.match(text, /choose the name of the file again/);
  });

  it('of a member of staff is recorded with their name when the file is read, not when the link is asked for', async () => {
    const cookie = await desk.signIn({ agency: 'abfa', username: 'reads-files' });
    const request = await desk.idOf(code, cookie);
    const { id } = await desk.db.selectFrom('staff').select('id').where('username', '=', 'reads-files').executeTakeFirstOrThrow();
    const read = () => desk.db.selectFrom('audit').select(['action', 'request']).where('staff', '=', id).where('action', '=', 'readFile').execute();
    const { link } = await linkTo(`/v1/staff/requests/${request}/files/${photo.id}`, { cookie });
    assert.deepEqual(await read(), []);
    assert.equal((await open(link)).status, 200);
    assert.deepEqual(await read(), [{ action: 'readFile', request }]);
  });
});
