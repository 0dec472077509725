import { fixture, html, waitUntil } from '@open-wc/testing';
import type { ComplaintForm } from '../../../src/elements/complaint-form/complaint-form.ts';
import '../../../src/elements/complaint-form/complaint-form.define.ts';
import type { RequestForm } from '../../../src/elements/request-form/request-form.ts';
import { formatTime } from '../../../src/i18n/formats.ts';
import { faultyFetch, gatewayUrl, inbox, oneTimeCode, provingUrl, restoreFetch, shiftClock, watchFetch } from '../../support/browser.ts';
import { expect, fillMeeting, forgetDrafts, FormDriver, offeringId, openForm, receiptCode, services } from './driver.ts';

let last = Math.floor(Math.random() * 900_000);
const freshMobile = () => `09147${String(++last).padStart(6, '0')}`;
const filings = async (mobile: string) => (await inbox(mobile)).filter(({ text }) => text.includes('ثبت شد'));
const sent = 'که منتظر مانده بود ثبت شد';
/** The request that waits on the device and no page has open. */
async function leftWaiting(mobile: string, gateway = gatewayUrl): Promise<void> {
  const form = await openForm(await offeringId(services.meeting), { gateway });
  await fillMeeting(form, mobile);
  faultyFetch(/\/v1\/requests$/, 'offline');
  await form.press('فرستادن درخواست');
  await form.until(() => form.text.includes('خودش فرستاده می‌شود'), 'it does not wait');
  form.element.remove();
}
/** A form for which no service is chosen yet. */
async function openIdle(gateway = gatewayUrl): Promise<FormDriver> {
  history.replaceState(null, '');
  return new FormDriver(await fixture<RequestForm>(html`<request-form gateway=${gateway} lang="fa"></request-form>`));
}
const posts = (seen: ReturnType<typeof watchFetch>) => seen(/\/v1\/requests$/).filter(({ method }) => method === 'POST');

