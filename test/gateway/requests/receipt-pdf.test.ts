import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Filed, RequestRecord } from '../../../src/contract/request.ts';
import { receiptPdf } from '../../../src/gateway/node/receipt-pdf.ts';
import { makeReceiptKey, signReceipt } from '../../../src/rules/receipt.ts';
import { testNow } from '../../support/gateway.ts';
import { readPdf } from '../../support/pdf-text.ts';
import { problemOf, startDesk, type TestDesk } from './desk.ts';

describe('the receipt as a PDF', () => {
  let desk: TestDesk;
  let filed: Filed & { mobile: string };
  before(async () => {
    desk = await startDesk({ settings: { limitFactor: 1 }, ports: { receiptPdf } });
    filed = await desk.file();
  });
  after(() => desk.stop());
  const ask = (body: object, at: { fetch: TestDesk['fetch'] } = desk, address?: string) => at.fetch('/v1/receipts/pdf', { json: body, address });
  const refused = async (body: object, status: number, code: string) => {
    const answer = await ask(body, desk, '192.0.2.9');
    assert.equal(answer.status, status);
    assert.equal((await problemOf(answer)).code, code);
  };

  it('is given to whoever holds receipt and code, as a file that no cache keeps', async () => {
    assert.equal(filed.pdf, true);
    const answer = await ask({ receipt: filed.receipt, code: filed.code, page: `https://portal.example.ir/?code=${filed.code}` });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/pdf');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.match(answer.headers.get('content-disposition')!, new RegExp(`^attachment; filename="receipt-${filed.code.slice(-4)}\\.pdf"`));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    assert.equal(String(bytes.byteLength), answer.headers.get('content-length'));
    const words = readPdf(bytes).tagged.map(([, text]) => text);
    for (const text of ['میز خدمت الکترونیک البرز', 'واگذاری انشعاب آب', filed.code.replace(/(\d{4})(?=\d)/g, '$1 '), '۳ آذر ۱۴۰۵، ساعت ۱۰:۰۰']) {
      assert.ok(words.includes(text), text);
    }
    assert.ok(new TextDecoder().decode(bytes).includes(filed.receipt));
  });

  it('is in the language that is asked for', async () => {
    const answer = await ask({ receipt: filed.receipt, code: filed.code, language: 'en' });
    assert.equal(readPdf(new Uint8Array(await answer.arrayBuffer())).language, 'en');
  });

  it('says what was signed, also when the date of answer has moved since and another unit has it', async () => {
    const request = await desk.file();
    const cookie = await desk.signIn({ agency: 'abfa' });
    const id = await desk.idOf(request.code, cookie);
    assert.equal((await desk.act(cookie, id, 'take', { version: 1 })).status, 200);
    assert.equal((await desk.act(cookie, id, 'ask', { version: 2, text: 'نشانی را بنویسید.' })).status, 200);
    desk.setNow(new Date(Date.parse(testNow) + 4 * 86_400_000));
    const paper = readPdf(new Uint8Array(await (await ask({ receipt: request.receipt, code: request.code })).arrayBuffer())).tagged.map(([, text]) => text);
    desk.setNow(testNow);
    const day = new Intl.DateTimeFormat('fa-IR-u-ca-persian', { day: 'numeric', month: 'long', timeZone: 'Asia/Tehran' }).format(new Date(request.clock.dueAt));
    assert.ok(paper.some((text) => text.startsWith('تا ') && text.includes(day)), day);
    assert.ok(!paper.join(' ').includes('منتظر پاسخ'), 'nothing of what came later');
  });

  it('is told of in the record too, for whoever has lost the receipt', async () => {
    const token = await desk.prove(filed.code, filed.mobile);
    const record = (await (await desk.record(filed.code, token)).json()) as RequestRecord;
    assert.equal(record.pdf, true);
    assert.equal((await ask({ receipt: record.receipt, code: filed.code })).status, 200);
  });

  it('is refused alike for a receipt that is not ours, one that was changed, the code of another request and one that nobody has', async () => {
    const other = await desk.file();
    const [head, claims, signature] = filed.receipt.split('.') as [string, string, string];
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Parameters<typeof signReceipt>[0];
    const forged = await signReceipt(read, await makeReceiptKey());
    const changed = [head, Buffer.from(JSON.stringify({ ...read, dueAt: '2026-11-25T10:00:00+03:30' })).toString('base64url'), signature].join('.');
    for (const receipt of [forged, changed, other.receipt]) await refused({ receipt, code: filed.code }, 404, 'request.notFound');
    await refused({ receipt: filed.receipt, code: '1234567890123452' }, 404, 'request.notFound');
  });

  it('refuses what is no receipt, addresses that are none of the web, and a body that is too large', async () => {
    await refused({ receipt: 'رسید', code: filed.code }, 422, 'input.invalid');
    await refused({ receipt: `${filed.receipt}${'A'.repeat(2000)}`, code: filed.code }, 422, 'input.invalid');
    await refused({ receipt: filed.receipt, code: filed.code, page: 'javascript:alert(1)' }, 422, 'input.invalid');
    await refused({ receipt: filed.receipt, code: filed.code, page: `https://portal.example.ir/${'a'.repeat(600)}` }, 422, 'input.invalid');
    await refused({ receipt: filed.receipt, code: filed.code, language: 'a'.repeat(1_100_000) }, 413, 'input.tooLarge');
  });

  it('is made twelve times an hour of one receipt, whoever asks', async () => {
    const { receipt, code } = await desk.file();
    for (let time = 1; time <= 12; time++) assert.equal((await ask({ receipt, code }, desk, `198.51.100.${time}`)).status, 200);
    const answer = await ask({ receipt, code }, desk, '198.51.100.99');
    assert.equal(answer.status, 429);
    const { code: problem, retryAfter } = await problemOf(answer);
    assert.equal(problem, 'rate.limited');
    assert.ok(retryAfter! > 0 && retryAfter! <= 3600);
  });

  it('is neither told of nor made where nothing can', async () => {
    const plain = await startDesk();
    try {
      const { receipt, code, pdf } = await plain.file();
      assert.equal(pdf, undefined);
      assert.equal((await problemOf(await ask({ receipt, code }, plain))).code, 'notFound');
    } finally {
      await plain.stop();
    }
  });
});
