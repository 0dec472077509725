import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { publishOnce } from '../../demo/publish-once.ts';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';
import { untilInPage } from '../support/until-in-page.ts';

/** What only a whole browser shows of the finder: a gateway that is really gone, a catalogue that is published meanwhile. */
describe('service-finder in a browser', () => {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveHost>>;
  const pages: Parameters<typeof serveHost>[0] = {};
  const running: TestGateway[] = [];
  const contexts: BrowserContext[] = [];

  before(async () => {
    browser = await launchBrowser();
    host = await serveHost(pages);
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await host?.close();
    for (const gateway of running) await gateway.stop();
  });

  async function visit(agencies: readonly string[]): Promise<{ gateway: TestGateway; page: Page }> {
    const gateway = await startTestGateway({ agencies, listen: true, ports: { pages: browserFiles(join(root, 'dist/browser')) } });
    running.push(gateway);
    pages['/'] = {
      html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>دستگاه</title>
<script type="module" src="${gateway.url}/desk.js"></script></head><body><h1>سربرگ دستگاه</h1><service-finder href="s?{id}"><p>۱۱۱</p></service-finder></body></html>`,
    };
    const context = await browser.newContext({ locale: 'fa-IR', timezoneId: 'Asia/Tehran' });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(host.url);
    return { gateway, page };
  }
  const stop = async (gateway: TestGateway) => {
    running.splice(running.indexOf(gateway), 1);
    await gateway.stop();
  };
  const kept = (page: Page, count: number) =>
    untilInPage(page, async (least) => (await (await caches.open('mizban-catalogue')).keys()).length >= least, count);

  it('finds after a reload with the gateway stopped, everyday words too', async () => {
    const { gateway, page } = await visit(['sabt-ahval']);
    await page.getByRole('searchbox').fill('تعویض شناسنامه');
    await page.getByRole('link', { name: 'تعویض شناسنامه', exact: true }).waitFor();
    await kept(page, 3);
    // The scripts of the desk lie in the browser's own cache, as the gateway's headers allow.
    await stop(gateway);
    await page.reload();
    await page.getByRole('searchbox').fill('سجلم گم شده');
    await page.getByRole('link', { name: /المثنی/ }).first().waitFor();
  });

  it('takes a catalogue that is published while somebody types, and keeps what is typed', async () => {
    const { gateway, page } = await visit(['sabt-ahval']);
    const field = page.getByRole('searchbox');
    await field.pressSequentially('انشعاب');
    await page.getByText('پیدا شد').or(page.getByText('نیافتیم')).first().waitFor();
    await publishOnce(gateway.ports, 'alborz', { agencies: ['sabt-ahval', 'abfa'] });
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await field.pressSequentially(' آب');
    await page.getByRole('link', { name: /انشعاب/ }).first().waitFor();
    assert.equal(await field.inputValue(), 'انشعاب آب');
    assert.equal(await field.evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input), true);
  });

  it('shows what was asked again when somebody comes back from a service, at the row they left', async () => {
    const { page } = await visit(['sabt-ahval']);
    pages['/s'] = { html: '<!doctype html><html lang="fa"><head><meta charset="utf-8"><title>خدمت</title></head><body><h1>خدمت</h1></body></html>' };
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByRole('searchbox').fill('شناسنامه');
    const rows = page.locator('service-finder a.go');
    await rows.nth(3).waitFor();
    await page.waitForFunction(() => sessionStorage.getItem('mizban-finder')?.includes('شناسنامه'));
    // Found and pressed in one breath: rows that come with the lexicon may take another's place in between.
    const title = await page.locator('service-finder').evaluate((finder) => {
      const link = finder.shadowRoot!.querySelectorAll<HTMLElement>('a.go')[3]!;
      link.scrollIntoView({ block: 'center' });
      link.click();
      return link.textContent;
    });
    await page.getByRole('heading', { name: 'خدمت', exact: true }).waitFor();
    await page.goBack();
    await page.waitForFunction((left) => {
      const link = document.querySelector('service-finder')?.shadowRoot?.activeElement;
      const top = link?.getBoundingClientRect().top ?? -1;
      return link?.textContent === left && top > 0 && top < innerHeight;
    }, title);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'شناسنامه');
    assert.equal(await page.evaluate('history.state'), null);
    // Who opens the page anew begins anew.
    await page.evaluate(() => location.assign(location.href));
    await page.getByRole('button', { name: 'ازدواج' }).waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), '');
  });

  it('prints its short list alone, on one sheet, without buttons and menus, and gives the page back', async () => {
    const { page } = await visit(['sabt-ahval']);
    const finder = page.locator('service-finder');
    await page.getByRole('searchbox').fill('شناسنامه');
    await finder.getByRole('button', { name: 'محدود کردن' }).click();
    await page.evaluate('window.print = () => { window.printed = (window.printed ?? 0) + 1; }');
    await finder.getByRole('button', { name: 'چاپ این فهرست' }).click();
    assert.equal(await page.evaluate('window.printed'), 1);
    const onScreen = await finder.getByRole('link').allTextContents();
    await page.emulateMedia({ media: 'print' });
    const header = page.getByRole('heading', { name: 'سربرگ دستگاه' });
    assert.ok(await header.isHidden());
    assert.equal(await finder.getByRole('button').count(), 0);
    assert.equal(await finder.getByRole('combobox').count(), 0);
    assert.ok(onScreen.length > 3);
    assert.deepEqual(await finder.getByRole('link').allTextContents(), onScreen);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'شناسنامه');
    assert.ok(await finder.getByText(/^تلفن راهنمایی:/).isVisible());
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    assert.equal(sheets?.length, 1);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    assert.ok(await header.isVisible());
  });
});
