/** A citizen's whole way without a mouse: found, read, filled in, proven, filed; the focus is always seen and nothing holds it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertFitsInBoth } from '../support/fits.ts';
import { arrived, choose, press, tabTo, write } from '../support/keys.ts';
import { openDesk } from '../support/open-desk.ts';

const { desk, browser } = await openDesk();

/** From the finder to the form of a service. */
async function openForm(page: Page, sought: string, title: RegExp): Promise<void> {
  await page.goto(desk.sites.portal);
  await page.getByRole('searchbox').waitFor();
  await tabTo(page, /./, 'input');
  await page.keyboard.type(sought);
  await page.getByRole('link', { name: title }).first().waitFor();
  await press(page, title);
  await page.getByRole('link', { name: 'این خدمت را اینترنتی بگیرید' }).waitFor();
  await press(page, /این خدمت را اینترنتی بگیرید/);
  // All of its fields have come.
  await page.waitForFunction(() => {
    const root = document.querySelector('request-form')?.shadowRoot;
    return root?.querySelector('.fields input') && !root.querySelector('.fields input[disabled]');
  });
}

/** Sent, proven and filed; then on through the receipt to what comes after it on the page. */
async function fileByKeys(page: Page, thing: string, mobile: string): Promise<void> {
  const fits = () => assertFitsInBoth(page, 'request-form');
  await arrived(page, /بازبینی/);
  await fits();
  await press(page, new RegExp(`فرستادن ${thing}`));
  await arrived(page, /یک گام مانده/);
  await fits();
  await write(page, /کد پیامکی/, await desk.oneTimeCode(mobile));
  await page.keyboard.press('Enter');
  await arrived(page, /پاسخ می‌گیرید/);
  await page.locator('request-form').getByText(`${thing} شما ثبت شد`).first().waitFor();
  await fits();
  await tabTo(page, /کپی کد/);
  await tabTo(page, new RegExp(`پیگیری ${thing}`));
  await tabTo(page, /داده باز/);
}

const wide = { viewport: { width: 1280, height: 800 }, locale: 'fa-IR' };
const narrow = { viewport: { width: 320, height: 700 }, locale: 'fa-IR' };

test('a request is filed from the finder by keyboard alone', async () => {
  const page = await (await browser.newContext(wide)).newPage();
  await openForm(page, 'ملاقات با استاندار', /درخواست ملاقات مردمی با استاندار/);
  // Past the form to the end of the page and round again: it is come to once more.
  await tabTo(page, /داده باز/);
  await write(page, /نام و نام خانوادگی/, 'شهروند نمونه');
  await write(page, /شماره ملی/, '0310000017');
  await write(page, /تلفن همراه/, '09120000201');
  await write(page, /موضوع درخواست/, 'آسفالت کوچه ما خراب مانده است و پاسخی نداده‌اند.');
  await press(page, /^ادامه/);
  await fileByKeys(page, 'درخواست', '09120000201');
});

test('a complaint about an office that is chosen from the list is filed by keyboard alone, on a small screen', async () => {
  const page = await (await browser.newContext(narrow)).newPage();
  await openForm(page, 'شکایت از اداره', /رسیدگی به شکایت از دستگاه‌های اجرایی/);
  await tabTo(page, /شکایت از چه کسی یا کجاست/);
  await page.keyboard.type('ثبت احوال کرج');
  await page.locator('request-form').getByRole('option', { name: 'اداره کل ثبت احوال استان البرز' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('request-form').getByRole('combobox', { name: 'شکایت از چه کسی یا کجاست؟' }).inputValue(), 'اداره کل ثبت احوال استان البرز');
  await choose(page, /دیر کردن/, 1);
  await write(page, /چه شد؟/, 'کارت ملی را سه ماه است نداده‌اند و پاسخی نمی‌دهند.');
  await press(page, /^ادامه/);
  await arrived(page, /مدرک/);
  await press(page, /^ادامه/);
  await arrived(page, /شاکی/);
  await write(page, /نام و نام خانوادگی/, 'شهروند نمونه');
  await write(page, /(شماره|کد) ملی/, '0310000017');
  await write(page, /(تلفن|شماره) همراه/, '09120000202');
  await tabTo(page, /درست/, 'input');
  await page.keyboard.press('Space');
  await press(page, /^ادامه/);
  await fileByKeys(page, 'شکایت', '09120000202');
});

test('a complaint is led from its first question to the receipt by keyboard alone, on a small screen', async () => {
  const page = await (await browser.newContext(narrow)).newPage();
  await page.goto(`${desk.sites.portal}/complaint.html`);
  for (const answer of [/^تلفن، اینترنت، موبایل/, /^اینترنت/]) {
    await page.getByRole('button', { name: answer }).waitFor();
    await assertFitsInBoth(page, 'complaint-form');
    await press(page, answer);
  }
  await page.getByRole('heading', { name: /ارتباطات.* رسیدگی می‌کند/ }).waitFor();
  await page.locator('request-form').getByLabel('محل مشکل').first().waitFor();
  await assertFitsInBoth(page, 'complaint-form');
  await write(page, /محل مشکل/, 'کرج، خیابان بهار');
  await press(page, /^ادامه/);
  await arrived(page, /خدمت و موضوع/);
  await assertFitsInBoth(page, 'complaint-form');
  await write(page, /شرکت یا اپراتور/, 'اپراتور نمونه');
  await page.keyboard.press('Escape');
  await write(page, /شماره تلفن مورد شکایت/, '02632000000');
  await choose(page, /قطعی یا افت کیفیت/, 0);
  await write(page, /شرح شکایت/, 'سه روز است که اینترنت خانه قطع است.');
  await choose(page, /بله/, 1);
  await press(page, /^ادامه/);
  await arrived(page, /شاکی/);
  await assertFitsInBoth(page, 'complaint-form');
  await write(page, /نام و نام خانوادگی/, 'شهروند نمونه');
  await write(page, /شماره ملی/, '0310000017');
  await write(page, /تلفن همراه/, '09120000203');
  await press(page, /^ادامه/);
  await fileByKeys(page, 'شکایت', '09120000203');
});
