import { waitUntil } from '@open-wc/testing';
import { faultyFetch, heldFetch, inbox, oneTimeCode, provingUrl, restoreFetch, shiftClock, watchFetch } from '../../support/browser.ts';
import { everyDraft, expect, fillMeeting, forgetDrafts, offeringId, openForm, receiptCode, services, type FormDriver } from './driver.ts';

const title = 'یک گام مانده: کد پیامکی';
/** A number that no other test writes to, in this run or in another. */
let last = Math.floor(Math.random() * 9_000_000);
const freshMobile = () => `0913${String(++last).padStart(7, '0')}`;
const persian = (text: string) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!);
/** A number as people read it. */
const asRead = (mobile: string) => persian(mobile).replace(/^(.{4})(.{3})/, '$1 $2 ');
const wrongFor = (otp: string) => String((Number(otp) + 1) % 1_000_000).padStart(6, '0');

const open = async (attributes: { lang?: string; drafts?: 'on' | 'off' } = {}) => openForm(await offeringId(services.meeting), { ...attributes, gateway: provingUrl });
const waitsForCode = (form: FormDriver) => form.until(() => form.heading === title, `the code is not asked for, «${form.heading}» stands`);

/** Filled in and sent, up to the code. */
async function accepted(mobile: string, attributes: { drafts?: 'on' | 'off' } = {}): Promise<FormDriver> {
  const form = await open(attributes);
  await fillMeeting(form, mobile);
  await form.press('فرستادن درخواست');
  await waitsForCode(form);
  await form.until(() => form.focused?.id === 'heading', 'the focus is not on the heading');
  return form;
}
const give = async (form: FormDriver, code: string) => {
  await form.type('کد پیامکی', code);
  await form.press('ثبت درخواست');
};
/** Messages that say a request is filed. */
const filings = async (mobile: string) => (await inbox(mobile)).filter(({ text }) => text.includes('درخواست شما ثبت شد'));

