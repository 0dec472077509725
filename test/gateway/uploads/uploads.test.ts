import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Upload } from '../../../src/contract/form.ts';
import type { RequestRecord } from '../../../src/contract/request.ts';
import { cleanName, contentDisposition } from '../../../src/gateway/uploads/file-names.ts';
import { collectOrphans } from '../../../src/gateway/uploads/orphans.ts';
import { waitingHours } from '../../../src/gateway/waiting-time.ts';
import { testNow } from '../../support/gateway.ts';
import { beginUpload, readFileOf } from '../../support/upload-file.ts';
import { newMobile, pdf, png, problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const hours = (count: number): Date => new Date(Date.parse(testNow) + count * 3_600_000);
const exe = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0, ...Array(240).fill(0)]);

describe('files of a request', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());

  const sent = async (bytes: Uint8Array, name: string, field?: string): Promise<Upload> => {
    const answer = await desk.upload(bytes, name, field);
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as Upload;
  };
  const refusal = async (bytes: Uint8Array, name: string, field?: string): Promise<string> =>
    (await problemOf(await desk.upload(bytes, name, field))).code;

  it('are known by their content, keep their name and expire', async () => {
    const upload = await sent(pdf, 'سند ملک.pdf');
    assert.deepEqual(
      { ...upload, id: '' },
      { id: '', name: 'سند ملک.pdf', bytes: pdf.length, mediaType: 'application/pdf', expiresAt: hours(waitingHours).toISOString() },
    );
    assert.equal((await sent(png, 'scan.pdf')).name, 'scan.pdf.png');
  });

  it('are refused with a reason', async () => {
    assert.equal(await refusal(new Uint8Array(), 'هیچ.pdf'), 'upload.empty');
    assert.equal(await refusal(exe, 'سند.pdf'), 'upload.typeNotAllowed');
    assert.equal(await refusal(new TextEncoder().encode('<html><script>1</script>'), 'سند.pdf'), 'upload.typeNotAllowed');
    assert.equal(await refusal(new Uint8Array(30 * 1024 * 1024), 'بزرگ.pdf'), 'upload.tooLarge');
    assert.equal(await refusal(new Uint8Array(6 * 1024 * 1024), 'شش.pdf'), 'upload.tooLarge');
    assert.equal(await refusal(new Uint8Array(100_001), 'عکس.png', 'people.0.photo'), 'upload.tooLarge');
    assert.equal(await refusal(pdf, 'عکس.pdf', 'people.photo'), 'upload.typeNotAllowed');
    assert.equal(await refusal(pdf, 'x.pdf', 'name'), 'input.invalid');
    const other = await beginUpload(desk.fetch, { offering: 'abfa.nothing', field: 'deed', name: 'x.pdf' }, pdf.length);
    assert.equal((await problemOf(other)).code, 'offering.notFound');
  });

  it('go with the request and come back as they were, to be saved and not shown', async () => {
    const deed = await sent(pdf, 'سند «اصلی».pdf');
    const photo = await sent(png, 'photo.png', 'people.0.photo');
    // What the caller says about a file counts for nothing.
    const filed = await desk.file({ owner: true, deed: [{ ...deed, name: 'x', bytes: 1, mediaType: 'text/html' }], people: [{ who: 'همراه', photo: [photo] }] } as never)
      .catch(() => undefined);
    assert.equal(filed, undefined, 'a type that the field does not take is refused before anything is looked up');
    const right = await desk.file({ owner: true, deed: [{ ...deed, name: 'x', bytes: 1 }], people: [{ who: 'همراه', photo: [photo] }] } as never);
    const token = await desk.prove(right.code, right.mobile);
    const record = (await (await desk.record(right.code, token)).json()) as RequestRecord;
    assert.deepEqual(record.files.map(({ name }) => name).sort(), ['photo.png', 'سند «اصلی».pdf']);
    assert.equal((record.answers['deed'] as Upload[])[0]!.name, 'سند «اصلی».pdf');

    const got = await readFileOf(desk.fetch, `/v1/requests/${right.code}/files/${deed.id}`, { authorization: `Bearer ${token}` });
    assert.deepEqual(new Uint8Array(await got.arrayBuffer()), pdf);
    assert.match(got.headers.get('content-disposition')!, /^attachment; .*filename\*=UTF-8''%D8%B3/);
  });

  it('lie encrypted', async () => {
    const deed = await sent(pdf, 'سند.pdf');
    const lying = (await desk.ports.files.get(deed.id))!;
    assert.ok(!Buffer.from(lying).includes('%PDF'));
  });

  it('that are gone, foreign, doubled or of another field are named by their place', async () => {
    const places = async (answers: object) => {
      const answer = await desk.send({ name: 'آزمون', mobile: newMobile(), owner: true, ...answers } as never);
      const problem = await problemOf(answer);
      assert.equal(problem.code, 'upload.notFound');
      return problem.errors!.map(({ path }) => path);
    };
    const deed = await sent(pdf, 'a.pdf');
    const photo = await sent(png, 'a.png', 'people.photo');
    assert.deepEqual(await places({ deed: [{ ...deed, id: 'no-such-file-0000000000' }] }), ['deed.0']);
    assert.deepEqual(await places({ deed: [deed, deed] }), ['deed.1']);
    assert.deepEqual(await places({ deed: [photo] }), ['deed.0']);
    await desk.file({ owner: true, deed: [deed] } as never);
    assert.deepEqual(await places({ people: [{ who: 'ا', photo: [photo] }], deed: [deed] }), ['deed.0']);
    const old = await sent(pdf, 'old.pdf');
    desk.setNow(hours(waitingHours + 1));
    assert.deepEqual(await places({ deed: [old] }), ['deed.0']);
    desk.setNow(testNow);
  });

  it('that belong to no request are erased after a day, the others stay', async () => {
    const bound = await sent(pdf, 'bound.pdf');
    await desk.file({ owner: true, deed: [bound] } as never);
    const left = await sent(pdf, 'left.pdf');
    desk.setNow(hours(waitingHours - 1));
    await collectOrphans(desk.ports);
    assert.ok(await desk.ports.files.get(left.id));
    desk.setNow(hours(waitingHours + 1));
    const [one, two] = await Promise.all([collectOrphans(desk.ports), collectOrphans(desk.ports)]);
    assert.ok(one + two > 0);
    assert.equal(await desk.ports.files.get(left.id), undefined);
    assert.ok(await desk.ports.files.get(bound.id));
    desk.setNow(testNow);
  });
});

