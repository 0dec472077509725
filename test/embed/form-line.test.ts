import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { fillPerson, openFormDesk, type FormDesk } from '../support/form-desk.ts';
import { chooseFiles } from '../support/form-page.ts';
import { testNow } from '../support/gateway.ts';

/** A photo that does not shrink: noise. As text, it runs in the page. */
const photo = (seed: number): string => `new Promise((resolve) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 });
  const context = canvas.getContext('2d');
  const image = context.createImageData(480, 480);
  let state = ${seed};
  for (let at = 0; at < image.data.length; at++) image.data[at] = at % 4 === 3 ? 255 : (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) >> 16 & 255;
  context.putImageData(image, 0, 0);
  resolve(canvas.toDataURL('image/jpeg', 0.9).split(',')[1]);
})`;

describe('request-form on a bad line and on a device that keeps nothing', () => {
  let desk: FormDesk['desk'];
  let at: FormDesk['at'];
  let close: FormDesk['close'] | undefined;

  before(async () => {
    ({ desk, at, close } = await openFormDesk({ id: 'photos', type: 'file', label: { fa: 'عکس‌ها' }, required: false, accept: ['image/jpeg'], maxFiles: 3 }));
  });
  after(async () => {
    await close?.();
  });

  const visit = (work: (form: Locator, page: Page) => Promise<void>, before?: string) => at.visit(work, { before, now: testNow });
  async function file(form: Locator): Promise<string> {
    await form.getByRole('button', { name: 'ادامه', exact: true }).click();
    await form.getByRole('button', { name: 'فرستادن درخواست' }).click();
    await form.getByRole('heading', { name: /پاسخ می‌گیرید/ }).waitFor();
    return (await form.locator('.tracking').innerText()).replace(/\D/g, '');
  }
  const requestsOf = async () => Number((await desk.db.selectFrom('request_private').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count);

  it('sends three photos over 3G with a reload in the middle: one request, three files that the expert can open', async () => {
    await visit(async (form, page) => {
      const photos = await Promise.all([1, 2, 3].map(async (seed) => ({
        name: `عکس ${seed}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(await page.evaluate<string>(photo(seed)), 'base64'),
      })));
      assert.ok(photos.every(({ buffer }) => buffer.length > 40_000), 'they take a second each');
      const before = await requestsOf();
      await fillPerson(form, '09123450011');
      const line = await page.context().newCDPSession(page);
      await line.send('Network.enable');
      await line.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
      const arrived = form.getByText('رسید', { exact: true });
      await chooseFiles(form, /^عکس‌ها/, photos[0]!);
      await arrived.first().waitFor();
      await chooseFiles(form, /^عکس‌ها/, photos.slice(1));
      await form.getByRole('progressbar').nth(1).waitFor();
      await page.waitForFunction(() => [...document.querySelector('request-form')!.shadowRoot!.querySelectorAll('progress')].some(({ value }) => value > 0 && value < 1));
      await page.reload();
      await arrived.first().waitFor();
      assert.equal(await form.getByLabel('نام', { exact: true }).inputValue(), 'شهروند نمونه');
      assert.equal(await form.getByText('تا نیمه رسیده است').count(), 2, 'the page was loaded anew while two were on their way');
      for (const one of photos.slice(1)) {
        const item = form.getByRole('listitem').filter({ hasText: one.name });
        await chooseFiles(form, /^عکس‌ها/, one);
        await item.getByText('رسید', { exact: true }).waitFor();
      }
      assert.equal(await arrived.count(), 3);
      const code = await file(form);
      assert.equal(await requestsOf(), before + 1);

      const cookie = await desk.signIn({ agency: 'abfa' });
      const id = await desk.idOf(code, cookie);
      const { answers } = await desk.openCase(cookie, id);
      const files = answers['photos'] as { id: string; name: string }[];
      assert.deepEqual(files.map(({ name }) => name).sort(), photos.map(({ name }) => name));
      for (const { id: upload, name } of files) {
        const { link } = (await (await desk.fetch(`/v1/staff/requests/${id}/files/${upload}`, { headers: { cookie } })).json()) as { link: string };
        const bytes = Buffer.from(await (await desk.fetch(`/v1/files/${link}`)).arrayBuffer());
        assert.ok(bytes.equals(photos.find((one) => one.name === name)!.buffer), `${name} came back as another one`);
      }
    });
  });

  it('files, and says that nothing is kept, where the device is full', async () => {
    await visit(async (form, page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Storage.overrideQuotaForOrigin', { origin: at.origin, quotaSize: 1 });
      await fillPerson(form, '09123450012');
      await form.getByText('این مرورگر نوشته‌ها را نگه نمی‌دارد').waitFor();
      assert.match(await file(form), /^\d{16}$/);
    });
  });

  for (const [what, script] of [
    ['the database', `indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }`],
    ['every store', `for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } })`],
  ] as const) {
    it(`files, and says that nothing is kept, where ${what} is forbidden`, async () => {
      await visit(async (form, page) => {
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        await fillPerson(form, what === 'the database' ? '09123450013' : '09123450014');
        await form.getByText('این مرورگر نوشته‌ها را نگه نمی‌دارد').waitFor();
        assert.match(await file(form), /^\d{16}$/);
        assert.deepEqual(errors, []);
      }, script);
    });
  }
});
