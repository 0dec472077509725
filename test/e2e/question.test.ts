/** A question of the desk with fields and a file, on both pages: asked by the expert, answered by the citizen, read by the expert. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { sites } from '../../demo/sites.ts';
import { pdf, type TestDesk } from '../gateway/requests/desk.ts';
import { startPublished } from '../support/form-desk.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { newestOtp } from '../support/one-time-code.ts';

let desk: TestDesk;
let browser: Browser;
let host: Awaited<ReturnType<typeof serveHost>>;
const pages: Parameters<typeof serveHost>[0] = {};
before(async () => {
  desk = await startPublished();
  browser = await launchBrowser();
  host = await serveHost(pages);
});
after(async () => {
  await browser?.close();
  await host?.close();
  await desk?.stop();
});

const newPage = async (options: BrowserContextOptions): Promise<Page> => (await browser.newContext({ locale: 'fa-IR', ...options })).newPage();

async function askedBy(expert: Page): Promise<void> {
  await expert.locator('#hold-take').click();
  await expert.getByText('این کار دست شماست.').waitFor();
  await expert.getByRole('button', { name: 'پرسیدن از شهروند' }).click();
  await expert.getByRole('textbox', { name: 'پرسش از شهروند' }).fill('این‌ها کم است.');
  await expert.getByText('دوباره خواستن بخشی از همین فرم').click();
  await expert.getByRole('checkbox', { name: 'سند', exact: true }).check();
  await expert.getByRole('button', { name: 'افزودن مدرک یا پرسش دیگر' }).click();
  await expert.getByRole('textbox', { name: 'مورد ۱: چه می‌خواهید؟' }).fill('کاربری ساختمان');
  await expert.getByLabel('مورد ۱: نوع پاسخ').selectOption('choice');
  await expert.getByRole('textbox', { name: 'مورد ۱: گزینه‌ها' }).fill('مسکونی\nتجاری\nاداری');
  await expert.getByRole('button', { name: 'پرسش را بفرستید' }).click();
  // Back in the queue, where work goes on.
  await expert.locator('.case-row', { hasText: 'منتظر شهروند' }).waitFor();
}

async function answeredBy(citizen: Page, mobile: string): Promise<void> {
  await citizen.getByRole('button', { name: 'کد پیامکی بفرستید' }).click();
  const otp = citizen.getByRole('textbox', { name: 'کد پیامکی' });
  await otp.waitFor();
  await otp.fill(newestOtp(await desk.inbox(mobile))!);
  await citizen.getByRole('button', { name: 'باز کنید' }).click();
  const form = citizen.locator('question-form');
  await form.getByRole('radio', { name: 'تجاری' }).check();
  const send = form.getByRole('button', { name: 'پاسخ را بفرستید' });
  await send.click();
  await form.locator('#summary').waitFor();
  await form.locator('input[type=file]').setInputFiles({ name: 'سند خانه.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) });
  await form.getByText('رسید', { exact: true }).waitFor();
  await send.click();
  await citizen.getByText('پاسخ شما به کارشناس رسید.').first().waitFor();
  await form.waitFor({ state: 'detached' });
}

it('comes to the citizen as the expert asked it, and back to the expert as the citizen answered it', async () => {
  const filed = await desk.file();
  const id = await desk.idOf(filed.code, '');
  const [name, value] = (await desk.signIn({ agency: 'abfa' })).split('=') as [string, string];
  const expert = await newPage({ viewport: { width: 1280, height: 900 } });
  await expert.context().addCookies([{ name, value, url: desk.url }]);
  await expert.goto(`${desk.url}/desk#/case/${id}`);
  await askedBy(expert);

  pages['/track'] = {
    html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>پیگیری</title><script type="module" src="${desk.url}/desk.js"></script></head><body><track-status code="${filed.code}"></track-status></body></html>`,
    headers: { 'content-security-policy': sites[0]!.policy!(desk.url) },
  };
  const citizen = await newPage({ viewport: { width: 360, height: 740 } });
  await citizen.goto(`${host.url}/track`);
  await answeredBy(citizen, filed.mobile);

  await expert.goto(`${desk.url}/desk#/case/${id}`);
  await expert.locator('.case-head .state', { hasText: 'در حال بررسی' }).waitFor();
  const reply = expert.locator('.messages li.citizen').last();
  const rows = await reply.locator('.answers > div').evaluateAll((all) => all.map((row) => [row.querySelector('dt')!.textContent, row.querySelector('dd bdi, dd p')!.textContent]));
  assert.deepEqual(rows, [['سند', 'سند خانه.pdf'], ['کاربری ساختمان', 'تجاری']]);
  const saved = expert.waitForEvent('download');
  await reply.getByRole('button', { name: /سند خانه\.pdf/ }).click();
  assert.deepEqual(new Uint8Array(await readFile(await (await saved).path())), pdf, 'the file that was sent');
});
