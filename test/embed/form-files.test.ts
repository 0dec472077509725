import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page, Route } from 'playwright-core';
import { openFormDesk, type FormDesk } from '../support/form-desk.ts';
import { chooseFiles } from '../support/form-page.ts';
import { testNow } from '../support/gateway.ts';

const uploads = /\/v1\/uploads/;
const again = 'هنوز نرسیده است. دوباره تلاش می‌شود…';
const pdf = (padding = 0) => ({ name: 'سند.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${' '.repeat(padding)}trailer<</Root 1 0 R>>\n%%EOF\n`) });
/** What something between page and gateway answers in its stead. */
const answer = (status: number) => (route: Route) => route.fulfill({ status, headers: { 'access-control-allow-origin': '*' }, body: '<h1>no</h1>' });

describe('request-form whose file does not get through', () => {
  let desk: FormDesk['desk'];
  let at: FormDesk['at'];
  let close: FormDesk['close'] | undefined;

  before(async () => {
    ({ desk, at, close } = await openFormDesk({ id: 'paper', type: 'file', label: { fa: 'سند' }, required: false, accept: ['application/pdf'] }));
  });
  after(async () => {
    await close?.();
  });

  const visit = (work: (form: Locator, page: Page) => Promise<void>) => at.visit(work, { now: testNow });
  const arrived = (form: Locator) => form.getByText('رسید', { exact: true }).waitFor();
  /** On a device whose clock the test moves; it does so once the first call is on the way: the code that sends is fetched first. */
  async function onItsWay(form: Locator, page: Page, file: ReturnType<typeof pdf>): Promise<void> {
    await page.clock.install();
    await page.reload();
    const sent = page.waitForRequest(uploads);
    await chooseFiles(form, 'سند', file);
    await form.getByRole('progressbar', { name: `فرستادن ${file.name}` }).waitFor();
    await sent;
  }

  it('goes on by itself after its line was dead, where it had stopped', async () => {
    await visit(async (form, page) => {
      const offsets: (string | undefined)[] = [];
      let hold!: () => void;
      const dead = new Promise<void>((resolve) => (hold = resolve));
      await page.route(uploads, (route) => {
        const part = route.request().method() === 'PATCH';
        if (part) offsets.push(route.request().headers()['upload-offset']);
        // The second part never gets an answer.
        return part && offsets.length === 2 ? hold() : route.continue();
      });
      await onItsWay(form, page, pdf(600_000));
      await dead;
      await page.clock.fastForward(44_000);
      assert.equal(await form.getByText(again).count(), 0, 'a slow line is no dead one');
      await page.clock.fastForward(2_000);
      await form.getByRole('status').getByText(again).waitFor();
      assert.equal(await form.getByRole('alert').count(), 0, 'nobody has to do anything');
      await page.clock.fastForward(10_000);
      await arrived(form);
      assert.deepEqual(offsets, ['0', '262144', '262144', '524288']);
      assert.equal(await form.getByText(again).count(), 0);
    });
  });

  it('asks for a press after ten tries in vain, and goes on when the page is looked at again', async () => {
    await visit(async (form, page) => {
      let calls = 0;
      await page.route(uploads, (route) => {
        calls++;
        return answer(503)(route);
      });
      await onItsWay(form, page, pdf());
      const given = form.getByRole('alert').getByText('به میز خدمت وصل نشدیم');
      for (let seconds = 0; !(await given.count()); seconds += 5) {
        assert.ok(seconds < 1200, `it is still tried after ${calls} calls`);
        await page.clock.runFor(5_000);
      }
      assert.equal(calls, 11 * 4, 'the first and ten more, each a few times at once');
      await form.getByRole('button', { name: 'دوباره فرستادن سند.pdf' }).waitFor();
      await page.unroute(uploads);
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      await arrived(form);
    });
  });

  it('is tried again also where the code that sends did not come', async () => {
    await visit(async (form, page) => {
      let tries = 0;
      await page.route(/\/send-file-/, (route) => (tries++ ? route.continue() : route.abort()));
      await chooseFiles(form, 'سند', pdf());
      await form.getByText(again).waitFor();
      await form.getByRole('button', { name: 'دوباره فرستادن سند.pdf' }).click();
      await arrived(form);
    });
  });

  it('begins anew by itself where the gateway has erased what had come', async () => {
    await visit(async (form, page) => {
      await page.route(/\/finish$/, async (route) => {
        await desk.db.deleteFrom('upload').execute();
        await route.continue();
      }, { times: 1 });
      await onItsWay(form, page, pdf());
      await form.getByText(again).waitFor();
      await page.clock.fastForward(10_000);
      await arrived(form);
    });
  });

  it('says at once that it is no longer on the device', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mizban-file-'));
    try {
      await visit(async (form, page) => {
        const path = join(folder, 'سند.pdf');
        await writeFile(path, pdf().buffer);
        let hold!: (route: Route) => void;
        const held = new Promise<Route>((resolve) => (hold = resolve));
        await page.route(uploads, hold, { times: 1 });
        await chooseFiles(form, 'سند', path);
        const route = await held;
        await rm(path);
        await route.continue();
        await form.getByRole('alert').getByText('دیگر روی دستگاه خوانده نمی‌شود').waitFor();
        assert.equal(await form.getByRole('button', { name: /^دوباره فرستادن/ }).count(), 0);
        await chooseFiles(form, 'سند', pdf());
        await arrived(form);
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says at once that something on the way does not let it through, and is not left behind', async () => {
    await visit(async (form, page) => {
      await page.route(uploads, answer(413), { times: 1 });
      await chooseFiles(form, 'سند', pdf());
      await form.getByRole('alert').getByText('فایل نرسید. دوباره بفرستید.').waitFor();
      // Nothing is sent without it behind the person's back.
      await form.getByLabel('نام', { exact: true }).fill('شهروند نمونه');
      await form.getByLabel('تلفن همراه').fill('09123450051');
      await form.getByRole('button', { name: 'ادامه', exact: true }).click();
      await form.getByRole('button', { name: 'فرستادن درخواست' }).click();
      await form.getByRole('alert').getByText('فایلی هنوز نرسیده است').waitFor();
      await form.getByRole('button', { name: 'بازگشت' }).click();
      await form.getByRole('button', { name: 'دوباره فرستادن سند.pdf' }).click();
      await arrived(form);
    });
  });
});
