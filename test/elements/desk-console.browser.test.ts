import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { faultyFetch, inbox, restoreFetch, watchFetch } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { atCase, desk, leaveDesk, signIn, take, writePassword } from './desk-console-driver.ts';

/** On a page whose address is its own. */
const plain = (lang = 'fa') => desk(lang, 'none');

const rows = (element: HTMLElement): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.queue a')];

describe('desk-console', () => {
  // Another file's expert may still be signed in in this browser.
  before(signOutExpert);
  afterEach(leaveDesk);

  for (const [lang, enter, queue, action] of [
    ['fa', 'ورود به میز کار', 'پرونده‌های میز', 'چه می‌کنید؟'], ['en', 'Sign in to the desk', 'Requests on the desk', 'What will you do?'],
  ] as const) {
    it(`is accessible at the door, in the queue and in a case (${lang})`, async () => {
      const door = await plain(lang);
      await byRole(door, 'heading', enter);
      await expect(door).to.be.accessible();
      const filed = await fileInformationRequest();
      await signInExpert();
      const element = await plain(lang);
      await byRole(element, 'heading', queue);
      await waitUntil(() => rows(element).length > 0);
      await expect(element).to.be.accessible();
      location.hash = `#/case/${(await caseOf(filed)).id}`;
      const opened = await desk(lang, 'hash');
      await byRole(opened, 'heading', action);
      await expect(opened).to.be.accessible();
    });
  }

  describe('signing in', () => {
    it('tells a wrong password and lets the right one in', async () => {
      const element = await plain();
      await byRole(element, 'heading', 'ورود به میز کار');
      expect(element.state).to.equal('idle');
      (await byRole(element, 'button', 'ورود')).click();
      await byRole(element, 'alert', 'نام کاربری و گذرواژه را بنویسید.');
      await signIn(element, 'نادرست');
      await byRole(element, 'alert', 'نام کاربری یا گذرواژه درست نیست.');
      await signIn(element);
      await byRole(element, 'heading', 'پرونده‌های میز');
    });

    it('is remembered by the cookie, until signing out', async () => {
      await signInExpert();
      const element = await plain();
      (await byRole(element, 'button', 'خروج')).click();
      await byRole(element, 'heading', 'ورود به میز کار');
      await byRole(await plain(), 'heading', 'ورود به میز کار');
    });

    it('says when the gateway cannot be reached, and tries again', async () => {
      faultyFetch(/\/v1\/staff\//, 'offline');
      const element = await plain();
      await byRole(element, 'heading', 'میز کار باز نشد');
      expect(element.state).to.equal('failed');
      restoreFetch();
      (await byRole(element, 'button', 'دوباره امتحان کنید')).click();
      await byRole(element, 'heading', 'ورود به میز کار');
    });

    it('waits visibly', async () => {
      faultyFetch(/\/v1\/staff\//, 'hang');
      const element = await plain();
      await untilReadable(element, 'در حال گرفتن');
      expect(element.state).to.equal('pending');
    });
  });

  describe('the queue', () => {
    it('shows what is due first, in words, and walks with arrow keys', async () => {
      await fileInformationRequest();
      await fileInformationRequest();
      await signInExpert();
      const element = await plain();
      await waitUntil(() => rows(element).length > 1);
      expect(element.state).to.equal('ready');
      const [first, second] = rows(element);
      expect(first!.textContent).to.match(/مانده|دیر شده|مهلت ایستاده/);
      first!.focus();
      first!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      expect(focused(element)).to.equal(second);
    });

    it('is filtered, and says when a list is out of reach', async () => {
      await signInExpert();
      const element = await plain();
      const asked = watchFetch();
      (await byRole(element, 'button', 'پاسخ‌داده')).click();
      await waitUntil(() => asked(/state=answered/).length === 1);
      faultyFetch(/\/v1\/staff\/requests/, 'offline');
      (await byRole(element, 'button', 'همه')).click();
      await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    });

    it('opens a case and comes back with the browser', async () => {
      await fileInformationRequest();
      await signInExpert();
      const element = await desk('fa', 'hash');
      await waitUntil(() => rows(element).length > 0);
      rows(element)[0]!.click();
      await byRole(element, 'heading', 'تاریخچه');
      expect(location.hash).to.match(/^#\/case\/.+/);
      history.back();
      await byRole(element, 'heading', 'پرونده‌های میز');
    });
  });

  describe('a case', () => {
    it('shows what the citizen wrote as text, beside the sheet and the history', async () => {
      const { element } = await atCase('<img src=x onerror=alert(1)> می‌خواهم');
      expect(readable(element)).to.contain('<img src=x onerror=alert(1)> می‌خواهم');
      expect(element.shadowRoot!.querySelector('img')).to.equal(null);
      await byRole(element, 'heading', 'شناسنامه خدمت');
      await byRole(element, 'heading', 'تاریخچه');
    });

    it('is taken, then answered; the citizen gets a message', async () => {
      const { element, filed } = await atCase('درخواستی که پاسخ می‌گیرد');
      await take(element);
      (await byRole(element, 'button', 'پاسخ دادن')).click();
      const text = await byRole(element, 'textbox', 'پاسخ به شهروند');
      (await byRole(element, 'button', 'پاسخ را بفرستید')).click();
      await waitUntil(() => text.getAttribute('aria-invalid') === 'true');
      expect(describedAs(text)).to.contain('پاسخ را بنویسید.');
      expect(readable(element)).to.contain('نتیجه را برگزینید.');

      (await byRole(element, 'radio', 'انجام شد')).click();
      type(text, 'انجام شد؛ فایل را از درگاه بگیرید.');
      const before = await inbox(filed.mobile);
      const sent = watchFetch();
      const acted = oneEvent(element, 'desk-console-acted');
      const button = await byRole(element, 'button', 'پاسخ را بفرستید');
      button.click();
      button.click();
      expect(((await acted) as CustomEvent).detail).to.deep.equal({ action: 'answer' });
      expect(sent(/\/answer$/)).to.have.length(1);
      await byRole(element, 'heading', 'پرونده‌های میز');
      const after = await inbox(filed.mobile);
      expect(after.length).to.be.greaterThan(before.length);
    });

    it('asks the citizen', async () => {
      const { element, id, filed } = await atCase('درخواستی که چیزی کم دارد');
      await expert.take(id);
      (await byRole(element, 'button', 'برداشتن کار')).click();
      await byRole(element, 'alert', /همین حالا کس دیگری/);
      (await byRole(element, 'button', 'پرسیدن از شهروند')).click();
      type(await byRole(element, 'textbox', 'پرسش از شهروند'), 'کدام سال؟');
      (await byRole(element, 'button', 'پرسش را بفرستید')).click();
      await byRole(element, 'heading', 'پرونده‌های میز');
      expect((await caseOf(filed)).state).to.equal('waitingCitizen');
    });

    it('is referred to a unit that is searched for, with a reason', async () => {
      const { element } = await atCase('درخواستی که جای دیگر باید برود');
      (await byRole(element, 'button', 'ارجاع به واحد دیگر')).click();
      type(await byRole(element, 'textbox', 'جست‌وجوی واحد'), 'آب فاضلاب');
      await waitUntil(() => allByRole(element, 'radio').length > 0 && allByRole(element, 'radio').length < 20);
      allByRole(element, 'radio')[0]!.click();
      (await byRole(element, 'button', 'ارجاع دهید')).click();
      const reason = await byRole(element, 'textbox', 'علت ارجاع');
      await waitUntil(() => describedAs(reason).includes('علت را بنویسید.'));
      type(reason, 'کار این واحد نیست.');
      const acted = oneEvent(element, 'desk-console-acted');
      (await byRole(element, 'button', 'ارجاع دهید')).click();
      expect(((await acted) as CustomEvent).detail).to.deep.equal({ action: 'refer' });
    });

    it('that changed meanwhile keeps what was written and shows the new state', async () => {
      const { element, id } = await atCase('درخواستی که دو نفر باز کرده‌اند');
      await take(element);
      (await byRole(element, 'button', 'پرسیدن از شهروند')).click();
      type(await byRole(element, 'textbox', 'پرسش از شهروند'), 'این نباید گم شود');
      await expert.ask(id, 'همکار زودتر پرسید');
      (await byRole(element, 'button', 'پرسش را بفرستید')).click();
      const alert = await byRole(element, 'alert', /همین حالا کس دیگری این پرونده را تغییر داد/);
      await waitUntil(() => focused(element) === alert);
      expect(((await byRole(element, 'textbox', 'پرسش از شهروند')) as HTMLTextAreaElement).value).to.equal('این نباید گم شود');
      expect(readable(element)).to.contain('همکار زودتر پرسید');
      expect(readable(element)).to.contain('اکنون فرستادنی نیست؛ نوشته شما سر جایش است.');
    });

    it('comes back with what was written after the session ended', async () => {
      const { element } = await atCase('درخواستی که نشستش تمام می‌شود');
      await take(element);
      (await byRole(element, 'button', 'پرسیدن از شهروند')).click();
      type(await byRole(element, 'textbox', 'پرسش از شهروند'), 'نوشته من');
      await signOutExpert();
      (await byRole(element, 'button', 'پرسش را بفرستید')).click();
      await byRole(element, 'heading', 'دوباره وارد شوید');
      expect(readable(element)).not.to.contain('درخواستی که نشستش تمام می‌شود');
      await writePassword(element);
      const field = (await byRole(element, 'textbox', 'پرسش از شهروند')) as HTMLTextAreaElement;
      expect(field.value).to.equal('نوشته من');
    });

    it('keeps what was written when the network is gone', async () => {
      const { element } = await atCase('درخواستی که شبکه‌اش قطع می‌شود');
      await take(element);
      (await byRole(element, 'button', 'پرسیدن از شهروند')).click();
      type(await byRole(element, 'textbox', 'پرسش از شهروند'), 'نوشته من');
      faultyFetch(/\/ask$/, 'offline');
      (await byRole(element, 'button', 'پرسش را بفرستید')).click();
      await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
      restoreFetch();
      (await byRole(element, 'button', 'پرسش را بفرستید')).click();
      await byRole(element, 'heading', 'پرونده‌های میز');
    });

    it('that is not there says so', async () => {
      await signInExpert();
      location.hash = '#/case/00000000000000000000000000000000';
      const element = await desk('fa', 'hash');
      await byRole(element, 'heading', 'پرونده باز نشد');
      expect(element.state).to.equal('failed');
    });
  });
});
