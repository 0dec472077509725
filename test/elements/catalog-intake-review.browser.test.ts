import { expect, waitUntil } from '@open-wc/testing';
import { restoreFetch } from '../support/browser.ts';
import { signInExpert, signOutExpert } from '../support/citizen.ts';
import { describedAs, focused, readable, untilReadable } from '../support/find.ts';
import { allByRole, asksBeforeLeaving, byRole, colleague, csv, faulty, good, handedIn, intake, openDraft, press, readDraft, write } from './catalog-intake-driver.ts';

/** Nobody publishes for it in browser tests. */
const agency = 'ostandari';
const head = 'ostandari-isfahan-head';

describe('catalog-intake: the second person', () => {
  const ask = (secondPerson: boolean) => colleague((calls) => calls.call('setIntake', { body: { agency, secondPerson } }), head);
  before(async function () {
    this.timeout(60_000);
    await ask(true);
  });
  after(async function () {
    this.timeout(60_000);
    await ask(false);
  });
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [lang, heading, back] of [['fa', /^منتظر نظر شما/, 'برگردانید با دلیل'], ['en', /^Waiting for you/, 'Send back with a reason']] as const) {
    it(`is accessible (${lang})`, async function () {
      this.timeout(60_000);
      const { id } = await handedIn(agency, csv(good('خدمت دونفره')));
      await signInExpert(head);
      const element = await intake(lang);
      await byRole(element, 'heading', heading);
      await expect(element).to.be.accessible();
      element.remove();
      const draft = await openDraft(`${id}/difference`, lang);
      await untilReadable(draft, back);
      await expect(draft).to.be.accessible();
    });
  }

  it('finds what waits and who prepared it, sends it back with a reason; who prepared it reads the reason until they change something', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, csv(faulty('خدمت برگشتی')));
    await signInExpert(head);
    const element = await intake();
    await untilReadable(element, 'آماده‌کننده: کارشناس راهنماها');
    expect(element.shadowRoot!.querySelector('input[type=file]')).to.equal(null);
    element.shadowRoot!.getElementById(`draft_${id}`)!.click();
    await untilReadable(element, 'برگردانید با دلیل');
    element.shadowRoot!.querySelectorAll('summary').forEach((summary) => summary.textContent.includes('برگردانید') && summary.click());
    await press(element, 'پیش‌نویس را برگردانید');
    await waitUntil(() => focused(element)?.id === 'reason');
    expect(describedAs(focused(element) as HTMLElement)).to.contain('بنویسید چه باید عوض شود');
    await write(element, 'چه باید عوض شود؟', 'مهلت این خدمت را بنویسید.');
    expect(asksBeforeLeaving()).to.equal(true);
    await press(element, 'پیش‌نویس را برگردانید');
    await byRole(element, 'heading', 'اعلام خدمات دستگاه');
    await waitUntil(() => element.shadowRoot!.getElementById(`draft_${id}`)?.textContent.includes('برگشت خورده'), 'it stands among the unfinished', { timeout: 10_000 });
    element.remove();

    await signInExpert('officer');
    const mine = await openDraft(id);
    await untilReadable(mine, 'رئیس اصفهان این پیش‌نویس را برگردانده است:');
    expect(readable(mine)).to.contain('مهلت این خدمت را بنویسید.');
    mine.shadowRoot!.querySelector<HTMLElement>('tr[aria-rowindex="2"] [data-column="time"]')!.click();
    await write(mine, 'متن خانه', '۳ روز کاری');
    await press(mine, 'در جدول بگذارید');
    await waitUntil(() => !readable(mine).includes('برگردانده است'), 'the reason is gone', { timeout: 10_000 });
    expect((await readDraft(id)).returned).to.equal(null);
  });

  it('looks at the rows and changes none', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, csv(faulty('خدمت دیدنی')));
    await signInExpert(head);
    const element = await openDraft(id);
    await byRole(element, 'heading', 'سطرهای فایل');
    element.shadowRoot!.querySelector<HTMLElement>('tr[aria-rowindex="2"] [data-column="documents"]')!.click();
    await untilReadable(element, 'گرفتن «تصویر شناسنامه» از مردم ممنوع است');
    expect(allByRole(element, 'textbox')).to.deep.equal([]);
    for (const name of ['همین را بگذارید', 'این پیش‌نویس را دور بریزید']) expect(allByRole(element, 'button', name), name).to.deep.equal([]);
  });

  it('says whether two people are needed', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, csv(good('خدمت سنجشی')));
    await signInExpert(head);
    const element = await intake();
    await untilReadable(element, 'پیش‌نویس را کسی منتشر کند که در نوشتنش دست نداشته است.');
    const choice = element.shadowRoot!.querySelector<HTMLInputElement>('#second-person')!;
    expect(choice.checked).to.equal(true);
    choice.click();
    await waitUntil(async () => !(await readDraft(id)).secondPerson, 'it is off', { timeout: 10_000 });
    await waitUntil(() => !choice.checked && choice.getAttribute('aria-disabled') === null, 'it is shown to be off', { timeout: 10_000 });
    choice.click();
    await waitUntil(async () => (await readDraft(id)).secondPerson, 'it is on', { timeout: 10_000 });
  });
});
