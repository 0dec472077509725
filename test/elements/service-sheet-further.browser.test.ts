import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { render } from 'lit';
import type { KeptPromise } from '../../src/contract/sheet.ts';
import { keptNote, keptView, type Kept } from '../../src/elements/service-sheet/further/kept.ts';
import type { SheetModel } from '../../src/elements/service-sheet/parts/sheet.ts';
import '../../src/elements/service-sheet/service-sheet.define.ts';
import type { ServiceSheet } from '../../src/elements/service-sheet/service-sheet.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../support/browser.ts';
import { offeringId } from '../support/catalogue.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';

const open = (service: string, lang = 'fa') => fixture<ServiceSheet>(html`<service-sheet gateway=${gatewayUrl} lang=${lang} service=${service}></service-sheet>`);
const openReport = 'چیزی در این برگه درست نیست؟ بگویید';

describe('service-sheet: what comes after it', () => {
  let meeting: string;
  before(async () => {
    meeting = await offeringId('ostandari', 'درخواست ملاقات مردمی با استاندار');
  });

  describe('promise and practice', () => {
    it('says that nothing is measured yet, and does not stop the sheet when it cannot be asked', async () => {
      const element = await open(meeting);
      await untilReadable(element, 'هنوز سنجیده نشده است؛ دست‌کم ۱۰ درخواست رسیدگی‌شده لازم است.');
      expect(readable(element)).to.match(/وعده و عملکرد.*دستگاه گفته است.*در عمل/s);
      faultyFetch(/kept-promise/, 'offline');
      const other = await open(meeting);
      await untilReadable(other, 'اکنون دیده نشد');
      expect(other.state).to.equal('ready');
    });

    const shown = (kept: Kept) => {
      const box = document.createElement('div');
      const model = { locale: 'fa', kept, offering: { time: { min: null, max: 15, unit: 'workDay' }, timeText: '' } } as unknown as SheetModel;
      render(html`${keptView(model)}<p>${keptNote(model)}</p>`, box);
      return box.textContent.replace(/\s+/g, ' ');
    };
    const promise: KeptPromise = { since: '2025-11-24', atLeast: 10, counted: 340, inTime: 313, medianDays: 6.4 };

    it('stands beside the promise, in numbers that people use', () => {
      const text = shown(promise);
      expect(text).to.contain('تا ۱۵ روز کاری');
      expect(text).to.contain('نیمی تا ۶ روز');
      expect(text).to.contain('۹۲٪ تا روزی که روی رسیدشان بود پاسخ گرفته‌اند.');
      expect(text).to.contain('از ۳۴۰ درخواست، از ۳ آذر ۱۴۰۴ تا امروز');
      expect(text).to.contain('در عمل، نیمی تا ۶ روز');
    });

    it('rounds where tenths say nothing, and tells none when nothing was answered', () => {
      expect(shown({ ...promise, medianDays: 1.5 })).to.contain('نیمی تا ۱٫۵ روز');
      expect(shown({ ...promise, medianDays: 0.2 })).to.contain('نیمی تا کمتر از یک روز');
      const late = shown({ ...promise, inTime: 0, medianDays: null });
      expect(late).to.contain('۰٪ تا روزی');
      expect(late).not.to.contain('نیمی');
    });
  });

  describe('the national sheet', () => {
    it('is named beside an answer that the agency gives otherwise, with since when, and where words come from it', async () => {
      const card = await offeringId('sabt-ahval', 'صدور کارت ملی المثنی');
      const element = await open(card);
      await untilReadable(element, /چقدر طول می‌کشد\s*۱ تا ۳ ماه\s*در برگه کشوری: تا ۴۵ روز/);
      const text = readable(element);
      expect(text).to.contain('از برگه کشوری سازمان ثبت احوال کشور آمده است: پرسش‌های مردم.');
      expect(text).to.match(/اداره کل ثبت احوال استان البرز این‌ها را جور دیگری اعلام کرده است:\s+زمان؛ در برگه کشوری از ۱۲ آبان ۱۴۰۵: تا ۴۵ روز/);
      expect(text).not.to.contain('هزینه؛');
      await expect(element).to.be.accessible();
      const english = await open(card, 'en');
      await untilReadable(english, 'National sheet: up to 45 days');
      await expect(english).to.be.accessible();
    });

    it('says under the checklist which documents it does not ask for', async () => {
      await untilReadable(await open(await offeringId('post', 'صدور گواهی کدپستی')), 'در برگه کشوری این نیست: سند یا اجاره‌نامه.');
    });

    it('is not spoken of where the agency says the same, or where there is none', async () => {
      for (const title of ['تعویض شناسنامه', 'تغییر نام']) {
        const element = await open(await offeringId('sabt-ahval', title));
        await untilReadable(element, openReport);
        expect(readable(element), title).not.to.contain('برگه کشوری');
      }
    });
  });

  describe('structured data', () => {
    const blocks = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')].map((block) => JSON.parse(block.textContent!) as Record<string, unknown>);

    it('is in the page’s head only when the webmaster says so, of what is shown, and goes with it', async () => {
      const plain = await open(meeting);
      await byRole(plain, 'button', openReport);
      expect(blocks()).to.have.length(0);
      const element = await open(meeting);
      element.structuredData = true;
      await waitUntil(() => blocks().length === 1, 'told', { timeout: 9000 });
      expect(blocks()[0]).to.deep.include({ '@type': 'GovernmentService', name: { '@language': 'fa', '@value': 'درخواست ملاقات مردمی با استاندار' } });
      expect(blocks()[0]).not.to.have.any.keys('offers', 'availableChannel');
      element.service = await offeringId('sabt-ahval', 'تعویض شناسنامه');
      await waitUntil(() => JSON.stringify(blocks()).includes('تعویض شناسنامه') && blocks().length === 1, 'told anew', { timeout: 9000 });
      const place = element.parentElement!;
      element.remove();
      expect(blocks()).to.have.length(0);
      place.append(element);
      expect(blocks()).to.have.length(1);
      element.structuredData = false;
      await element.updateComplete;
      expect(blocks()).to.have.length(0);
    });
  });

  describe('telling what is wrong', () => {
    const write = async (element: ServiceSheet, text: string) => type(await byRole(element, 'textbox', 'چه چیزی درست نیست؟'), text);
    const send = async (element: ServiceSheet) => (await byRole(element, 'button', 'بفرستید')).click();

    it('opens a field, takes the focus there and back, and is accessible', async () => {
      for (const [lang, name] of [['fa', openReport], ['en', 'Is something wrong on this sheet? Tell us']] as const) {
        const element = await open(meeting, lang);
        (await byRole(element, 'button', name)).click();
        await waitUntil(() => focused(element)?.localName === 'textarea');
        await expect(element).to.be.accessible();
        (await byRole(element, 'button', lang === 'fa' ? 'نه، بازگردید' : 'No, go back')).click();
        await waitUntil(() => focused(element)?.id === 'report-open');
        element.remove();
      }
    });

    it('asks for some words, keeps what was written when it does not arrive, and arrives once', async () => {
      const element = await open(meeting);
      (await byRole(element, 'button', openReport)).click();
      await send(element);
      await untilReadable(element, 'چند کلمه بنویسید، بعد بفرستید.');
      const text = `اتاق عوض شده است؛ ${Date.now()}`;
      await write(element, text);
      expect(readable(element)).not.to.contain('چند کلمه بنویسید');
      // The gateway has it, and the answer is lost: the same again must not be a second one.
      const before = watchFetch();
      faultyFetch(/\/reports$/, 'answerLost');
      await send(element);
      await waitUntil(() => readable(element).includes('اینترنت را ببینید'), 'it says that it was not sent', { timeout: 9000 });
      expect((await byRole(element, 'textbox', 'چه چیزی درست نیست؟') as HTMLTextAreaElement).value).to.equal(text);
      restoreFetch();
      const asked = watchFetch();
      // A double click.
      const button = await byRole(element, 'button', 'بفرستید');
      button.click();
      button.click();
      await untilReadable(element, 'رسید. کارشناس استان آن را می‌خواند');
      await waitUntil(() => focused(element)?.id === 'report-sent');
      expect(asked(/\/reports$/)).to.have.length(1);
      const keys = [...before(/\/reports$/), ...asked(/\/reports$/)].map(({ headers }) => headers.get('idempotency-key'));
      expect(new Set(keys)).to.have.property('size', 1);
      expect(allByRole(element, 'textbox')).to.have.length(0);
    });

    it('begins anew with another service', async () => {
      const element = await open(meeting);
      (await byRole(element, 'button', openReport)).click();
      await write(element, 'این برگه را نمی‌گویم');
      element.service = await offeringId('sabt-ahval', 'تعویض شناسنامه');
      await byRole(element, 'heading', 'تعویض شناسنامه');
      await byRole(element, 'button', openReport);
      expect(allByRole(element, 'textbox')).to.have.length(0);
    });
  });
});

