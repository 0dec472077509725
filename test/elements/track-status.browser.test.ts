import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import type { TrackStatusShownEvent } from '../../src/elements/track-status/track-status.events.ts';
import { formatDay, groupCode } from '../../src/i18n/formats.ts';
import { checkDigit } from '../../src/rules/tracking-code.ts';
import { toPersianDigits } from '../../src/persian/digits.ts';
import { faultyFetch, gatewayUrl, oneTimeCode, restoreFetch, shiftClock, watchFetch } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { enter, open, track } from './track-status-driver.ts';

/** Whether the tab is in the background. */
function hidden(value: boolean): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (value ? 'hidden' : 'visible') });
}
afterEach(() => void delete (document as { visibilityState?: unknown }).visibilityState);

describe('track-status', () => {
  let filed: FiledRequest;
  before(async () => {
    filed = await fileInformationRequest();
  });

  for (const [lang, title, heading] of [['fa', 'پیگیری درخواست', /^پرونده به «.+» رسیده/], ['en', 'Track a request', /has reached/]] as const) {
    it(`is accessible when it asks and when it shows (${lang})`, async () => {
      const asking = await track('', lang);
      await byRole(asking, 'heading', title);
      await expect(asking).to.be.accessible();
      const showing = await track(filed.code, lang);
      await byRole(showing, 'heading', heading);
      await expect(showing).to.be.accessible();
    });
  }

  describe('the code', () => {
    it('is idle until a code is there', async () => {
      const element = await track();
      expect(element.state).to.equal('idle');
      expect(allByRole(element, 'textbox')).to.have.length(1);
    });

    const swapped = (code: string) => {
      const at = [...code].findIndex((digit, index) => index < 14 && digit !== code[index + 1]);
      return code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
    };
    const slips: [string, () => string, RegExp][] = [
      ['nothing', () => '', /کد رهگیری را بنویسید/],
      ['15 digits', () => filed.code.slice(1), /۱۶ رقم دارد؛ شما ۱۵ رقم/],
      ['letters', () => 'abc', /فقط رقم دارد/],
      ['one wrong digit', () => filed.code.slice(0, 15) + ((Number(filed.code[15]) + 1) % 10), /^.*یک رقم جابه‌جا یا اشتباه است؛ کد را دوباره از روی رسید بنویسید\.$/],
      ['two swapped digits', () => swapped(filed.code), /یک رقم جابه‌جا یا اشتباه است؛ کد را دوباره از روی رسید بنویسید\./],
    ];
    for (const [name, code, says] of slips) {
      it(`tells ${name} without asking the gateway`, async () => {
        const element = await track();
        const asked = watchFetch();
        const field = await enter(element, code());
        await waitUntil(() => field.getAttribute('aria-invalid') === 'true');
        expect(describedAs(field)).to.match(says);
        await waitUntil(() => focused(element) === field);
        expect(asked(/\/v1\/requests\//)).to.have.length(0);
      });
    }

    it('may be written in Persian digits with dashes', async () => {
      const element = await track();
      await enter(element, toPersianDigits(groupCode(filed.code)).replaceAll(' ', '-'));
      const heading = await byRole(element, 'heading', /^پرونده به/);
      await waitUntil(() => focused(element) === heading);
    });

    it('is grouped by four while it is typed', async () => {
      const field = (await byRole(await track(), 'textbox', 'کد رهگیری')) as HTMLInputElement;
      type(field, '123456789');
      await waitUntil(() => field.value === '1234 5678 9');
      type(field, '۱۲۳۴۵');
      await waitUntil(() => field.value === '۱۲۳۴ ۵');
    });

    it('comes from the address of the page', async () => {
      const before = location.href;
      history.replaceState(null, '', `?code=${filed.code}`);
      try {
        const element = await fixture<TrackStatus>(html`<track-status gateway=${gatewayUrl} lang="fa"></track-status>`);
        await byRole(element, 'heading', /^پرونده به/);
      } finally {
        history.replaceState(null, '', before);
      }
    });

    it('that opens nothing is told with what to check, and stays', async () => {
      const unknown = '123456789012345' + checkDigit('123456789012345');
      const element = await track();
      await enter(element, unknown);
      const heading = await byRole(element, 'heading', 'با این کد پرونده‌ای باز نشد');
      await waitUntil(() => focused(element) === heading);
      expect(element.state).to.equal('failed');
      expect(readable(element)).to.contain('رقم به رقم');
      expect(((await byRole(element, 'textbox', 'کد رهگیری')) as HTMLInputElement).value).to.equal(groupCode(unknown));
    });

    it('is kept when the gateway cannot be reached, and asked again on demand', async () => {
      faultyFetch(/\/v1\/requests\//, 'offline');
      const element = await track();
      await enter(element, filed.code);
      await byRole(element, 'heading', 'به میز خدمت نرسیدیم');
      expect(element.state).to.equal('failed');
      expect(((await byRole(element, 'textbox', 'کد رهگیری')) as HTMLInputElement).value).to.equal(groupCode(filed.code));
      restoreFetch();
      (await byRole(element, 'button', 'دوباره بپرسید')).click();
      await byRole(element, 'heading', /^پرونده به/);
    });

    it('waits with a sentence for a gateway that does not answer', async () => {
      faultyFetch(/\/v1\/requests\//, 'hang');
      const element = await track(filed.code);
      await untilReadable(element, 'وضعیت پرونده را می‌گیریم');
      expect(element.state).to.equal('pending');
    });
  });

  describe('the state', () => {
    it('is told with holder, time and history, and nothing personal', async () => {
      const listening = fixture<TrackStatus>(html`<track-status ignore-url gateway=${gatewayUrl} lang="fa"></track-status>`);
      const element = await listening;
      const shown = oneEvent(element, 'track-status-shown') as unknown as Promise<TrackStatusShownEvent>;
      element.code = filed.code;
      expect((await shown).detail).to.deep.equal({ state: 'submitted', overdue: false });
      await byRole(element, 'heading', /^پرونده به «.+» رسیده و در نوبت است$/);
      await byRole(element, 'progressbar', /وقت هست|گذشته است/);
      expect(readable(element)).to.match(/تا .+ پاسخ می‌گیرید/);
      element.shadowRoot!.querySelector<HTMLElement>('summary')!.click();
      await untilReadable(element, /این تاریخ چطور حساب شده؟.*ثبت شد\..*۱۰ روز، از.*قاعده پنجره واحد.*تا ۱۰ روز/);
      expect(allByRole(element, 'link', /۰۲۶/).map((link) => link.getAttribute('href'))[0]).to.match(/^tel:\+98/);
      await untilReadable(element, /اکنون (باز|بسته) است/);
      expect(readable(element)).to.match(/تا امروز.*ثبت شد/);
      expect(readable(element)).not.to.contain(filed.description);
      expect(readable(element)).not.to.contain(filed.mobile.slice(-4));
    });

    it('is asked for again on demand, and says so when that fails', async () => {
      const element = await track(filed.code);
      faultyFetch(/\/v1\/requests\//, 'offline');
      (await byRole(element, 'button', 'تازه کنید')).click();
      await untilReadable(element, 'به میز خدمت نرسیدیم؛ این وضعیت ساعت');
      expect(element.state).to.equal('ready');
    });

    it('is asked for again when the person comes back to the page, not at every glance', async () => {
      const mine = await fileInformationRequest('پرونده‌ای که جلو می‌رود');
      const element = await track(mine.code);
      await byRole(element, 'heading', /رسیده و در نوبت است$/);
      const asked = watchFetch();
      const look = () => document.dispatchEvent(new Event('visibilitychange'));
      look();
      hidden(true);
      look();
      await signInExpert();
      await expert.take((await caseOf(mine)).id);
      shiftClock(31_000);
      look();
      expect(asked(/\/v1\/requests\//), 'neither within half a minute nor while hidden').to.have.length(0);
      hidden(false);
      look();
      await byRole(element, 'heading', /^پرونده دست «.+» است$/);
      expect(asked(/\/v1\/requests\//)).to.have.length(1);
    });

    it('is told by the time of the gateway, whatever the clock of the device says', async () => {
      shiftClock(400 * 86_400_000);
      const element = await track(filed.code);
      await byRole(element, 'heading', /^پرونده به/);
      const [, due] = /تا (.+?) پاسخ می‌گیرید/.exec(readable(element))!;
      expect(due, 'a day of this year').not.to.match(/۱۴\d\d|[۰-۹]{4}/);
      await untilReadable(element, /اکنون باز است/);
      const at = new Date(Date.now() - 400 * 86_400_000);
      expect(readable(element)).to.contain(formatDay('fa', at, at));
    });

    it('gives phone numbers a height that a thumb finds', async () => {
      const element = await track(filed.code);
      await byRole(element, 'heading', /^پرونده به/);
      const [phone] = allByRole(element, 'link', /۰۲۶/);
      expect(phone!.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('gives way to another code', async () => {
      const element = await track(filed.code);
      (await byRole(element, 'button', 'کد دیگری دارم')).click();
      const field = await byRole(element, 'textbox', 'کد رهگیری');
      await waitUntil(() => focused(element) === field);
    });

    it('does not let Enter reach the page', async () => {
      let heard = 0;
      const listen = (event: KeyboardEvent) => void (event.key === 'Enter' && heard++);
      document.addEventListener('keydown', listen);
      const field = await byRole(await track(), 'textbox', 'کد رهگیری');
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      document.removeEventListener('keydown', listen);
      expect(heard).to.equal(0);
    });
  });

  describe('the record', () => {
    it('opens by the one-time code, in any digits, and shows what was filed', async () => {
      const element = await track(filed.code);
      (await byRole(element, 'button', 'کد پیامکی بفرستید')).click();
      const field = await byRole(element, 'textbox', 'کد پیامکی');
      expect(field.getAttribute('autocomplete')).to.equal('one-time-code');
      expect(readable(element)).to.contain('اگر این کد درست باشد، پیامکی به شماره‌ای که ثبت کرده‌اید رفت');
      expect(((await byRole(element, 'button', /ارسال دوباره تا .+ ثانیه دیگر/)) as HTMLButtonElement).disabled).to.equal(true);
      await waitUntil(() => focused(element) === field);

      type(field, '12');
      (await byRole(element, 'button', 'باز کنید')).click();
      await waitUntil(() => describedAs(field).includes('۶ رقم'));

      const right = await oneTimeCode(filed.mobile);
      type(field, right === '000000' ? '000001' : '000000');
      (await byRole(element, 'button', 'باز کنید')).click();
      await waitUntil(() => describedAs(field).includes('درست نیست یا زمانش گذشته'));

      type(field, toPersianDigits(right));
      (await byRole(element, 'button', 'باز کنید')).click();
      const record = await byRole(element, 'region', 'پرونده شما');
      await waitUntil(() => focused(element) === record);
      expect(record.textContent).to.contain(filed.description);
      await expect(element).to.be.accessible();
    });

    it('brings the question of the desk, and takes one reply', async () => {
      const mine = await fileInformationRequest('پرونده‌ای که کم دارد');
      await signInExpert();
      const { id } = await caseOf(mine);
      await expert.take(id);
      await expert.ask(id, 'کدام سال را می‌خواهید؟ <b>روشن</b>');
      const element = await track(mine.code);
      await byRole(element, 'heading', 'پرونده منتظر پاسخ شماست');
      await open(element, mine);
      await byRole(element, 'heading', 'کارشناس پرسیده است');
      expect(readable(element)).to.contain('کدام سال را می‌خواهید؟ <b>روشن</b>');

      const field = await byRole(element, 'textbox', 'پاسخ شما');
      (await byRole(element, 'button', 'پاسخ را بفرستید')).click();
      await waitUntil(() => field.getAttribute('aria-invalid') === 'true');

      type(field, 'سال ۱۴۰۴');
      faultyFetch(/\/reply$/, 'answerLost', 1);
      const sent = watchFetch();
      const button = await byRole(element, 'button', 'پاسخ را بفرستید');
      button.click();
      button.click();
      await untilReadable(element, 'پاسخ شما به کارشناس رسید.');
      await byRole(element, 'heading', /^پرونده دست «.+» است$/);
      expect(new Set(sent(/\/reply$/).map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
      expect(readable(element).match(/سال ۱۴۰۴/g)).to.have.length(1);
    });

    it('shows the answer first, with its outcome and basis', async () => {
      const mine = await fileInformationRequest('پرونده‌ای که پاسخ دارد');
      await signInExpert();
      const { id } = await caseOf(mine);
      await expert.take(id);
      await expert.answer(id, 'done', 'فایل‌ها آماده است.', 'ماده ۸');
      const element = await track(mine.code);
      await byRole(element, 'heading', 'درخواست شما انجام شد');
      expect(readable(element), 'whose answer it is').to.contain('استانداری');
      expect(readable(element)).not.to.contain('فایل‌ها آماده است.');
      await open(element, mine);
      const record = await byRole(element, 'region', 'پرونده شما');
      expect(record.querySelector('h3')!.textContent).to.equal('انجام شد');
      expect(record.textContent).to.contain('فایل‌ها آماده است.');
      expect(record.textContent).to.contain('ماده ۸');
      await byRole(element, 'button', 'چاپ پرونده');
      await expect(element).to.be.accessible();
    });
  });
});
