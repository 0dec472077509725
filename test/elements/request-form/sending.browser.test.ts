import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { waitUntil } from '@open-wc/testing';
import { formatTime } from '../../../src/i18n/formats.ts';
import { faultyFetch, inbox, restoreFetch, shiftClock, watchFetch } from '../../support/browser.ts';
import { expect, fillMeeting, forgetDrafts, offeringId, openForm, receiptCode, services, type FormDriver } from './driver.ts';

const posts = (seen: ReturnType<typeof watchFetch>) => seen(/\/v1\/requests$/).filter(({ method }) => method === 'POST');
const send = (form: FormDriver) => form.press('فرستادن درخواست');

/** A mobile number that no other test writes to. */
let last = 0;
const freshMobile = () => `0912777${String(1000 + ++last).slice(-4)}`;

describe('request-form: sending', () => {
  beforeEach(forgetDrafts);

  it('shows the receipt: code, due day in words, how it was counted, where the case is', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    await send(form);
    const code = await receiptCode(form);
    expect(form.heading).to.match(/^تا \S+ \S+ \S+ پاسخ می‌گیرید$/);
    expect(form.text).to.contain('درخواست شما ثبت شد').and.to.contain('ثبت شد.').and.to.contain('پرونده کجاست');
    const bdi = form.root.querySelector('.tracking bdi')!;
    expect(bdi.textContent).to.equal(code.replace(/(\d{4})(?=\d)/g, '$1 '));
    expect([bdi.getAttribute('dir'), bdi.getAttribute('translate')]).to.deep.equal(['ltr', 'no']);
    await form.until(() => form.focused?.id === 'heading', 'the focus is not on the heading');
    expect(form.root.querySelector('svg[role="img"]')!.getAttribute('aria-label')).to.contain('رمزینه');
  });

  it('copies the code, also where the clipboard is closed', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    await send(form);
    await receiptCode(form);
    await form.press('کپی کد');
    await form.until(() => /کپی شد|خودتان کپی کنید/.test(form.text), 'nothing was said about the copy');
  });

  it('files once when the button is pressed twice', async () => {
    const form = await openForm(await offeringId(services.meeting));
    const mobile = freshMobile();
    await fillMeeting(form, mobile);
    const seen = watchFetch();
    const button = form.button('فرستادن درخواست');
    button.click();
    button.click();
    form.root.querySelector('form')!.requestSubmit();
    await receiptCode(form);
    expect(posts(seen).length).to.equal(1);
  });

  it('waits while the line is down, and goes by itself when it is back, with the same key', async function () {
    this.timeout(20_000);
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    const seen = watchFetch();
    faultyFetch(/\/v1\/requests$/, 'offline');
    await send(form);
    await form.until(() => form.text.includes('خودش فرستاده می‌شود'), 'nothing was said');
    expect(form.text).to.contain('به میز خدمت وصل نشدیم').and.to.contain('چیزی از دست نرفته');
    await form.until(() => form.focused?.id === 'failure', 'the focus is not on the message');
    await expect(form.element).to.be.accessible();
    const keys = posts(seen).map(({ headers }) => headers.get('idempotency-key'));
    restoreFetch();
    const again = watchFetch();
    dispatchEvent(new Event('online'));
    await receiptCode(form);
    keys.push(...posts(again).map(({ headers }) => headers.get('idempotency-key')));
    expect(new Set(keys).size).to.equal(1);
  });

  it('goes by itself when the clock of the device was set a year ahead meanwhile', async function () {
    this.timeout(20_000);
    const service = await offeringId(services.meeting);
    const form = await openForm(service);
    await fillMeeting(form, freshMobile());
    faultyFetch(/\/v1\/requests$/, 'offline');
    await send(form);
    await form.until(() => form.text.includes('خودش فرستاده می‌شود'), 'it does not wait');
    form.element.remove();
    shiftClock(365 * 24 * 3_600_000);
    restoreFetch();
    await receiptCode(await openForm(service));
  });

  it('goes no more by itself when told so, nor after something was changed', async function () {
    this.timeout(20_000);
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    faultyFetch(/\/v1\/requests$/, 'offline');
    await send(form);
    await form.until(() => form.text.includes('خودش فرستاده می‌شود'), 'nothing was said');
    await form.press('فعلاً نفرستید');
    expect(form.text).not.to.contain('خودش فرستاده می‌شود');
    await form.until(() => form.focused?.id === 'heading', 'the focus is lost');
    restoreFetch();
    const seen = watchFetch();
    dispatchEvent(new Event('online'));
    await form.settled();
    expect(posts(seen)).to.deep.equal([]);
  });

  /** What the phone was told, digits only. */
  const told = async (mobile: string) => (await inbox(mobile)).map(({ text }) => text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/[\s-]/g, ''));

  it('gets the same request by itself when the answer was lost and the page was opened again', async function () {
    this.timeout(20_000);
    const service = await offeringId(services.meeting);
    const mobile = freshMobile();
    const form = await openForm(service);
    await fillMeeting(form, mobile);
    faultyFetch(/\/v1\/requests$/, 'answerLost');
    await send(form);
    await form.until(() => form.text.includes('به میز خدمت وصل نشدیم'), 'nothing was said');
    form.element.remove();

    const later = await openForm(service);
    expect(later.heading).to.equal('بازبینی');
    expect(later.text).to.contain('دو بار ثبت نمی‌شود');
    restoreFetch();
    dispatchEvent(new Event('online'));
    const code = await receiptCode(later);
    await waitUntil(async () => (await told(mobile)).length > 0, 'no message came', { timeout: 8000 });
    const all = await told(mobile);
    expect(all.length, all.join(' | ')).to.equal(1);
    expect(all[0]).to.contain(code);
  });

  it('gets the request that was filed when the answer was lost and something was changed after it', async function () {
    this.timeout(20_000);
    const mobile = freshMobile();
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form, mobile);
    faultyFetch(/\/v1\/requests$/, 'answerLost');
    await send(form);
    await form.until(() => form.text.includes('به میز خدمت وصل نشدیم'), 'nothing was said');
    restoreFetch();
    await form.press('بازگشت');
    await form.type('موضوع درخواست', 'درباره پل روستا که از بهار پیش خراب مانده است.');
    await form.next('بازبینی');
    await send(form);
    const code = await receiptCode(form);
    await waitUntil(async () => (await told(mobile)).length > 0, 'no message came', { timeout: 8000 });
    const all = await told(mobile);
    expect(all.length, all.join(' | ')).to.equal(1);
    expect(all[0]).to.contain(code);
  });

  it('is sent from the form of another service when that is opened first', async function () {
    this.timeout(20_000);
    const mobile = freshMobile();
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form, mobile);
    faultyFetch(/\/v1\/requests$/, 'offline');
    await send(form);
    await form.until(() => form.text.includes('خودش فرستاده می‌شود'), 'nothing was said');
    form.element.remove();
    restoreFetch();

    const other = await openForm(await offeringId(services.complaint));
    await other.until(() => other.text.includes('که منتظر مانده بود ثبت شد'), 'it was not sent');
    const code = other.root.querySelector('.told bdi')!.textContent!.replace(/\D/g, '');
    await waitUntil(async () => (await told(mobile)).some((text) => text.includes(code)), 'no message came', { timeout: 8000 });
    await expect(other.element).to.be.accessible();
    expect((await openForm(await offeringId(services.meeting))).control('نام و نام خانوادگی').value).to.equal('');
  });

  it('is filed once when two tabs send the same draft at once', async function () {
    this.timeout(20_000);
    const service = await offeringId(services.meeting);
    const mobile = freshMobile();
    const first = await openForm(service);
    await fillMeeting(first, mobile);
    dispatchEvent(new Event('pagehide'));
    await first.until(() => first.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept');
    const second = await openForm(service);
    expect(second.heading).to.equal('بازبینی');
    await Promise.all([send(first), send(second)]);
    await waitUntil(() => [first, second].some(({ code }) => /^\d{16}$/.test(code)), 'no receipt came', { timeout: 8000 });
    await waitUntil(() => [first, second].some(({ text }) => text.includes('در برگه دیگری فرستاده شد')), 'the other tab says nothing', { timeout: 8000 });
    await waitUntil(async () => (await told(mobile)).length > 0, 'no message came', { timeout: 8000 });
    expect((await told(mobile)).length).to.equal(1);
  });

  it('does the work that a busy gateway asks for, without a word from the person', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    const challenge = await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost: 10, counter: 5, deriveKey });
    watchFetch();
    const through = globalThis.fetch;
    const brought: (string | null)[] = [];
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== 'POST' || !/\/v1\/requests$/.test(request.url)) return through(input, init);
      const header = request.headers.get('altcha');
      brought.push(header && (JSON.parse(atob(header)) as { solution: { derivedKey: string } }).solution.derivedKey.slice(0, 32));
      if (header) return through(input, init);
      const problem = { type: 'urn:mizban:problem:work.needed', title: 'work', status: 428, code: 'work.needed', challenge };
      return new Response(JSON.stringify(problem), { status: 428, headers: { 'content-type': 'application/problem+json' } });
    };
    await send(form);
    await receiptCode(form);
    expect(brought).to.deep.equal([null, challenge.parameters.keyPrefix]);
  });

  it('says when it goes by itself where the work cannot be done, as on a page without https', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    watchFetch();
    const through = globalThis.fetch;
    let asked = 0;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== 'POST' || !/\/v1\/requests$/.test(request.url)) return through(input, init);
      asked++;
      const problem = { type: 'urn:mizban:problem:work.needed', title: 'work', status: 428, code: 'work.needed', challenge: {}, retryAfter: 420 };
      return new Response(JSON.stringify(problem), { status: 428, headers: { 'content-type': 'application/problem+json' } });
    };
    /** The minutes in which seven more are over, for a try between then and now. */
    const inSeven = (from: number) => [from, Date.now()].map((at) => formatTime('fa', new Date(Math.ceil((at + 420_000) / 60_000) * 60_000)));
    const told = () => /ساعت (\S+) خودش فرستاده می‌شود/.exec(form.text)?.[1];
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      const pressed = Date.now();
      await send(form);
      await form.until(told, 'it is not said when');
      expect(inSeven(pressed)).to.include(told());
      expect(form.text).to.contain('نوشته‌هایتان روی همین دستگاه مانده است');
      await expect(form.element).to.be.accessible();
      // Not before: each try would count against everybody at this address.
      dispatchEvent(new Event('online'));
      await form.settled();
      expect(asked).to.equal(1);
      const first = told();
      shiftClock(421_000);
      const again = Date.now();
      dispatchEvent(new Event('online'));
      await form.until(() => told() !== first, 'the time of the next try is not said');
      expect(inSeven(again)).to.include(told());
    } finally {
      delete (crypto as { subtle?: unknown }).subtle;
    }
    globalThis.fetch = through;
    shiftClock(421_000);
    dispatchEvent(new Event('online'));
    await receiptCode(form);
  });

  it('says what to do when an answer cannot be read', async function () {
    this.timeout(20_000);
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    faultyFetch(/\/v1\/requests$/, 'malformed');
    await send(form);
    await form.until(() => form.text.includes('پاسخ میز خدمت خوانده نشد'), 'nothing was said');
    restoreFetch();
    dispatchEvent(new Event('online'));
    await receiptCode(form);
  });

  it('is there again after a reload, with its code, until another one is begun', async () => {
    const service = await offeringId(services.meeting);
    const form = await openForm(service);
    await fillMeeting(form, freshMobile());
    await send(form);
    const code = await receiptCode(form);
    form.element.remove();
    const again = await openForm(service, { reload: true });
    expect(await receiptCode(again)).to.equal(code);
    await expect(again.element).to.be.accessible();
    await again.press('درخواست دیگری بنویسید');
    await again.ready();
    await again.until(() => again.has('نام و نام خانوادگی'), 'the form did not come');
    again.element.remove();
    const other = await openForm(service, { reload: true });
    expect(other.control('نام و نام خانوادگی').value).to.equal('');
    expect(other.text).not.to.contain(code);
  });

  it('leaves no code in the tab with drafts="off"', async () => {
    const form = await openForm(await offeringId(services.meeting), { drafts: 'off' });
    await fillMeeting(form, freshMobile());
    await send(form);
    const code = await receiptCode(form);
    expect(JSON.stringify([history.state, { ...sessionStorage }])).not.to.contain(code);
  });

  it('starts another request with an empty form', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    await send(form);
    await receiptCode(form);
    await form.press('درخواست دیگری بنویسید');
    await form.ready();
    await form.until(() => form.has('نام و نام خانوادگی'), 'the form did not come');
    expect(form.control('نام و نام خانوادگی').value).to.equal('');
  });
});
