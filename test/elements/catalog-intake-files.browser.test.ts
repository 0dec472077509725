import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch, staffPasswords, watchFetch } from '../support/browser.ts';
import { signOutExpert } from '../support/citizen.ts';
import { focused, readable, type, untilReadable } from '../support/find.ts';
import { allByRole, asksBeforeLeaving, byRole, cellAt, choose, colleague, csv, drop, dropZone, faulty, follow, good, handedIn, openAgency, openDraft, paste, press, readDraft, write } from './catalog-intake-driver.ts';

/** Nobody else declares for it in browser tests. */
const agency = 'post';

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
      drop(dropZone(element), csv(good('خدمت رهاشده')));
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

    it('not beside the place for them, where the browser would open the file and leave the page', async function () {
      this.timeout(30_000);
      const element = await openAgency(agency);
      const sent = watchFetch();
      for (const target of [document.body, element.shadowRoot!.querySelector('h2')!]) expect(drop(target, csv(good('خدمت گریزان')))).to.equal(true);
      expect(sent(/declarations\?agency/).filter(({ method }) => method === 'POST')).to.deep.equal([]);
      expect(dropZone(element)).to.be.ok;
    });

    it('several at once, one after another; those after one that fails wait and are not lost', async function () {
      this.timeout(60_000);
      const element = await openAgency(agency);
      const named = (name: string, ...rows: string[]) => new File([csv(...rows)], name);
      choose(element, named('الف.csv', good('خدمت الف')), new File([], 'ب.csv'), named('پ.csv', good('خدمت پ')));
      await byRole(element, 'alert', /ب\.csv این فایل خالی است/);
      await untilReadable(element, 'در نوبت: ۱ فایل');
      expect(asksBeforeLeaving()).to.equal(true);
      await press(element, 'فایل‌های دیگر را بفرستید');
      await waitUntil(() => focused(element)?.id === 'several-read', 'all are read', { timeout: 20_000 });
      expect(readable(element)).to.contain('۲ فایل خوانده شد و هر کدام یک پیش‌نویس جداست. هر فایل که منتشر شود جای همه فهرست دستگاه را می‌گیرد');
      expect(asksBeforeLeaving()).to.equal(false);
      const drafts = allByRole(element, 'link').map(({ textContent }) => textContent.trim());
      for (const name of ['الف.csv', 'پ.csv']) expect(drafts.some((text) => text.startsWith(name)), name).to.equal(true);
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
      expect(asksBeforeLeaving()).to.equal(false);
      cellAt(element, 2, 'description').click();
      await write(element, 'متن خانه', 'شرح نیمه‌کاره');
      expect(asksBeforeLeaving()).to.equal(true);
      for (const { id } of [other, one]) {
        await follow(element, 'همه فایل‌ها');
        await waitUntil(() => element.shadowRoot!.getElementById(`draft_${id}`), 'it is in the list', { timeout: 8000 });
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
      const { id } = await handedIn(agency, new File(['چیستی,گزاره,بها\nانشعاب آزمون,برای خانه,رایگان'], 'ناشناس.csv'));
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
