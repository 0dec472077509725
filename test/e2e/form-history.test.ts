import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openDesk } from '../support/open-desk.ts';

const { desk, browser } = await openDesk();

const review = 'بازبینی';
const proving = 'یک گام مانده: کد پیامکی';

/** A form whose service the page does not name: it was chosen in the sheet beside it. */
async function openForm(): Promise<{ page: Page; form: Locator; headed: (name: string | RegExp) => Promise<void> }> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'fa-IR' })).newPage();
  await page.goto(desk.sites.portal);
  await page.getByRole('searchbox').fill('ملاقات با استاندار');
  await page.getByRole('link', { name: 'درخواست ملاقات مردمی با استاندار' }).first().click();
  const form = page.locator('request-form');
  // Who presses before the form is there opens the page with it, and the way back then leads out of the page.
  await form.getByText(idleText).waitFor();
  await page.getByRole('link', { name: 'این خدمت را اینترنتی بگیرید' }).click();
  const headed = (name: string | RegExp) => form.getByRole('heading', { name, level: 2 }).waitFor();
  await form.getByLabel('نام و نام خانوادگی').waitFor();
  return { page, form, headed };
}

const idleText = 'فرم آن همین‌جا باز می‌شود';

async function fill(form: Locator, mobile: string): Promise<void> {
  await form.getByLabel('نام و نام خانوادگی').fill('شهروند نمونه');
  await form.getByLabel('شماره ملی').fill('۰۳۱ ۰۰۰۰ ۰۱۷');
  await form.getByLabel('تلفن همراه').fill(mobile);
  await form.getByLabel('موضوع درخواست').fill('چند ماه است آسفالت کوچه ما خراب مانده و شهرداری پاسخی نداده است.');
}

test('a reload and the ways of the browser keep the place, step by step and out again', async () => {
  const { page, form, headed } = await openForm();
  const address = page.url();
  const name = form.getByLabel('نام و نام خانوادگی');
  const idle = form.getByText(idleText);
  await fill(form, '09120000011');
  await form.getByRole('button', { name: 'ادامه' }).click();
  await headed(review);
  assert.equal(page.url(), address, 'the place is in the address');

  await page.reload();
  await headed(review);
  await page.goBack();
  await name.waitFor();
  assert.equal(await name.inputValue(), 'شهروند نمونه');
  await page.goForward();
  await headed(review);
  // The form's own way back is the browser's: nothing of it is left to go through again.
  await form.getByRole('button', { name: 'بازگشت' }).click();
  await name.waitFor();
  await page.waitForFunction(() => JSON.stringify(history.state).includes('"at":"step"'));
  await page.goBack();
  await idle.waitFor();
  await page.goForward();
  await name.waitFor();
  assert.equal(await name.inputValue(), 'شهروند نمونه');
});

test('the code of the mobile is asked for again after a reload, and the way back leads to what was written', async () => {
  const { page, form, headed } = await openForm();
  const mobile = '09120000012';
  await fill(form, mobile);
  await form.getByRole('button', { name: 'ادامه' }).click();
  await form.getByRole('button', { name: 'فرستادن درخواست' }).click();
  await headed(proving);
  await page.reload();
  await headed(proving);
  await page.goBack();
  await headed(review);
  await form.getByRole('button', { name: 'فرستادن درخواست' }).click();
  await headed(proving);
  await form.getByRole('textbox', { name: 'کد پیامکی' }).fill(await desk.oneTimeCode(mobile));
  await form.getByRole('button', { name: 'ثبت درخواست' }).click();
  await headed(/پاسخ می‌گیرید/);
  const code = await form.locator('.code').first().innerText();

  // The receipt is there again, and the way back does not lead into what is filed.
  await page.reload();
  await headed(/پاسخ می‌گیرید/);
  assert.equal(await form.locator('.code').first().innerText(), code);
  await page.goBack();
  await page.reload();
  await headed(/پاسخ می‌گیرید/);
  assert.equal(await form.locator('.code').first().innerText(), code);
});

test('a reload in the middle of a form comes back to where the form stood in the window', async () => {
  const { page, form } = await openForm();
  await fill(form, '09120000013');
  await form.getByText('روی این دستگاه نگه داشته شد').waitFor();
  const subject = form.getByLabel('موضوع درخواست');
  const stands = (): Promise<number> => subject.evaluate((field) => Math.round(field.getBoundingClientRect().top));
  await subject.evaluate((field) => field.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const before = await stands();
  await page.reload();
  await page.getByRole('heading', { name: 'درخواست ملاقات مردمی با استاندار', level: 2 }).waitFor();
  await subject.waitFor();
  // What is told under the fields may take a line more or less.
  await page.waitForFunction(([was, field]) => Math.abs(field.getBoundingClientRect().top - was) < 30, [before, (await subject.elementHandle())!] as const)
    .catch(async () => assert.equal(await stands(), before, 'the reader is somewhere else'));
  assert.match(await subject.inputValue(), /آسفالت/);

  // Who opens the page anew begins at its top.
  const address = page.url();
  await page.goto(desk.sites.portal);
  await page.goto(address);
  await page.getByRole('heading', { name: 'درخواست ملاقات مردمی با استاندار', level: 2 }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
});
