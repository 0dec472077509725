/** Tokens by which agencies' own systems declare: made, shown once, revoked. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { desk, leaveDesk } from './desk-console-driver.ts';

const title = 'توکن سامانه‌ها';
let made = 0;
/** Other tests make some at the same time. */
const newName = () => `سامانه ${++made} ${Date.now().toString(36)}`;
async function deskAt(username: string, lang = 'fa'): Promise<DeskConsole> {
  location.hash = '#/tokens';
  await signInExpert(username);
  return desk(lang);
}
const secretIn = (element: DeskConsole) => element.shadowRoot!.querySelector<HTMLInputElement>('#token-secret');
const itemOf = (element: DeskConsole, name: string) => [...element.shadowRoot!.querySelectorAll('.tokens li')].find((item) => item.textContent!.includes(name));
async function make(element: DeskConsole, name: string): Promise<string> {
  type(await byRole(element, 'textbox', 'نام سامانه'), name);
  (await byRole(element, 'button', 'توکن تازه بسازید')).click();
  await waitUntil(() => secretIn(element), 'the secret', { timeout: 9000 });
  return secretIn(element)!.value;
}

describe('desk-console, tokens', () => {
  afterEach(leaveDesk);

  for (const [lang, heading] of [['fa', title], ['en', 'Tokens of systems']] as const) {
    it(`is accessible, light and dark (${lang})`, async function () {
      this.timeout(40_000);
      const element = await deskAt('ostandari-head', lang);
      await byRole(element, 'heading', heading);
      await waitUntil(() => element.shadowRoot!.querySelector('#token-name'), 'the form', { timeout: 9000 });
      await expect(element).to.be.accessible();
      element.parentElement!.style.background = '#14191b';
      element.setAttribute('theme', 'dark');
      await expect(element).to.be.accessible();
    });
  }

  it('a head makes one for the agency, sees the secret once, and revokes it', async () => {
    const element = await deskAt('ostandari-head');
    const name = newName();
    const secret = await make(element, name);
    expect(secret).to.match(/^mizban_/);
    await waitUntil(() => focused(element)?.id === 'token-secret');
    await expect(element).to.be.accessible();
    let copied = '';
    const clipboard = (writeText: (text: string) => Promise<void>) => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')));
      (await byRole(element, 'button', 'توکن را کپی کنید')).click();
      await untilReadable(element, 'با Ctrl+C کپی کنید');
      await waitUntil(() => focused(element)?.id === 'token-secret', 'it is selected, to be copied by hand');
      clipboard(async (text) => void (copied = text));
      (await byRole(element, 'button', 'توکن را کپی کنید')).click();
      await byRole(element, 'button', 'کپی شد');
      expect(copied).to.equal(secret);
    } finally {
      delete (navigator as { clipboard?: unknown }).clipboard;
    }
    (await byRole(element, 'button', 'برداشتم')).click();
    await waitUntil(() => !secretIn(element));
    await waitUntil(() => itemOf(element, name));
    expect(readable(element)).not.to.contain(secret);
    expect(itemOf(element, name)!.textContent).to.contain('هنوز به کار نرفته است').and.to.contain('ساخته رئیس آزمون');
    (await byRole(element, 'button', `باطل کردن ${name}`)).click();
    (await byRole(element, 'button', 'بله، باطل شود')).click();
    await waitUntil(() => itemOf(element, name)?.textContent?.includes('باطل شد'), 'it is revoked', { timeout: 9000 });
    expect(allByRole(element, 'button', `باطل کردن ${name}`)).to.have.length(0);
  });

  it('keeps what is written when it does not arrive, and asks for a name', async () => {
    const element = await deskAt('ostandari-head');
    (await byRole(element, 'button', 'توکن تازه بسازید')).click();
    await untilReadable(element, 'نام سامانه را بنویسید');
    await waitUntil(() => focused(element)?.id === 'token-name');
    const name = newName();
    faultyFetch(/staff\/tokens/, 'offline');
    type(await byRole(element, 'textbox', 'نام سامانه'), name);
    (await byRole(element, 'button', 'توکن تازه بسازید')).click();
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    expect((await byRole(element, 'textbox', 'نام سامانه') as HTMLInputElement).value).to.equal(name);
    restoreFetch();
    (await byRole(element, 'button', 'توکن تازه بسازید')).click();
    await waitUntil(() => secretIn(element), 'the secret', { timeout: 9000 });
  });

  it('officers of the province choose the agency; experts have no tokens', async () => {
    const element = await deskAt('supervisor');
    await waitUntil(() => element.shadowRoot!.querySelectorAll('#token-agency option').length > 2, 'agencies', { timeout: 9000 });
    element.remove();
    const other = await deskAt('ostandari');
    await byRole(other, 'heading', 'پرونده‌های میز');
    expect(allByRole(other, 'link', title)).to.have.length(0);
  });
});