describe('names of files', () => {
  const clean = (name: string) => cleanName(name, 'application/pdf', 'pdf');
  it('lose what is no name', () => {
    assert.equal(clean('C:\\fakepath\\سند.pdf'), 'سند.pdf');
    assert.equal(clean('../../etc/passwd'), 'passwd.pdf');
    assert.equal(clean('عکس\u202Efdp.exe'), 'عکسfdp.exe.pdf');
    assert.equal(clean('a\r\nSet-Cookie: x.pdf'), 'aSet-Cookie x.pdf');
    assert.equal(clean(''), 'file.pdf');
    assert.equal(clean('.pdf'), 'file.pdf');
    assert.equal([...clean(`${'ن'.repeat(500)}.PDF`)].length, 120);
    assert.equal(clean('نامه\u200cها.pdf'), 'نامه\u200cها.pdf', 'the half-space stays');
  });
  it('lose what nobody sees, and keep what joins and parts the letters of a word', () => {
    const unseen = [...'\u00AD\u034F\u061C\u115F\u180E\u200B\u200E\u200F\u202A\u202E\u2060\u2063\u2064\u2066\u206F\u3164\uFEFF\uFFA0\uFFF9\u{E0041}\u{E0101}'];
    for (const letter of unseen) assert.equal(clean(`سن${letter}د${letter}.pdf${letter}`), 'سند.pdf', letter.codePointAt(0)!.toString(16));
    assert.equal(clean('می\u200c\u200cروم.pdf'), 'می\u200cروم.pdf');
    assert.equal(clean('\u200cگواهی\u200c.pdf'), 'گواهی.pdf');
    assert.equal(clean('بند\u200c۲.pdf'), 'بند\u200c۲.pdf');
    assert.equal(clean('سال ۱۴۰۵ ه\u200d.ش.pdf'), 'سال ۱۴۰۵ ه\u200d.ش.pdf');
    assert.equal(clean('a\u200db\u200d.pdf'), 'ab.pdf');
    assert.equal(clean('👩\u200d👧.pdf'), '👩\u200d👧.pdf');
    assert.equal(clean('\u200b\u2060\u200d'), 'file.pdf');
  });
  it('stand in the header for old and new browsers', () => {
    assert.equal(
      contentDisposition(`نقشه "1' (x).pdf`),
      `attachment; filename="____ _1' (x).pdf"; filename*=UTF-8''%D9%86%D9%82%D8%B4%D9%87%20%221%27%20%28x%29.pdf`,
    );
  });
});
