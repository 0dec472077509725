/** What people searched for in vain: seen by those who keep what is the province's, and by nobody else. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
import { faultyFetch, restoreFetch, staffPasswords, watchFetch } from '../support/browser.ts';
import { signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { desk, leaveDesk } from './desk-console-driver.ts';

const title = 'جست‌وجوهای بی‌نتیجه';
const lines = (element: DeskConsole) => [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent!.trim()));

/** The desk of somebody who keeps what is the province's. */
async function deskOf(username: string, lang = 'fa', routing: 'hash' | 'none' = 'hash'): Promise<DeskConsole> {
  await signInExpert(username);
  return desk(lang, routing);
}

describe('desk-console, what was searched for in vain', () => {
  afterEach(leaveDesk);

  for (const [lang, heading, first, last] of [
    ['fa', title, ['مجوز پرورش بلدرچین', '۷', '۳ آذر ۱۴۰۵'], ['کلاس خیاطی رایگان', '۵', '۳ آذر ۱۴۰۵']],
    ['en', 'Searches that found nothing', ['مجوز پرورش بلدرچین', '7', '24 November 2026'], ['کلاس خیاطی رایگان', '5', '24 November 2026']],
  ] as const) {
    it(`is accessible, light and dark, and tells text, people and last day, most asked first (${lang})`, async () => {
      const element = await deskOf('officer-alborz', lang);
      await byRole(element, 'heading', heading);
      await waitUntil(() => lines(element).length === 2);
      await expect(element).to.be.accessible();
      element.parentElement!.style.background = '#14191b';
      element.setAttribute('theme', 'dark');
      await expect(element).to.be.accessible();
      expect(lines(element)).to.deep.equal([first, last]);
      expect(element.state).to.equal('ready');
    });
  }

  it('says why what few people asked is not there', async () => {
    const element = await deskOf('officer-alborz');
    await untilReadable(element, 'دست‌کم ۵ نفر در یک روز');
    expect(readable(element)).not.to.contain('نام یک نفر');
  });

  it('is where an officer begins, who sees no requests and is not asked to go back to them', async () => {
    const asked = watchFetch();
    const element = await deskOf('officer-alborz');
    await waitUntil(() => lines(element).length === 2);
    expect(asked(/\/v1\/staff\/requests/)).to.have.length(0);
    expect(allByRole(element, 'button', 'پرونده‌های میز')).to.have.length(0);
    expect((await byRole(element, 'link', title)).getAttribute('aria-current')).to.equal('page');
  });

  for (const routing of ['hash', 'none'] as const) {
    it(`is reached from the queue and left for it, focus at what is shown (routing ${routing})`, async () => {
      const element = await deskOf('supervisor', 'fa', routing);
      const queue = await byRole(element, 'heading', 'پرونده‌های میز');
      (await byRole(element, 'link', title)).click();
      const heading = await byRole(element, 'heading', title);
      await waitUntil(() => focused(element) === heading);
      expect(queue.isConnected).to.equal(false);
      expect(location.hash).to.equal(routing === 'hash' ? '#/unanswered' : '');
      (await byRole(element, 'button', 'پرونده‌های میز')).click();
      await byRole(element, 'heading', 'پرونده‌های میز');
      await waitUntil(() => focused(element)?.id === 'queue-title');
    });
  }

  it('is in the address, and left by going back', async () => {
    location.hash = '#/';
    location.hash = '#/unanswered';
    const element = await deskOf('supervisor');
    await waitUntil(() => lines(element).length === 2);
    history.back();
    await byRole(element, 'heading', 'پرونده‌های میز');
  });

  it('is not offered to an expert, whatever the address asks for', async () => {
    location.hash = '#/unanswered';
    const asked = watchFetch();
    const element = await deskOf('ostandari');
    await byRole(element, 'heading', 'پرونده‌های میز');
    expect(allByRole(element, 'link', title)).to.have.length(0);
    expect(asked(/unanswered/)).to.have.length(0);
  });

  it('says when there is nothing', async () => {
    const element = await deskOf('officer');
    await byRole(element, 'heading', 'اینجا عبارتی نیست');
    await expect(element).to.be.accessible();
    expect(readable(element)).to.contain('از ۵ شهریور ۱۴۰۵ تا امروز').and.to.contain('دست‌کم ۵ نفر در یک روز');
  });

  it('says when it is out of reach, and is fetched again', async () => {
    faultyFetch(/unanswered/, 'offline');
    const element = await deskOf('officer-alborz');
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    expect(element.state).to.equal('failed');
    await expect(element).to.be.accessible();
    restoreFetch();
    (await byRole(element, 'button', 'تازه کنید')).click();
    await waitUntil(() => lines(element).length === 2);
    expect(allByRole(element, 'alert')).to.have.length(0);
  });

  it('keeps what it shows when a newer list does not come', async () => {
    const element = await deskOf('officer-alborz');
    await waitUntil(() => lines(element).length === 2);
    faultyFetch(/unanswered/, 'offline');
    (await byRole(element, 'button', 'تازه کنید')).click();
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    expect(lines(element)).to.have.length(2);
  });

  it('comes back after the session ended; somebody else who signs in sees what is theirs', async () => {
    const element = await deskOf('officer-alborz');
    await waitUntil(() => lines(element).length === 2);
    await signOutExpert();
    (await byRole(element, 'button', 'تازه کنید')).click();
    await byRole(element, 'heading', 'دوباره وارد شوید');
    expect(lines(element)).to.have.length(0);
    type(await byRole(element, 'textbox', 'نام کاربری'), 'ostandari');
    type(await byRole(element, 'password', 'گذرواژه'), staffPasswords['ostandari']!);
    (await byRole(element, 'button', 'ورود')).click();
    const queue = await byRole(element, 'heading', 'پرونده‌های میز');
    await waitUntil(() => focused(element) === queue);
    expect(allByRole(element, 'link', title)).to.have.length(0);
  });

  it('has room in a narrow column', async () => {
    const element = await deskOf('officer-alborz');
    await waitUntil(() => lines(element).length === 2);
    const box = element.parentElement!;
    box.style.inlineSize = '360px';
    expect(box.scrollWidth).to.be.at.most(360);
    const table = element.shadowRoot!.querySelector('table')!;
    expect(table.scrollWidth).to.be.at.most(table.parentElement!.clientWidth);
    box.style.inlineSize = '';
  });
});
