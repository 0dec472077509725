import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { signOutExpert } from '../support/citizen.ts';
import { describedAs, focused, readable, untilReadable } from '../support/find.ts';
import { byRole, cellAt, choose, colleague, handedIn, openAgency, openDraft, press, select } from './catalog-intake-driver.ts';

/** Nobody publishes for it in browser tests. */
const agency = 'post';
/** Headers that nobody knows. */
const strange = () => new File(['چیستی,گزاره,بها,درازا,ملاحظات\nانشعاب آزمون,برای خانه,رایگان,۲ روز کاری,هیچ\nقطع آزمون,برای خانه,رایگان,۱ روز کاری,هیچ'], 'ناشناس.csv');
const meanings = { 'چیستی': 'title', 'گزاره': 'description', 'بها': 'fee', 'درازا': 'time' } as const;

describe('catalog-intake: headers that nobody knows', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('come with what they nearly say, and with what stands under them', async function () {
    this.timeout(30_000);
    const element = await openAgency(agency);
    choose(element, new File(['عنوان خدمتت,گزاره,هزینهء,مدت زمان ارایهٔ\nانشعاب آزمون,برای خانه,رایگان,۲ روز کاری'], 'تقریبی.csv'));
    await byRole(element, 'heading', 'هر ستون چیست؟');
    const chosen = async (name: string) => (await byRole<HTMLSelectElement>(element, 'listbox', name)).value;
    expect(await chosen('عنوان خدمتت')).to.equal('title');
    expect(await chosen('گزاره')).to.equal('');
    expect(describedAs(await byRole(element, 'listbox', 'عنوان خدمتت'))).to.contain('مانند: «انشعاب آزمون»').and.contain('پیشنهاد میز خدمت است');
  });

  it('beside known ones are shown with some of their cells and the nearest column', async function () {
    this.timeout(30_000);
    const { id } = await handedIn(agency, new File(['عنوان خدمت,شرح خدمت,هزینه,مدت زمان ارائه,کلیدواژه خدمت,ملاحظات\nانشعاب آزمون,برای خانه,رایگان,۲ روز کاری,لوله,هیچ'], 'نیمه‌آشنا.csv'));
    const element = await openDraft(id);
    [...element.shadowRoot!.querySelectorAll('summary')].find(({ textContent }) => textContent.includes('نشناختیم'))!.click();
    const near = await byRole<HTMLSelectElement>(element, 'listbox', 'کلیدواژه خدمت');
    expect(near.value).to.equal('keywords');
    expect(describedAs(near)).to.contain('مانند: «لوله»');
    expect((await byRole<HTMLSelectElement>(element, 'listbox', 'ملاحظات')).value).to.equal('');
  });

  it('are read with what the officer says they mean', async function () {
    this.timeout(30_000);
    const element = await openAgency(agency);
    choose(element, strange());
    await byRole(element, 'heading', 'هر ستون چیست؟');
    expect(readable(element)).to.contain('مانند: «انشعاب آزمون»، «قطع آزمون»');
    await select(element, 'گزاره', 'description');
    await press(element, 'با این ستون‌ها بخوانید');
    await byRole(element, 'alert', '«عنوان خدمت» و دست‌کم سه ستون دیگر را برگزینید.');
    for (const [header, column] of Object.entries(meanings)) await select(element, header, column);
    const other = await byRole<HTMLSelectElement>(element, 'listbox', 'ملاحظات');
    expect([...other.options].map(({ value }) => value)).to.include('phone').and.not.include('title');
    await press(element, 'با این ستون‌ها بخوانید');
    await untilReadable(element, 'از ۲ سطر، ۲ خدمت منتشر می‌شود.');
    await waitUntil(() => focused(element)?.id === 'rows-title');
    expect(cellAt(element, 2, 'title').textContent).to.contain('انشعاب آزمون');
  });

  it('keep what was chosen when the gateway is away', async function () {

    this.timeout(30_000);
    const { id } = await handedIn(agency, strange());
    const element = await openDraft(id);
    for (const [header, column] of Object.entries(meanings)) await select(element, header, column);
    faultyFetch(/\/mapping$/, 'offline');
    await press(element, 'با این ستون‌ها بخوانید');
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    restoreFetch();
    await press(element, 'با این ستون‌ها بخوانید');
    await byRole(element, 'heading', 'سطرهای فایل');
  });

  it('that a colleague has read meanwhile are shown as they are then', async function () {

    this.timeout(30_000);
    const { id } = await handedIn(agency, strange());
    const element = await openDraft(id);
    for (const [header, column] of Object.entries(meanings)) await select(element, header, column);
    await colleague((calls) => calls.call('mapColumns', { params: { id }, body: { version: 1, mapping: { ...meanings, 'ملاحظات': 'keywords' } } }));
    await press(element, 'با این ستون‌ها بخوانید');
    await byRole(element, 'alert', /همکارتان در همین میان چیزی را عوض کرد/);
    await byRole(element, 'heading', 'سطرهای فایل');
    expect(cellAt(element, 2, 'keywords').textContent).to.contain('هیچ');
  });
});
