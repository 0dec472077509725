/** What the desk shows as it was written: long lists, other people's text, long names, the time of the gateway. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { render } from 'lit';
import { GatewayClient } from '../../src/client/client.ts';
import { sheetView } from '../../src/elements/desk-console/parts/sheet-view.ts';
import { ownOriginUrl, shiftClock, watchFetch } from '../support/browser.ts';
import { expert, fileInformationRequest, signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, untilReadable } from '../support/find.ts';
import { atCase, desk, idOf, leaveDesk, rows } from './desk-console-driver.ts';

const staff = new GatewayClient(ownOriginUrl);

describe('desk-console shows', () => {
  afterEach(leaveDesk);

  describe('a long queue', () => {
    before(async function () {
      this.timeout(60_000);
      for (let n = 0; n < 30; n++) await fileInformationRequest(`یکی از بسیار پرونده‌ها، شماره ${n}`);
    });

    it('page by page, by due date and then by filing time, none twice, focus at the first new one', async () => {
      await signInExpert();
      const element = await desk();
      await waitUntil(() => rows(element).length === 25);
      for (let shown = 25; ; ) {
        const [more] = allByRole(element, 'button', 'پرونده‌های بعدی');
        if (!more) break;
        more.click();
        await waitUntil(() => rows(element).length > shown && focused(element) === rows(element)[shown]);
        shown = rows(element).length;
      }
      const ids = rows(element).map(idOf);
      expect(ids.length).to.be.greaterThan(29);
      expect(new Set(ids).size).to.equal(ids.length);
      const known = new Map<string, { dueAt: string; filedAt: string; paused: boolean }>();
      for (let cursor: string | undefined; ; ) {
        const page = await staff.call('queue', { query: { cursor, limit: '100' } });
        for (const item of page.items) known.set(item.id, item);
        if (!page.next) break;
        cursor = page.next;
      }
      // What waits for the citizen stands where it was due when that began: its due time moves meanwhile.
      const keys = ids.filter((id) => !known.get(id)!.paused).map((id) => [Date.parse(known.get(id)!.dueAt), Date.parse(known.get(id)!.filedAt)] as const);
      expect(keys.length).to.be.greaterThan(29);
      keys.slice(1).forEach((key, at) => {
        const before = keys[at]!;
        expect(key[0] > before[0] || (key[0] === before[0] && key[1] >= before[1]), `row ${at + 2} after row ${at + 1}`).to.equal(true);
      });
    });

    it('and comes back from a case of the second page to its row; a row that is gone leaves focus at the next', async () => {
      await signInExpert();
      const element = await desk();
      await waitUntil(() => rows(element).length === 25);
      (await byRole(element, 'button', 'پرونده‌های بعدی')).click();
      await waitUntil(() => rows(element).length > 27);
      const id = idOf(rows(element)[26]!);
      rows(element)[26]!.click();
      await byRole(element, 'heading', 'تاریخچه');
      (await byRole(element, 'button', 'پرونده‌های میز')).click();
      await waitUntil(() => (focused(element) as HTMLAnchorElement | null)?.hash === `#/case/${id}`);
      const asked = watchFetch();
      (await byRole(element, 'button', 'تازه کنید')).click();
      await waitUntil(() => asked(/limit=/).length === 1);
      await waitUntil(() => rows(element).length > 27);

      const next = idOf(rows(element)[27]!);
      rows(element)[26]!.click();
      await byRole(element, 'heading', 'تاریخچه');
      await expert.take(id);
      await expert.answer(id, 'done', 'انجام شد.');
      (await byRole(element, 'button', 'پرونده‌های میز')).click();
      await waitUntil(() => (focused(element) as HTMLAnchorElement | null)?.hash === `#/case/${next}`);
    });
  });

  it('what is left by the clock of the gateway, not by that of the device', async () => {
    // This device believes that it is three weeks later: every case would be late.
    shiftClock(21 * 86_400_000);
    const { element, id } = await atCase('پرونده‌ای که ساعت دستگاه برایش اشتباه است');
    expect(readable(element)).to.contain('مانده').and.not.to.contain('دیر شده');
    (await byRole(element, 'button', 'پرونده‌های میز')).click();
    await waitUntil(() => rows(element).some((row) => idOf(row) === id));
    const row = rows(element).find((each) => idOf(each) === id)!;
    expect(row.textContent).to.contain('مانده');
    expect(row.closest('li')!.className).not.to.contain('late');
  });

  it('what a citizen wrote in its own lines, closed off from the page around it', async () => {
    const text = 'سطر نخست درباره صورت‌جلسه‌ها\n\u202Eوارونه \u2066باز می‌ماند (abc) 12\nLast line in English, 34.';
    const { element } = await atCase(text);
    const shown = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.prose')].find((each) => each.textContent!.startsWith('سطر نخست'))!;
    const kept = shown.textContent!;
    expect(kept.split('\n')).to.have.length(3);
    const style = getComputedStyle(shown);
    expect(style.whiteSpace).to.match(/pre-wrap|preserve/);
    // A block of its own: no direction mark reaches over its edge, whatever is left open in it.
    expect(style.display).to.equal('block');
    expect(style.unicodeBidi).to.equal('plaintext');
    const lines = parseFloat(style.lineHeight) * 3;
    expect(shown.getBoundingClientRect().height).to.be.closeTo(lines, 2);
    // The Latin line begins at the left, the Persian one at the right, in the same text.
    const range = document.createRange();
    const whole = [...shown.childNodes].find((child) => child.nodeType === Node.TEXT_NODE && child.textContent === kept)!;
    const box = shown.getBoundingClientRect();
    range.setStart(whole, 0);
    range.setEnd(whole, 3);
    expect(range.getBoundingClientRect().right).to.be.closeTo(box.right, 1);
    const latin = kept.indexOf('Last');
    range.setStart(whole, latin);
    range.setEnd(whole, latin + 4);
    expect(range.getBoundingClientRect().left).to.be.closeTo(box.left, 1);
  });

  it('whole names of units in a narrow column', async () => {
    const { element } = await atCase('پرونده‌ای که به واحدی با نام بلند می‌رود');
    const box = element.parentElement!;
    box.style.inlineSize = '328px';
    (await byRole(element, 'button', 'ارجاع به واحد دیگر')).click();
    await waitUntil(() => allByRole(element, 'radio').length > 20);
    for (const radio of allByRole(element, 'radio')) {
      const label = radio.closest('label')!;
      expect(label.scrollWidth, label.textContent!).to.be.at.most(label.clientWidth);
      expect(label.getBoundingClientRect().height).to.be.at.least(43.5);
    }
    expect(box.scrollWidth).to.be.at.most(328);
    box.style.inlineSize = '';
  });

  it('the sheet of the day of filing, and how the one of today differs', async () => {
    const { element } = await atCase('پرونده‌ای با شناسنامه روز ثبت');
    await untilReadable(element, 'همان که هنگام ثبت درخواست اعلام شده بود');
    expect(readable(element)).not.to.contain('شناسنامه تازه‌تری');

    const { id } = await caseOfFirst();
    const { sheet } = await staff.call('staffCase', { params: { id } });
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const told = (published: typeof sheet | null | undefined, sheetOutdated = true) => {
      render(sheetView('fa', { sheet, sheetOutdated }, published), box);
      return box.textContent!;
    };
    expect(told({ ...sheet, version: sheet.version + 1, laws: [...sheet.laws, 'آیین‌نامه تازه'], time: null })).to.contain('فرق آن: زمان انجام، قانون و آیین‌نامه.');
    expect(told({ ...sheet, version: sheet.version + 1, phone: '02600000000' })).to.contain('قانونش همین است');
    expect(told(null)).to.contain('دیگر در فهرست خدمات نیست');
    expect(told(undefined)).to.contain('از آن پس عوض شده است');
    expect(told(undefined, false)).not.to.contain('از آن پس');
  });
});

async function caseOfFirst(): Promise<{ id: string }> {
  return (await staff.call('queue', { query: { state: 'all', limit: '1' } })).items[0]!;
}
