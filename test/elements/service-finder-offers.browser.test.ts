import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { IndexEntry } from '../../src/contract/catalogue.ts';
import type { Engine } from '../../src/elements/service-finder/parts/engine.ts';
import { pack } from '../../src/search/pack.ts';
import { gatewayUrl } from '../support/browser.ts';
import { published } from '../support/catalogue.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { choose, field, find, inside, press, search, settled, titles } from './service-finder-driver.ts';

const engineOf = (element: Element) => inside(element as never).opening.engine as unknown as Engine;
const number = (text: string) => Number(text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)));

/** A browser's ear, moved by the test: the browser that runs it has none that works. */
class Ear {
  static made: Ear[] = [];
  lang = '';
  interimResults = false;
  maxAlternatives = 0;
  onresult?: (event: object) => void;
  onerror?: (event: object) => void;
  onend?: () => void;
  on = false;
  constructor() {
    Ear.made.push(this);
  }
  start(): void {
    this.on = true;
  }
  abort(): void {
    if (this.on) this.end('aborted');
  }
  hear(text: string): void {
    if (this.on) this.onresult?.({ results: [Object.assign([{ transcript: text }], { isFinal: false })] });
  }
  end(error?: string): void {
    if (error) this.onerror?.({ error });
    this.on = false;
    this.onend?.();
  }
}

