/** The working calendar, seen and edited by the supervisor. What is saved is saved in the other province, where it moves nobody's date. */
import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/client/calendar.ts';
import { GatewayClient } from '../../src/client/client.ts';
import type { CalendarContent } from '../../src/contract/calendar-edit.ts';
import { faultyFetch, ownOriginUrl, restoreFetch } from '../support/browser.ts';
import { fileInformationRequest, signInExpert } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { desk, leaveDesk } from './desk-console-driver.ts';

const staff = new GatewayClient(ownOriginUrl);
const newClosure = 'روز بسته یا کوتاه تازه';
const reasonText = () => `آزمون ${Math.random().toString(36).slice(2)}`;

async function calendarOf(username: string, lang = 'fa') {
  location.hash = '#/calendar';
  await signInExpert(username);
  return again(lang);
}

async function again(lang = 'fa') {
  const element = await desk(lang);
  await waitUntil(() => element.shadowRoot!.querySelector('#versions-title'), 'the calendar', { timeout: 9000 });
  return element;
}

const part = (element: Element, name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`#calendar-${name}`)!;

function typeDate(element: Element, name: 'date' | 'until', [year, month, day]: readonly [string, string, string]): void {
  type(part(element, `${name}-day`), day);
  const select = element.shadowRoot!.querySelector<HTMLSelectElement>(`#calendar-${name}-month`)!;
  select.value = month;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  type(part(element, `${name}-year`), year);
}

async function writeClosure(element: Element, day: readonly [string, string, string], reason: string): Promise<void> {
  (await byRole(element, 'button', newClosure)).click();
  await byRole(element, 'textbox', 'علت');
  typeDate(element, 'date', day);
  type(await byRole(element, 'textbox', 'علت'), reason);
}
const take = async (element: Element) => (await byRole(element, 'button', 'به تغییرهای من بیفزایید')).click();
const look = async (element: Element) => (await byRole(element, 'button', 'ببینید چه می‌شود')).click();
async function save(element: Element, why: string): Promise<void> {
  type(await byRole(element, 'textbox', 'چرا تقویم عوض می‌شود؟'), why);
  (await byRole(element, 'button', 'در تقویم بگذارید')).click();
  await waitUntil(() => focused(element)?.id === 'calendar-title' && !part(element, 'mine'), 'saved', { timeout: 9000 });
}

/** Somebody else edits the calendar meanwhile. */
async function elsewhere(change: (content: CalendarContent) => Partial<CalendarContent>, why: string): Promise<void> {
  const { calendar } = await staff.call('calendars');
  const { version, weeklyHours, solarHolidays, lunarHolidays, closures } = calendar;
  const content = { weeklyHours, solarHolidays, lunarHolidays, closures };
  await staff.call('saveCalendar', { body: { version, content: { ...content, ...change(content) }, why } });
}

