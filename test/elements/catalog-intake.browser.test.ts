import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch, staffPasswords, watchFetch } from '../support/browser.ts';
import { agency as expertsAgency, signInExpert, signOutExpert } from '../support/citizen.ts';
import { describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { allByRole, byRole, cellAt, choose, csv, faulty, follow, good, handedIn, intake, keydown, openAgency, openDraft, press, readDraft, select, write } from './catalog-intake-driver.ts';

/** Nobody else declares for it in browser tests. */
const agency = 'kar-refah';

describe('catalog-intake', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [lang, rows, difference] of [['fa', 'سطرهای فایل', 'چه عوض می‌شود'], ['en', 'Rows of the file', 'What changes']] as const) {
    it(`is accessible as a list of files, a table and a difference (${lang})`, async () => {
      const { id } = await handedIn(agency, csv(good('خدمت یک'), faulty('خدمت دو')));
      const files = await openAgency(agency, lang);
      await expect(files).to.be.accessible();
      files.remove();
      const table = await openDraft(id, lang);
      await byRole(table, 'heading', rows);
      await expect(table).to.be.accessible();
      table.remove();
      const changes = await openDraft(`${id}/difference`, lang);
      await byRole(changes, 'heading', difference);
      await expect(changes).to.be.accessible();
    });
  }

  it('lets nobody in who does not declare', async () => {
    await signInExpert(expertsAgency);
    const element = await intake();
    await byRole(element, 'alert', /نقش شما این کار را اجازه نمی‌دهد/);
    expect(element.state).to.equal('failed');
  });

  it('stays at the choice of an agency while the files of one after another are fetched', async () => {
    const element = await openAgency(agency);
    const choice = element.shadowRoot!.querySelector<HTMLSelectElement>('#agency')!;
    const other = [...choice.options].map(({ value }) => value).find((value) => value && value !== agency)!;
    choice.focus();
    await select(element, 'کدام دستگاه؟', other);
    await byRole(element, 'heading', 'آنچه منتشر شده است');
    expect(focused(element)).to.equal(choice);
    expect(choice.value).to.equal(other);
  });

  it('takes a file, shows what is wrong at its cell, is mended, and publishes', async () => {
    const element = await openAgency(agency);
    choose(element, csv(good('صدور برگ آزمون'), faulty('گواهی آزمون')));
    await byRole(element, 'heading', 'سطرهای فایل');
    await untilReadable(element, 'از ۲ سطر، ۲ خدمت منتشر می‌شود.');
    await press(element, 'مورد بعدی');
    await waitUntil(() => focused(element) === cellAt(element, 3, 'documents'));
    await untilReadable(element, 'گرفتن «تصویر شناسنامه» از مردم ممنوع است');
    expect(readable(element)).to.contain('پایه قانونی: بخشنامه‌های سازمان اداری و استخدامی');
    await press(element, 'همین را بگذارید');
    await waitUntil(() => cellAt(element, 3, 'documents').textContent.includes('اصل شناسنامه'));
    cellAt(element, 3, 'time').click();
    await write(element, 'متن خانه', '۳ روز کاری');
    await press(element, 'در جدول بگذارید');
    await untilReadable(element, 'چیزی نیست که باید درست شود');
    await follow(element, 'ببینید چه عوض می‌شود');
    await byRole(element, 'heading', 'چه عوض می‌شود');
    await press(element, 'منتشر کنید');
    const agreed = element.shadowRoot!.querySelector<HTMLInputElement>('#agreed')!;
    await waitUntil(() => focused(element) === agreed);
    expect(describedAs(agreed)).to.contain('پیش از انتشار این را بپذیرید');
    agreed.click();
    const done = oneEvent(element, 'catalog-intake-published');
    await press(element, 'منتشر کنید');
    expect((await done).detail.agency).to.equal(agency);
    await untilReadable(element, 'مردم از این دستگاه ۲ خدمت می‌بینند');
  });

  it('says what keeps a row out, in one sentence', async () => {
    const { id } = await handedIn(agency, csv(good('خدمت یک'), good(''), good('خدمت دیگر')));
    const element = await openDraft(id);
    await untilReadable(element, '۱ سطر تا درست نشود کنار می‌ماند');
    await press(element, /^رد شده/);
    await waitUntil(() => element.shadowRoot!.querySelectorAll('tbody tr').length === 1);
    cellAt(element, 3, 'title').click();
    await untilReadable(element, 'این سطر منتشر نمی‌شود. متن خانه');
    await untilReadable(element, 'رد شده: عنوان خدمت خالی است.');
  });

  describe('the table', () => {
    it('is walked with arrows; Enter opens a cell and Escape goes back', async () => {
      const { id } = await handedIn(agency, csv(good('خدمت یک'), good('خدمت دو')));
      const element = await openDraft(id);
      cellAt(element, 2, 'title').click();
      await waitUntil(() => focused(element) === cellAt(element, 2, 'title'));
      keydown(element, 'ArrowDown');
      await waitUntil(() => focused(element) === cellAt(element, 3, 'title'));
      keydown(element, 'ArrowLeft');
      await waitUntil(() => focused(element) === cellAt(element, 3, 'description'));
      keydown(element, 'Home');
      await waitUntil(() => focused(element) === cellAt(element, 3, 'number'));
      keydown(element, 'ArrowLeft');
      await waitUntil(() => focused(element) === cellAt(element, 3, 'title'));
      keydown(element, 'Enter');
      await waitUntil(() => focused(element)?.id === 'cell-text');
      expect((focused(element) as HTMLTextAreaElement).value).to.equal('خدمت دو');
      keydown(element, 'Escape');
      await waitUntil(() => focused(element) === cellAt(element, 3, 'title'));
    });

    it('shows a large file page by page', async () => {
      const { id } = await handedIn(agency, csv(...Array.from({ length: 120 }, (_, at) => (at === 110 ? faulty('تنها نادرست') : good(`خدمت شماره ${at}`)))));
      const element = await openDraft(id);
      expect(element.shadowRoot!.querySelectorAll('tbody tr').length).to.equal(50);
      await press(element, 'سطرهای بعد');
      await untilReadable(element, 'سطر ۵۲ تا ۱۰۱ از ۱۲۱');
      await press(element, 'مورد بعدی');
      await waitUntil(() => focused(element) === cellAt(element, 112, 'documents'), 'on the third page', { timeout: 8000 });
    });

    it('keeps what was typed when the gateway is away, and when the session ran out', async () => {
      const { id } = await handedIn(agency, csv(faulty('خدمت یک')));
      const element = await openDraft(id);
      cellAt(element, 2, 'time').click();
      await write(element, 'متن خانه', '۴ روز کاری');
      faultyFetch(/\/cells$/, 'offline');
      await press(element, 'در جدول بگذارید');
      await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
      restoreFetch();
      await signOutExpert();
      await press(element, 'در جدول بگذارید');
      await byRole(element, 'heading', 'دوباره وارد شوید');
      type(await byRole(element, 'password', 'گذرواژه'), staffPasswords['officer']!);
      await press(element, 'ورود');
      const text = await byRole<HTMLTextAreaElement>(element, 'textbox', 'متن خانه');
      expect(text.value).to.equal('۴ روز کاری');
      await press(element, 'در جدول بگذارید');
      await waitUntil(() => !cellAt(element, 2, 'time').classList.contains('is-warning'));
      expect((await readDraft(id)).version).to.equal(2);
    });
  });

  describe('a file that cannot be read', () => {
    it('of a kind without a table says why and what to do', async () => {
      const element = await openAgency(agency);
      choose(element, new File([new Uint8Array(2000).fill(0xd8)], 'عکس.xlsx'));
      await byRole(element, 'heading', 'این فایل خوانده نشد');
      expect(readable(element)).to.contain('چه کنید:');
    });

    it('that is empty or too large is told before it is sent', async () => {
      const element = await openAgency(agency);
      const sent = watchFetch();
      choose(element, new File([], 'خالی.csv'));
      await byRole(element, 'alert', /این فایل خالی است/);
      choose(element, new File([new Uint8Array(100_000_001)], 'بزرگ.csv'));
      await byRole(element, 'alert', /از ۱۰۰ مگابایت بزرگ‌تر است/);
      expect(sent(/declarations\?agency/).filter(({ method }) => method === 'POST')).to.deep.equal([]);
    });

    it('on a line that fails is sent again and read once', async () => {
      const element = await openAgency(agency);
      faultyFetch(/declarations\?agency=[a-z-]+&name/, 'answerLost');
      choose(element, csv(good('خدمت بی‌پاسخ')));
      await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
      restoreFetch();
      await press(element, 'همان فایل را دوباره بفرستید');
      await byRole(element, 'heading', 'سطرهای فایل');
      expect(allByRole(element, 'alert')).to.deep.equal([]);
    });
  });
});
