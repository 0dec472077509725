import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk } from '../support/open-desk.ts';
import { watchedPage } from '../support/watched-page.ts';

const { desk, browser } = await openDesk();

const mobile = '09120000105';

/** Fills in the form of 195 by its labels, up to sending. */
async function complain(page: Page, happened: string): Promise<void> {
  const form = page.locator('request-form');
  await form.getByLabel('محل مشکل').first().fill('کرج، خیابان بهار');
  await form.getByRole('button', { name: 'ادامه' }).click();
  await form.getByLabel('شرکت یا اپراتور').fill('اپراتور نمونه');
  await form.getByLabel('شماره تلفن مورد شکایت').fill('۰۲۶۳۲۰۰۰۰۰۰');
  await form.getByLabel('قطعی یا افت کیفیت').check();
  await form.getByLabel('شرح شکایت').fill(happened);
  await form.getByLabel('خیر').check();
  await form.getByRole('button', { name: 'ادامه' }).click();
  await form.getByLabel('نام و نام خانوادگی').fill('شهروند نمونه');
  await form.getByLabel('شماره ملی').fill('۰۳۱ ۰۰۰۰ ۰۱۷');
  await form.getByLabel('تلفن همراه').fill('۰۹۱۲۰۰۰۰۱۰۵');
  await form.getByRole('button', { name: 'ادامه' }).click();
  await form.getByRole('button', { name: 'فرستادن شکایت' }).click();
}

test('a citizen is led from the guide to the complaint, files it, complains again and is joined; a danger has a number only', async () => {
  const citizen = await watchedPage(await browser.newContext({ viewport: { width: 320, height: 780 }, locale: 'fa-IR' }));
  const { page } = citizen;
  // The guide leads here with what was answered.
  await page.goto(`${desk.sites.portal}/start.html`);
  for (const name of [/^شکایت دارم/, /^تلفن، اینترنت، موبایل/, /^اینترنت/]) await page.locator('service-guide').getByRole('button', { name }).click();
  await page.getByRole('link', { name: 'شکایت را بنویسید' }).click();
  await page.getByRole('heading', { name: /ارتباطات.* رسیدگی می‌کند/ }).waitFor();
  assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, 'nothing is wider than a small phone');

  await complain(page, 'سه روز است که اینترنت خانه قطع است و پشتیبانی پاسخ نمی‌دهد.');
  const form = page.locator('request-form');
  await form.getByRole('heading', { name: 'یک گام مانده: کد پیامکی' }).waitFor();
  await form.getByRole('textbox', { name: 'کد پیامکی' }).fill(await desk.oneTimeCode(mobile));
  await form.getByRole('button', { name: 'ثبت شکایت' }).click();
  await form.getByRole('heading', { name: /پاسخ می‌گیرید/ }).waitFor();
  const code = (await form.locator('.code').first().innerText()).replace(/\D/g, '');
  assert.match(code, /^\d{16}$/);

  // Once more, on another day: it is the same matter.
  await form.getByRole('button', { name: 'شکایت دیگری بنویسید' }).click();
  await complain(page, 'یک هفته شد و هنوز اینترنت خانه قطع است.');
  await form.getByText('درباره همین موضوع شکایت بازی دارید').waitFor();
  await form.getByRole('textbox', { name: 'کد پیامکی' }).fill(await desk.oneTimeCode(mobile));
  await form.getByRole('button', { name: 'افزودن به همان شکایت' }).click();
  await form.getByText('به شکایت پیشین افزوده شد').waitFor();
  assert.equal((await form.locator('.code').first().innerText()).replace(/\D/g, ''), code);

  // The desk has one case, with both.
  const office = (await watchedPage(await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fa-IR' }))).page;
  await office.goto(`${desk.gateway}/desk`);
  await office.getByLabel('نام کاربری').fill('ict');
  await office.getByLabel('گذرواژه').fill(await desk.passwordOf('ict'));
  await office.getByRole('button', { name: 'ورود' }).click();
  await office.getByRole('link', { name: /شکایت از سرویس اینترنت/ }).first().click();
  await office.getByText('یک هفته شد و هنوز اینترنت خانه قطع است.').waitFor();

  await page.goto(`${desk.sites.portal}/complaint.html?guide=complaint.danger.now-power`);
  await page.getByRole('link', { name: /فوریت‌های برق/ }).waitFor();
  assert.equal(await page.locator('request-form').count(), 0);

  // That there is a first complaint is the gateway's word to the form; the browser tells it as an error.
  assert.deepEqual(citizen.errors.filter((error) => !error.includes('409 (Conflict)')), []);
  assert.deepEqual(await citizen.violations(), []);
  assert.deepEqual(citizen.requests.filter((url) => /^https?:/.test(url) && ![desk.sites.portal, desk.gateway].includes(new URL(url).origin)), []);
});
