import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, shiftClock, watchFetch } from '../support/browser.ts';
import { published } from '../support/catalogue.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { choose, field, find, inside, press, search, settled, titles } from './service-finder-driver.ts';

describe('service-finder, what it knows', () => {
  beforeEach(async () => void (await caches.delete('mizban-catalogue')));

  for (const [lang, heading] of [['fa', /^پس از فوت/], ['en', /death|died|dies|passing/i]] as const) {
    it(`a situation is answered by its services in their order, and is accessible (${lang})`, async () => {
      const element = await find({ lang });
      await search(element, 'پدرم فوت کرده از کجا شروع کنم');
      await byRole(element, 'heading', heading);
      await expect(element).to.be.accessible();
      const bundle = [...element.shadowRoot!.querySelectorAll('.bundle li')].map((item) => item.textContent);
      expect(bundle.length).to.be.above(1);
      expect(bundle[0]).to.contain('فوت');
      expect(new Set(titles(element)).size, 'each service stands once').to.equal(titles(element).length);
    });
  }

  it('how a query may go on stands beside the count: one press writes it', async () => {
    const element = await find();
    await search(element, 'تعویض');
    const way = (await byRole(element, 'button', 'تعویض گذرنامه')) as HTMLButtonElement;
    expect(way.textContent).to.equal('گذرنامه');
    await expect(element).to.be.accessible();
    way.click();
    await element.updateComplete;
    const input = await field(element);
    expect([input.value, focused(element) === input]).to.deep.equal(['تعویض گذرنامه', true]);
    expect(titles(element)[0]).to.equal('تمدید و تعویض گذرنامه');
  });

  for (const typed of ['کارت ملی', 'kart meli']) {
    it(`a service that is named word by word stands before the bundle it is in: ${typed}`, async () => {
      const element = await find();
      await search(element, typed);
      await waitUntil(() => element.shadowRoot!.querySelector('.bundle li'), 'a bundle');
      expect(titles(element)[0]).to.equal('صدور کارت هوشمند ملی');
      expect(new Set(titles(element)).size, 'each service stands once').to.equal(titles(element).length);
    });
  }

  it('before the lexicon is here it waits, and does not say that there is nothing', async () => {
    faultyFetch(/\/v1\/catalogue\/lexicon/, 'hang');
    const element = await find();
    type(await field(element), 'kart meli');
    await untilReadable(element, 'دنبال معنای نوشته شما می‌گردیم');
    expect(readable(element)).to.not.contain('پیدا نشد');
    await expect(element).to.be.accessible();
  });

  it('without the lexicon the catalogue itself still finds, and nothing is said plainly', async () => {
    faultyFetch(/\/v1\/catalogue\/lexicon/, 'malformed');
    const element = await find();
    type(await field(element), 'zqxwvz');
    await untilReadable(element, 'نیافتیم');
    type(await field(element), 'تعویض شناسنامه');
    await element.updateComplete;
    expect(titles(element)[0]).to.equal('تعویض شناسنامه');
  });

  it('with nothing found it leads to the guide on the page, and to people', async () => {
    const element = await find({ guide: 'guide' });
    const guide = document.createElement('section');
    guide.id = 'guide';
    element.after(guide);
    await search(element, 'کبوترپرانی');
    const told: string[] = [];
    element.addEventListener('service-finder-guide', (event) => told.push(event.detail.guide));
    (await byRole(element, 'link', /پرسش کوتاه/)).click();
    expect(told).to.deep.equal(['guide']);
    expect(document.activeElement === guide).to.equal(true);
    expect(allByRole(element, 'link', /[۰-۹]{6}/)).to.have.length(1);
  });

  it('with an address as guide, the link leads there', async () => {
    const element = await find({ guide: '/guide.html' });
    await search(element, 'کبوترپرانی');
    expect((await byRole(element, 'link', /پرسش کوتاه/)).getAttribute('href')).to.equal('/guide.html');
  });

  describe('facets', () => {
    it('count what each would leave, and narrow to it', async () => {
      const element = await find();
      await search(element, 'صدور');
      await press(element, 'محدود کردن');
      await expect(element).to.be.accessible();
      const agency = await byRole<HTMLSelectElement>(element, 'listbox', 'دستگاه');
      const option = [...agency.options].find(({ value }) => value === 'sabt-ahval')!;
      const count = Number(/\(([۰-۹]+)\)/.exec(option.textContent)![1]!.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)));
      await choose(element, 'دستگاه', 'sabt-ahval');
      const found = /([۰-۹]+) خدمت پیدا شد/.exec(readable(element))![1]!.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
      expect(Number(found)).to.equal(count);
      await press(element, /^حضوری/);
      const allowed = new Set((await published()).filter((entry) => entry.agency === 'sabt-ahval' && entry.inPerson).map(({ title }) => title));
      expect(titles(element).every((title) => allowed.has(title))).to.equal(true);
      await press(element, 'برداشتن همه');
      expect(Number(/([۰-۹]+) خدمت پیدا شد/.exec(readable(element))![1]!.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)))).to.be.above(count);
    });

    it('open now goes by the working calendar, which is fetched only then', async () => {
      const asked = watchFetch();
      const element = await find();
      await search(element, 'صدور');
      await press(element, 'محدود کردن');
      expect(asked(/\/v1\/calendar/)).to.have.length(0);
      await press(element, /^اکنون باز/);
      await waitUntil(() => allByRole(element, 'button', /^اکنون باز ?[۰-۹]/).length === 1, 'hours are known', { timeout: 8000 });
      const open = titles(element).length;
      expect(open).to.be.above(0);
      // Ten hours later it is night.
      shiftClock(10 * 3_600_000);
      element.requestUpdate();
      await element.updateComplete;
      const night = new Set((await published()).filter(({ hours }) => hours && hours !== 'office').map(({ title }) => title));
      expect(titles(element).every((title) => night.has(title) || /پرسش|[۰-۹]{4}/.test(title))).to.equal(true);
    });

    it('without a calendar it says so, and the list stays', async () => {
      faultyFetch(/\/v1\/calendar/, 'malformed');
      const element = await find();
      await search(element, 'صدور');
      await press(element, 'محدود کردن');
      await press(element, /^اکنون باز/);
      await untilReadable(element, 'ساعت کار اداره‌ها را نتوانستیم ببینیم');
      await waitUntil(() => titles(element).length === 10, 'ten rows');
    });

    it('sort by time, fee and name', async () => {
      const element = await find();
      await search(element, 'صدور');
      await choose(element, 'ترتیب', 'name');
      const byName = titles(element);
      expect(byName).to.deep.equal([...byName].sort((a, b) => a.localeCompare(b, 'fa')));
      await choose(element, 'ترتیب', 'cheap');
      const first = (await published()).find(({ title }) => title === titles(element)[0])!;
      expect(first.fee.kind).to.equal('free');
    });
  });

  describe('an embed', () => {
    it('life-event and max narrow it; the reader cannot leave', async () => {
      const element = await find({ 'life-event': 'marriage', max: '2' });
      await settled(element);
      expect(titles(element)).to.have.length(2);
      expect(allByRole(element, 'button', 'بازگشت')).to.have.length(0);
      await search(element, 'گذرنامه');
      const allowed = new Set((await published()).filter(({ lifeEvents }) => lifeEvents.includes('marriage')).map(({ title }) => title));
      expect(titles(element).filter((title) => !/[۰-۹]{4}/.test(title)).every((title) => allowed.has(title))).to.equal(true);
    });

    it('max: the rest is told, and a button leads there', async () => {
      const element = await find({ 'life-event': 'marriage', max: '2' });
      await settled(element);
      const all = (await published()).filter(({ lifeEvents }) => lifeEvents.includes('marriage')).length;
      const n = (count: number) => count.toLocaleString('fa-IR');
      await untilReadable(element, `${n(all)} خدمت پیدا شد`);
      expect(titles(element)).to.have.length(2);
      await press(element, `${n(all - 2)} خدمت دیگر را هم ببینید`);
      await waitUntil(() => titles(element).length === Math.min(all, 12), 'the rest', { timeout: 4000 });
    });

    it('shows what the agency has to say', async () => {
      const element = await find();
      element.append(Object.assign(document.createElement('p'), { slot: 'notice', textContent: 'پنجشنبه بسته‌ایم.' }));
      expect(element.querySelector('[slot=notice]')!.assignedSlot).to.not.equal(null);
    });
  });

  describe('the address', () => {
    const before = location.href;
    const steps = history.length;
    afterEach(() => history.replaceState(null, '', before));

    it('is left alone without deep-link', async () => {
      const element = await find();
      await search(element, 'گذرنامه');
      await untilReadable(element, 'پیدا شد');
      expect(location.href).to.equal(before);
    });

    it('names what is searched, corrects one step, and is read back letter by letter', async () => {
      history.replaceState({ host: 1 }, '', `${location.pathname}?legacy=%D2&find-agency=sabt-ahval&find=%DA%AF%D9%88%D8%A7%D9%87%DB%8C`);
      const element = await find({ 'deep-link': 'find' });
      await waitUntil(() => element.state === 'ready', 'read from the address', { timeout: 8000 });
      await settled(element);
      expect((await field(element)).value).to.equal('گواهی');
      await search(element, 'شناسنامه & <b>');
      await waitUntil(() => location.search.includes(encodeURIComponent('شناسنامه & <b>')), 'the address follows', { timeout: 4000 });
      expect(location.search).to.match(/^\?legacy=%D2&find=.+&find-agency=sabt-ahval$/);
      expect(history.length).to.equal(steps);
      expect(history.state).to.deep.equal({ host: 1 });
    });
  });

  describe('recent searches', () => {
    it('are kept only after yes, come back, and go for good', async () => {
      const element = await find();
      await search(element, 'گذرنامه');
      await waitUntil(() => inside(element).searched, 'typing rests', { timeout: 4000 });
      await press(element, 'پاک کردن نوشته');
      await press(element, 'روی همین دستگاه نگه دارید');
      element.addEventListener('service-finder-select', (event) => event.preventDefault());
      await search(element, 'تعویض شناسنامه');
      (await byRole(element, 'link', 'تعویض شناسنامه')).click();
      const again = await find();
      await byRole(again, 'button', 'تعویض شناسنامه');
      expect(allByRole(again, 'button', 'گذرنامه')).to.have.length(0);
      await expect(again).to.be.accessible();
      await press(again, 'تعویض شناسنامه');
      await settled(again);
      expect((await field(again)).value).to.equal('تعویض شناسنامه');
      await press(again, 'پاک کردن نوشته');
      await press(again, 'همه را پاک کنید و دیگر نگه ندارید');
      const third = await find();
      await settled(third);
      await waitUntil(() => inside(third).recent, 'what is kept is read', { timeout: 4000 });
      expect(allByRole(third, 'button', 'تعویض شناسنامه')).to.have.length(0);
    });
  });

  describe('hostile queries', () => {
    const hostile: [what: string, text: string][] = [
      ['10 kB', 'شناسنامه گم '.repeat(900)],
      ['10 kB without a space', 'ش'.repeat(10_000)],
      ['pictures', '👨‍👩‍👧‍👦🇮🇷🪪'.repeat(40)],
      ['right-to-left overrides', '\u202eشناسنامه\u202d\u2066\u2069\u200f'],
      ['a regular expression', '(.*)+[a-z]{1,99}$^\\d|شناسنامه'],
      ['HTML', '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'],
      ['a lone surrogate', '\ud800 شناسنامه'],
      ['null and control', '\u0000\u0007\u001b شناسنامه'],
    ];
    for (const [what, text] of hostile) {
      it(`${what}: an answer, quickly, and nothing runs`, async () => {
        const element = await find();
        await search(element, 'گذرنامه');
        const started = performance.now();
        await search(element, text);
        expect(performance.now() - started).to.be.below(1000);
        expect(element.state).to.equal('ready');
        expect(readable(element)).to.match(/پیدا شد|نیافتیم|هنوز ننوشته‌اید|پیدا نشد/);
        expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
        expect('hacked' in window).to.equal(false);
        await search(element, 'تعویض شناسنامه');
        expect(titles(element)[0]).to.equal('تعویض شناسنامه');
      });
    }
  });

  it('what is typed on a result goes on in the field', async () => {
    const element = await find();
    await search(element, 'شناس');
    const [first] = allByRole(element, 'link');
    first!.focus();
    first!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ن', bubbles: true, composed: true, cancelable: true }));
    expect(focused(element) === (await field(element))).to.equal(true);
  });

  it('a list kept on the device finds while the gateway does not answer, and says so', async () => {
    const first = await find();
    await search(first, 'گذرنامه');
    await waitUntil(async () => (await (await caches.open('mizban-catalogue')).keys()).length === 3, 'kept', { timeout: 5000 });
    faultyFetch(/\/v1\//, 'offline');
    const second = await find();
    await search(second, 'سجلم گم شده');
    expect(titles(second)[0]).to.equal('صدور شناسنامه المثنی');
    await untilReadable(second, 'اینترنت در دسترس نیست');
    await expect(second).to.be.accessible();
  });

  it('offers to speak only where the browser can hear', async () => {
    const element = await find();
    await settled(element);
    const can = 'webkitSpeechRecognition' in window || 'SpeechRecognition' in window;
    expect(allByRole(element, 'button', 'بگویید')).to.have.length(can ? 1 : 0);
  });
});
