import { expect, waitUntil } from '@open-wc/testing';
import type { CatalogIntake } from '../../src/elements/catalog-intake/catalog-intake.ts';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { signOutExpert } from '../support/citizen.ts';
import { focused, readable, untilReadable } from '../support/find.ts';
import { byRole, cellAt, colleague, csv, faulty, good, handedIn, openDraft, press } from './catalog-intake-driver.ts';

/** Nobody else declares for it in browser tests. */
const agency = 'ostandari';
const file = () => csv(faulty('خدمت یک'), good('خدمت دو'), faulty('خدمت سه'), good('گواهي چهار'));
const unfold = (element: CatalogIntake) => element.shadowRoot!.querySelector<HTMLElement>('#kinds-title')!.click();

describe('catalog-intake: what is said, by kind', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [lang, see] of [['fa', 'سطرهایش را ببینید'], ['en', 'See its rows']] as const) {
    it(`is accessible (${lang})`, async function () {
      this.timeout(60_000);
      const { id } = await handedIn(agency, file());
      const element = await openDraft(id, lang);
      unfold(element);
      await untilReadable(element, see);
      await expect(element).to.be.accessible();
    });
  }

  it('mends all rows of a kind with one press, after a question that says how many', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, file());
    const element = await openDraft(id);
    unfold(element);
    await press(element, 'هر ۲ سطر را درست کنید');
    await waitUntil(() => focused(element)?.id === 'fix-all-title');
    expect(readable(element)).to.contain('در ۲ سطر پیشنهاد میز خدمت گذاشته شود؟ این کار یک‌جا برنمی‌گردد');
    await press(element, 'نه');
    await waitUntil(() => focused(element)?.textContent.includes('هر ۲ سطر را درست کنید'));
    await press(element, 'هر ۲ سطر را درست کنید');
    faultyFetch(/\/fixes\/all$/, 'answerLost');
    await press(element, 'بله، همه درست شود');
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    restoreFetch();
    await press(element, 'بله، همه درست شود');
    await waitUntil(() => focused(element)?.id === 'mended', 'all are mended', { timeout: 20_000 });
    expect(readable(element)).to.contain('۲ سطر درست شد.').and.not.contain('هر ۲ سطر را درست کنید');
    for (const row of [2, 4]) expect(cellAt(element, row, 'documents').textContent).to.contain('اصل شناسنامه');
  });

  it('is asked anew after a colleague changed the draft', async function () {
    this.timeout(60_000);
    const { id, version } = await handedIn(agency, file());
    const element = await openDraft(id);
    unfold(element);
    await press(element, 'هر ۲ سطر را درست کنید');
    await colleague((calls) => calls.call('mendCell', { params: { id }, body: { version, row: 3, column: 'time', value: '۹ روز کاری' } }));
    await press(element, 'بله، همه درست شود');
    await byRole(element, 'alert', /همکارتان در همین میان چیزی را عوض کرد/);
    await waitUntil(() => cellAt(element, 3, 'time').textContent.includes('۹ روز کاری'), 'rows are fresh', { timeout: 10_000 });
    await press(element, 'بله، همه درست شود');
    await waitUntil(() => focused(element)?.id === 'mended', 'all are mended', { timeout: 20_000 });
  });

  it('leads to its rows, and from there back to all', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, file());
    const element = await openDraft(id);
    unfold(element);
    await press(element, /^سطرهایش را ببینید: گرفتن «تصویر شناسنامه»/);
    await waitUntil(() => element.shadowRoot!.querySelectorAll('tbody tr').length === 2);
    await press(element, /^همه سطرها/);
    await waitUntil(() => element.shadowRoot!.querySelectorAll('tbody tr').length === 4);
  });

  it('shows at a cell what was put right by itself, before and after', async function () {
    this.timeout(60_000);
    const { id } = await handedIn(agency, file());
    const element = await openDraft(id);
    cellAt(element, 5, 'title').click();
    await untilReadable(element, 'نوشته خانه گواهي چهار منتشر می‌شود گواهی چهار');
  });

  it('tells how plainly a text is written, and what would make it plainer', async function () {
    this.timeout(60_000);
    const long = Array.from({ length: 40 }, () => 'واژه').join(' ');
    const { id } = await handedIn(agency, csv(good('خدمت یک'), good('خدمت دو').replace('برای همه مردم شهر.', long)));
    const element = await openDraft(id);
    cellAt(element, 3, 'description').click();
    await untilReadable(element, 'زبان ساده: ۱۰ از ۱۰۰، سخت خوانده می‌شود');
    expect(readable(element)).to.contain('جمله‌های کوتاه بنویسید');
    cellAt(element, 2, 'description').click();
    await untilReadable(element, 'زبان ساده: ۱۰۰ از ۱۰۰، ساده است');
    expect(readable(element)).not.to.contain('جمله‌های کوتاه بنویسید');
  });
});
