import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import { foldKey } from '../../src/persian/fold.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';

interface Asked {
  text: string;
  /** Titles, any of which is right. */
  right: string[];
}

const among = 5;
const count = 30;

const letters = (title: string): string => title.replace(/[^\p{L}\p{N}]/gu, '');
const pairs = (text: string): Set<string> => new Set([...text].slice(1).map((letter, at) => text[at]! + letter));
/** Part of the query's pairs of letters that stand in a title: what any search by letters has to go by. */
const shared = ({ text, right }: Asked): number => {
  const asked = pairs(foldKey(text));
  return Math.max(...right.map((title) => [...asked].filter((pair) => pairs(foldKey(title)).has(pair)).length / (asked.size || 1)));
};

/** The queries that have least in common with the title that they mean. */
async function hardest(): Promise<Asked[]> {
  const [, ...lines] = (await readFile(join(root, 'demo/data/search/queries.dev.tsv'), 'utf8')).split(/\r?\n/).filter(Boolean);
  const all = lines.map((line): Asked => {
    const [text = '', , expected = ''] = line.split('\t');
    return { text, right: expected === 'NONE' ? [] : expected.split('|').map((each) => each.split('::')[1] ?? '') };
  });
  return all.filter(({ text, right }) => right.length && !/^[\d ]+$/.test(text)).sort((a, b) => shared(a) - shared(b)).slice(0, count);
}

/** Titles as they stand on the page, bundles included. */
const shown = (page: Page): Promise<string[]> =>
  page.locator('service-finder').evaluate((finder) => [...finder.shadowRoot!.querySelectorAll('[part=result] a')].map((link) => link.textContent!.trim()));

describe('queries typed into the page by keyboard', () => {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveHost>>;
  let gateway: TestGateway;
  let page: Page;
  const errors: string[] = [];

  before(async () => {
    browser = await launchBrowser();
    gateway = await startTestGateway({ agencies: 'all', listen: true, ports: { pages: browserFiles(join(root, 'dist/browser')) } });
    host = await serveHost({
      '/': {
        html: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>دستگاه</title>
<script type="module" src="${gateway.url}/desk.js"></script></head><body><service-finder href="s?{id}"><p>۱۱۱</p></service-finder></body></html>`,
      },
    });
    page = await browser.newPage({ locale: 'fa-IR', timezoneId: 'Asia/Tehran' });
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(host.url);
    await page.getByRole('searchbox').fill('سجلم گم شده');
    await page.getByRole('link', { name: /المثنی/ }).first().waitFor();
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await gateway?.stop();
  });

  it(`the ${count} hardest lead to their service among the first ${among} on the page, nearly all at its top`, async () => {
    const field = page.getByRole('searchbox');
    let first = 0;
    for (const { text, right } of await hardest()) {
      await field.press('Control+A');
      await field.press('Delete');
      await field.pressSequentially(text);
      assert.equal(await field.inputValue(), text);
      const wanted = right.map(letters);
      await page.waitForFunction(
        ([any, most]) => {
          const links = [...document.querySelector('service-finder')!.shadowRoot!.querySelectorAll('[part=result] a')].slice(0, most);
          return links.some((link) => any.includes(link.textContent!.replace(/[^\p{L}\p{N}]/gu, '')));
        },
        [wanted, among] as const,
      ).catch(async () => assert.fail(`${text}: ${(await shown(page)).slice(0, among).join(' | ')}`));
      if (wanted.includes(letters((await shown(page))[0]!))) first++;
    }
    assert.ok(first >= count * 0.8, `${first} of ${count} stand first`);
    assert.deepEqual(errors, []);
  });

  it('ten thousand letters, pictures, turned direction, a pattern and markup get a calm answer', async () => {
    const field = page.getByRole('searchbox');
    for (const text of [
      'شناسنامه '.repeat(1200), '👩‍👩‍👧‍👦🪪', '\u202eهمانسانش\u202c', '(.*+?^${}()|[]\\)+$', '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
      "'; drop table offering; --", '%00%ff&#x202e;', '\u0000\ud800',
    ]) {
      await field.fill(text);
      await page.locator('service-finder').evaluate((finder) => (finder as unknown as { updateComplete: Promise<unknown> }).updateComplete);
      await page.locator('service-finder').getByText(/خدمت پیدا شد|چیزی پیدا نشد|نیافتیم|بنویسید/).first().waitFor();
    }
    assert.equal(await page.evaluate(() => 'hit' in window), false);
    await field.fill('شناسنامه '.repeat(1200));
    assert.match((await shown(page))[0]!, /شناسنامه/);
    await field.fill('\u202eکارت ملی\u202c');
    await page.getByRole('link', { name: /کارت.*ملی/ }).first().waitFor();
    assert.deepEqual(errors, []);
  });
});