describe('the working calendar in desk-console', () => {
  afterEach(async () => {
    sessionStorage.clear();
    await leaveDesk();
  });

  for (const [lang, heading, add] of [['fa', 'تقویم کاری', newClosure], ['en', 'Working calendar', 'New closed or short day']] as const) {
    it(`is accessible, also with a form, light and dark (${lang})`, async function () {
      this.timeout(60_000);
      const element = await calendarOf('supervisor', lang);
      await byRole(element, 'heading', heading);
      await expect(element).to.be.accessible();
      (await byRole(element, 'button', add)).click();
      await waitUntil(() => part(element, 'reason'));
      part(element, 'reason').form!.requestSubmit();
      await waitUntil(() => part(element, 'reason').ariaInvalid === 'true');
      await expect(element).to.be.accessible();
      element.parentElement!.style.background = '#14191b';
      element.setAttribute('theme', 'dark');
      await expect(element).to.be.accessible();
    });
  }

  it('is only read by who sets no rules', async () => {
    const element = await calendarOf('ostandari');
    expect(readable(element)).to.match(/شنبه تا چهارشنبه/).and.to.contain('عید فطر').and.to.contain('تا اطلاع بعدی');
    expect(allByRole(element, 'button', /تازه$|^تغییر دهید|^بردارید/)).to.have.length(0);
  });

  it('shows before it is saved which requests move; nothing is written', async function () {
    this.timeout(40_000);
    await fileInformationRequest('درخواستی که تعطیلی آن را جابه‌جا می‌کند');
    const element = await calendarOf('supervisor');
    const before = (await staff.call('calendars')).calendar.version;
    (await byRole(element, 'button', newClosure)).click();
    await byRole(element, 'textbox', 'علت');
    await take(element);
    await untilReadable(element, 'روز، ماه و سال را درست و کامل بنویسید.');
    await waitUntil(() => focused(element)?.id === 'calendar-date-day');
    // The seventh day of the promise of ten: whatever else is closed, the due time goes on.
    typeDate(element, 'date', ['۱۴۰۵', '9', '14']);
    await untilReadable(element, 'شنبه ۱۴ آذر ۱۴۰۵');
    type(await byRole(element, 'textbox', 'علت'), 'آلودگی هوا');
    await take(element);
    await byRole(element, 'heading', 'تغییرهای شما');
    await waitUntil(() => focused(element)?.id === 'calendar-mine');
    await untilReadable(element, /افزوده می‌شود: آلودگی هوا · شنبه ۱۴ آذر ۱۴۰۵ · تعطیل · همه استان/);
    await look(element);
    await untilReadable(element, /تاریخ پاسخ [۰-۹٬]+ درخواست از [۰-۹٬]+ درخواست باز جابه‌جا می‌شود/);
    expect(readable(element)).to.match(/از ۱۴ آذر ۱۴۰۵، ۱۴:۳۰ به ۱۵ آذر ۱۴۰۵، ۱۴:۳۰/);
    await expect(element).to.be.accessible();
    (await byRole(element, 'button', 'در تقویم بگذارید')).click();
    await untilReadable(element, 'دست‌کم پنج حرف بنویسید.');
    await waitUntil(() => focused(element)?.id === 'calendar-why');
    expect((await staff.call('calendars')).calendar.version).to.equal(before);
  });

  it('a shorter day of one county is kept over a reload, saved with its reason, changed and taken off again', async function () {
    this.timeout(60_000);
    const reason = reasonText();
    let element = await calendarOf('supervisor-isfahan');
    await writeClosure(element, ['1406', '9', '25'], reason);
    (await byRole(element, 'radio', 'چند شهرستان')).click();
    (await byRole(element, 'radio', 'ساعت کمتر')).click();
    type(await byRole(element, 'textbox', 'ساعت همان روز'), '13 تا 8');
    await take(element);
    await untilReadable(element, 'دست‌کم یکی را برگزینید.');
    expect(readable(element)).to.contain('ساعت آغاز و پایان را بنویسید');

    // Not yet taken: what stands in the form is there again.
    fixtureCleanup();
    element = await again();
    const county = await byRole<HTMLInputElement>(element, 'checkbox', 'کاشان');
    county.click();
    type(await byRole(element, 'textbox', 'ساعت همان روز'), '۸ تا ۱۰:۳۰ و ۱۱ تا ۱۳');
    expect((await byRole<HTMLInputElement>(element, 'textbox', 'علت')).value).to.equal(reason);
    await take(element);
    await byRole(element, 'heading', 'تغییرهای شما');
    fixtureCleanup();
    element = await again();
    await untilReadable(element, /ساعت کمتر: ۰۸:۰۰ تا ۱۰:۳۰ و ۱۱:۰۰ تا ۱۳:۰۰ · شهرستان کاشان/);
    expect(readable(element)).to.contain('هنوز ذخیره نشده');

    faultyFetch(/calendars\/preview$/, 'offline');
    await look(element);
    await untilReadable(element, 'به میز خدمت نرسیدیم.');
    restoreFetch();
    await look(element);
    await save(element, 'همایش شهرستان کاشان');
    const { versions, calendar } = await staff.call('calendars');
    expect([versions[0]!.by, versions[0]!.why, versions[0]!.changes.map(({ title }) => title)]).to.deep.equal(['ناظر اصفهان', 'همایش شهرستان کاشان', [reason]]);
    expect(calendar.closures.find((each) => each.reason === reason)).to.deep.equal({
      date: '2027-12-16', scope: { counties: ['kashan'] }, kind: 'reduced', hours: [['08:00', '10:30'], ['11:00', '13:00']], reason,
    });
    expect(readable(element)).to.contain('همایش شهرستان کاشان').and.to.contain('ناظر اصفهان');

    (await byRole(element, 'button', 'تغییر دهید: پنجشنبه ۲۵ آذر ۱۴۰۶')).click();
    expect((await byRole<HTMLInputElement>(element, 'checkbox', 'کاشان')).checked).to.equal(true);
    (await byRole(element, 'radio', 'دورکاری')).click();
    const visits = await byRole(element, 'textbox', /^ساعت مراجعه همان روز/);
    expect(describedAs(visits)).to.contain('خالی: بی‌مراجعه.');
    type(visits, '۹ تا');
    await take(element);
    await untilReadable(element, 'ساعت آغاز و پایان را بنویسید');
    expect(focused(element)).to.equal(visits);
    await expect(element).to.be.accessible();
    type(visits, '۹ تا ۱۱');
    await take(element);
    await untilReadable(element, /می‌شود .*دورکاری؛ مراجعه ۰۹:۰۰ تا ۱۱:۰۰ · شهرستان کاشان/);
    await look(element);
    await save(element, 'همایش از خانه');
    expect((await staff.call('calendars')).calendar.closures.find((each) => each.reason === reason)).to.deep.equal({
      date: '2027-12-16', scope: { counties: ['kashan'] }, kind: 'remote', hours: [['09:00', '11:00']], reason,
    });

    (await byRole(element, 'button', 'تغییر دهید: پنجشنبه ۲۵ آذر ۱۴۰۶')).click();
    type(await byRole(element, 'textbox', /^ساعت مراجعه همان روز/), '');
    await take(element);
    await untilReadable(element, /می‌شود .*دورکاری؛ بی‌مراجعه · شهرستان کاشان/);
    (await byRole(element, 'button', 'بردارید: پنجشنبه ۲۵ آذر ۱۴۰۶')).click();
    await untilReadable(element, /برداشته می‌شود: .*دورکاری/);
    await look(element);
    await save(element, 'همایش برگزار نشد');
    expect((await staff.call('calendars')).calendar.closures.some((each) => each.reason === reason)).to.equal(false);
  });

  it('a feast that moves by a day takes the holiday after it along', async function () {
    this.timeout(40_000);
    const element = await calendarOf('supervisor');
    await waitUntil(() => {
      const row = element.shadowRoot!.querySelector<HTMLElement>('[data-date="2027-03-09"] button');
      row?.click();
      return row;
    });
    (await byRole(element, 'button', 'یک روز دیرتر')).click();
    await untilReadable(element, 'چهارشنبه ۱۹ اسفند ۱۴۰۵');
    expect((await byRole<HTMLInputElement>(element, 'checkbox', /هم با آن جابه‌جا شود/)).checked).to.equal(true);
    await take(element);
    await untilReadable(element, /عید فطر: از سه‌شنبه ۱۸ اسفند ۱۴۰۵ به چهارشنبه ۱۹ اسفند ۱۴۰۵/);
    expect(readable(element)).to.match(/: از چهارشنبه ۱۹ اسفند ۱۴۰۵ به پنجشنبه ۲۰ اسفند ۱۴۰۵/);
    await look(element);
    await byRole(element, 'button', 'در تقویم بگذارید');
    (await byRole(element, 'button', /^پس بگیرید: /)).click();
    await waitUntil(() => !part(element, 'mine'));
    expect(element.shadowRoot!.querySelectorAll('[data-date="2027-03-09"]')).to.have.length(1);
  });

  it('edited meanwhile, it shows the newer version and keeps what was written', async function () {
    this.timeout(60_000);
    const [mine, theirs] = [reasonText(), reasonText()];
    const element = await calendarOf('supervisor-isfahan');
    await writeClosure(element, ['1406', '10', '5'], mine);
    await take(element);
    await look(element);
    await byRole(element, 'textbox', 'چرا تقویم عوض می‌شود؟');
    const closure = { date: '2027-12-20', scope: { province: 'isfahan' }, kind: 'closed' as const, hours: [], reason: theirs };
    await elsewhere(({ closures }) => ({ closures: [...closures, closure] }), 'ویرایش همکار');
    type(await byRole(element, 'textbox', 'چرا تقویم عوض می‌شود؟'), 'علت من برای تقویم');
    (await byRole(element, 'button', 'در تقویم بگذارید')).click();
    await untilReadable(element, /تا شما می‌نوشتید تقویم به نسخه [۰-۹]+ رسید/);
    expect(readable(element)).to.contain('ویرایش همکار').and.to.contain(theirs).and.to.contain(mine);
    await look(element);
    expect((await byRole<HTMLInputElement>(element, 'textbox', 'چرا تقویم عوض می‌شود؟')).value).to.equal('علت من برای تقویم');
    await save(element, 'علت من برای تقویم');
    const { closures } = (await staff.call('calendars')).calendar;
    expect([mine, theirs].map((reason) => closures.filter((each) => each.reason === reason).length)).to.deep.equal([1, 1]);

    // Both are to be taken off here, and theirs is gone already.
    (await byRole(element, 'button', 'بردارید: یکشنبه ۵ دی ۱۴۰۶')).click();
    (await byRole(element, 'button', 'بردارید: دوشنبه ۲۹ آذر ۱۴۰۶')).click();
    await elsewhere(({ closures: all }) => ({ closures: all.filter((each) => each.reason !== theirs).map((each) => (each.reason === mine ? { ...each, kind: 'remote' as const } : each)) }), 'همکار برداشت');
    await look(element);
    await untilReadable(element, 'آن را پس بگیرید و اگر هنوز لازم است، از نو بنویسید.');
    expect(allByRole(element, 'button', /^پس بگیرید: /)).to.have.length(1);
    await elsewhere(({ closures: all }) => ({ closures: all.filter((each) => each.reason !== mine) }), 'پاک کردن آزمون');
  });

  it('hours of a few weeks are set into the week, by keys alone', async function () {
    this.timeout(60_000);
    const element = await calendarOf('supervisor-isfahan');
    const { weeklyHours } = (await staff.call('calendars')).calendar;
    (await byRole(element, 'button', 'ساعت کار تازه')).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.id === 'calendar-form-title');
    const keys = async (day: string) => {
      for (const type of [day, '', '1407']) {
        await sendKeys({ press: 'Tab' });
        if (type) await sendKeys({ type });
        else for (let month = 1; month <= 3; month++) await sendKeys({ press: 'ArrowDown' });
      }
    };
    await keys('1');
    await keys('31');
    await sendKeys({ press: 'Tab' });
    expect(focused(element)?.id).to.equal('calendar-Sat');
    part(element, 'Sat').select();
    await sendKeys({ type: '6 تا 13' });
    await sendKeys({ press: 'Enter' });
    await byRole(element, 'heading', 'تغییرهای شما');
    await waitUntil(() => focused(element)?.id === 'calendar-mine');
    await untilReadable(element, 'افزوده می‌شود: از ۱ خرداد ۱۴۰۷ تا ۳۱ خرداد ۱۴۰۷');
    await look(element);
    await save(element, 'ساعت تابستان زودتر');
    const after = (await staff.call('calendars')).calendar.weeklyHours;
    const last = weeklyHours.at(-1)!;
    expect(after.slice(weeklyHours.length - 1).map(({ from, toExclusive, hours }) => [from, toExclusive, hours.Sat])).to.deep.equal([
      [last.from, '2028-05-21', last.hours.Sat], ['2028-05-21', '2028-06-21', [['06:00', '13:00']]], ['2028-06-21', null, last.hours.Sat],
    ]);
    await elsewhere(() => ({ weeklyHours }), 'بازگشت ساعت آزمون');
  });
});
