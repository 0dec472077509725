import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { Offering } from '../../src/contract/offering.ts';
import { faultyFetch, gatewayUrl, restoreFetch } from '../support/browser.ts';
import { signOutExpert } from '../support/citizen.ts';
import { focused, readable, untilReadable } from '../support/find.ts';
import { allByRole, byRole, colleague, csv, follow, good, handedIn, openAgency, openDraft, press, publish, published, readDraft, write } from './catalog-intake-driver.ts';

/** Nobody else declares for it in browser tests. */
const agency = 'sabt-asnad';
const agree = (element: Element) => element.shadowRoot!.querySelector<HTMLInputElement>('#agreed')?.click();
const persian = (number: number) => new Intl.NumberFormat('fa-IR', { useGrouping: false }).format(number);

describe('catalog-intake: publishing', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('gives links to the new sheets, and says later that the draft is published', async function () {

    this.timeout(30_000);
    await published(agency, csv(good('خدمت ماندنی')));
    const { id } = await handedIn(agency, csv(good('خدمت ماندنی'), good('خدمت تازه برگه')));
    const element = await openDraft(`${id}/difference`);
    await press(element, 'منتشر کنید');
    const link = await byRole<HTMLAnchorElement>(element, 'link', 'خدمت تازه برگه');
    const sheet = (await (await fetch(link.href.replace(location.origin, gatewayUrl), { headers: { accept: 'application/json' } })).json()) as Offering;
    expect(sheet.title).to.equal('خدمت تازه برگه');
    await follow(element, 'همه فایل‌ها');
    await byRole(element, 'heading', 'اعلام خدمات دستگاه');
    history.back();
    await untilReadable(element, /این فایل با نسخه [۰-۹]+ منتشر شده است و دیگر عوض نمی‌شود/);
    expect(allByRole(element, 'alert')).to.deep.equal([]);
  });

  it('shows what changes, field by field, before and after', async function () {

    this.timeout(30_000);
    await published(agency, csv(good('خدمت دگرگون', '۵ روز کاری')));
    const { id } = await handedIn(agency, csv(good('خدمت دگرگون', '۸ روز کاری')));
    const element = await openDraft(`${id}/difference`);
    await byRole(element, 'heading', 'عوض می‌شود (۱)');
    const texts = (tag: string) => [...element.shadowRoot!.querySelectorAll(tag)].map(({ textContent }) => textContent);
    expect(texts('del').some((text) => text.includes('۵ روز'))).to.equal(true);
    expect(texts('ins').some((text) => text.includes('۸ روز'))).to.equal(true);
  });

  it('over what a colleague published meanwhile shows the new difference, keeps the note, and asks anew', async function () {

    this.timeout(30_000);
    await published(agency, csv(good('خدمت پایه'), good('خدمت رفتنی')));
    const { id } = await handedIn(agency, csv(good('خدمت پایه')));
    const element = await openDraft(`${id}/difference`);
    await write(element, /^یادداشت برای همکاران/, 'کوتاه شد');
    agree(element);
    await colleague(() => published(agency, csv(good('خدمت پایه'), good('خدمت همکار'))));
    await press(element, 'منتشر کنید');
    await byRole(element, 'alert', /همکارتان در همین میان چیزی را عوض کرد/);
    await untilReadable(element, 'خدمت همکار');
    const box = element.shadowRoot!.querySelector<HTMLInputElement>('#agreed')!;
    expect(box.checked).to.equal(false);
    expect((await byRole<HTMLInputElement>(element, 'textbox', /^یادداشت برای همکاران/)).value).to.equal('کوتاه شد');
    box.click();
    const done = oneEvent(element, 'catalog-intake-published');
    await press(element, 'منتشر کنید');
    await done;
    await follow(element, 'همه فایل‌ها');
    await untilReadable(element, 'کوتاه شد');
  });

  it('of a draft that a colleague has just published says as which version', async function () {

    this.timeout(30_000);
    const { id } = await handedIn(agency, csv(good('خدمت دو نفره')));
    const element = await openDraft(`${id}/difference`);
    agree(element);
    await colleague(() => publish(id));
    await press(element, 'منتشر کنید');
    await untilReadable(element, `این فایل با نسخه ${persian((await readDraft(id)).publishedAs!)} منتشر شده است`);
    expect(allByRole(element, 'button', 'منتشر کنید')).to.deep.equal([]);
  });

  it('whose answer is lost is done once', async function () {

    this.timeout(30_000);
    const before = await published(agency, csv(good('خدمت یک‌بار')));
    const { id } = await handedIn(agency, csv(good('خدمت یک‌بار'), good('خدمت دیگر')));
    const element = await openDraft(`${id}/difference`);
    faultyFetch(/\/publish$/, 'answerLost');
    await press(element, 'منتشر کنید');
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    restoreFetch();
    await press(element, 'منتشر کنید');
    await untilReadable(element, `نسخه ${persian(before.items[0]!.version + 1)}: مردم از این دستگاه ۲ خدمت می‌بینند`);
  });

  describe('where the head asks for a second person', () => {
    const ask = (secondPerson: boolean) => colleague((calls) => calls.call('setIntake', { body: { agency, secondPerson } }), 'sabt-asnad-head');
    afterEach(() => ask(false));

    it('waits for somebody else than who drafted, and says who did', async function () {

      this.timeout(30_000);
      await ask(true);
      const { id } = await handedIn(agency, csv(good('خدمت دونفره')));
      const mine = await openDraft(`${id}/difference`);
      await byRole(mine, 'heading', 'منتظر نفر دوم');
      expect(readable(mine)).to.contain('تا کنون کارشناس راهنماها در آن دست داشته‌اند');
      expect(allByRole(mine, 'button', 'منتشر کنید')).to.deep.equal([]);
      mine.remove();
      await colleague(async () => {
        const theirs = await openDraft(`${id}/difference`);
        agree(theirs);
        await press(theirs, 'منتشر کنید');
        await byRole(theirs, 'heading', 'منتشر شد');
      });
    });

    it('since a moment ago tells so at the press, and then waits', async function () {

      this.timeout(30_000);
      const { id } = await handedIn(agency, csv(good('خدمت در میانه')));
      const element = await openDraft(`${id}/difference`);
      agree(element);
      await ask(true);
      await press(element, 'منتشر کنید');
      await byRole(element, 'heading', 'منتظر نفر دوم');
    });
  });

  describe('and the way back', () => {
    it('is asked about, taken, and itself in the history', async function () {
      this.timeout(30_000);
      await published(agency, csv(good('خدمت پیشین')));
      const { items } = await published(agency, csv(good('خدمت پیشین'), good('خدمت پسین')));
      const [newest, earlier] = items;
      const element = await openAgency(agency);
      const list = element.shadowRoot!.querySelector('.history')!;
      expect(list.children.length).to.equal(items.length);
      expect(list.children[0]!.textContent).to.contain('مردم این را می‌بینند');
      element.shadowRoot!.getElementById(`back_${earlier!.version}`)!.click();
      await waitUntil(() => focused(element)?.id === 'ask-title');
      await press(element, 'نه');
      await waitUntil(() => focused(element)?.id === `back_${earlier!.version}`);
      element.shadowRoot!.getElementById(`back_${earlier!.version}`)!.click();
      const done = oneEvent(element, 'catalog-intake-published');
      await press(element, 'بله، برگردد');
      expect((await done).detail).to.deep.equal({ agency, version: newest!.version + 1 });
      await untilReadable(element, `برگشت به نسخه ${persian(earlier!.version)}`);
      await waitUntil(() => focused(element)?.id === 'history-title');
      expect(element.shadowRoot!.querySelector('.history')!.children[0]!.textContent).to.contain('۱ خدمت').and.contain('مردم این را می‌بینند');
    });

    it('after a colleague published shows the new history first', async function () {

      this.timeout(30_000);
      await published(agency, csv(good('خدمت الف')));
      const { items } = await published(agency, csv(good('خدمت ب')));
      const element = await openAgency(agency);
      element.shadowRoot!.getElementById(`back_${items[1]!.version}`)!.click();
      await colleague(() => published(agency, csv(good('خدمت پ'))));
      await press(element, 'بله، برگردد');
      await byRole(element, 'alert', /همکارتان در همین میان چیزی را عوض کرد/);
      await untilReadable(element, `نسخه ${persian(items[0]!.version + 1)}، ۱ خدمت`);
      await press(element, 'بله، برگردد');
      await untilReadable(element, `برگشت به نسخه ${persian(items[1]!.version)}`);
    });

    it('leads to the rows of an earlier file', async function () {

      this.timeout(30_000);
      const { items } = await published(agency, csv(good('خدمت دیدنی')));
      const element = await openAgency(agency);
      await waitUntil(() => element.shadowRoot!.querySelector(`.history a[href="#/${items[0]!.draft}"]`));
      element.shadowRoot!.querySelector<HTMLAnchorElement>(`.history a[href="#/${items[0]!.draft}"]`)!.click();
      await untilReadable(element, /منتشر شده است و دیگر عوض نمی‌شود/);
      expect(readable(element)).to.contain('خدمت دیدنی');
      expect(allByRole(element, 'textbox')).to.deep.equal([]);
    });
  });
});
