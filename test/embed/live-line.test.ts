import assert from 'node:assert/strict';
import { request as ask } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { mostOfSource } from '../../src/gateway/live/watch.ts';
import type { TestDesk } from '../gateway/requests/desk.ts';
import { startPublished } from '../support/form-desk.ts';
import { serveHost, type HostPage } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { serveLoopback } from '../support/loopback.ts';

/** A proxy as agencies have them: it keeps an answer back until it is whole. `holds`: it keeps a stream back. */
async function gatheringProxy(to: string) {
  let hold!: () => void;
  const holds = new Promise<void>((resolve) => (hold = resolve));
  const proxy = await serveLoopback((request, response) => {
    const onward = ask(`${to}${request.url}`, { method: request.method, headers: { ...request.headers, host: new URL(to).host } }, (answer) => {
      const parts: Buffer[] = [];
      if (answer.headers['content-type']?.startsWith('text/event-stream')) hold();
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', () => response.destroy());
      answer.on('end', () => response.writeHead(answer.statusCode!, answer.headers).end(Buffer.concat(parts)));
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => { if (!response.writableFinished) onward.destroy(); });
    request.pipe(onward);
  });
  return { ...proxy, holds };
}

describe('a state that several pages look at, and one behind a proxy that keeps answers back', () => {
  let desk: TestDesk;
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveHost>>;
  const pages: Record<string, HostPage> = {};

  before(async () => {
    desk = await startPublished({ limitFactor: 1 });
    browser = await launchBrowser();
    host = await serveHost(pages);
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await desk?.stop();
  });

  /** A page of an agency with the state of a request. */
  async function look(context: BrowserContext, gateway: string, code: string): Promise<Page> {
    const path = `/${new URL(gateway).port}-${code}`;
    pages[path] = { html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>پیگیری</title><script type="module" src="${gateway}/desk.js"></script></head>
<body><track-status code="${code}"></track-status></body></html>` };
    const page = await context.newPage();
    await page.goto(`${host.url}${path}`);
    await page.getByRole('heading', { name: /پرونده/ }).waitFor();
    return page;
  }
  const taken = (page: Page) => page.getByRole('heading', { name: /^پرونده دست «.+» است$/ }).waitFor();
  async function take(code: string): Promise<void> {
    const cookie = await desk.signIn({ agency: 'abfa' });
    const id = await desk.idOf(code, cookie);
    assert.equal((await desk.act(cookie, id, 'take', { version: (await desk.status(code)).version })).status, 200);
  }

  it('tells two pages side by side, and one more than streams are given asks by itself', async () => {
    const { code } = await desk.file();
    const context = await browser.newContext({ locale: 'fa-IR' });
    await context.clock.install();
    const answers: number[] = [];
    context.on('response', (answer) => { if (answer.url().endsWith('/live')) answers.push(answer.status()); });
    const streams: Page[] = [];
    for (let at = 1; at <= mostOfSource; at++) {
      streams.push(await look(context, desk.url, code));
      while (answers.length < at) await context.waitForEvent('response');
    }
    const asking = await look(context, desk.url, code);
    while (answers.length <= mostOfSource) await context.waitForEvent('response');
    assert.deepEqual(answers, [...Array<number>(mostOfSource).fill(200), 429]);
    await take(code);
    await Promise.all(streams.map(taken));
    await asking.clock.fastForward(30_000);
    await taken(asking);
    await context.close();
  });

  it('gives up a stream of which nothing arrives, asks instead, and says that nothing is wrong', async () => {
    const { code } = await desk.file();
    const proxy = await gatheringProxy(desk.url);
    const context = await browser.newContext({ locale: 'fa-IR' });
    await context.clock.install();
    try {
      const page = await look(context, proxy.url, code);
      await proxy.holds;
      await take(code);
      await page.clock.fastForward(10_000);
      await page.clock.fastForward(30_000);
      await taken(page);
      assert.equal(await page.getByText('نرسیدیم').count(), 0);
      await page.getByRole('button', { name: 'تازه کنید' }).click();
      await taken(page);
    } finally {
      await context.close();
      await proxy.close();
    }
  });
});