describe('request-form: the code of the mobile', function () {
  // Each walks through a whole form.
  this.timeout(60_000);

  beforeEach(forgetDrafts);

  it('is asked for in place after the request is accepted, and files it', async () => {
    const mobile = freshMobile();
    const form = await accepted(mobile);
    expect(form.code).to.equal('');
    expect(form.text).to.contain('هنوز ثبت نشده است').and.to.contain(asRead(mobile)).and.to.contain('پاک می‌شود');
    expect((await filings(mobile)).length).to.equal(0);
    await expect(form.element).to.be.accessible();
    form.element.lang = 'en';
    await form.until(() => form.text.includes('it is not filed yet'), 'it is not in English');
    await expect(form.element).to.be.accessible();
    form.element.lang = 'fa';
    await waitsForCode(form);

    await give(form, await oneTimeCode(mobile));
    expect(await receiptCode(form)).to.match(/^\d{16}$/);
    await form.until(() => form.focused?.id === 'heading' && form.heading !== title, 'the focus is not on the receipt');
    expect((await filings(mobile)).length).to.equal(1);
  });

  it('is typed in any digits, pasted with the message around it, and offered by the phone', async () => {
    const mobile = freshMobile();
    const form = await accepted(mobile);
    const field = form.control('کد پیامکی');
    expect([field.autocomplete, field.inputMode, field.dir, field.maxLength]).to.deep.equal(['one-time-code', 'numeric', 'ltr', -1]);
    const [message] = await inbox(mobile);
    await form.type('کد پیامکی', persian(message!.text));
    expect(form.control('کد پیامکی').value).to.equal(await oneTimeCode(mobile));
    await form.type('کد پیامکی', persian(await oneTimeCode(mobile)).replace(/^(...)/, '$1 '));
    await form.press('ثبت درخواست');
    await receiptCode(form);
  });

  it('says what is wrong with it, and how many tries are left', async () => {
    const mobile = freshMobile();
    const form = await accepted(mobile);
    await form.press('ثبت درخواست');
    await form.until(() => form.problem('کد پیامکی').includes('کدی را که پیامک شد بنویسید'), 'empty is not told');
    await form.until(() => form.focused?.id === 'prove-code', 'the focus is not on the field');
    await give(form, '۱۲۳');
    await form.until(() => form.problem('کد پیامکی').includes('شش رقم'), 'too short is not told');
    const otp = await oneTimeCode(mobile);
    for (const left of ['۴', '۳', '۲', '۱']) {
      await give(form, wrongFor(otp));
      await form.until(() => form.problem('کد پیامکی').includes(`${left} بار دیگر`), `it does not say that ${left} are left: ${form.problem('کد پیامکی')}`);
    }
    await expect(form.element).to.be.accessible();
    await give(form, wrongFor(otp));
    await form.until(() => form.problem('کد پیامکی').includes('کد تازه بگیرید'), 'it does not say that another is needed');
  });

  it('can be sent again after a pause whose rest is shown; the gateway has the last word', async () => {
    const form = await accepted(freshMobile());
    const wait = () => [...form.root.querySelectorAll('button')].find(({ textContent }) => /کد تازه/.test(textContent))!;
    expect(wait().textContent).to.match(/کد تازه تا\s+[۰-۹]:[۰-۹]{2}\s+دیگر/);
    expect(wait().getAttribute('aria-disabled')).to.equal('true');
    const seen = watchFetch();
    wait().click();
    await form.settled();
    expect(seen(/\/code$/)).to.deep.equal([]);
    // This device believes that the minute is over; the gateway says how much of it is left.
    shiftClock(61_000);
    form.element.requestUpdate();
    await form.settled();
    await form.press('کد تازه بفرستید');
    await form.until(() => /کد تازه تا\s+[۰-۹]:[۰-۹]{2}\s+دیگر/.test(wait().textContent), 'the rest is not shown');
    expect(seen(/\/code$/).length).to.equal(1);
  });

  it('goes to another number when the first was mistyped, with all else as it was', async () => {
    const [mistyped, right] = [freshMobile(), freshMobile()];
    const form = await accepted(mistyped);
    await form.press('شماره درست نیست؟ عوضش کنید');
    await form.until(() => form.focused?.id === 'f-mobile', 'the focus is not on the number');
    expect(form.control('نام و نام خانوادگی').value).to.equal('آزمون آزمونی');
    await form.type('تلفن همراه', right);
    await form.press('ذخیره و بازبینی');
    await form.until(() => form.heading === 'بازبینی', 'the review did not come');
    await form.press('فرستادن درخواست');
    await waitsForCode(form);
    await form.until(() => form.text.includes(asRead(right)), 'the new number does not stand there');
    await give(form, await oneTimeCode(right));
    await receiptCode(form);
    expect([(await filings(mistyped)).length, (await filings(right)).length]).to.deep.equal([0, 1]);
  });

  it('is asked for again when the page was left in between, and nothing of it lies on the device', async () => {
    const mobile = freshMobile();
    const first = await accepted(mobile);
    const drafts = await everyDraft();
    const name = (JSON.stringify(await (await fetch(`${provingUrl}/v1/requests`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': drafts[0]!.content.attempt!.key },
      body: JSON.stringify(drafts[0]!.content.attempt!.body),
    })).json()).match(/"accepted":"([^"]+)"/))![1]!;
    const otp = await oneTimeCode(mobile);
    expect(JSON.stringify(drafts)).not.to.contain(name).and.not.to.contain(otp);
    first.element.remove();

    const later = await open();
    await waitsForCode(later);
    expect((await inbox(mobile)).length, 'coming back sends no message').to.equal(1);
    await give(later, otp);
    await receiptCode(later);
    later.element.remove();
    expect((await open()).control('نام و نام خانوادگی').value).to.equal('');
  });

  it('is spoken of in other forms of the gateway as long as it is waited for', async () => {
    const form = await accepted(freshMobile());
    form.element.remove();
    const other = await openForm(await offeringId(services.water), { gateway: provingUrl });
    await other.until(() => other.text.includes('منتظر کد پیامکی است'), 'nothing is said');
    await expect(other.element).to.be.accessible();
  });

  it('is still asked for where the clock of the device ran a day ahead meanwhile', async () => {
    const mobile = freshMobile();
    const form = await accepted(mobile);
    form.element.remove();
    shiftClock(25 * 3_600_000);
    const later = await open();
    await waitsForCode(later);
    await give(later, await oneTimeCode(mobile));
    await receiptCode(later);
  });

  it('says when it came too late and the request was erased, with all that was written', async () => {
    const form = await accepted(freshMobile());
    form.element.remove();
    // The gateway's clock counts, not this device's: what lies here is made a day and an hour older.
    await everyDraft((draft) => {
      draft.content.attempt!.proveUntil! -= 25 * 3_600_000;
    });
    const later = await open();
    expect(later.text).to.contain('میز خدمت آن را پاک کرد');
    expect(later.heading).to.equal('بازبینی');
    expect(later.text).to.contain('آزمون آزمونی');
  });

  it('waits for the line before the request is accepted, and is asked for when it has gone by itself', async () => {
    const mobile = freshMobile();
    const form = await open();
    await fillMeeting(form, mobile);
    faultyFetch(/\/v1\/requests$/, 'offline');
    await form.press('فرستادن درخواست');
    await form.until(() => form.text.includes('خودش فرستاده می‌شود'), 'nothing was said');
    restoreFetch();
    dispatchEvent(new Event('online'));
    await waitsForCode(form);
    await give(form, await oneTimeCode(mobile));
    await receiptCode(form);
  });

  for (const fault of ['offline', 'answerLost', 'malformed', '503'] as const) {
    it(`is given again by itself when its line is bad (${fault}), and files once`, async () => {
      const mobile = freshMobile();
      const form = await accepted(mobile);
      faultyFetch(/\/(proof|requests)$/, fault);
      await give(form, await oneTimeCode(mobile));
      await waitUntil(() => form.text.includes('به میز خدمت نرسیدیم'), 'nothing was said', { timeout: 15_000 });
      await expect(form.element).to.be.accessible();
      restoreFetch();
      dispatchEvent(new Event('online'));
      await receiptCode(form);
      expect((await filings(mobile)).length).to.equal(1);
    });
  }

  it('files once when the button is pressed twice', async () => {
    const mobile = freshMobile();
    const form = await accepted(mobile);
    const seen = watchFetch();
    const letGo = heldFetch(/\/proof$/);
    await form.type('کد پیامکی', await oneTimeCode(mobile));
    form.button('ثبت درخواست').click();
    form.root.querySelector('form')!.requestSubmit();
    letGo();
    await receiptCode(form);
    expect(seen(/\/proof$/).length).to.equal(1);
  });

  it('is not asked for again of a number that was proven a moment ago', async () => {
    const mobile = freshMobile();
    const form = await accepted(mobile);
    await give(form, await oneTimeCode(mobile));
    const first = await receiptCode(form);
    await form.press('درخواست دیگری بنویسید');
    await form.ready();
    await form.until(() => form.has('نام و نام خانوادگی'), 'the form did not come');
    await fillMeeting(form, mobile);
    await form.press('فرستادن درخواست');
    expect(await receiptCode(form)).not.to.equal(first);
  });

  it('asks the person to stay where nothing is kept', async () => {
    const mobile = freshMobile();
    const form = await accepted(mobile, { drafts: 'off' });
    expect(form.text).to.contain('تا ثبت شدن، این صفحه را نبندید');
    await give(form, await oneTimeCode(mobile));
    await receiptCode(form);
  });
});
