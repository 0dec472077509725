import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { verifyLog } from '../../src/gateway/log/verify.ts';
import { Server } from '../gateway/requests/server.ts';
import { chooseFiles, FormPage } from '../support/form-page.ts';
import { deathsAt, MortalGateway } from '../support/mortal-gateway.ts';
import { newestOtp } from '../support/one-time-code.ts';

const mobile = '09123450001';
const pdf = { name: 'سند.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') };

describe('request-form at a gateway that is killed at each write', () => {
  let server: Server;
  let front: MortalGateway;
  let at: FormPage;
  let line: () => void = () => undefined;

  before(async () => {
    server = Server.make('mizban-form-killed-', 'required');
    await server.start();
    const offering = await server.publish();
    front = new MortalGateway(server, deathsAt('POST /v1/uploads', 'PATCH /v1/uploads', 'POST /v1/requests', 'POST /v1/accepted/proof'), () => line());
    await front.open();
    at = await FormPage.open(front.url, offering);
  });
  after(async () => {
    await at?.close();
    await front?.close();
    await front?.restarting;
    await server?.remove();
  });

  it('files once, with the file, and shows the code', async () => {
    await at.visit(async (form, page) => {
      // What a phone tells when it has a line again.
      line = () => void page.evaluate(`dispatchEvent(new Event('online'))`);
      await form.getByLabel('نام', { exact: true }).fill('شهروند نمونه');
      await form.getByLabel('تلفن همراه').fill(mobile);
      await form.getByLabel('بله').check();
      await chooseFiles(form, 'سند', pdf);
      await form.getByText('رسید', { exact: true }).waitFor();
      assert.deepEqual(front.left.map(({ write }) => write).filter((write) => write.endsWith('uploads')), [], 'the gateway died at each write of the file');
      await form.getByRole('button', { name: 'ادامه', exact: true }).click();
      await form.getByRole('button', { name: 'فرستادن درخواست' }).click();
      await form.getByRole('heading', { name: 'یک گام مانده: کد پیامکی' }).waitFor();
      await front.restarting;
      const { messages } = (await (await fetch(`${server.url}/dev/inbox.json?to=${mobile}`)).json()) as { messages: { text: string }[] };
      await form.getByRole('textbox', { name: 'کد پیامکی' }).fill(newestOtp(messages)!);
      await form.getByRole('button', { name: 'ثبت درخواست' }).click();
      await form.getByRole('heading', { name: /پاسخ می‌گیرید/ }).waitFor();
      const code = (await form.locator('.tracking').innerText()).replace(/\D/g, '');
      assert.match(code, /^\d{16}$/);
      assert.deepEqual(front.left, [], 'the gateway died at each write');
      await front.restarting;
      assert.equal((await fetch(`${server.url}/v1/requests/${code}`)).status, 200);
    });

    await server.withDatabase(async (db) => {
      const report = await verifyLog(db);
      assert.deepEqual(report.faults, []);
      assert.equal(report.requests, 1);
      const files = await db.selectFrom('attachment').select(['name', 'bytes']).where('request', 'is not', null).execute();
      assert.deepEqual(files.map(({ name, bytes }) => [name, Number(bytes)]), [[pdf.name, pdf.buffer.length]]);
    });
  });
});
