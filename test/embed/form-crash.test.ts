import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page, Route } from 'playwright-core';
import { fillPerson, openFormDesk, type FormDesk } from '../support/form-desk.ts';
import { chooseFiles } from '../support/form-page.ts';
import { testNow } from '../support/gateway.ts';
import { newestOtp } from '../support/one-time-code.ts';

const long = `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${' '.repeat(600_000)}trailer<</Root 1 0 R>>\n%%EOF\n`;

/** Phones end the tab that is not looked at, browsers fall over: without a word to the page. */
describe('request-form whose tab is killed', () => {
  let desk: FormDesk['desk'];
  let at: FormDesk['at'];
  let close: FormDesk['close'] | undefined;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mizban-file-'));
    ({ desk, at, close } = await openFormDesk({ id: 'paper', type: 'file', label: { fa: 'سند' }, required: false, accept: ['application/pdf'] }));
  });
  after(async () => {
    await close?.();
    await rm(folder, { recursive: true });
  });

  const visit = (work: (form: Locator, page: Page) => Promise<void>) => at.visit(work, { now: testNow });
  /** Kills the process of the tab, and opens the form in another one. */
  async function killed(page: Page): Promise<Locator> {
    const crashed = page.waitForEvent('crash');
    const session = await page.context().newCDPSession(page);
    // Nobody is left to answer.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    const next = await page.context().newPage();
    next.setDefaultTimeout(60_000);
    await next.goto(at.url);
    return next.locator('request-form');
  }
  const next = (form: Locator) => form.getByRole('button', { name: 'ادامه', exact: true }).click();
  const send = (form: Locator) => form.getByRole('button', { name: 'فرستادن درخواست' }).click();
  async function codeOf(form: Locator): Promise<string> {
    await form.getByRole('heading', { name: /پاسخ می‌گیرید/ }).waitFor();
    const code = (await form.locator('.tracking').innerText()).replace(/\D/g, '');
    assert.match(code, /^\d{16}$/);
    return code;
  }
  const requests = async () => (await desk.db.selectFrom('request').select('id').execute()).map(({ id }) => id);
  /** What is filed meanwhile: once, and under the code that is shown. */
  async function filesOnce(work: () => Promise<string>): Promise<void> {
    const before = await requests();
    const id = await desk.idOf(await work(), '');
    assert.deepEqual((await requests()).filter((each) => !before.includes(each)), [id]);
  }
  /** The first call of this kind, which gets no answer. `heard`: the gateway hears it. */
  const unanswered = (page: Page, path: RegExp, heard: boolean, nth = 1): Promise<void> => new Promise((resolve, reject) => {
    let met = 0;
    const hold = async (route: Route): Promise<void> => {
      if (['POST', 'PATCH'].includes(route.request().method()) && ++met === nth) {
        if (heard) assert.ok((await route.fetch()).ok());
        return resolve();
      }
      await route.continue();
    };
    void page.route(path, (route) => hold(route).catch(reject));
  });

  it('keeps what was written', async () => {
    await visit(async (form, page) => {
      await fillPerson(form, '09123450031');
      await form.getByText('روی این دستگاه نگه داشته شد').waitFor();
      const again = await killed(page);
      await again.getByText('نوشته‌های پیشین شما برگشت').waitFor();
      assert.equal(await again.getByLabel('نام', { exact: true }).inputValue(), 'شهروند نمونه');
      assert.equal(await again.getByLabel('تلفن همراه').inputValue(), '09123450031');
    });
  });

  it('goes on with a file where it had stopped', async () => {
    await visit(async (form, page) => {
      await fillPerson(form, '09123450032');
      // On a disk: the same file is known again by when it was written.
      const path = join(folder, 'سند.pdf');
      await writeFile(path, long);
      // The first call begins it, the second and the third bring a part each.
      const stopped = unanswered(page, /\/v1\/uploads/, false, 3);
      await chooseFiles(form, 'سند', path);
      await stopped;
      const again = await killed(page);
      await again.getByText('تا نیمه رسیده است').waitFor();
      const offset = again.page().waitForRequest((request) => request.method() === 'PATCH');
      await chooseFiles(again, 'سند', path);
      assert.equal((await offset).headers()['upload-offset'], '262144');
      await again.getByText('رسید', { exact: true }).waitFor();
    });
  });

  for (const heard of [false, true]) {
    it(`files once, and shows the code, when it happens ${heard ? 'after the gateway has filed' : 'before the gateway hears'}`, async () => {
      await visit(async (form, page) => {
        await fillPerson(form, heard ? '09123450033' : '09123450034');
        await next(form);
        await filesOnce(async () => {
          const sent = unanswered(page, /\/v1\/requests$/, heard);
          await send(form);
          await sent;
          return codeOf(await killed(page));
        });
      });
    });
  }

  describe('where the mobile number has to be proven', () => {
    before(() => { desk.ports.settings.mobileProof = 'required'; });
    after(() => { desk.ports.settings.mobileProof = 'off'; });

    const mobiles = { accepting: '09123450035', writing: '09123450036', proving: '09123450037' };
    const otpOf = async (mobile: string): Promise<string> => {
      const { messages } = (await (await desk.fetch(`/dev/inbox.json?to=${mobile}`)).json()) as { messages: { text: string }[] };
      return newestOtp(messages)!;
    };
    const writeCode = async (form: Locator, mobile: string) => form.getByRole('textbox', { name: 'کد پیامکی' }).fill(await otpOf(mobile));
    const asked = (form: Locator) => form.getByRole('heading', { name: 'یک گام مانده: کد پیامکی' }).waitFor();

    for (const [moment, mobile] of Object.entries(mobiles)) {
      it(`files once, and shows the code, when it happens while ${{ accepting: 'it is accepted', writing: 'the code is looked for', proving: 'the code is on its way' }[moment]}`, async () => {
        await visit(async (form, page) => {
          await fillPerson(form, mobile);
          await next(form);
          await filesOnce(async () => {
            const accepted = moment === 'accepting' && unanswered(page, /\/v1\/requests$/, true);
            await send(form);
            if (accepted) await accepted;
            else await asked(form);
            if (moment === 'proving') {
              const proven = unanswered(page, /\/proof$/, true);
              await writeCode(form, mobile);
              await form.getByRole('button', { name: 'ثبت درخواست' }).click();
              await proven;
            }
            const again = await killed(page);
            if (moment !== 'proving') {
              await asked(again);
              await writeCode(again, mobile);
              await again.getByRole('button', { name: 'ثبت درخواست' }).click();
            }
            return codeOf(again);
          });
        });
      });
    }
  });
});
