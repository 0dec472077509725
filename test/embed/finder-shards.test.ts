import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { Catalogue } from '../../src/contract/catalogue.ts';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { readOfferings } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { buildShards } from '../../src/search/shards.ts';
import { generatedCatalogue } from '../support/generated-catalogue.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';
import { serveStatic, type StaticHost } from '../support/static-host.ts';

/** Ten times as many as go into one file. */
const size = 100_000;
const version = 'v1';

/** As a gateway tells it where the index lies in shards. */
const catalogue: Catalogue = {
  province: { id: 'alborz', name: { fa: 'البرز' } }, version, index: null, shards: `/v1/catalogue/shards/${version}`,
  lexicon: '/v1/catalogue/lexicon/test', offerings: size, agencies: [], helpPhone: '02632000000',
};
const pageOf = (attributes = '') => `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>دستگاه</title>
<script type="module" src="/desk.js"></script></head><body><service-finder href="s?{id}" ${attributes}><p>۱۱۱</p></service-finder></body></html>`;

/** A large catalogue that any web server gives out, found in by a real page. */
describe(`service-finder over ${size} services on static hosting`, () => {
  const offerings = generatedCatalogue(size);
  const agency = offerings.find(({ title }) => title === 'تعویض شناسنامه')!.agency.id;
  let browser: Browser;
  let host: StaticHost;
  let page: Page;
  const errors: string[] = [];

  before(async () => {
    const lexicon = compileLexicon(await readLexicon(), 'test');
    const texts = new Map([...buildShards({ version, offerings: readOfferings(offerings), lexicon })].map(([path, text]) => [`/v1/catalogue/shards/${version}/${path}`, text]));
    texts.set('/v1/catalogue', JSON.stringify(catalogue));
    texts.set('/', pageOf());
    texts.set('/agency.html', pageOf(`agency="${agency}"`));
    host = await serveStatic(texts, join(root, 'dist/browser'));
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'fa-IR', timezoneId: 'Asia/Tehran' });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(host.url);
  });
  after(async () => {
    await browser?.close();
    await host?.stop();
    assert.deepEqual(errors, []);
  });

  const field = () => page.getByRole('searchbox');
  const titles = () => page.locator('service-finder').evaluate((finder) => [...finder.shadowRoot!.querySelectorAll('a.go')].map((link) => link.textContent!.trim()));
  const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
  const shards = (folder: string) => new RegExp(`/shards/${version}/${folder}/`);

  it('finds in everyday words, for at most 150 kB of data from nothing', async () => {
    await field().fill('سجلم گم شده');
    await link(/المثنی/).waitFor();
    await page.getByText(/خدمت پیدا شد/).first().waitFor();
    const data = host.sent.filter(({ path }) => path.startsWith('/v1/')).reduce((sum, { bytes }) => sum + bytes, 0);
    assert.ok(data <= 150_000, `${data} bytes`);
  });

  it('shows more when asked, and offers nothing that it cannot count', async () => {
    await field().fill('تعویض شناسنامه');
    await link('تعویض شناسنامه').waitFor();
    await page.waitForFunction(() => document.querySelector('service-finder')!.shadowRoot!.querySelectorAll('a.go').length === 10);
    await page.getByRole('button', { name: /خدمت دیگر را هم ببینید/ }).click();
    await page.waitForFunction(() => document.querySelector('service-finder')!.shadowRoot!.querySelectorAll('a.go').length === 20);
    assert.equal(await page.getByRole('button', { name: 'چاپ این فهرست' }).count(), 1);
    assert.equal(await page.getByRole('button', { name: /محدود کردن/ }).count(), 0);
    assert.equal(await page.getByLabel('ترتیب').count(), 0);
  });

  it('keeps what was found while the next is on its way, and drops an answer that comes too late', async () => {
    await page.goto(host.url);
    await field().fill('گذرنامه');
    await link(/گذرنامه/).waitFor();
    // What the lexicon adds may come at any time, and is about the same.
    const isAboutPassports = async () => {
      const shown = await titles();
      assert.ok(shown.length > 0 && shown.every((title) => title.includes('گذرنامه')), shown.join(' | '));
    };
    await isAboutPassports();
    // What the next words need is held back until the ones after them are answered.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(shards('(words|pages)'), (route) => held.then(() => route.continue()));
    const asked = page.waitForRequest(shards('(words|pages)'));
    await field().fill('انشعاب آب');
    await page.getByText('دنبال معنای نوشته شما می‌گردیم…').first().waitFor();
    await isAboutPassports();
    await asked;
    await field().fill('گذرنامه');
    await page.getByText(/خدمت پیدا شد/).first().waitFor();
    const late = page.waitForResponse(shards('pages'));
    release();
    await late;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await isAboutPassports();
    await field().fill('انشعاب آب');
    await link(/انشعاب/).waitFor();
  });

  it('says when the network is gone, keeps what was found, and goes on when it is back', async () => {
    const before = await titles();
    assert.ok(before.length > 0);
    await page.route(shards('(words|pages)'), (route) => route.abort());
    await field().fill('کارت بازرگانی');
    const again = page.getByRole('button', { name: 'دوباره امتحان کنید' });
    await again.waitFor();
    assert.deepEqual(await titles(), before);
    assert.equal(await field().inputValue(), 'کارت بازرگانی');
    await page.unroute(shards('(words|pages)'));
    await again.click();
    await link(/بازرگانی/).waitFor();
    assert.equal(await again.count(), 0);
  });

  it("finds only the agency's own services on its page", async () => {
    await page.goto(`${host.url}/agency.html`);
    const own = offerings.filter((each) => each.agency.id === agency);
    await page.getByText(/میان .* خدمت/).first().waitFor();
    await field().fill('شناسنامه');
    await link('تعویض شناسنامه').waitFor();
    const found = await titles();
    assert.ok(found.length > 0 && found.every((title) => own.some((each) => each.title === title)), found.join(' | '));
  });

  it('opens again without network from what the browser has kept', async () => {
    await page.goto(host.url);
    await field().fill('سجلم گم شده');
    await link(/المثنی/).waitFor();
    await page.context().setOffline(true);
    await page.evaluate(() => void document.querySelector('service-finder')!.replaceWith(Object.assign(document.createElement('service-finder'), { href: 's?{id}' })));
    await field().fill('سجلم گم شده');
    await link(/المثنی/).waitFor();
  });
});
