import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Answers, Upload } from '../../../src/contract/form.ts';
import type { QuestionField } from '../../../src/contract/question.ts';
import type { RequestRecord } from '../../../src/contract/request.ts';
import type { StaffCase } from '../../../src/contract/staff.ts';
import { exportLog } from '../../../src/gateway/log/export.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { testNow } from '../../support/gateway.ts';
import { beginUpload, readFileOf, uploadFile } from '../../support/upload-file.ts';
import { pdf, png, problemOf, startDesk, type TestDesk } from './desk.ts';

const label = (fa: string) => ({ fa });
const fields: QuestionField[] = [
  { id: 'built', type: 'number', label: label('سال ساخت خانه آقای نمونه'), required: true, integer: true },
  { id: 'phone', type: 'mobile', label: label('تلفن مالک'), required: false },
  { id: 'plan', type: 'file', label: label('نقشه'), required: true, accept: ['application/pdf'], maxBytes: 1000 },
];

describe('a question with fields', () => {
  let desk: TestDesk;
  before(async () => { desk = await startDesk(); });
  after(() => desk.stop());

  /** A request of which the desk asks, and the proof of its citizen. */
  async function asked(asks: object = { fields }) {
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, '');
    const cookie = await desk.signIn({ agency: 'abfa' });
    await desk.act(cookie, id, 'take', { version: 1 });
    const answer = await desk.act(cookie, id, 'ask', { version: 2, text: 'این‌ها را بفرستید.', ...asks });
    assert.equal(answer.status, 200, await answer.clone().text());
    const token = await desk.prove(filed.code, filed.mobile);
    const authorization = { authorization: `Bearer ${token}` };
    const withProof = (path: string, init: RequestInit) => desk.fetch(path, { ...init, headers: { ...(init.headers as Record<string, string>), ...authorization } });
    return {
      ...filed, id, cookie, authorization, shown: (await answer.json()) as StaffCase,
      async record() {
        const answer = await desk.record(filed.code, token);
        assert.equal(answer.status, 200, await answer.clone().text());
        return (await answer.json()) as RequestRecord;
      },
      reply: (json: object, headers = {}) => desk.fetch(`/v1/requests/${filed.code}/reply`, { json, headers: { ...authorization, ...headers } }),
      send: (bytes: Uint8Array, name: string, field = 'plan', code = filed.code) => uploadFile(withProof, { request: code, field, name }, bytes),
    };
  }
  const uploaded = async (sent: Promise<Response>): Promise<Upload> => {
    const answer = await sent;
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as Upload;
  };
  const errorsOf = async (answer: Response) => (await problemOf(answer)).errors?.map(({ path, code }) => `${path} ${code}`);

  it('is answered by the rules of a form, and both sides read the values and the file', async () => {
    const one = await asked();
    assert.deepEqual(one.shown.messages.at(-1)!.fields, fields);
    assert.deepEqual((await one.record()).messages.at(-1)!.fields, fields);
    const plan = await uploaded(one.send(pdf, 'نقشه.pdf'));
    const answer = await one.reply({ question: 3, answers: { built: '۱۳۸۹', phone: '۰۹۱۲ ۳۴۵ ۶۷۸۹', plan: [{ ...plan, name: 'x', bytes: 1 }] } });
    assert.equal(answer.status, 200, await answer.clone().text());
    const record = (await answer.json()) as RequestRecord;
    const expected: Answers = { built: 1389, phone: '09123456789', plan: [{ id: plan.id, name: 'نقشه.pdf', bytes: pdf.length, mediaType: 'application/pdf' }] };
    const { text, answers } = record.messages.at(-1)!;
    assert.deepEqual({ text, answers }, { text: '', answers: expected });
    assert.equal(record.status.state, 'inReview');
    const shown = await desk.openCase(one.cookie, one.id);
    assert.deepEqual(shown.messages.at(-1)!.answers, expected);
    assert.deepEqual(shown.files.map(({ name }) => name), ['نقشه.pdf']);
    for (const [path, headers] of [[`/v1/requests/${one.code}/files/${plan.id}`, one.authorization], [`/v1/staff/requests/${one.id}/files/${plan.id}`, { cookie: one.cookie }]] as const) {
      assert.deepEqual(new Uint8Array(await (await readFileOf(desk.fetch, path, headers)).arrayBuffer()), pdf);
    }
  });

  it('names what is wrong by its field, and writes nothing', async () => {
    const one = await asked();
    assert.deepEqual(await errorsOf(await one.reply({ text: 'نمی‌دانم' })), ['built required', 'plan required']);
    assert.deepEqual(await errorsOf(await one.reply({ answers: { built: 'کهنه', phone: '12', nothing: 'x' } })), ['built notNumber', 'phone mobile.length', 'plan required', 'nothing unknownField']);
    const strange = { built: 1389, plan: [{ id: 'AAAA', name: 'x.pdf', bytes: 9, mediaType: 'application/pdf' }] };
    assert.deepEqual(await errorsOf(await one.reply({ answers: strange })), ['plan.0 notFound']);
    assert.equal((await one.record()).status.state, 'waitingCitizen');
  });

  it('takes files by kind and size, for its own request, from who proved the number', async () => {
    const one = await asked();
    const other = await asked();
    assert.equal((await problemOf(await one.send(png, 'نقشه.png'))).code, 'upload.typeNotAllowed');
    assert.equal((await problemOf(await one.send(new Uint8Array(1001), 'نقشه.pdf'))).code, 'upload.tooLarge');
    assert.equal((await problemOf(await one.send(pdf, 'x.pdf', 'built'))).code, 'input.invalid');
    assert.equal((await problemOf(await one.send(pdf, 'x.pdf', 'plan', other.code))).code, 'request.notFound');
    assert.equal((await problemOf(await beginUpload(desk.fetch, { request: one.code, field: 'plan', name: 'x.pdf' }, 9))).code, 'request.notFound');
    // What was sent for one question is no answer to another, nor to a form.
    const plan = await uploaded(one.send(pdf, 'نقشه.pdf'));
    assert.deepEqual(await errorsOf(await other.reply({ answers: { built: 1, plan: [plan] } })), ['plan.0 notFound']);
    assert.equal((await problemOf(await desk.send({ name: 'آزمون', mobile: one.mobile, owner: true, deed: [plan] } as never))).code, 'upload.notFound');
    assert.equal((await one.reply({ answers: { built: 1, plan: [plan] } })).status, 200);
    assert.equal((await problemOf(await one.send(pdf, 'دیر.pdf'))).code, 'transition.notAllowed');
  });

  it('is answered once: the same key gives the same answer, another tab is told, and a later question does not get it', async () => {
    const one = await asked();
    const plan = await uploaded(one.send(pdf, 'نقشه.pdf'));
    const body = { question: 3, answers: { built: 1389, plan: [plan] } };
    const [first, second] = await Promise.all([one.reply(body, { 'idempotency-key': 'key-of-one-tab' }), one.reply(body, { 'idempotency-key': 'key-of-one-tab' })]);
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.deepEqual(await first.json(), await second.json());
    assert.equal((await problemOf(await one.reply(body, { 'idempotency-key': 'key-of-another' }))).code, 'transition.notAllowed');
    assert.equal((await desk.act(one.cookie, one.id, 'ask', { version: 4, text: 'طبقه چندم؟' })).status, 200);
    assert.equal((await problemOf(await one.reply(body, { 'idempotency-key': 'key-of-a-third' }))).code, 'request.changed');
    assert.equal((await one.reply({ text: 'دوم', question: 5 })).status, 200);
    assert.deepEqual((await one.record()).messages.map(({ kind, text }) => `${kind} ${text}`), ['question این‌ها را بفرستید.', 'reply ', 'question طبقه چندم؟', 'reply دوم']);
  });

  it('needs words where nothing else is answered', async () => {
    const optional = [{ id: 'phone', type: 'mobile', label: label('تلفن'), required: false }];
    const one = await asked({ fields: optional });
    assert.deepEqual(await errorsOf(await one.reply({ text: ' ' })), ['text required']);
    assert.equal((await one.reply({ text: 'تلفن ندارم.' })).status, 200);
    const plain = await asked({});
    assert.deepEqual(await errorsOf(await plain.reply({ answers: { phone: '09120000000' } })), ['phone unknownField']);
    assert.equal((await plain.reply({ text: 'باشد' })).status, 200);
  });

  it('is refused where its fields make no form', async () => {
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, '');
    const cookie = await desk.signIn({ agency: 'abfa' });
    await desk.act(cookie, id, 'take', { version: 1 });
    const ask = (given: object[]) => desk.act(cookie, id, 'ask', { version: 2, text: 'چه؟', fields: given });
    const field = { id: 'a', type: 'text', label: label('الف'), required: true };
    assert.deepEqual(await errorsOf(await ask([field, field])), ['fields.a duplicateId']);
    assert.deepEqual(await errorsOf(await ask([{ ...field, id: 'text' }])), ['fields.text duplicateId']);
    assert.deepEqual(await errorsOf(await ask([{ ...field, type: 'choice' }])), ['fields.a choiceWithoutOptions']);
    assert.deepEqual(await errorsOf(await ask([{ ...field, label: label(' ') }])), ['fields.0.label.fa too_small']);
    assert.deepEqual(await errorsOf(await ask(Array.from({ length: 11 }, (_, at) => ({ ...field, id: `a${at}` })))), ['fields too_big']);
    assert.equal((await desk.openCase(cookie, id)).version, 2);
  });

  it('is in the log by digests: it verifies, the export says nothing of it, and a changed one is found', async () => {
    const one = await asked();
    const plan = await uploaded(one.send(pdf, 'نقشه.pdf'));
    // No digest has so many digits of it by chance.
    const built = 138_913_891_389;
    assert.equal((await one.reply({ answers: { built, plan: [plan] } })).status, 200);
    const faults = async () => (await verifyLog(desk.db, desk.ports.secrets)).faults.filter(({ request }) => request === one.id).map(({ seq, reason }) => `${seq} ${reason}`);
    assert.deepEqual(await faults(), []);
    let exported = '';
    await exportLog(desk.db, new Date(testNow), async (line) => { exported += JSON.stringify(line); });
    for (const personal of ['سال ساخت', String(built), plan.id, 'نقشه']) assert.ok(!exported.includes(personal), personal);
    await sql`alter table request_event disable trigger user`.execute(desk.db);
    await sql`update request_event set private_payload = (select private_payload from request_event as other where other.request = ${one.id} and other.seq = 3) where request = ${one.id} and seq = 4`.execute(desk.db);
    await sql`alter table request_event enable trigger user`.execute(desk.db);
    assert.deepEqual(await faults(), ['4 private']);
  });

  it('goes with the person who is erased', async () => {
    const one = await asked();
    await desk.db.deleteFrom('request_private').where('request', '=', one.id).execute();
    assert.deepEqual((await desk.openCase(one.cookie, one.id)).messages, []);
  });
});
