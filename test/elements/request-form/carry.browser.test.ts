import { waitUntil } from '@open-wc/testing';
import { faultyFetch, inbox } from '../../support/browser.ts';
import { expect, forgetDrafts, offeringId, openForm, services, type FormDriver } from './driver.ts';

/** A number that no other test writes to. */
let last = 0;
const freshMobile = () => `0912778${String(1000 + ++last).slice(-4)}`;

async function codeTo(mobile: string): Promise<string> {
  let code: string | undefined;
  await waitUntil(async () => (code = (await inbox(mobile)).map(({ text }) => /(?<!\d)\d{8}(?!\d)/.exec(text)?.[0]).find(Boolean)), 'no code came', { timeout: 8000 });
  return code!;
}

describe('request-form: going on on another device', () => {
  beforeEach(async () => {
    await forgetDrafts();
    sessionStorage.clear();
  });

  async function written(mobile: string): Promise<FormDriver> {
    const form = await openForm(await offeringId(services.meeting));
    await form.type('نام و نام خانوادگی', 'آزمون آزمونی');
    await form.type('تلفن همراه', mobile);
    await form.until(() => form.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept');
    await form.press('چگونه؟');
    await form.until(() => form.text.includes('نوشته‌های شما کجا می‌ماند'), 'the note did not come');
    await form.press('در دستگاه دیگری ادامه دهید');
    return form;
  }

  it('brings what was written over by the code that the phone gets', async () => {
    const mobile = freshMobile();
    const here = await written(mobile);
    expect(here.control('شماره تلفن همراه').value).to.equal(mobile);
    await expect(here.element).to.be.accessible();
    await here.press('کد بفرستید');
    await here.until(() => here.text.includes('کدی به این شماره پیامک می‌شود'), 'nothing was said');
    const code = await codeTo(mobile);
    here.element.remove();
    await forgetDrafts();

    const there = await openForm(await offeringId(services.meeting));
    await there.press('از دستگاه دیگری ادامه می‌دهید؟');
    await there.until(() => there.focused?.id === 'carry', 'the way in did not open');
    expect(there.control('کد هشت‌رقمی').autocomplete).to.equal('one-time-code');
    await expect(there.element).to.be.accessible();
    await there.type('شماره تلفن همراه', mobile);
    await there.type('کد هشت‌رقمی', '۱۲۳');
    await there.press('نوشته‌ها را بیاورید');
    await there.until(() => there.text.includes('هشت رقم دارد'), 'the short code is not told');
    await there.type('کد هشت‌رقمی', code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!));
    await there.press('نوشته‌ها را بیاورید');
    await there.until(() => there.control('نام و نام خانوادگی').value === 'آزمون آزمونی', 'it did not come');
    expect(there.text).to.contain('نوشته‌های پیشین شما برگشت');
    await there.until(() => there.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept here');
  });

  it('says when a code is wrong, a number is none, and the line is down', async function () {
    this.timeout(20_000);
    const form = await openForm(await offeringId(services.meeting));
    await form.press('از دستگاه دیگری ادامه می‌دهید؟');
    await form.until(() => form.focused?.id === 'carry', 'the way in did not open');
    await form.type('شماره تلفن همراه', '۰۲۱');
    await form.press('نوشته‌ها را بیاورید');
    await form.until(() => form.text.includes('با ۰۹ و یازده رقم'), 'the number is not told');
    await form.type('شماره تلفن همراه', freshMobile());
    await form.type('کد هشت‌رقمی', '12345678');
    await form.press('نوشته‌ها را بیاورید');
    await form.until(() => form.text.includes('این کد درست نیست'), 'the wrong code is not told');
    faultyFetch(/\/v1\/drafts/, 'offline');
    await form.press('نوشته‌ها را بیاورید');
    await form.until(() => form.text.includes('به میز خدمت نرسیدیم'), 'the line is not told');
    await expect(form.element).to.be.accessible();
  });
});
