/** Why an answer comes later than promised: told in a case, and the list of reasons that the supervisor keeps. */
import { expect, waitUntil } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import { faultyFetch, gatewayUrl, restoreFetch } from '../support/browser.ts';
import { signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { atCase, desk, leaveDesk } from './desk-console-driver.ts';

const reason = /بازدید کارشناس از محل لازم است/;
const selectIn = (element: Element) => element.shadowRoot!.querySelector<HTMLSelectElement>('#draft-expected')!;
const choose = (element: Element, at: number): string => {
  const select = selectIn(element);
  select.selectedIndex = at;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return select.selectedOptions[0]!.textContent.trim();
};

describe('a delay in desk-console', () => {
  afterEach(leaveDesk);

  it('is told with a reason of the list, its rule and an open day; the citizen reads all three', async function () {
    this.timeout(40_000);
    const { element, filed } = await atCase('پرونده‌ای که دیرتر از قول پاسخ می‌گیرد', true);
    (await byRole(element, 'button', 'توضیح دیرکرد')).click();
    const send = await byRole(element, 'button', 'علت و تاریخ تازه را بفرستید');
    await byRole(element, 'radio', reason);
    send.click();
    await untilReadable(element, 'علت را برگزینید.');
    expect(describedAs(selectIn(element))).to.contain('تاریخ تازه را برگزینید.');
    (await byRole(element, 'radio', reason)).click();
    const day = choose(element, 2);
    await expect(element).to.be.accessible();
    type(await byRole(element, 'textbox', /توضیح بیشتر برای شهروند/), 'نوبت بازدید هفته آینده است.');
    send.click();
    await untilReadable(element, `پاسخ تا ${day} می‌رسد.`);
    expect(readable(element)).to.match(/بازدیدی که در مراحل خدمت آمده است/).and.to.contain('نوبت بازدید هفته آینده است.');
    const { delay, state } = await new GatewayClient(gatewayUrl).call('requestStatus', { params: { code: filed.code } });
    expect([delay?.state, delay?.reason?.id, state]).to.deep.equal(['inTime', 'visit-due', 'inReview']);
  });

  it('keeps what was chosen where the list does not come, and asks for it again', async () => {
    const { element } = await atCase('پرونده‌ای که فهرست علت‌هایش نمی‌رسد', true);
    faultyFetch(/\/delay$/, 'offline');
    (await byRole(element, 'button', 'توضیح دیرکرد')).click();
    await untilReadable(element, 'فهرست علت‌ها گرفته نشد.');
    restoreFetch();
    (await byRole(element, 'button', 'دوباره امتحان کنید')).click();
    (await byRole(element, 'radio', reason)).click();
    const day = choose(element, 1);
    (await byRole(element, 'button', 'پرسیدن از شهروند')).click();
    (await byRole(element, 'button', 'توضیح دیرکرد')).click();
    await byRole(element, 'radio', reason);
    expect((await byRole(element, 'radio', reason) as HTMLInputElement).checked).to.equal(true);
    expect(selectIn(element).selectedOptions[0]!.textContent.trim()).to.equal(day);
  });
});

describe('the list of reasons in desk-console', () => {
  afterEach(leaveDesk);

  async function listOf(username: string, lang = 'fa') {
    location.hash = '#/reasons';
    await signInExpert(username);
    return desk(lang);
  }

  for (const [lang, heading] of [['fa', 'علت‌های دیرکرد'], ['en', 'Reasons for delays']] as const) {
    it(`is accessible, light and dark (${lang})`, async function () {
      this.timeout(40_000);
      const element = await listOf('supervisor', lang);
      await byRole(element, 'heading', heading);
      await waitUntil(() => element.shadowRoot!.querySelector('#reason-title'), 'the form', { timeout: 9000 });
      await expect(element).to.be.accessible();
      element.parentElement!.style.background = '#14191b';
      element.setAttribute('theme', 'dark');
      await expect(element).to.be.accessible();
    });
  }

  it('the supervisor adds one with its rule, is named beside it, and takes it off again', async () => {
    const element = await listOf('supervisor');
    const add = await byRole(element, 'button', 'به فهرست بیفزایید');
    add.click();
    await untilReadable(element, 'دست‌کم پنج حرف بنویسید.');
    expect(focused(element)?.id).to.equal('reason-title');
    const title = `علت ${Date.now().toString(36)}`;
    const write = async () => {
      type(await byRole(element, 'textbox', 'علت تازه'), title);
      type(await byRole(element, 'textbox', 'بر چه قاعده‌ای تکیه دارد؟'), 'بند ۴ برگه خدمت');
      add.click();
    };
    await write();
    await untilReadable(element, title);
    const itemOf = () => [...element.shadowRoot!.querySelectorAll('.reports li')].find((item) => item.textContent.includes(title))!;
    expect(itemOf().textContent).to.match(/افزوده/).and.to.contain('بند ۴ برگه خدمت');
    await waitUntil(() => focused(element)?.id === 'reason-title' && !(focused(element) as HTMLInputElement).value);

    await write();
    await untilReadable(element, 'این علت در فهرست هست.');

    (await byRole(element, 'button', `بردارید: ${title}`)).click();
    (await byRole(element, 'button', 'بله، برداشته شود')).click();
    await waitUntil(() => itemOf().closest('details'), 'it is among those taken off', { timeout: 9000 });
    expect(itemOf().textContent).to.match(/برداشته/);
  });

  it('is not an expert’s to change', async () => {
    const element = await listOf('ostandari');
    await byRole(element, 'heading', 'پرونده‌های میز');
    expect(allByRole(element, 'link', 'علت‌های دیرکرد')).to.have.length(0);
  });
});
