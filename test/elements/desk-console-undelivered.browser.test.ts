/** Messages that nobody got: seen, sent again and erased by those who look after the province. */
import { expect, waitUntil } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import '../../src/client/promise.ts';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
import { faultyFetch, gatewayUrl, oneTimeCode, restoreFetch, watchFetch } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, prove, signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, untilReadable } from '../support/find.ts';
import { desk, leaveDesk } from './desk-console-driver.ts';

const title = 'پیام‌های نرسیده';
let written = Math.floor(Math.random() * 9_000_000);

/** Somebody files with a number that the SMS service does not know. Gives the id of the request. */
async function unheard(): Promise<string> {
  const filed = await fileInformationRequest('صورت‌جلسه‌ای که خبرش به کسی نمی‌رسد', `0900${String(++written).padStart(7, '0')}`);
  await signInExpert();
  return (await caseOf(filed)).id;
}
const itemOf = (element: DeskConsole, id: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.reports li')].find((item) => item.querySelector<HTMLAnchorElement>('h3 a')?.hash === `#/case/${id}`);
/** The gateway gives a message up within a second or two: the list is asked for until it has it. */
async function untilListed(element: DeskConsole, id: string): Promise<HTMLElement> {
  await waitUntil(() => {
    const item = itemOf(element, id);
    if (!item) allByRole(element, 'button', 'تازه کنید').find((button) => !button.ariaDisabled)?.click();
    return item;
  }, `the message of ${id}`, { timeout: 9000, interval: 200 });
  return itemOf(element, id)!;
}
/** The news of a request go to a mailbox that nobody has, and by SMS instead. Gives the id of the request. */
async function lostMail(): Promise<string> {
  const filed = await fileInformationRequest('صورت‌جلسه‌ای که ایمیلش به کسی نمی‌رسد');
  const client = new GatewayClient(gatewayUrl);
  const params = { code: filed.code };
  const proof = await prove(filed);
  const address = `nobody-${Date.now()}@example.ir`;
  await client.call('addNewsAddress', { params, body: { address } }, { proof });
  await client.call('proveNewsAddress', { params, body: { otp: await oneTimeCode(address) } }, { proof });
  await client.call('chooseNews', { params, body: { sms: false, smsInstead: true } }, { proof });
  await signInExpert();
  const { id } = await caseOf(filed);
  await expert.take(id);
  return id;
}
async function deskAt(username: string, lang = 'fa'): Promise<DeskConsole> {
  location.hash = '#/undelivered';
  await signInExpert(username);
  return desk(lang);
}
const button = (item: HTMLElement, name: string) => [...item.querySelectorAll('button')].find(({ textContent }) => textContent!.includes(name))!;

describe('desk-console, messages that nobody got', function () {
  this.timeout(30_000);
  afterEach(leaveDesk);

  it('says which message, why and what helps, opens the case, and is accessible, light and dark', async () => {
    const id = await unheard();
    const element = await deskAt('supervisor');
    const item = await untilListed(element, id);
    expect(item.textContent).to.contain('درخواست دسترسی آزاد به اطلاعات').and.to.contain('پیامک: درخواست ثبت شد').and.to.contain('این شماره گیرنده‌ای ندارد').and.to.contain('۱ بار کوشش شد');
    expect(item.textContent).not.to.contain('0900');
    await expect(element).to.be.accessible();
    element.parentElement!.style.background = '#14191b';
    element.setAttribute('theme', 'dark');
    await expect(element).to.be.accessible();
    item.querySelector('a')!.click();
    await byRole(element, 'heading', 'تاریخچه');
    expect(location.hash).to.equal(`#/case/${id}`);
  });

  it('says that the news of a lost e-mail went by SMS, in the list and in the case', async () => {
    const id = await lostMail();
    const element = await deskAt('supervisor');
    const item = await untilListed(element, id);
    expect(item.textContent).to.contain('ایمیل: رسیدگی آغاز شد').and.to.match(/همان خبر (را .+ پیامک کردیم|با پیامک در راه است)\./);
    await expect(element).to.be.accessible();
    item.querySelector('a')!.click();
    await byRole(element, 'heading', 'تاریخچه');
    await untilReadable(element, 'آخرین ایمیل به شهروند نرسید');
    expect(readable(element)).to.match(/همان خبر (را .+ پیامک کردیم|با پیامک در راه است)\./);
    await expect(element).to.be.accessible();
  });

  it('comes back when it is sent again in vain, and goes for good when nobody needs it any more', async () => {
    const id = await unheard();
    const element = await deskAt('supervisor');
    button(await untilListed(element, id), 'دوباره بفرست').click();
    await waitUntil(() => !itemOf(element, id), 'it is on its way', { timeout: 9000 });
    const again = await untilListed(element, id);
    faultyFetch(/undelivered\/drop/, 'offline');
    button(again, 'دیگر لازم نیست').click();
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    expect(itemOf(element, id), 'it is kept').to.not.equal(undefined);
    restoreFetch();
    button(itemOf(element, id)!, 'دیگر لازم نیست').click();
    await waitUntil(() => !itemOf(element, id), 'it is gone', { timeout: 9000 });
    await waitUntil(() => focused(element)?.localName === 'button' || focused(element)?.id === 'undelivered-title', 'the focus went on');
  });

  it('all at once is sent again', async () => {
    const ids = [await unheard(), await unheard()];
    const element = await deskAt('supervisor');
    for (const id of ids) await untilListed(element, id);
    const asked = watchFetch();
    (await byRole(element, 'button', 'همه را دوباره بفرست')).click();
    await waitUntil(() => ids.every((id) => !itemOf(element, id)), 'all are on their way', { timeout: 9000 });
    expect(asked(/undelivered\/again/)).to.have.length(1);
  });

  it('is in English for who reads English, without a link for an officer, who sees no requests', async () => {
    await unheard();
    const element = await deskAt('officer-alborz', 'en');
    await byRole(element, 'heading', 'Undelivered messages');
    await waitUntil(() => {
      const shown = element.shadowRoot!.querySelector('.reports li');
      if (!shown) allByRole(element, 'button', 'Refresh').find((each) => !each.ariaDisabled)?.click();
      return shown;
    }, 'a message', { timeout: 9000, interval: 200 });
    expect(readable(element)).to.contain('nobody has this number').and.not.to.match(/console\.undelivered/);
    expect(element.shadowRoot!.querySelector('.reports a')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('says when there is none, and an expert has no such list', async () => {
    const element = await deskAt('officer');
    await byRole(element, 'heading', title);
    await untilReadable(element, 'پیام نرسیده‌ای نمانده است');
    await expect(element).to.be.accessible();
    element.remove();
    const asked = watchFetch();
    const other = await deskAt('ostandari');
    await byRole(other, 'heading', 'پرونده‌های میز');
    expect(asked(/undelivered/)).to.have.length(0);
    expect(allByRole(other, 'link', title)).to.have.length(0);
  });
});