describe('request-form: what other forms have left waiting', function () {
  this.timeout(40_000);
  beforeEach(async () => {
    sessionStorage.clear();
    await forgetDrafts();
  });
  after(() => sessionStorage.clear());

  it('is sent where no service is chosen yet, and its code stays when one is', async () => {
    const mobile = freshMobile();
    await leftWaiting(mobile);
    restoreFetch();
    const idle = await openIdle();
    await idle.until(() => idle.text.includes(sent), 'it was not sent');
    const code = idle.root.querySelector('.told bdi')!.textContent.replace(/\D/g, '');
    expect(code).to.match(/^\d{16}$/);
    await expect(idle.element).to.be.accessible();
    idle.element.setAttribute('service', await offeringId(services.complaint));
    await idle.ready();
    expect(idle.root.querySelector('.told bdi')!.textContent.replace(/\D/g, '')).to.equal(code);
    await idle.press('بستن این پیام');
    expect(idle.text).not.to.contain(sent);
    await waitUntil(async () => (await filings(mobile)).length > 0, 'no message came', { timeout: 8000 });
    expect((await filings(mobile)).length).to.equal(1);
  });

  it('is said to wait while the line is down, and goes by itself when it is back', async () => {
    await leftWaiting(freshMobile());
    const idle = await openIdle();
    await idle.until(() => idle.text.includes('روی همین دستگاه منتظر است'), 'nothing is said');
    await expect(idle.element).to.be.accessible();
    restoreFetch();
    dispatchEvent(new Event('online'));
    await idle.until(() => idle.text.includes(sent), 'it was not sent');
    expect(idle.text).not.to.contain('روی همین دستگاه منتظر است');
  });

  it('is said to go at a time where the gateway wants to be left alone until then', async () => {
    await leftWaiting(freshMobile());
    restoreFetch();
    watchFetch();
    const through = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== 'POST' || !/\/v1\/requests$/.test(request.url)) return through(input, init);
      const problem = { type: 'urn:mizban:problem:rate.limited', title: 'limit', status: 429, code: 'rate.limited', retryAfter: 420 };
      return new Response(JSON.stringify(problem), { status: 429, headers: { 'content-type': 'application/problem+json' } });
    };
    const from = Date.now();
    const idle = await openIdle();
    const told = () => /منتظر است و .+، (\S+) خودش فرستاده می‌شود/.exec(idle.text)?.[1];
    await idle.until(told, 'it is not said when');
    expect([from, Date.now()].map((at) => formatTime('fa', new Date(Math.ceil((at + 420_000) / 60_000) * 60_000)))).to.include(told());
    expect(idle.text).not.to.contain('همین که وصل شویم');
    await expect(idle.element).to.be.accessible();
    globalThis.fetch = through;
    shiftClock(421_000);
    dispatchEvent(new Event('online'));
    await idle.until(() => idle.text.includes(sent), 'it was not sent');
  });

  it('goes from a tab of a shared computer too, when another page is opened in it', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form, freshMobile());
    await form.until(() => form.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept');
    await form.press('این رایانه مشترک است');
    await form.until(() => form.text.includes('فقط تا بستن این برگه'), 'it is not kept in the tab');
    faultyFetch(/\/v1\/requests$/, 'offline');
    await form.press('فرستادن درخواست');
    await form.until(() => form.text.includes('خودش فرستاده می‌شود'), 'it does not wait');
    form.element.remove();
    restoreFetch();
    const idle = await openIdle();
    await idle.until(() => idle.text.includes(sent), 'it was not sent');
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('mizban-draft|'))).to.deep.equal([]);
  });

  it('is sent once by two pages that open at the same time', async () => {
    const mobile = freshMobile();
    await leftWaiting(mobile);
    restoreFetch();
    const seen = watchFetch();
    const pages = await Promise.all([openIdle(), openIdle(), openForm(await offeringId(services.complaint))]);
    await waitUntil(() => pages.some(({ text }) => text.includes(sent)), 'it was not sent', { timeout: 8000 });
    await waitUntil(async () => (await filings(mobile)).length > 0, 'no message came', { timeout: 8000 });
    expect(posts(seen).length).to.equal(1);
    expect((await filings(mobile)).length).to.equal(1);
  });

  it('asks for the code of its mobile in place', async () => {
    const mobile = freshMobile();
    await leftWaiting(mobile, provingUrl);
    restoreFetch();
    const idle = await openIdle(provingUrl);
    await idle.until(() => idle.text.includes('منتظر کد پیامکی است'), 'the code is not asked for');
    await expect(idle.element).to.be.accessible();
    await idle.press('کد را بنویسید');
    await idle.until(() => idle.root.querySelector('#prove-code'), 'the place for the code did not come');
    expect(idle.text).not.to.contain('منتظر کد پیامکی است');
    await idle.type('کد پیامکی', await oneTimeCode(mobile));
    await idle.press('ثبت درخواست');
    await receiptCode(idle);
  });

  it('is sent by a complaint-form whose questions are not answered yet, and opened there for its code', async () => {
    const mobile = freshMobile();
    await leftWaiting(mobile, provingUrl);
    restoreFetch();
    history.replaceState(null, '');
    const element = await fixture<ComplaintForm>(html`<complaint-form gateway=${provingUrl} lang="fa" ignore-url></complaint-form>`);
    const button = () => [...element.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'کد را بنویسید');
    await waitUntil(button, 'the code is not asked for', { timeout: 20_000 });
    await expect(element).to.be.accessible();
    button()!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('request-form')?.shadowRoot?.querySelector('#prove-code'), 'the form did not come', { timeout: 20_000 });
    const form = new FormDriver(element.shadowRoot!.querySelector<RequestForm>('request-form')!);
    expect(element.shadowRoot!.textContent).not.to.contain('منتظر کد پیامکی است');
    await form.type('کد پیامکی', await oneTimeCode(mobile));
    await form.press('ثبت درخواست');
    const code = await receiptCode(form);
    // Loaded again: the same entry of the history, another document.
    element.remove();
    const reloaded = await fixture<ComplaintForm>(html`<complaint-form gateway=${provingUrl} lang="fa" ignore-url></complaint-form>`);
    await waitUntil(() => reloaded.shadowRoot!.querySelector('request-form')?.shadowRoot?.querySelector('.receipt'), 'the receipt did not come back', { timeout: 20_000 });
    expect(await receiptCode(new FormDriver(reloaded.shadowRoot!.querySelector<RequestForm>('request-form')!))).to.equal(code);
    reloaded.remove();
    // Another visit begins with the questions.
    history.replaceState(null, '');
    const visit = await fixture<ComplaintForm>(html`<complaint-form gateway=${provingUrl} lang="fa" ignore-url></complaint-form>`);
    await waitUntil(() => visit.state === 'idle', 'the questions did not come', { timeout: 20_000 });
    expect(visit.shadowRoot!.querySelector('request-form')).to.equal(null);
  });
});
