import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { demoProvince } from '../../demo/publish-once.ts';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import { provinceInput } from '../../src/gateway/catalogue/province-files.ts';
import { publishProvince } from '../../src/gateway/catalogue/publish.ts';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';
import { untilInPage } from '../support/until-in-page.ts';
import { watchedPage, type Watched } from '../support/watched-page.ts';

const declaration = 'declarations/sabt-ahval.csv';

/** What the finder and its gateway tell each other after the first search. */
describe('service-finder and what is published meanwhile', () => {
  let browser: Browser;
  let gateway: TestGateway;
  let host: Awaited<ReturnType<typeof serveHost>>;
  let watched: Watched;
  let page: Page;

  before(async () => {
    browser = await launchBrowser();
    gateway = await startTestGateway({ agencies: ['sabt-ahval'], listen: true, ports: { pages: browserFiles(join(root, 'dist/browser')) } });
    host = await serveHost({
      '/': {
        html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>دستگاه</title>
<script type="module" src="${gateway.url}/desk.js"></script></head><body><service-finder href="s?{id}"><p>۱۱۱</p></service-finder></body></html>`,
      },
    });
    watched = await watchedPage(await browser.newContext({ locale: 'fa-IR', timezoneId: 'Asia/Tehran' }));
    page = watched.page;
    page.setDefaultTimeout(15_000);
    await page.goto(host.url);
    await page.getByRole('searchbox').fill('تعویض شناسنامه');
    await page.getByRole('link', { name: 'تعویض شناسنامه', exact: true }).waitFor();
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await gateway?.stop();
  });

  /** Publishes the agency's services with one of another title. */
  async function publish(title: string): Promise<string> {
    const files = await demoProvince('alborz');
    const edited = new TextDecoder().decode(files.declarations[declaration]).replace(',تعویض شناسنامه,', `,${title},`);
    const { version } = await publishProvince(gateway.ports, provinceInput({ ...files, declarations: { ...files.declarations, [declaration]: new TextEncoder().encode(edited) } }, 'test', ['sabt-ahval']));
    return version;
  }
  const asked = (part: string) => watched.requests.filter((url) => url.includes(part)).map((url) => url.slice(url.indexOf(part)));
  const typed = () => page.getByRole('searchbox').inputValue();

  it('while somebody types: asks for what changed and not for the whole index, and what is typed stays', async () => {
    const field = page.getByRole('searchbox');
    const whole = asked('/v1/catalogue/index/');
    assert.deepEqual(whole, ['/v1/catalogue/index/now'], 'asked for at once, with the catalogue');
    const { version: before } = (await (await gateway.fetch('/v1/catalogue')).json()) as Catalogue;
    await field.fill('تعویض شناسنامه زرکوب');
    const version = await publish('تعویض شناسنامه زرکوب');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByRole('link', { name: 'تعویض شناسنامه زرکوب', exact: true }).waitFor();
    assert.equal(await typed(), 'تعویض شناسنامه زرکوب');
    assert.deepEqual(asked('/v1/catalogue/index/'), [...whole, `/v1/catalogue/index/${version}/from/${before}`]);
  });

  it('since the last visit: the same, from what was kept', async () => {
    await untilInPage(page, async (count) => (await (await caches.open('mizban-catalogue')).keys()).filter(({ url }) => url.includes('index')).length === count, 2);
    const version = await publish('تعویض شناسنامه سیمین');
    const before = watched.requests.length;
    // As if the minute were over for which browsers may show the catalogue of a moment ago.
    await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
    await page.reload();
    await page.getByRole('searchbox').fill('شناسنامه سیمین');
    await page.getByRole('link', { name: 'تعویض شناسنامه سیمین', exact: true }).waitFor();
    const now = watched.requests.slice(before).filter((url) => url.includes('/catalogue/index/'));
    assert.equal(now.length, 1);
    assert.match(now[0]!, new RegExp(`/${version}/from/`));
  });

  it('where the gateway does not tell what changed: the whole index', async () => {
    await page.route('**/from/**', (route) => route.fulfill({ status: 404, contentType: 'application/json', body: '{"code":"notFound"}' }));
    const version = await publish('تعویض شناسنامه مسین');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByRole('searchbox').fill('شناسنامه مسین');
    await page.getByRole('link', { name: 'تعویض شناسنامه مسین', exact: true }).waitFor();
    assert.deepEqual(asked('/v1/catalogue/index/').at(-1), `/v1/catalogue/index/${version}`);
  });

  it('a search that found nothing arrives, as a count without its text', async () => {
    const arrived = page.waitForResponse('**/v1/search/unanswered');
    await page.getByRole('searchbox').fill('پرورش زرافه');
    await page.getByText('نیافتیم').waitFor();
    assert.equal((await arrived).status(), 204);
    const rows = await gateway.db.selectFrom('unanswered_day').selectAll().execute();
    assert.deepEqual(rows.map(({ senders }) => senders), [1]);
    assert.deepEqual(await gateway.db.selectFrom('unanswered_text').selectAll().execute(), []);
    assert.deepEqual(watched.errors.filter((error) => !error.includes('404')), []);
  });
});
