import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { sites } from '../../demo/sites.ts';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import type { SearchAnswer } from '../../src/contract/catalogue.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';
import { watchedPage, type Watched } from '../support/watched-page.ts';

/** Built widgets from the gateway's origin in pages of another one, as agencies embed them. */
describe('in foreign pages', () => {
  let gateway: TestGateway;
  let browser: Browser;
  let context: BrowserContext;
  let host: Awaited<ReturnType<typeof serveHost>>;
  const pages: Parameters<typeof serveHost>[0] = {};

  before(async () => {
    gateway = await startTestGateway({ agencies: ['sabt-ahval', 'abfa'], listen: true, ports: { pages: browserFiles(join(root, 'dist/browser')) } });
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'fa-IR' });
    host = await serveHost(pages);
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await gateway?.stop();
  });

  const document = (body: string, script = 'desk.js', attributes = '') =>
    `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>میزبان</title>
<script type="module" src="${gateway.url}/${script}" ${attributes}></script></head><body>${body}</body></html>`;

  /** Opens a page of the host; what runs in it must make no code from text and ask nobody but the gateway. */
  async function open(path: string, work: (watched: Watched) => Promise<void>): Promise<void> {
    const watched = await watchedPage(context);
    try {
      await watched.page.goto(host.url + path);
      await work(watched);
      const strangers = watched.requests.filter((address) => !address.startsWith('data:') && ![gateway.url, host.url].includes(new URL(address).origin));
      assert.deepEqual(strangers, [], 'requests to others');
      assert.equal(await watched.codeFromText(), 0, 'code made from text');
      assert.deepEqual(await watched.violations(), [], 'violations of the policy');
    } finally {
      await watched.page.close();
    }
  }

  it('every element works under the strictest policy', async () => {
    const headers = { 'content-security-policy': sites[0]!.policy!(gateway.url) };
    pages['/strict'] = { html: document('<service-finder></service-finder><track-status></track-status><service-sheet structured-data></service-sheet><request-form></request-form>'), headers };
    await open('/strict', async ({ page, errors }) => {
      await page.getByRole('searchbox').fill('شناسنامه');
      await page.locator('service-finder').getByRole('link').first().waitFor();
      await page.locator('track-status').getByRole('textbox').waitFor();
      for (const tag of ['service-sheet', 'request-form']) await page.waitForFunction((name) => !!customElements.get(name), tag);
      const { items } = (await (await gateway.fetch(`/v1/search?q=${encodeURIComponent('شناسنامه المثنی')}`)).json()) as SearchAnswer;
      await page.locator('service-sheet').evaluate((sheet, id) => sheet.setAttribute('service', id), items[0]!.entry.id);
      const told = await page.locator('head script[type="application/ld+json"]').textContent();
      assert.equal((JSON.parse(told!) as { '@type': string })['@type'], 'GovernmentService');
      // Style sheets arrived: an element in its own colours has a border where the browser's default has none.
      assert.notEqual(await page.getByRole('searchbox').evaluate((field) => getComputedStyle(field).borderRadius), '0px');
      assert.deepEqual(errors, []);
    });
  });

  it('the account of code made from text sees what a script does', async () => {
    pages['/eval'] = { html: '<!doctype html><title>eval</title><script>new Function("return 1")(); Function("return 1"); (0, eval)("1")</script>' };
    const watched = await watchedPage(context);
    await watched.page.goto(`${host.url}/eval`);
    assert.equal(await watched.codeFromText(), 3);
    await watched.page.close();
  });

  it('tags that come later are found, also inside of what comes', async () => {
    pages['/late'] = { html: document('<main></main>') };
    await open('/late', async ({ page }) => {
      await page.evaluate(() => {
        const panel = window.document.createElement('section');
        panel.append(window.document.createElement('service-finder'));
        window.document.querySelector('main')!.append(panel);
      });
      await page.getByRole('searchbox').waitFor();
    });
  });

  it('a prefix renames all tags, and leaves the plain ones to the page', async () => {
    pages['/prefix'] = { html: document('<alborz-service-finder></alborz-service-finder><service-finder>از آن دیگری</service-finder>', 'desk.js', 'data-prefix="alborz"') };
    await open('/prefix', async ({ page }) => {
      await page.locator('alborz-service-finder').getByRole('searchbox').waitFor();
      assert.equal(await page.evaluate(() => customElements.get('service-finder')), undefined);
    });
  });

  it('an address with a query loads one copy, and its data-* count', async () => {
    pages['/query'] = { html: document('<service-finder></service-finder>', 'desk.js?v=2', 'data-agency="abfa"') };
    await open('/query', async ({ page, requests }) => {
      await page.getByRole('searchbox').waitFor();
      assert.equal(requests.filter((address) => /\/desk\.js/.test(address)).length, 1);
    });
  });

  it('the single file works alone', async () => {
    pages['/all'] = { html: document('<my-service-finder></my-service-finder>', 'desk.all.js', 'data-prefix="my-"') };
    await open('/all', async ({ page, requests, errors }) => {
      await page.getByRole('searchbox').fill('آب');
      await page.getByRole('link').first().waitFor();
      assert.deepEqual(requests.filter((address) => /\.js/.test(address)).map((address) => new URL(address).pathname), ['/desk.all.js']);
      assert.deepEqual(errors, []);
    });
  });

  it('two copies on a page do no harm', async () => {
    pages['/twice'] = { html: document(`<service-finder></service-finder><track-status></track-status><script type="module" src="${gateway.url}/desk.all.js"></script>`) };
    await open('/twice', async ({ page, errors }) => {
      await page.getByRole('searchbox').waitFor();
      await page.locator('track-status').getByRole('textbox').waitFor();
      assert.deepEqual(errors, []);
    });
  });

  it('what stands between the tags is shown without JavaScript, and while a chunk does not arrive, which is asked for again', async () => {
    pages['/fallback'] = { html: document('<service-finder><a href="tel:111">تلفن ۱۱۱</a></service-finder>') };
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(`${host.url}/fallback`);
    assert.equal(await page.getByText('تلفن ۱۱۱').isVisible(), true);
    await plain.close();

    const watched = await watchedPage(context);
    let lost = 0;
    await watched.page.route(/service-finder\.define/, (route) => (lost++ === 0 ? route.abort() : route.continue()));
    await watched.page.goto(`${host.url}/fallback`);
    await watched.page.waitForEvent('console', { predicate: (message) => message.text().includes('could not be loaded') });
    assert.equal(await watched.page.getByText('تلفن ۱۱۱').isVisible(), true);
    await watched.page.getByRole('searchbox').waitFor();
    await watched.page.close();
  });

  it("never submits a page's own form, which ASP.NET wraps around everything", async () => {
    pages['/aspnet'] = { html: document('<form id="form1" action="/submitted" method="get"><service-finder></service-finder><track-status></track-status><input type="submit" value="ورود"></form>') };
    await open('/aspnet', async ({ page }) => {
      await page.getByRole('searchbox').fill('آب');
      await page.getByRole('searchbox').press('Enter');
      const code = page.locator('track-status').getByRole('textbox').first();
      await code.fill('12');
      await code.press('Enter');
      await page.locator('track-status').getByRole('button').first().click();
      assert.equal(new URL(page.url()).pathname, '/aspnet');
      assert.deepEqual(host.asked.filter((line) => line.includes('/submitted')), []);
    });
  });

  it("keeps its size when the page changes the root's font size, and its looks under a hostile reset", async () => {
    const reset = 'html{font-size:62.5%}body{font-size:16px}*{margin:0!important}button,input{all:unset!important;font-size:5px!important;color:transparent!important}';
    pages['/hostile'] = { html: document(`<style>${reset}</style><service-finder></service-finder>`) };
    await open('/hostile', async ({ page }) => {
      const field = page.getByRole('searchbox');
      await field.waitFor();
      const looks = await field.evaluate((input) => {
        const { fontSize, color, minBlockSize } = getComputedStyle(input);
        return { fontSize: parseFloat(fontSize), color, minBlockSize: parseFloat(minBlockSize) };
      });
      assert.ok(looks.fontSize >= 16, `font ${looks.fontSize}`);
      assert.ok(looks.minBlockSize >= 44, `height ${looks.minBlockSize}`);
      assert.notEqual(looks.color, 'rgba(0, 0, 0, 0)');
    });
  });
});
