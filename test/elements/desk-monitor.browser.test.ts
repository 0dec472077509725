/** How the agencies keep their promise: the supervisor's page on the real gateway. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/desk-monitor/desk-monitor.define.ts';
import type { DeskMonitor } from '../../src/elements/desk-monitor/desk-monitor.ts';
import { faultyFetch, ownOriginUrl, restoreFetch } from '../support/browser.ts';
import { caseOf, fileInformationRequest, signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, untilReadable } from '../support/find.ts';

const page = (lang = 'fa') => fixture<DeskMonitor>(html`<desk-monitor gateway=${ownOriginUrl} lang=${lang} routing="hash"><p>111</p></desk-monitor>`);
const rowsOf = (element: Element) => [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => row.querySelector('th')!.textContent.trim());
const number = (text: string) => Number(text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))));

describe('desk-monitor', () => {
  let id = '';
  before(async () => {
    await signInExpert();
    id = (await caseOf(await fileInformationRequest('پرونده‌ای که ناظر می‌شمارد'))).id;
    await signOutExpert();
  });
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  async function shown(username = 'supervisor', lang = 'fa') {
    await signInExpert(username);
    const element = await page(lang);
    await waitUntil(() => rowsOf(element).length > 0, 'the table', { timeout: 9000 });
    return element;
  }

  for (const [lang, heading] of [['fa', 'دستگاه‌ها و قولشان'], ['en', 'Agencies and their promise']] as const) {
    it(`is accessible with its figures and their cases, light and dark (${lang})`, async function () {
      this.timeout(40_000);
      const element = await shown('supervisor', lang);
      await byRole(element, 'heading', heading);
      await expect(element).to.be.accessible();
      element.parentElement!.style.background = '#14191b';
      element.setAttribute('theme', 'dark');
      await expect(element).to.be.accessible();
      location.hash = '#/all/open';
      await waitUntil(() => element.shadowRoot!.querySelector('.cases li'), 'the cases', { timeout: 9000 });
      await expect(element).to.be.accessible();
    });
  }

  it('opens a figure down to its cases, each a link to the desk, and goes back to where it was', async () => {
    const element = await shown();
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('#to_ostandari_filed')!;
    const count = number(link.textContent.trim());
    expect(count).to.be.greaterThan(0);
    link.click();
    await byRole(element, 'heading', /^رسیده: /);
    await waitUntil(() => focused(element)?.id === 'cases-title');
    const cases = () => [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.cases a')].map((each) => each.getAttribute('href'));
    for (;;) {
      await waitUntil(() => cases().length > 0 && element.state === 'ready', 'the cases', { timeout: 9000 });
      const [more] = allByRole(element, 'button', 'پرونده‌های بعدی');
      if (!more) break;
      const before = cases().length;
      more.click();
      await waitUntil(() => cases().length > before, 'more cases', { timeout: 9000 });
    }
    expect(cases().length).to.be.at.least(count);
    expect(new Set(cases()).size).to.equal(cases().length);
    expect(cases()).to.include(`/desk#/case/${id}`);
    history.back();
    await waitUntil(() => focused(element)?.id === link.id, 'back at the figure', { timeout: 9000 });
  });

  it('sorts by a press, tells how, and leaves what cannot be told at the end', async () => {
    const element = await shown();
    const press = async (name: string) => {
      (await byRole(element, 'button', name)).click();
      await element.updateComplete;
      return element.shadowRoot!.querySelector('th[aria-sort]')!.getAttribute('aria-sort');
    };
    expect(await press('دستگاه')).to.equal('ascending');
    const up = rowsOf(element);
    expect(up).to.deep.equal([...up].sort(new Intl.Collator('fa').compare));
    expect(await press('دستگاه ↑')).to.equal('descending');
    expect(rowsOf(element)).to.deep.equal([...up].reverse());
    expect(await press('رسیده')).to.equal('descending');
    const filed = [...element.shadowRoot!.querySelectorAll('td[data-label="رسیده"]')].map((cell) => number(cell.textContent.trim()));
    expect(filed).to.deep.equal([...filed].sort((a, b) => b - a));
    expect(filed[0]).to.be.greaterThan(0);
    expect(await press('راضی')).to.equal('descending');
  });

  it('says of an agency without requests that it had none, and draws no zeros', async () => {
    const element = await shown();
    const lines = [...element.shadowRoot!.querySelectorAll('tbody tr')].filter((row) => row.querySelectorAll('td').length === 1);
    expect(lines.length).to.be.greaterThan(0);
    for (const row of lines) expect(row.querySelector('td')!.textContent).to.equal('در این مدت درخواستی نداشته است');
  });

  it('keeps what it shows when the gateway is gone, and says so', async () => {
    const element = await shown();
    const before = rowsOf(element);
    faultyFetch(/\/v1\/staff\/monitor/, 'offline');
    (await byRole(element, 'button', 'تازه کنید')).click();
    await waitUntil(() => allByRole(element, 'alert').length === 1, 'it is said', { timeout: 15_000 });
    expect(rowsOf(element)).to.deep.equal(before);
  });

  it('shows the head of an agency that agency, and an expert nothing', async () => {
    const head = await shown('ostandari-head');
    expect(rowsOf(head)).to.have.length(1);
    await signOutExpert();
    await signInExpert('ostandari');
    const element = await page();
    await waitUntil(() => element.state === 'failed', 'refused', { timeout: 9000 });
    expect(readable(element)).not.to.contain('رسیده از');
    await untilReadable(element, /حساب|اجازه|دسترسی/);
  });
});
