/** Who in the province has declared what: read by officers, supervisors and heads. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, readable, untilReadable } from '../support/find.ts';
import { desk, leaveDesk } from './desk-console-driver.ts';

const title = 'اعلام خدمات دستگاه‌ها';
async function deskAt(username: string, lang = 'fa'): Promise<DeskConsole> {
  location.hash = '#/declarations';
  await signInExpert(username);
  return desk(lang);
}
const rows = (element: DeskConsole) => [...element.shadowRoot!.querySelectorAll('.overview tbody tr')];
const names = (element: DeskConsole) => rows(element).map((row) => row.querySelector('th')!.textContent!.trim());
const loaded = (element: DeskConsole) => waitUntil(() => rows(element).length > 2, 'the table', { timeout: 15_000 });

describe('desk-console, what agencies have declared', () => {
  afterEach(leaveDesk);

  for (const [lang, heading] of [['fa', title], ['en', 'What agencies have declared']] as const) {
    it(`is accessible, light and dark (${lang}), and fits a narrow page`, async function () {
      this.timeout(40_000);
      const element = await deskAt('supervisor', lang);
      element.parentElement!.style.inlineSize = '360px';
      await byRole(element, 'heading', heading);
      await loaded(element);
      await expect(element).to.be.accessible();
      element.parentElement!.style.background = '#14191b';
      element.setAttribute('theme', 'dark');
      await expect(element).to.be.accessible();
      expect(element.scrollWidth).to.be.at.most(360);
    });
  }

  it('begins with those that have most to do, and sorts by a column, both ways', async () => {
    const element = await deskAt('officer-alborz');
    await loaded(element);
    await untilReadable(element, 'آنکه بیشتر کار دارد، نخست.');
    const first = names(element);
    (await byRole(element, 'button', 'دستگاه')).click();
    await waitUntil(() => element.shadowRoot!.querySelector('th[aria-sort=ascending]'));
    const sorted = names(element);
    expect(sorted).to.deep.equal([...first].sort((a, b) => a.localeCompare(b, 'fa')));
    expect(readable(element)).not.to.contain('آنکه بیشتر کار دارد، نخست.');
    (await byRole(element, 'button', /^دستگاه/)).click();
    await waitUntil(() => element.shadowRoot!.querySelector('th[aria-sort=descending]'));
    expect(names(element)).to.deep.equal([...sorted].reverse());
  });

  it('says that it could not be read, and reads it again', async () => {
    faultyFetch(/provinces\/.*declarations/, 'offline');
    const element = await deskAt('ostandari-head');
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    restoreFetch();
    (await byRole(element, 'button', 'تازه کنید')).click();
    await loaded(element);
    expect(allByRole(element, 'alert')).to.have.length(0);
  });
});
