import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch, staffPasswords, watchFetch } from '../support/browser.ts';
import { signOutExpert } from '../support/citizen.ts';
import { focused, readable, type, untilReadable } from '../support/find.ts';
import { allByRole, byRole, cellAt, choose, colleague, csv, drop, faulty, follow, good, handedIn, openAgency, openDraft, paste, press, readDraft, select, write } from './catalog-intake-driver.ts';

/** Nobody else declares for it in browser tests. */
const agency = 'post';
/** Headers that nobody knows. */
const strange = () => new File(['چیستی,گزاره,بها,درازا,ملاحظات\nانشعاب آزمون,برای خانه,رایگان,۲ روز کاری,هیچ\nقطع آزمون,برای خانه,رایگان,۱ روز کاری,هیچ'], 'ناشناس.csv');
const meanings = { 'چیستی': 'title', 'گزاره': 'description', 'بها': 'fee', 'درازا': 'time' } as const;

describe('catalog-intake: files', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('come', () => {
    it('dropped', async function () {
      this.timeout(30_000);
      const element = await openAgency(agency);
      drop(element, csv(good('خدمت رهاشده')));
      await byRole(element, 'heading', 'سطرهای فایل');
      expect(cellAt(element, 2, 'title').textContent).to.contain('خدمت رهاشده');
    });

    it('pasted, with line breaks in a cell', async function () {

      this.timeout(30_000);
      const element = await openAgency(agency);
      expect(paste(document.body, 'عنوان خدمت\tشرح خدمت\tهزینه\tمدت زمان ارائه\nخدمت چسبانده\t"خط یک\nخط دو"\tرایگان\t۲ روز کاری\n')).to.equal(true);
      await byRole(element, 'heading', 'جدول چسبانده‌شده');
      await untilReadable(element, 'از ۱ سطر، ۱ خدمت منتشر می‌شود.');
      cellAt(element, 2, 'description').click();
      expect((await byRole<HTMLTextAreaElement>(element, 'textbox', 'متن خانه')).value).to.equal('خط یک\nخط دو');
    });

    it('not from what is pasted into a field, or is no table', async function () {

      this.timeout(30_000);
      const element = await openAgency(agency);
      const sent = watchFetch();
      expect(paste(document.body, 'یک جمله')).to.equal(false);
      const field = document.createElement('textarea');
      element.append(field);
      expect(paste(field, 'الف\tب\nپ\tت')).to.equal(false);
      expect(sent(/declarations\?agency/)).to.deep.equal([]);
    });

    it('though the session ran out: the file is sent after the next sign-in', async function () {

      this.timeout(30_000);
      const element = await openAgency(agency);
      await signOutExpert();
      choose(element, csv(good('خدمت پس از ورود')));
      await byRole(element, 'heading', 'دوباره وارد شوید');
      type(await byRole(element, 'password', 'گذرواژه'), staffPasswords['officer']!);
      await press(element, 'ورود');
      await press(element, 'همان فایل را دوباره بفرستید');
      await byRole(element, 'heading', 'سطرهای فایل');
    });
  });

  describe('with headers that nobody knows', () => {
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

  describe('at which two work', () => {
    it('keep what one typed while the other changed the draft', async function () {
      this.timeout(30_000);
      const { id, version } = await handedIn(agency, csv(faulty('خدمت مشترک'), good('خدمت دیگر')));
      const element = await openDraft(id);
      cellAt(element, 2, 'time').click();
      await write(element, 'متن خانه', '۴ روز کاری');
      await colleague((calls) => calls.call('mendCell', { params: { id }, body: { version, row: 3, column: 'time', value: '۹ روز کاری' } }));
      await press(element, 'در جدول بگذارید');
      await byRole(element, 'alert', /نوشته شما سر جایش است/);
      expect((await byRole<HTMLTextAreaElement>(element, 'textbox', 'متن خانه')).value).to.equal('۴ روز کاری');
      expect(cellAt(element, 3, 'time').textContent).to.contain('۹ روز کاری');
      await press(element, 'در جدول بگذارید');
      await waitUntil(() => !cellAt(element, 2, 'time').classList.contains('is-warning'));
      expect(allByRole(element, 'alert')).to.deep.equal([]);
      expect((await readDraft(id)).version).to.equal(version + 2);
    });

    it('keep what was typed for whoever looks at another file and comes back', async function () {

      this.timeout(30_000);
      const [one, other] = [await handedIn(agency, csv(good('خدمت نیمه‌کاره'))), await handedIn(agency, csv(good('خدمت دیگر')))];
      const element = await openDraft(one.id);
      cellAt(element, 2, 'description').click();
      await write(element, 'متن خانه', 'شرح نیمه‌کاره');
      for (const { id } of [other, one]) {
        await follow(element, 'همه فایل‌ها');
        await waitUntil(() => element.shadowRoot!.getElementById(`draft_${id}`));
        element.shadowRoot!.getElementById(`draft_${id}`)!.click();
        await byRole(element, 'heading', 'سطرهای فایل');
        expect(readable(element).includes('گذاشته نشده')).to.equal(id === one.id);
      }
      cellAt(element, 2, 'description').click();
      expect((await byRole<HTMLTextAreaElement>(element, 'textbox', 'متن خانه')).value).to.equal('شرح نیمه‌کاره');
    });
  });

  describe('are thrown away', () => {
    it('after a question, and are gone from the list', async function () {
      this.timeout(30_000);
      const { id } = await handedIn(agency, csv(good('خدمت دورریختنی')));
      const element = await openDraft(id);
      await press(element, 'این پیش‌نویس را دور بریزید');
      await waitUntil(() => focused(element)?.id === 'discard-title');
      await press(element, 'نه');
      await waitUntil(() => focused(element)?.id === 'discard');
      await press(element, 'این پیش‌نویس را دور بریزید');
      await press(element, 'بله، پاک شود');
      await byRole(element, 'heading', 'اعلام خدمات دستگاه');
      await waitUntil(() => !element.shadowRoot!.getElementById(`draft_${id}`), 'gone from the list', { timeout: 8000 });
      expect(location.hash).to.equal('#/');
    });

    it('not while the gateway is away, which is said also where no row could be read', async function () {

      this.timeout(30_000);
      const { id } = await handedIn(agency, strange());
      const element = await openDraft(id);
      await press(element, 'این پیش‌نویس را دور بریزید');
      faultyFetch(new RegExp(`/declarations/${id}$`), 'offline');
      await press(element, 'بله، پاک شود');
      await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
      restoreFetch();
      await press(element, 'بله، پاک شود');
      await byRole(element, 'heading', 'اعلام خدمات دستگاه');
    });
  });
});
