import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk } from '../support/open-desk.ts';
import { watchedPage, type Watched } from '../support/watched-page.ts';

const { desk, browser } = await openDesk();

const mobile = '09120000001';
const answer = 'دیدار شما سه‌شنبه ۱۷ آذر ساعت ۱۰ است. اصل کارت ملی را همراه بیاورید.';

/** Nothing broke, nobody else was asked for anything, the page's strict policy was kept, no code was made from text. */
async function assertClean(watched: Watched, origins: string[]): Promise<void> {
  // That nobody is signed in yet is the gateway's word to the console element; the browser tells it as an error.
  assert.deepEqual(watched.errors.filter((error) => !error.includes('401 (Unauthorized)')), []);
  assert.deepEqual(watched.requests.filter((url) => /^https?:/.test(url) && !origins.includes(new URL(url).origin)), []);
  assert.deepEqual(await watched.violations(), []);
  assert.equal(await watched.codeFromText(), 0);
}

/** Opens what is personal by the code that went to the filed mobile. */
async function prove(page: Page): Promise<void> {
  const track = page.locator('track-status');
  await track.getByRole('button', { name: /کد پیامکی بفرستید/ }).click();
  const field = track.getByRole('textbox', { name: 'کد پیامکی' });
  await field.waitFor();
  await field.fill(await desk.oneTimeCode(mobile));
  await track.getByRole('button', { name: 'باز کنید' }).click();
}

test('a citizen finds, reads, files and tracks; an expert asks and answers; the citizen reads the answer', async () => {
  const citizens = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'fa-IR' });
  const experts = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fa-IR' });
  const citizen = await watchedPage(citizens);
  const expert = await watchedPage(experts);

  // Finds, in their own words, on a phone.
  const { page } = citizen;
  await page.goto(desk.sites.portal);
  await page.getByRole('searchbox').fill('ملاقات با استاندار');
  await page.getByRole('link', { name: 'درخواست ملاقات مردمی با استاندار' }).first().click();

  // Reads the sheet, starts.
  await page.getByRole('heading', { name: 'درخواست ملاقات مردمی با استاندار', level: 2 }).waitFor();
  await page.getByRole('link', { name: 'این خدمت را اینترنتی بگیرید' }).click();

  // Files, in whatever digits the phone writes.
  const form = page.locator('request-form');
  await form.getByLabel('نام و نام خانوادگی').fill('شهروند نمونه');
  await form.getByLabel('شماره ملی').fill('۰۳۱ ۰۰۰۰ ۰۱۷');
  await form.getByLabel('تلفن همراه').fill('٠٩١٢ ٠٠٠ ٠٠٠١');
  await form.getByLabel('موضوع درخواست').fill('چند ماه است آسفالت کوچه ما خراب مانده و شهرداری پاسخی نداده است.');
  await form.getByRole('button', { name: 'ادامه' }).click();
  await form.getByRole('button', { name: 'فرستادن درخواست' }).click();

  // Proves the mobile in place, after a reload in the middle; the code is typed in Persian digits.
  await form.getByRole('heading', { name: 'یک گام مانده: کد پیامکی' }).waitFor();
  assert.equal(await form.locator('.code').count(), 0, 'no tracking code before it is filed');
  await page.reload();
  await form.getByRole('heading', { name: 'یک گام مانده: کد پیامکی' }).waitFor();
  await form.getByRole('textbox', { name: 'کد پیامکی' }).fill((await desk.oneTimeCode(mobile)).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!));
  await form.getByRole('button', { name: 'ثبت درخواست' }).click();
  await form.getByRole('heading', { name: /پاسخ می‌گیرید/ }).waitFor();
  const code = (await form.locator('.code').first().innerText()).replace(/\D/g, '');
  assert.match(code, /^\d{16}$/);

  // Tracks by the code alone: state and holder, nothing personal.
  await page.goto(`${desk.sites.portal}/track.html?code=${code}`);
  const track = page.locator('track-status');
  await track.getByRole('heading', { name: /دفتر ارتباطات مردمی/ }).waitFor();
  assert.equal(await track.getByText('شهروند نمونه').count(), 0);

  // The expert signs in, takes it, asks.
  const office = expert.page;
  await office.goto(`${desk.gateway}/desk`);
  await office.getByLabel('نام کاربری').fill('ostandari');
  await office.getByLabel('گذرواژه').fill(await desk.passwordOf('ostandari'));
  await office.getByRole('button', { name: 'ورود' }).click();
  await office.getByRole('link', { name: /درخواست ملاقات مردمی با استاندار/ }).click();
  await office.getByText('شهروند نمونه').waitFor();
  await office.getByRole('button', { name: 'برداشتن کار' }).click();
  await office.getByRole('button', { name: 'پرسیدن از شهروند' }).click();
  await office.getByRole('textbox', { name: 'پرسش از شهروند' }).fill('نام کوچه را بنویسید.');
  await office.getByRole('button', { name: 'پرسش را بفرستید' }).click();
  await office.getByText('منتظر شهروند').first().waitFor();

  // The citizen proves the mobile number and replies.
  await page.reload();
  await prove(page);
  await track.getByText('نام کوچه را بنویسید.').first().waitFor();
  await track.getByRole('textbox', { name: 'پاسخ شما' }).fill('کوچه بهار، محله حصارک');
  await track.getByRole('button', { name: 'پاسخ را بفرستید' }).click();
  await track.getByText('پاسخ شما به کارشناس رسید.').first().waitFor();

  // The expert answers with an outcome.
  await office.reload();
  await office.getByRole('link', { name: /درخواست ملاقات مردمی با استاندار/ }).click();
  await office.getByText('کوچه بهار، محله حصارک').first().waitFor();
  await office.getByRole('button', { name: 'پاسخ دادن' }).click();
  await office.getByLabel('انجام شد', { exact: true }).check();
  await office.getByRole('textbox', { name: 'پاسخ به شهروند' }).fill(answer);
  await office.getByRole('button', { name: 'پاسخ را بفرستید' }).click();
  await office.getByRole('button', { name: 'پاسخ‌داده' }).click();
  await office.getByRole('link', { name: /درخواست ملاقات مردمی با استاندار/ }).waitFor();

  // The citizen reads the answer, after proof only.
  await page.reload();
  await track.getByRole('button', { name: /کد پیامکی بفرستید/ }).waitFor();
  assert.equal(await track.getByText(answer).count(), 0);
  await prove(page);
  await track.getByText(answer).first().waitFor();

  await assertClean(citizen, [desk.sites.portal, desk.gateway]);
  await assertClean(expert, [desk.gateway]);
});
