/** A citizen's whole way without a mouse: found, read, filled in, proven, filed; the focus is always seen and nothing holds it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk } from '../support/open-desk.ts';

const { desk, browser } = await openDesk();

/** What has the focus, however deep: what it is called, what it is, whether it and the mark of the focus can be seen. */
const focus = (page: Page) => page.evaluate(() => {
  let at = document.activeElement as HTMLElement | null;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement as HTMLElement;
  const labels = at && 'labels' in at ? [...((at as HTMLInputElement).labels ?? [])] : [];
  const name = (at?.getAttribute('aria-label') ?? (labels.map((label) => label.textContent).join(' ') || (at?.textContent ?? ''))).replace(/\s+/g, ' ').trim();
  const box = at?.getBoundingClientRect();
  let marked = false;
  for (let each: Element | null = at, up = 0; each && up < 4; each = each.parentElement, up++) {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    marked ||= (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  }
  return { name, tag: at?.tagName.toLowerCase() ?? '', marked, seen: !!box && box.bottom > 0 && box.top < innerHeight && box.width > 0 };
});
type Focus = Awaited<ReturnType<typeof focus>>;

/** Tab, until the focus stands on what is called so; what it meets on the way is seen each time. */
async function tabTo(page: Page, wanted: RegExp, tag?: string): Promise<Focus> {
  const met: string[] = [];
  for (let step = 0; step < 90; step++) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at.tag !== 'body') assert.ok(at.seen && at.marked, `the focus is not seen on ${JSON.stringify(at)}`);
    if (wanted.test(at.name) && (!tag || at.tag === tag)) return at;
    met.push(at.name.slice(0, 30));
  }
  assert.fail(`the keyboard does not come to ${String(wanted)}: ${met.join(' | ')}`);
}
const write = async (page: Page, label: RegExp, text: string): Promise<void> => {
  await tabTo(page, label);
  await page.keyboard.type(text);
};
const press = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};
/** Of a question with several answers the first is reached by Tab, the others by arrows. */
const choose = async (page: Page, first: RegExp, arrows: number): Promise<void> => {
  await tabTo(page, first, 'input');
  if (arrows === 0) await page.keyboard.press('Space');
  for (let step = 0; step < arrows; step++) await page.keyboard.press('ArrowDown');
};
/** The next step has come, and the focus stands on its name. */
const arrived = (page: Page, heading: RegExp) => page.waitForFunction((source) => {
  const at = document.querySelector('request-form')?.shadowRoot?.activeElement;
  return at?.id === 'heading' && new RegExp(source).test(at.textContent);
}, heading.source);

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
  await arrived(page, /بازبینی/);
  await press(page, new RegExp(`فرستادن ${thing}`));
  await arrived(page, /یک گام مانده/);
  await write(page, /کد پیامکی/, await desk.oneTimeCode(mobile));
  await page.keyboard.press('Enter');
  await arrived(page, /پاسخ می‌گیرید/);
  await page.locator('request-form').getByText(`${thing} شما ثبت شد`).first().waitFor();
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
