import { expect, waitUntil } from '@open-wc/testing';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import { toPersianDigits } from '../../src/persian/digits.ts';
import { faultyFetch, inbox, oneTimeCode, restoreFetch } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, signInExpert } from '../support/citizen.ts';
import { byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { open, track } from './track-status-driver.ts';

let names = 0;
const newAddress = (): string => `track-${Date.now()}-${++names}@example.ir`;

/** A record that was opened, with the choices in sight. */
async function opened(filed?: Awaited<ReturnType<typeof fileInformationRequest>>, lang = 'fa') {
  const request = filed ?? (await fileInformationRequest());
  const element = await track(request.code, lang);
  await open(element, request);
  element.renderRoot.querySelector<HTMLDetailsElement>('.news')!.open = true;
  return { ...request, element };
}
const box = async (element: TrackStatus) => (await byRole(element, 'checkbox', 'پیامک')) as HTMLInputElement;
const press = async (element: TrackStatus, name: string) => (await byRole(element, 'button', name)).click();

async function addAddress(element: TrackStatus, address: string): Promise<HTMLElement> {
  type(await byRole(element, 'textbox', 'نشانی ایمیل'), address);
  await press(element, 'کد را بفرستید');
  return byRole(element, 'textbox', 'کدی که ایمیل شد');
}

describe('how news come, chosen in track-status', () => {
  afterEach(restoreFetch);

  it('turns SMS off and says what that means; a line that is down changes nothing', async function () {
    this.timeout(20_000);
    const { element } = await opened();
    await expect(element).to.be.accessible();
    faultyFetch(/\/news$/, 'offline');
    (await box(element)).click();
    await untilReadable(element, 'به میز خدمت نرسیدیم');
    expect((await box(element)).checked).to.equal(true);
    expect(describedAs(await box(element))).to.contain('اینترنت را ببینید');
    restoreFetch();
    (await box(element)).click();
    await untilReadable(element, 'پیامک و ایمیل هر دو خاموش است');
    expect((await box(element)).checked).to.equal(false);
    expect(focused(element)?.id).to.equal('news-sms');
    (await box(element)).click();
    await waitUntil(() => !readable(element).includes('هر دو خاموش است'));
  });

  it('adds an address by the code that went to it, changes it, and never shows it whole', async function () {
    this.timeout(20_000);
    const filed = await fileInformationRequest();
    const { element } = await opened(filed);
    const field = await byRole(element, 'textbox', 'نشانی ایمیل');
    await press(element, 'کد را بفرستید');
    await untilReadable(element, 'نشانی ایمیل خود را بنویسید.');
    type(field, 'نام@example.ir');
    await press(element, 'کد را بفرستید');
    await untilReadable(element, 'با حروف انگلیسی');
    expect(focused(element)).to.equal(field);
    const address = newAddress();
    const otp = await addAddress(element, address);
    expect(focused(element)).to.equal(otp);
    expect(readable(element)).to.contain('t…@example.ir').and.not.to.contain(address);
    await expect(element).to.be.accessible();
    type(otp, '۱۲');
    await press(element, 'تأیید نشانی');
    await untilReadable(element, 'کد ۶ رقم است.');
    const right = await oneTimeCode(address);
    type(otp, toPersianDigits(right === '000000' ? '000001' : '000000'));
    await press(element, 'تأیید نشانی');
    await untilReadable(element, 'این کد درست نیست');
    expect(readable(element)).to.contain('آنچه ثبت کرده‌اید');
    type(otp, toPersianDigits(right));
    await press(element, 'تأیید نشانی');
    await untilReadable(element, 'خبرها به t…@example.ir می‌رود.');
    await waitUntil(() => focused(element)?.id === 'news-email');

    await signInExpert();
    await expert.take((await caseOf(filed)).id);
    expect((await inbox(address))[0]!.text).to.contain('رسیدگی به درخواست شما آغاز شد.');

    await press(element, 'نشانی را عوض کنم');
    await addAddress(element, newAddress());
    await press(element, 'نشانی دیگری دارم');
    await press(element, 'نه، بماند');
    await byRole(element, 'textbox', 'کدی که ایمیل شد');
    await press(element, 'نشانی دیگری دارم');
    await press(element, 'نه، بماند');
    expect(readable(element)).to.contain('خبرها به t…@example.ir می‌رود.');
  });

  it('waits for its code over a reload, and sees what another page did', async function () {
    this.timeout(20_000);
    const { element: first, ...filed } = await opened();
    const address = newAddress();
    await addAddress(first, address);
    const { element: second } = await opened(filed);
    type(await byRole(second, 'textbox', 'کدی که ایمیل شد'), await oneTimeCode(address));
    await press(second, 'تأیید نشانی');
    await untilReadable(second, 'خبرها به t…@example.ir می‌رود.');
    type(await byRole(first, 'textbox', 'کدی که ایمیل شد'), '123456');
    await press(first, 'تأیید نشانی');
    await untilReadable(first, 'خبرها به t…@example.ir می‌رود.');
    expect(readable(first)).not.to.contain('درست نیست');
    await press(first, 'دیگر ایمیل نیاید');
    await byRole(first, 'textbox', 'نشانی ایمیل');
    expect(focused(first)?.id).to.equal('news-address');
    await press(second, 'دیگر ایمیل نیاید');
    await byRole(second, 'textbox', 'نشانی ایمیل');
  });

  it('offers the news of a lost e-mail by SMS where SMS is off, and tells when they went so', async function () {
    this.timeout(30_000);
    const filed = await fileInformationRequest();
    const { element } = await opened(filed);
    (await box(element)).click();
    await untilReadable(element, 'پیامک و ایمیل هر دو خاموش است');
    expect(readable(element)).not.to.contain('فقط اگر ایمیلی نرسید');
    const address = `nobody-${newAddress()}`;
    const otp = await addAddress(element, address);
    type(otp, await oneTimeCode(address));
    await press(element, 'تأیید نشانی');
    const instead = (await byRole(element, 'checkbox', 'فقط اگر ایمیلی نرسید، همان خبر پیامک شود')) as HTMLInputElement;
    expect(instead.checked).to.equal(false);
    await expect(element).to.be.accessible();
    faultyFetch(/\/news$/, 'offline');
    instead.click();
    await untilReadable(element, 'به میز خدمت نرسیدیم');
    expect([instead.checked, describedAs(instead)]).to.deep.equal([false, 'به میز خدمت نرسیدیم. اینترنت را ببینید و دوباره بزنید.']);
    restoreFetch();
    instead.click();
    await waitUntil(() => instead.checked && focused(element) === instead && !readable(element).includes('به میز خدمت نرسیدیم'));

    await signInExpert();
    await expert.take((await caseOf(filed)).id);
    await waitUntil(async () => (await inbox(filed.mobile)).some(({ text }) => text.includes('رسیدگی به درخواست شما آغاز شد.')), 'the SMS', { timeout: 9000, interval: 200 });
    const { element: again } = await opened(filed);
    expect(readable(again)).to.contain('آخرین ایمیل به این نشانی نرسید.').and.to.match(/همان خبر (را .+ پیامک کردیم|با پیامک در راه است)\./);
    await expect(again).to.be.accessible();
  });

  it('reads in English', async () => {
    const request = await fileInformationRequest();
    const element = await track(request.code, 'en');
    (await byRole(element, 'button', 'Send me a code')).click();
    type(await byRole(element, 'textbox', 'Code from the text message'), await oneTimeCode(request.mobile));
    (await byRole(element, 'button', 'Open')).click();
    await byRole(element, 'region', 'Your request');
    element.renderRoot.querySelector<HTMLDetailsElement>('.news')!.open = true;
    await expect(element).to.be.accessible();
    expect(readable(element)).to.contain('One-time codes come by SMS in any case.');
  });
});

const RealNotification = globalThis.Notification;
/** What the browser showed. */
let notes: { title: string; body: string }[] = [];
/** A browser whose user answers so; `shows`: whether pages may show notes. */
function browser(answer: NotificationPermission, { before = 'default' as NotificationPermission, shows = true } = {}): void {
  let permission = before;
  globalThis.Notification = class {
    static get permission() {
      return permission;
    }
    static async requestPermission() {
      return (permission = answer);
    }
    onclick = null;
    constructor(title: string, { body = '' }: NotificationOptions = {}) {
      if (!shows) throw new TypeError('Illegal constructor');
      notes.push({ title, body });
    }
    close() {}
  } as unknown as typeof Notification;
}

describe('news by the browser, chosen in track-status', () => {
  const isHidden = { now: false };
  before(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (isHidden.now ? 'hidden' : 'visible') });
  });
  after(() => void Reflect.deleteProperty(document, 'visibilityState'));
  afterEach(() => {
    globalThis.Notification = RealNotification;
    notes = [];
    isHidden.now = false;
    sessionStorage.clear();
  });

  it('shows a first note, then what happens while another page is looked at, and nothing of the code', async () => {
    browser('granted');
    const filed = await fileInformationRequest();
    const { element } = await opened(filed);
    await press(element, 'در این مرورگر هم خبر بدهید');
    await byRole(element, 'button', 'دیگر در مرورگر خبر ندهید');
    expect(notes[0]!.body).to.contain('از این پس');
    isHidden.now = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await signInExpert();
    const { id } = await caseOf(filed);
    await expert.take(id);
    await waitUntil(() => notes.length === 2, 'a note is shown', { timeout: 10_000 });
    expect(notes[1]!.body).to.match(/^پرونده دست «.+» است$/);
    expect(JSON.stringify(notes)).not.to.contain(filed.code);
    isHidden.now = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await press(element, 'دیگر در مرورگر خبر ندهید');
    await byRole(element, 'button', 'در این مرورگر هم خبر بدهید');
  });

  for (const [where, set, text] of [
    ['its user refuses', () => browser('denied'), 'اعلان‌های این سایت در مرورگر شما بسته است'],
    ['its user answers nothing', () => browser('default'), 'دکمه را دوباره بزنید'],
  ] as const) {
    it(`says what is to be done where ${where}`, async () => {
      set();
      const { element } = await opened();
      await press(element, 'در این مرورگر هم خبر بدهید');
      await untilReadable(element, text);
      await expect(element).to.be.accessible();
      expect(notes).to.deep.equal([]);
    });
  }

  it('offers no button where it was refused before, or where there is no such thing', async () => {
    browser('denied', { before: 'denied' });
    const { element, ...filed } = await opened();
    expect(readable(element)).to.contain('در تنظیم‌های مرورگر').and.not.to.contain('در این مرورگر هم خبر بدهید');
    browser('granted', { shows: false });
    const { element: other } = await opened(filed);
    await press(other, 'در این مرورگر هم خبر بدهید');
    await untilReadable(other, 'این مرورگر در این صفحه اعلان نشان نمی‌دهد');
  });
});
