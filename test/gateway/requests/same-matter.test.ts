import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { newestOtp, otpIn } from '../../support/one-time-code.ts';
import { uploadFile } from '../../support/upload-file.ts';
import type { Answers, FormDefinition, Upload } from '../../../src/contract/form.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import type { Filed, RequestInput, RequestRecord, RequestStatus } from '../../../src/contract/request.ts';
import type { SearchAnswer } from '../../../src/contract/catalogue.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newMobile, pdf } from './desk.ts';

describe('a second complaint about the same matter', () => {
  let gateway: TestGateway;
  let offering: string;
  let form: FormDefinition;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['ict'] });
    const { items } = (await (await gateway.fetch(`/v1/search?q=${encodeURIComponent('شکایت از سرویس اینترنت')}`)).json()) as SearchAnswer;
    offering = items[0]!.entry.id;
    form = (await (await gateway.fetch(`/v1/offerings/${offering}/form`)).json()) as FormDefinition;
  });
  after(() => gateway?.stop());

  const complaint = (mobile: string, more: Answers = {}): Answers => ({
    location: { text: 'کرج، خیابان بهار' }, service: 'internet', operator: 'اپراتور نمونه', phoneNumber: '02632000000', subject: 'quality',
    description: 'سه روز است که اینترنت خانه قطع است.', complainedBefore: false, messageKind: 'complaint', fullName: 'آزمون', nationalId: '0310063604', mobile, ...more,
  });
  const send = (answers: Answers, more: { sameMatter?: RequestInput['sameMatter']; key?: string } = {}) => gateway.fetch('/v1/requests', {
    json: { offering, form: { id: form.id, version: form.version }, answers, language: 'fa', ...(more.sameMatter && { sameMatter: more.sameMatter }) },
    headers: more.key ? { 'idempotency-key': more.key } : {},
  });
  const filed = async (answer: Response): Promise<Filed> => {
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as Filed;
  };
  const asked = async (answer: Response): Promise<NonNullable<Problem['proof']>> => {
    const problem = (await answer.json()) as Problem;
    assert.deepEqual([answer.status, problem.code], [409, 'request.sameMatter']);
    return problem.proof!;
  };
  const messages = async (mobile: string) => ((await (await gateway.fetch(`/dev/inbox?to=${mobile}`, { headers: { accept: 'application/json' } })).json()) as { messages: { text: string }[] }).messages;
  const otpOf = async (mobile: string) => newestOtp(await messages(mobile))!;
  const statusOf = async (code: string) => (await (await gateway.fetch(`/v1/requests/${code}`)).json()) as RequestStatus;
  const countRequests = async () => (await gateway.db.selectFrom('request').select('id').execute()).length;

  it('is recognised and asked about; nothing is filed, and nothing of the first is told', async () => {
    const mobile = newMobile();
    const first = await filed(await send(complaint(mobile)));
    const before = await countRequests();
    // Other letters of the same word, other words for what happened: the same matter.
    const answer = await send(complaint(mobile, { operator: 'اپراتور  نمونه', description: 'هنوز اینترنت خانه قطع است و پاسخ نمی‌دهند.' }));
    const text = await answer.clone().text();
    const proof = await asked(answer);
    assert.ok(proof.challenge && proof.resendAfterSeconds > 0);
    assert.ok(!text.includes(first.code) && !text.includes(first.receipt));
    assert.equal(await countRequests(), before);
    assert.match(await otpOf(mobile), /^\d{6}$/);
  });

  it('is recognised by another way to write the number, and another name of the company', async () => {
    const mobile = newMobile();
    await filed(await send(complaint(mobile, { operator: 'مخابرات', phoneNumber: '02634187105' })));
    for (const [operator, phoneNumber] of [['شرکت مخابرات', '026-34187105'], ['مخابرات ایران', '02634187105'], ['مخابرات منطقه البرز', '026-3418-7105']]) {
      await asked(await send(complaint(mobile, { operator, phoneNumber })));
    }
    await filed(await send(complaint(mobile, { operator: 'مخابرات', phoneNumber: '02634187106' })));
  });

  describe('where the mobile number has to be proven', () => {
    before(() => { gateway.ports.settings.mobileProof = 'required'; });
    after(() => { gateway.ports.settings.mobileProof = 'off'; });
    const accepted = async (answer: Response): Promise<string> => {
      assert.equal(answer.status, 202, await answer.clone().text());
      return ((await answer.json()) as { accepted: string }).accepted;
    };
    const prove = async (id: string, mobile: string): Promise<Filed> => {
      const answer = await gateway.fetch(`/v1/accepted/${id}/proof`, { json: { otp: await otpOf(mobile) } });
      assert.equal(answer.status, 200, await answer.clone().text());
      return ((await answer.json()) as { filed: Filed }).filed;
    };

    it('is filed apart by a code of its own, and joined by the code of the first', async () => {
      const mobile = newMobile();
      const first = await prove(await accepted(await send(complaint(mobile))), mobile);
      const second = complaint(mobile, { description: 'یک هفته شد و هنوز قطع است.' });
      const { challenge } = await asked(await send(second));
      const joined = await filed(await send(second, { sameMatter: { otp: await otpOf(mobile), challenge } }));
      assert.deepEqual([joined.joined, joined.code], [true, first.code]);
      const apart = await prove(await accepted(await send(second, { sameMatter: 'separate' })), mobile);
      assert.notEqual(apart.code, first.code);
    });

    it('of two that were accepted before either was filed joins the one that was filed first, with its file', async () => {
      const mobile = newMobile();
      const upload = (await (await uploadFile(gateway.fetch, { offering, field: 'attachment', name: 'قبض.pdf' }, pdf)).json()) as Upload;
      const [a, b] = [await accepted(await send(complaint(mobile))), await accepted(await send(complaint(mobile, { attachment: [upload] })))];
      const codes = (await messages(mobile)).flatMap(({ text }) => otpIn(text) ?? []);
      const give = async (id: string, otp: string) => ((await (await gateway.fetch(`/v1/accepted/${id}/proof`, { json: { otp } })).json()) as { filed: Filed }).filed;
      const [before, after] = [await give(a, codes[1]!), await give(b, codes[0]!)];
      assert.deepEqual([after.joined, after.code], [true, before.code]);
      const bound = await gateway.db.selectFrom('attachment').innerJoin('request_code', 'request_code.request', 'attachment.request').select('attachment.id').where('attachment.id', '=', upload.id).execute();
      assert.equal(bound.length, 1);
      assert.deepEqual((await verifyLog(gateway.db, gateway.ports.secrets)).faults, []);
    });
  });

  it('is added to the first by who proves the mobile: same code, same receipt, same due time', async () => {
    const mobile = newMobile();
    const first = await filed(await send(complaint(mobile)));
    const upload = (await (await uploadFile(gateway.fetch, { offering, field: 'attachment', name: 'قبض.pdf' }, pdf)).json()) as Upload;
    const second = complaint(mobile, { description: 'یک هفته شد و هنوز قطع است.', attachment: [upload] });
    const { challenge } = await asked(await send(second));
    const otp = await otpOf(mobile);
    const joined = await filed(await send(second, { sameMatter: { otp, challenge }, key: 'join-once-0001' }));
    assert.deepEqual([joined.joined, joined.code, joined.receipt, joined.filedAt, joined.clock.dueAt], [true, first.code, first.receipt, first.filedAt, first.clock.dueAt]);
    assert.ok((await messages(mobile))[0]!.text.includes('افزوده شد'));

    // The answer was lost on the way: the same key gives it again, though the one-time code is used up.
    const again = await send(second, { sameMatter: { otp, challenge }, key: 'join-once-0001' });
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal((await filed(again)).code, first.code);

    const status = await statusOf(first.code);
    assert.deepEqual(status.timeline.map(({ type, by }) => [type, by]), [['filed', 'citizen'], ['joined', 'citizen']]);
    assert.equal(status.state, 'submitted');
    await gateway.fetch(`/v1/requests/${first.code}/proof`, { method: 'POST' });
    const { token } = (await (await gateway.fetch(`/v1/requests/${first.code}/proof/confirm`, { json: { otp: await otpOf(mobile) } })).json()) as { token: string };
    const record = (await (await gateway.fetch(`/v1/requests/${first.code}/record`, { headers: { authorization: `Bearer ${token}` } })).json()) as RequestRecord;
    assert.deepEqual(record.messages.map(({ kind, from, text }) => [kind, from, text]), [['addition', 'citizen', 'شرح شکایت: یک هفته شد و هنوز قطع است.\nپیوست: قبض.pdf']]);
    assert.deepEqual(record.files.map(({ name }) => name), ['قبض.pdf']);
    assert.equal((await verifyLog(gateway.db, gateway.ports.secrets)).faults.length, 0);
  });

  it('is not added by a wrong code, nor by a right one after five wrong', async () => {
    const mobile = newMobile();
    await filed(await send(complaint(mobile)));
    const { challenge } = await asked(await send(complaint(mobile)));
    const otp = await otpOf(mobile);
    const wrong = otp === '000000' ? '111111' : '000000';
    for (let i = 0; i < 5; i++) {
      const answer = await send(complaint(mobile), { sameMatter: { otp: wrong, challenge } });
      assert.deepEqual([answer.status, ((await answer.json()) as Problem).code], [403, 'proof.wrong']);
    }
    const answer = await send(complaint(mobile), { sameMatter: { otp, challenge } });
    assert.equal(((await answer.json()) as Problem).code, 'proof.wrong');
  });

  it('is filed apart by who says that it is another matter', async () => {
    const mobile = newMobile();
    const first = await filed(await send(complaint(mobile)));
    await asked(await send(complaint(mobile)));
    const second = await filed(await send(complaint(mobile), { sameMatter: 'separate' }));
    assert.notEqual(second.code, first.code);
    assert.equal(second.joined, undefined);
  });

  for (const [name, more] of [
    ['another party', { operator: 'اپراتور دیگر' }], ['another subject', { subject: 'bill' }], ['another line', { phoneNumber: '02632000001' }],
  ] as [string, Answers][]) {
    it(`is another matter with ${name}`, async () => {
      const mobile = newMobile();
      const first = await filed(await send(complaint(mobile)));
      assert.notEqual((await filed(await send(complaint(mobile, more)))).code, first.code);
    });
  }

  it('is another matter of another person, and when the first is over', async () => {
    const mobile = newMobile();
    const first = await filed(await send(complaint(mobile)));
    await filed(await send(complaint(newMobile())));
    const cookie = await gateway.signIn({ agency: 'ict', role: 'head' });
    const { id } = (await (await gateway.fetch('/v1/staff/find', { json: { code: first.code }, headers: { cookie, 'sec-fetch-site': 'same-origin' } })).json()) as { id: string };
    const { version } = (await (await gateway.fetch(`/v1/staff/requests/${id}`, { headers: { cookie } })).json()) as { version: number };
    const act = (what: string, json: object) => gateway.fetch(`/v1/staff/requests/${id}/${what}`, { json, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    const taken = (await (await act('take', { version })).json()) as { version: number };
    const answered = await act('answer', { version: taken.version, outcome: 'done', text: 'درست شد.' });
    assert.ok(answered.ok, await answered.text());
    assert.notEqual((await filed(await send(complaint(mobile)))).code, first.code);
  });

  it('of two that come at once one is filed and the other is asked about', async () => {
    const mobile = newMobile();
    const answers = await Promise.all([send(complaint(mobile)), send(complaint(mobile))]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  });

  it('what the first waits for goes on waiting: an addition is no reply', async () => {
    const { project } = await import('../../../src/rules/lifecycle.ts');
    const event = (type: string, seq: number) => ({ type, seq, at: `2026-11-24T10:0${seq}:00Z`, actor: { role: 'citizen', id: null }, payload: {} });
    const found = project(['filed', 'taken', 'askedCitizen', 'joined'].map((type, at) => event(type, at + 1)) as never);
    assert.deepEqual([found.state, found.pausedSince !== null, found.version], ['waitingCitizen', true, 4]);
  });
});
