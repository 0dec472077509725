import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { serveSite, sites } from '../../demo/sites.ts';
import type { DeclarationOverview } from '../../src/contract/declaration-overview.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';

/** What the portal tells of all agencies, as it is served: without a script. */
describe('public pages of the portal', () => {
  let gateway: TestGateway;
  let portal: Awaited<ReturnType<typeof serveSite>>;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['gaz', 'abfa', 'sabt-ahval'], listen: true });
    portal = await serveSite(sites[0]!, 0, gateway.url);
  });
  after(async () => {
    await portal?.close();
    await gateway?.stop();
  });

  const page = async (path: string): Promise<{ html: string; headers: Headers }> => {
    const answer = await fetch(portal.url + path);
    assert.equal(answer.status, 200);
    return { html: await answer.text(), headers: answer.headers };
  };
  const rowNames = (html: string): string[] => [...html.matchAll(/role="rowheader">(?:<a[^>]*>)?([^<]*)/g)].map(([, name]) => name!);
  const overview = async (): Promise<DeclarationOverview> => (await (await gateway.fetch('/v1/provinces/alborz/declarations')).json()) as DeclarationOverview;

  it('tell who declared what in the order of need, or by a column, without script or style of their own', async () => {
    const { items } = await overview();
    const { html, headers } = await page('/declarations.html');
    assert.deepEqual(rowNames(html), items.map(({ agency }) => agency.name.fa));
    assert.match(headers.get('content-security-policy')!, /default-src 'none'/);
    assert.equal(/ style=| on\w+=|<script(?! type="module" src=)|\{\{.*/.exec(html), null);
    const named = rowNames((await page('/declarations.html?sort=agency')).html);
    assert.deepEqual(named, [...named].sort((a, b) => a.localeCompare(b, 'fa')));
    assert.notDeepEqual(named, rowNames(html), 'the two orders differ');
    assert.match((await page('/declarations.html?sort=agency')).html, /aria-sort="ascending"><a href="\?sort=agency#table">دستگاه/);
    assert.deepEqual(rowNames((await page('/declarations.html?sort=%3Cb%3E')).html), rowNames(html), 'an unknown order is none');
  });

  it('speak English in a page of its own', async () => {
    const { html } = await page('/declarations-en.html');
    assert.match(html, /<html lang="en" dir="ltr">/);
    assert.deepEqual(rowNames(html), (await overview()).items.map(({ agency }) => agency.name.en));
    assert.match(html, /hreflang="fa">فارسی/);
  });

  it('list every file of open data with its size, and where to go from the foot of any page', async () => {
    const { files } = (await (await gateway.fetch('/v1/open-data/alborz')).json()) as { files: { path: string }[] };
    for (const [path, unit] of [['/open-data.html', 'بایت'], ['/open-data-en.html', ' [kM]B']]) {
      const { html } = await page(path!);
      for (const file of files) assert.match(html, new RegExp(`href="${gateway.url}${file.path}" download>.*?<td>[^<]+</td><td>[^<]*${unit}`));
      assert.match(html, /CC0 1\.0/);
    }
    const { html } = await page('/');
    for (const path of ['/declarations.html', '/open-data.html']) assert.ok(html.includes(`href="${path}"`), path);
  });

  it('say that there are no figures while the gateway is away; a layout is no page', async () => {
    const lonely = await serveSite(sites[0]!, 0, 'http://127.0.0.1:9');
    try {
      assert.match(await (await fetch(`${lonely.url}/declarations.html`)).text(), /role="status">این عددها اکنون در دسترس نیست/);
      assert.match(await (await fetch(`${lonely.url}/open-data-en.html`)).text(), /not available now/);
    } finally {
      await lonely.close();
    }
    for (const layout of ['/layout.html', '/layout-en.html']) assert.equal((await fetch(portal.url + layout)).status, 404);
  });
});