describe('service-finder, what it offers', () => {
  beforeEach(async () => void (await caches.delete('mizban-catalogue')));

  describe('speaking', () => {
    const scope = window as { SpeechRecognition?: unknown };
    const before = scope.SpeechRecognition;
    beforeEach(() => {
      Ear.made = [];
      scope.SpeechRecognition = Ear;
    });
    afterEach(() => {
      if (before) scope.SpeechRecognition = before;
      else delete scope.SpeechRecognition;
    });

    async function listening(lang: string, name: string): Promise<{ element: Awaited<ReturnType<typeof find>>; ear: Ear }> {
      const element = await find({ lang });
      await search(element, '');
      await press(element, name);
      return { element, ear: Ear.made[0]! };
    }

    it('is heard in Persian, answered while it is spoken, and ends in the field', async () => {
      const { element, ear } = await listening('fa', 'بگویید');
      expect([ear.on, ear.lang, ear.interimResults]).to.deep.equal([true, 'fa-IR', true]);
      expect((await byRole(element, 'button', 'بگویید')).getAttribute('aria-pressed')).to.equal('true');
      await untilReadable(element, 'گوش می‌دهیم');
      await expect(element).to.be.accessible();
      ear.hear('سجلم');
      ear.hear('سجلم گم شده');
      await settled(element);
      expect((await field(element)).value).to.equal('سجلم گم شده');
      expect(titles(element)[0]).to.equal('صدور شناسنامه المثنی');
      ear.end();
      await element.updateComplete;
      expect(readable(element)).to.not.contain('گوش می‌دهیم');
      expect(focused(element) === (await field(element))).to.equal(true);
      await byRole(element, 'button', 'پاک کردن نوشته');
    });

    it('is stopped by the same button while it hears; what was heard stays', async () => {
      const { element, ear } = await listening('fa', 'بگویید');
      ear.hear('گذرنامه');
      await settled(element);
      await press(element, 'بگویید');
      expect(ear.on).to.equal(false);
      expect((await field(element)).value).to.equal('گذرنامه');
      expect(readable(element)).to.not.contain('گوش می‌دهیم');
    });

    it('is stopped by typing, which is not overwritten', async () => {
      const { element, ear } = await listening('fa', 'بگویید');
      type(await field(element), 'گواهی');
      ear.hear('گذرنامه');
      await settled(element);
      expect((await field(element)).value).to.equal('گواهی');
    });

    for (const [error, told] of [['not-allowed', /به میکروفون دسترسی ندارد\. کارتان را بنویسید/], ['network', /نتوانست صدا را به نوشته برگرداند/]] as const) {
      it(`that cannot be heard (${error}) is told, and the field works`, async () => {
        const { element, ear } = await listening('fa', 'بگویید');
        ear.end(error);
        await untilReadable(element, told);
        await search(element, 'تعویض شناسنامه');
        expect(titles(element)[0]).to.equal('تعویض شناسنامه');
      });
    }

    it('nothing said: nothing is told, and one may try again', async () => {
      const { element, ear } = await listening('fa', 'بگویید');
      ear.end('no-speech');
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('.hearing')).to.equal(null);
      await press(element, 'بگویید');
      expect(Ear.made[1]!.on).to.equal(true);
    });

    it('is heard in the language of the element, and ends with it', async () => {
      const { element, ear } = await listening('en', 'Speak');
      expect(ear.lang).to.equal('en');
      element.remove();
      expect(ear.on).to.equal(false);
    });
  });

  it('most asked for stand under the empty field, most first, as links; only where that is known', async function () {
    this.timeout(30_000);
    const element = await find();
    await search(element, '');
    const engine = engineOf(element);
    // Other tests file requests with the same gateway meanwhile.
    engine.index.popularity = '';
    element.requestUpdate();
    await element.updateComplete;
    expect(readable(element)).to.not.contain('بیشتر مردم');
    const asked = new Map([['تعویض شناسنامه', 4], ['صدور گذرنامه', 7], ['صدور کارت ملی المثنی', 2]]);
    engine.index.popularity = pack(engine.all.map(({ title }) => asked.get(title) ?? 0));
    element.requestUpdate();
    await untilReadable(element, 'بیشتر مردم این‌ها را خواسته‌اند');
    expect(titles(element)).to.deep.equal(['صدور گذرنامه', 'تعویض شناسنامه', 'صدور کارت ملی المثنی']);
    await expect(element).to.be.accessible();
  });

  it('where all words find nothing, services near one of them, and a phone', async function () {
    this.timeout(30_000);
    const element = await find();
    await search(element, 'زرافه کبوتر شناسنامه');
    await byRole(element, 'heading', 'شاید یکی از این‌ها');
    expect(titles(element)).to.include('تعویض شناسنامه');
    await byRole(element, 'link', '۰۲۶-۳۲۰۰۰۰۰۰');
    await expect(element).to.be.accessible();
    await search(element, 'زرافه کبوتر');
    expect(allByRole(element, 'heading', 'شاید یکی از این‌ها')).to.have.length(0);
  });

  it('unsure of its answer it offers the guide under the list; sure of it, not', async function () {
    this.timeout(30_000);
    const element = await find({ guide: '/guide.html' });
    await search(element, 'پروانه زرافه');
    await untilReadable(element, 'آنچه می‌خواستید این‌ها نیست؟');
    const guide = await byRole(element, 'link', /پرسش کوتاه/);
    const last = [...element.shadowRoot!.querySelectorAll('.result a')].at(-1)!;
    expect(last.compareDocumentPosition(guide) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
    await expect(element).to.be.accessible();
    await search(element, 'تعویض شناسنامه');
    expect(readable(element)).to.not.contain('آنچه می‌خواستید این‌ها نیست؟');
  });

  it('tiles stand side by side, and in a list again', async function () {
    this.timeout(30_000);
    const box = await fixture<HTMLElement>(html`<div style="inline-size: 60rem"><service-finder gateway=${gatewayUrl} lang="fa"></service-finder></div>`);
    const element = box.querySelector('service-finder')!;
    await search(element, 'صدور');
    const rows = () => new Set([...element.shadowRoot!.querySelectorAll<HTMLElement>('.result')].slice(0, 2).map((each) => each.offsetTop)).size;
    expect(rows()).to.equal(2);
    const tiles = await byRole(element, 'button', 'کنار هم');
    await press(element, 'کنار هم');
    expect([tiles.getAttribute('aria-pressed'), rows()]).to.deep.equal(['true', 1]);
    await expect(element).to.be.accessible();
    await press(element, 'کنار هم');
    expect([tiles.getAttribute('aria-pressed'), rows()]).to.deep.equal(['false', 2]);
    box.style.inlineSize = '20rem';
    await waitUntil(() => !tiles.checkVisibility(), 'where it is narrow the bar has no place for it');
    await press(element, 'کنار هم');
    expect(rows()).to.equal(1);
    box.style.inlineSize = '248px';
    const { scrollWidth, clientWidth } = element.shadowRoot!.querySelector('.finder')!;
    expect(scrollWidth).to.be.at.most(clientWidth);
    await byRole(element, 'button', 'چاپ این فهرست');
    await expect(element).to.be.accessible();
  });

  it('asks whether to keep searches only when there is one, and keeps nothing before yes', async function () {
    this.timeout(30_000);
    const element = await find();
    await settled(element);
    await waitUntil(() => inside(element).recent, 'what is kept is read', { timeout: 8000 });
    expect(readable(element)).to.not.contain('جایی نمی‌ماند');
    await search(element, 'گذرنامه');
    element.addEventListener('service-finder-select', (event) => event.preventDefault());
    allByRole(element, 'link')[0]!.click();
    await waitUntil(() => inside(element).searched, 'typing rests', { timeout: 8000 });
    await press(element, 'پاک کردن نوشته');
    await untilReadable(element, 'از جست‌وجوهایتان چیزی نمی‌ماند');
    const again = await find();
    await settled(again);
    await waitUntil(() => inside(again).recent, 'what is kept is read', { timeout: 8000 });
    expect(allByRole(again, 'button', 'گذرنامه')).to.have.length(0);
    expect(readable(again)).to.not.contain('جست‌وجوهای پیشین');
  });

  describe('each facet by itself', () => {
    const entries = async (element: Element) => {
      const all = await published();
      return titles(element as never).flatMap((title) => all.find((entry) => entry.title === title) ?? []);
    };
    const told = (element: Element) => number(/([۰-۹]+) خدمت پیدا شد/.exec(readable(element))![1]!);

    const pressed: [name: RegExp, fits: (entry: IndexEntry) => boolean][] = [
      [/^اینترنتی/, ({ online }) => online],
      [/^حضوری/, ({ inPerson }) => inPerson],
      [/^رایگان/, ({ fee }) => fee.kind === 'free'],
    ];
    for (const [name, fits] of pressed) {
      it(`${name.source.slice(1)}: as many as it has said, no others; and off again`, async () => {
        const element = await find();
        await search(element, 'صدور');
        await press(element, 'محدود کردن');
        const all = told(element);
        const button = await byRole(element, 'button', name);
        const promised = number(/[۰-۹]+/.exec(button.textContent)![0]);
        expect(promised).to.be.within(1, all - 1);
        await press(element, name);
        expect(button.getAttribute('aria-pressed')).to.equal('true');
        expect(told(element)).to.equal(promised);
        const here = await entries(element);
        expect(here.length).to.be.above(0);
        expect(here.filter((entry) => !fits(entry)).map(({ title }) => title)).to.deep.equal([]);
        await press(element, name);
        expect(told(element)).to.equal(all);
      });
    }

    const chosen: [label: string, value: string, fits: (entry: IndexEntry) => boolean][] = [
      ['برای چه کسی', 'G2B', ({ relations }) => relations.includes('G2B')],
      ['رویداد زندگی', 'business', ({ lifeEvents }) => lifeEvents.includes('business')],
    ];
    for (const [label, value, fits] of chosen) {
      it(`${label}: as many as it has said, no others`, async () => {
        const element = await find();
        await search(element, 'صدور');
        await press(element, 'محدود کردن');
        const all = told(element);
        const select = await byRole<HTMLSelectElement>(element, 'listbox', label);
        const promised = number(/\(([۰-۹]+)\)/.exec([...select.options].find((option) => option.value === value)!.textContent)![1]!);
        expect(promised).to.be.within(1, all - 1);
        await choose(element, label, value);
        expect(told(element)).to.equal(promised);
        const here = await entries(element);
        expect(here.length).to.be.above(0);
        expect(here.filter((entry) => !fits(entry)).map(({ title }) => title)).to.deep.equal([]);
      });
    }

    it('what nothing would be left of cannot be pressed', async () => {
      const element = await find();
      await search(element, 'صدور');
      await press(element, 'محدود کردن');
      const free = await byRole<HTMLButtonElement>(element, 'button', /^رایگان/);
      expect(free.disabled).to.equal(false);
      await search(element, 'گذرنامه');
      expect((await entries(element)).map(({ fee }) => fee.kind)).to.not.include('free');
      expect(free.disabled).to.equal(true);
    });
  });

  it('soonest first: what has declared no time stands last', async () => {
    const element = await find();
    await search(element, 'صدور');
    const best = titles(element);
    await choose(element, 'ترتیب', 'quick');
    expect(titles(element)).to.not.deep.equal(best);
    const all = await published();
    const times = titles(element).map((title) => all.find((entry) => entry.title === title)!.time);
    const days = times.flatMap((time) => (time?.unit === 'workDay' ? time.max : []));
    expect(days).to.deep.equal([...days].sort((a, b) => a - b));
    expect(times[0]).to.not.equal(null);
    const untold = times.indexOf(null);
    expect(untold < 0 || times.slice(untold).every((time) => time === null)).to.equal(true);
  });
});
