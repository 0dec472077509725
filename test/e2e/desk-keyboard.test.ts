/** An expert's whole piece of work without a mouse: in, open, take, answer, back to the queue, where work goes on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { GatewayClient } from '../../src/client/client.ts';
import '../../src/client/accepted.ts';
import type { Filed } from '../../src/contract/request.ts';
import { openDesk } from '../support/open-desk.ts';

const { desk, browser } = await openDesk();

const title = 'درخواست دسترسی آزاد به اطلاعات';

async function file(client: GatewayClient, description: string, mobile: string): Promise<Filed> {
  const found = await client.call('search', { query: { q: title } });
  const offering = found.items.find(({ entry }) => entry.title === title)!.entry.id;
  const form = await client.call('offeringForm', { params: { id: offering } });
  const answer = await client.call('fileRequest', { body: { offering, form: { id: form.id, version: form.version }, language: 'fa', answers: {
    requesterKind: 'person', fullName: 'شهروند نمونه', nationalId: '0499370899', mobile, holder: 'ostandari', description, deliveredAs: 'file', notComplaint: true,
  } } });
  if ('code' in answer) return answer;
  const { filed } = await client.call('proveAccepted', { params: { id: answer.accepted }, body: { otp: await desk.oneTimeCode(mobile) } });
  return filed;
}

/** What has the focus, deep in the element: its id, its words, whether it can be seen there. */
const focus = (page: Page) => page.evaluate(() => {
  const at = document.querySelector('desk-console')!.shadowRoot!.activeElement as HTMLElement | null;
  if (!at) return { id: '', text: '', href: '', type: '', seen: false };
  const box = at.getBoundingClientRect();
  return { id: at.id, text: at.textContent!.replace(/\s+/g, ' ').trim(), href: at.getAttribute('href') ?? '', type: at.getAttribute('type') ?? '', seen: box.bottom > 0 && box.top < innerHeight };
});
const untilFocus = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.querySelector('desk-console')!.shadowRoot!.activeElement?.matches(wanted) ?? false, selector);

/** Tab, until the focus stands on what is wanted; what it met on the way is seen each time. */
async function tabTo(page: Page, wanted: (at: Awaited<ReturnType<typeof focus>>) => boolean): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    if (at.id || at.text || at.type) assert.ok(at.seen, `the focus is out of sight on ${JSON.stringify(at)}`);
    if (wanted(at)) return;
  }
  assert.fail('the keyboard does not come there');
}

test('by keyboard alone, with the focus always where work goes on', async () => {
  const client = new GatewayClient(desk.gateway);
  const first = await file(client, 'نخستین پرونده‌ای که با صفحه‌کلید پاسخ می‌گیرد', '09120000011');
  await file(client, 'دومین پرونده‌ای که پس از آن می‌آید', '09120000012');
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${desk.gateway}/desk`);

  // In.
  await page.getByLabel('نام کاربری').waitFor();
  await tabTo(page, ({ id }) => id === 'username');
  await page.keyboard.type('ostandari');
  await page.keyboard.press('Tab');
  await page.keyboard.type(await desk.passwordOf('ostandari'));
  await page.keyboard.press('Enter');
  await untilFocus(page, '#queue-title');

  // Along the queue with arrows, into a case, back again: the same row.
  await page.locator('.case-row').nth(1).waitFor();
  await tabTo(page, ({ href }) => href.startsWith('#/case/'));
  await page.keyboard.press('ArrowDown');
  const second = (await focus(page)).href;
  await page.keyboard.press('Enter');
  await untilFocus(page, '#case');
  await page.keyboard.press('Shift+Tab');
  assert.equal((await focus(page)).text, 'پرونده‌های میز');
  await page.keyboard.press('Enter');
  await untilFocus(page, `a[href="${second}"]`);

  // The citizen at the counter reads the code out.
  await page.keyboard.press('Home');
  while ((await focus(page)).id !== 'find-code') await page.keyboard.press('Shift+Tab');
  await page.keyboard.type(first.code);
  await page.keyboard.press('Enter');
  await untilFocus(page, '#case');
  assert.match((await focus(page)).text, /درخواست دسترسی آزاد به اطلاعات/);

  // Taken, answered.
  await tabTo(page, ({ id }) => id === 'hold-take');
  await page.keyboard.press('Enter');
  await page.getByText('این کار دست شماست.').waitFor();
  await untilFocus(page, '#case');
  await tabTo(page, ({ text }) => text === 'پاسخ دادن');
  await page.keyboard.press('Enter');
  await page.locator('#draft-text').waitFor();
  await tabTo(page, ({ type }) => type === 'radio');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  assert.equal((await focus(page)).id, 'draft-text');
  await page.keyboard.type('صورت‌جلسه‌ها در درگاه است.');
  await tabTo(page, ({ text }) => text === 'پاسخ را بفرستید');
  const done = new URL(page.url()).hash;
  await page.keyboard.press('Enter');

  // Back in the queue, at the next piece of work; what was done is told.
  await untilFocus(page, '.case-row a');
  assert.notEqual((await focus(page)).href, '');
  assert.notEqual((await focus(page)).href, done, 'the focus is at the case that was just answered');
  await page.waitForFunction(() => [...document.querySelectorAll('[aria-live]')].some((each) => each.textContent?.includes('پاسخ فرستاده شد.')));
  await page.keyboard.press('Enter');
  await page.getByText('دومین پرونده‌ای که پس از آن می‌آید').waitFor();
});
