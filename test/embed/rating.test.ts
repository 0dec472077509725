import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { sites } from '../../demo/sites.ts';
import type { TestDesk } from '../gateway/requests/desk.ts';
import { testNow } from '../support/gateway.ts';
import { startPublished } from '../support/form-desk.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { newestOtp } from '../support/one-time-code.ts';
import { watchedPage } from '../support/watched-page.ts';

/** The published rate-service in an agency's page with the strictest policy, by the keyboard alone. */
describe('rating in a foreign page', () => {
  let desk: TestDesk;
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveHost>>;
  const pages: Parameters<typeof serveHost>[0] = {};

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

  const answered = async () => {
    const expert = await desk.signIn({ agency: 'abfa' });
    const { code, mobile } = await desk.file();
    const id = await desk.idOf(code, expert);
    for (const [what, json] of [['take', {}], ['answer', { outcome: 'done', text: 'انجام شد.' }]] as const) {
      const { version } = await desk.openCase(expert, id);
      assert.equal((await desk.act(expert, id, what, { version, ...json })).status, 200);
    }
    return { code, mobile, id };
  };
  const oneTimeCode = async (mobile: string) => newestOtp(await desk.inbox(mobile))!;

  it('is chosen, proven and sent without a mouse, and the page is told no more than that', async () => {
    const { code, mobile, id } = await answered();
    pages['/rate'] = {
      html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>نظر</title><script type="module" src="${desk.url}/desk.js"></script></head>
<body><form id="aspnet" action="/submitted"><rate-service code="${code}"></rate-service><input type="submit" value="ورود"></form></body></html>`,
      headers: { 'content-security-policy': sites[0]!.policy!(desk.url) },
    };
    const watched = await watchedPage(await browser.newContext({ locale: 'fa-IR', viewport: { width: 320, height: 800 } }));
    const { page } = watched;
    await page.goto(`${host.url}/rate`);
    await page.evaluate("document.addEventListener('rate-service-sent', ({ detail }) => (document.title = JSON.stringify(detail)))");
    await page.getByRole('group', { name: 'رضایت کلی' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    assert.equal(await page.getByRole('radio', { name: 'خیلی خوب' }).first().isChecked(), true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: 'چه چیزی خوب نبود؟' }).waitFor();
    // From the first around to the last: no reason is asked for any more.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'کد پیامکی' }).waitFor();
    assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing is wider than the page');
    await page.keyboard.type(await oneTimeCode(mobile));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'سپاس. نظر شما ثبت شد' }).waitFor();
    assert.equal(await page.title(), '{"objected":false}');
    assert.deepEqual([watched.errors, await watched.violations(), host.asked.filter((line) => line.includes('/submitted'))], [[], [], []]);
    const row = await desk.db.selectFrom('request_event').select('public_payload as payload').where('request', '=', id).where('type', '=', 'rated').executeTakeFirstOrThrow();
    assert.deepEqual((row.payload as { answers: object }).answers, { satisfied: 5, timeKept: 5 });
  });

  it('about a service goes through by itself where many came from one place', async () => {
    pages['/service'] = {
      html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>نظر</title><script type="module" src="${desk.url}/desk.js"></script></head>
<body>${`<rate-service service="${desk.offering}"></rate-service>`.repeat(6)}</body></html>`,
      headers: { 'content-security-policy': sites[0]!.policy!(desk.url) },
    };
    const watched = await watchedPage(await browser.newContext({ locale: 'fa-IR' }));
    const { page } = watched;
    const answers: number[] = [];
    page.on('response', (response) => void (response.request().method() === 'POST' && answers.push(response.status())));
    await page.goto(`${host.url}/service`);
    for (let each = 0; each < 6; each++) {
      const form = page.locator('rate-service').nth(each);
      await form.getByRole('radio', { name: 'خوب', exact: true }).first().check();
      await form.getByRole('button', { name: 'نظرتان را بفرستید' }).click();
      await form.getByRole('heading', { name: 'سپاس. نظر شما ثبت شد' }).waitFor();
    }
    assert.deepEqual(answers, [204, 204, 204, 204, 204, 428, 204]);
    assert.deepEqual(await watched.violations(), []);
    assert.equal((await desk.db.selectFrom('service_rating').select('id').execute()).length, 6);
  });

  it('keeps the words of an objection whose time ends while they are written, and sends the rating without them', async () => {
    const { code, mobile, id } = await answered();
    pages['/late'] = { html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>نظر</title><script type="module" src="${desk.url}/desk.js"></script></head><body><rate-service code="${code}"></rate-service></body></html>` };
    const { page } = await watchedPage(await browser.newContext({ locale: 'fa-IR' }));
    await page.goto(`${host.url}/late`);
    await page.getByRole('radio', { name: 'خیلی بد' }).first().check();
    await page.getByRole('checkbox', { name: 'کارم انجام نشد' }).check();
    await page.getByRole('textbox').fill('هنوز آب وصل نیست.');
    desk.setNow(new Date((await desk.status(code)).objectUntil!));
    await page.getByRole('button', { name: 'نظر و اعتراض را بفرستید' }).click();
    const field = page.getByRole('textbox', { name: 'کد پیامکی' });
    await field.waitFor();
    await field.fill(await oneTimeCode(mobile));
    await field.press('Enter');
    await page.getByText('مهلت اعتراض تمام شده است').waitFor();
    assert.equal(await page.getByRole('textbox').inputValue(), 'هنوز آب وصل نیست.');
    await page.getByRole('button', { name: 'نظرتان را بفرستید' }).click();
    await page.getByRole('heading', { name: 'سپاس. نظر شما ثبت شد' }).waitFor();
    desk.setNow(testNow);
    const types = await desk.db.selectFrom('request_event').select('type').where('request', '=', id).orderBy('seq').execute();
    assert.equal(types.at(-1)!.type, 'rated');
  });
});
