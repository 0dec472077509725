import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { fillPerson, openFormDesk, type FormDesk } from '../support/form-desk.ts';
import { chooseFiles } from '../support/form-page.ts';
import { testNow } from '../support/gateway.ts';
import { newestOtp } from '../support/one-time-code.ts';

const paper = { name: 'سند.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n${' '.repeat(300_000)}trailer<</Root 1 0 R>>\n%%EOF\n`) };

/** One way from the first field to the code; the line is cut at each of its steps in turn. When it is back the form goes on by itself. */
describe('request-form whose line is cut at a step of the way', () => {
  let desk: FormDesk['desk'];
  let at: FormDesk['at'];
  let close: FormDesk['close'] | undefined;

  before(async () => {
    ({ desk, at, close } = await openFormDesk({ id: 'paper', type: 'file', label: { fa: 'سند' }, required: true, accept: ['application/pdf'] }, { mobileProof: 'required' }));
  });
  after(async () => {
    await close?.();
  });

  const otpOf = async (mobile: string): Promise<string> => newestOtp(await desk.inbox(mobile))!;

  interface Step {
    name: string;
    act(form: Locator, mobile: string): Promise<unknown>;
    /** What is said while the line is away. */
    told?: RegExp;
    /** What stands there when it is done. */
    done(form: Locator): Locator;
  }
  const way: Step[] = [
    {
      name: 'while somebody writes', done: (form) => form.getByText('روی این دستگاه نگه داشته شد'),
      act: fillPerson,
    },
    { name: 'while a file is sent', act: (form) => chooseFiles(form, 'سند', paper), told: /دوباره تلاش می‌شود/, done: (form) => form.getByText('رسید', { exact: true }) },
    { name: 'on the way to the review', act: (form) => form.getByRole('button', { name: 'ادامه', exact: true }).click(), done: (form) => form.getByRole('button', { name: 'فرستادن درخواست' }) },
    { name: 'while it is sent', act: (form) => form.getByRole('button', { name: 'فرستادن درخواست' }).click(), told: /همین که وصل شویم خودش فرستاده/, done: (form) => form.getByRole('heading', { name: 'یک گام مانده: کد پیامکی' }) },
    {
      name: 'while the number is proven', told: /همین که وصل شویم/, done: (form) => form.getByRole('heading', { name: /پاسخ می‌گیرید/ }),
      async act(form, mobile) {
        await form.getByRole('textbox', { name: 'کد پیامکی' }).fill(await otpOf(mobile));
        await form.getByRole('button', { name: 'ثبت درخواست' }).click();
      },
    },
  ];

  way.forEach(({ name }, cut) => {
    it(`${name}: says so, loses nothing, and files once`, async () => {
      const mobile = `0912345006${cut}`;
      await at.visit(async (form, page) => {
        await form.getByLabel('نام', { exact: true }).waitFor();
        for (const [index, step] of way.entries()) {
          const line = page.context();
          if (index === cut) await line.setOffline(true);
          await step.act(form, mobile);
          if (index === cut) {
            if (step.told) await form.getByText(step.told).first().waitFor();
            await line.setOffline(false);
          }
          await step.done(form).waitFor();
        }
        const code = (await form.locator('.tracking').innerText()).replace(/\D/g, '');
        assert.equal((await desk.status(code)).state, 'submitted');
      }, { now: testNow });
      const filed = (await desk.inbox(mobile)).filter(({ text }) => /\d{4}-\d{4}-\d{4}-\d{4}/.test(text));
      assert.equal(filed.length, 1, 'one code, told once');
    });
  });
});
