import assert from 'node:assert/strict';
import { request as call, type IncomingMessage, type ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { verifyLog } from '../../src/gateway/log/verify.ts';
import { Server } from '../gateway/requests/server.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { serveLoopback } from '../support/loopback.ts';

const mobile = '09123450001';
const pdf = { name: 'سند.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') };

/** What is still to happen: the gateway is killed before it hears a call, or after its answer, which then is lost. */
const deaths = (['POST /v1/uploads', 'PATCH /v1/uploads', 'POST /v1/requests', 'POST /v1/accepted/proof'] as const)
  .flatMap((write) => (['before', 'after'] as const).map((when) => ({ write, when })));
const writeOf = ({ method, url }: IncomingMessage): string => `${method} ${url!.replace(/\?.*/, '').replace(/(?<=\/(uploads|accepted))\/[^/]+/, '')}`;

/** One address in front of a gateway that is killed and started anew on another port. */
class Front {
  url = '';
  close: () => Promise<void> = () => Promise.resolve();
  readonly left = [...deaths];
  /** Runs as long as the gateway is not up again. */
  restarting: Promise<void> | undefined;
  constructor(private readonly server: Server, private readonly up: () => void) {}

  async open(): Promise<void> {
    const { url, close } = await serveLoopback((incoming, response) => void this.#carry(incoming, response).catch(() => response.destroy()));
    Object.assign(this, { url, close });
  }

  async #carry(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const at = this.restarting ? -1 : this.left.findIndex(({ write }) => write === writeOf(incoming));
    const death = at < 0 ? undefined : this.left.splice(at, 1)[0];
    if (death?.when === 'before') await this.#kill();
    const answer = await this.#ask(incoming, Buffer.concat(chunks));
    if (death?.when === 'after') {
      await this.#kill();
      throw new Error('the answer is lost');
    }
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  async #kill(): Promise<void> {
    const ended = this.server.end('SIGKILL');
    this.restarting = ended.then(() => this.server.start()).then(() => {
      this.restarting = undefined;
      this.up();
    });
    await ended;
  }

  #ask({ method, url, headers }: IncomingMessage, body: Buffer): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
    return new Promise((resolve, reject) => {
      const asked = call(new URL(url!, this.server.url), { method, headers, agent: false }, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

describe('request-form at a gateway that is killed at each write', () => {
  let server: Server;
  let browser: Browser;
  let front: Front;
  let host: Awaited<ReturnType<typeof serveHost>>;
  let line: () => void = () => undefined;

  before(async () => {
    server = Server.make('mizban-form-killed-', 'required');
    await server.start();
    const offering = await server.publish();
    front = new Front(server, () => line());
    await front.open();
    host = await serveHost({
      '/form': { html: `<!doctype html><html lang="fa" dir="rtl"><meta charset="utf-8"><title>دستگاه</title><script type="module" src="${front.url}/desk.js"></script><request-form service="${offering}"></request-form></html>` },
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await front?.close();
    await front?.restarting;
    await server?.remove();
  });

  it('files once, with the file, and shows the code', async () => {
    const page = await (await browser.newContext({ locale: 'fa-IR', viewport: { width: 320, height: 800 } })).newPage();
    page.setDefaultTimeout(40_000);
    // What a phone tells when it has a line again.
    line = () => void page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.goto(`${host.url}/form`);
    const form = page.locator('request-form');
    await form.getByLabel('نام', { exact: true }).fill('شهروند نمونه');
    await form.getByLabel('تلفن همراه').fill(mobile);
    await form.getByLabel('بله').check();
    await form.getByLabel('سند').setInputFiles(pdf);
    await form.getByText('رسید', { exact: true }).waitFor();
    assert.deepEqual(front.left.map(({ write }) => write).filter((write) => write.endsWith('uploads')), [], 'the gateway died at each write of the file');
    await form.getByRole('button', { name: 'ادامه', exact: true }).click();
    await form.getByRole('button', { name: 'فرستادن درخواست' }).click();
    await form.getByRole('heading', { name: 'یک گام مانده: کد پیامکی' }).waitFor();
    await front.restarting;
    const { messages } = (await (await fetch(`${server.url}/dev/inbox.json?to=${mobile}`)).json()) as { messages: { text: string }[] };
    await form.getByRole('textbox', { name: 'کد پیامکی' }).fill(messages.map(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]).find(Boolean)!);
    await form.getByRole('button', { name: 'ثبت درخواست' }).click();
    await form.getByRole('heading', { name: /پاسخ می‌گیرید/ }).waitFor();
    const code = (await form.locator('.tracking').innerText()).replace(/\D/g, '');
    assert.match(code, /^\d{16}$/);
    assert.deepEqual(front.left, [], 'the gateway died at each write');
    await front.restarting;
    assert.equal((await fetch(`${server.url}/v1/requests/${code}`)).status, 200);

    await server.withDatabase(async (db) => {
      const report = await verifyLog(db);
      assert.deepEqual(report.faults, []);
      assert.equal(report.requests, 1);
      const files = await db.selectFrom('attachment').select(['name', 'bytes']).where('request', 'is not', null).execute();
      assert.deepEqual(files.map(({ name, bytes }) => [name, Number(bytes)]), [[pdf.name, pdf.buffer.length]]);
    });
  });
});
