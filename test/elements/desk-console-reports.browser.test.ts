/** What readers found wrong in sheets: read and closed by those who keep what is the province's. */
import { expect, waitUntil } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import '../../src/client/sheet.ts';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../support/browser.ts';
import { offeringId } from '../support/catalogue.ts';
import { signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, untilReadable } from '../support/find.ts';
import { desk, leaveDesk } from './desk-console-driver.ts';

const title = 'گزارش نادرستی برگه‌ها';
const service = 'ثبت ولادت و صدور شناسنامه';
let written = 0;

/** A reader says that a room has changed; other tests do so too, at the same time. */
async function report(): Promise<string> {
  const text = `اتاق ${++written} دیگر نیست؛ ${Date.now().toString(36)}`;
  await new GatewayClient(gatewayUrl).call('reportSheet', { params: { id: await offeringId('sabt-ahval', service) }, body: { version: 1, text } });
  return text;
}
const itemOf = (element: DeskConsole, text: string) => [...element.shadowRoot!.querySelectorAll('.reports li')].find((item) => item.textContent!.includes(text));
async function deskAt(username: string, lang = 'fa'): Promise<DeskConsole> {
  location.hash = '#/reports';
  await signInExpert(username);
  return desk(lang);
}

describe('desk-console, what readers found wrong', () => {
  afterEach(leaveDesk);

  for (const [lang, heading] of [['fa', title], ['en', 'What readers found wrong']] as const) {
    it(`is accessible, light and dark (${lang})`, async () => {
      const text = await report();
      const element = await deskAt('officer-alborz', lang);
      await byRole(element, 'heading', heading);
      await waitUntil(() => itemOf(element, text), 'the report', { timeout: 9000 });
      await expect(element).to.be.accessible();
      element.parentElement!.style.background = '#14191b';
      element.setAttribute('theme', 'dark');
      await expect(element).to.be.accessible();
    });
  }

  it('names the service and when, and goes when it was looked after, focus at the next', async () => {
    const text = await report();
    const after = await report();
    const element = await deskAt('supervisor');
    await waitUntil(() => itemOf(element, text) && itemOf(element, after), 'both', { timeout: 9000 });
    const item = itemOf(element, text)!;
    expect(item.textContent).to.contain(service).and.to.contain('سه‌شنبه ۳ آذر');
    item.querySelector('button')!.click();
    await waitUntil(() => !itemOf(element, text), 'it is gone', { timeout: 9000 });
    expect(itemOf(element, after)).to.not.equal(undefined);
    await waitUntil(() => focused(element)?.localName === 'button' && focused(element)!.closest('.reports') !== null);
  });

  it('keeps the list, and says so, when closing does not arrive', async () => {
    const text = await report();
    const element = await deskAt('officer-alborz');
    await waitUntil(() => itemOf(element, text), 'the report', { timeout: 9000 });
    faultyFetch(/sheet-reports\/.*done/, 'offline');
    itemOf(element, text)!.querySelector('button')!.click();
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    expect(itemOf(element, text)).to.not.equal(undefined);
    restoreFetch();
    itemOf(element, text)!.querySelector('button')!.click();
    await waitUntil(() => !itemOf(element, text), 'it is gone', { timeout: 9000 });
    expect(allByRole(element, 'alert')).to.have.length(0);
  });

  it('says when there is none', async () => {
    const element = await deskAt('officer');
    await byRole(element, 'heading', 'گزارشی نمانده است');
    await expect(element).to.be.accessible();
    expect(readable(element)).to.contain('هر کس در برگه خدمتی چیز نادرستی ببیند و بگوید، اینجا می‌آید.');
  });

  it('is beside what was searched for in vain, and an expert has neither', async () => {
    const element = await deskAt('officer');
    await byRole(element, 'heading', title);
    expect((await byRole(element, 'link', title)).getAttribute('aria-current')).to.equal('page');
    (await byRole(element, 'link', 'جست‌وجوهای بی‌نتیجه')).click();
    await untilReadable(element, 'اینجا عبارتی نیست');
    element.remove();
    const asked = watchFetch();
    const other = await deskAt('ostandari');
    await byRole(other, 'heading', 'پرونده‌های میز');
    expect(asked(/sheet-reports/)).to.have.length(0);
    expect(allByRole(other, 'link', title)).to.have.length(0);
  });
});
