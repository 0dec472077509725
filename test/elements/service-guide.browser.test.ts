import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { ServiceGuide } from '../../src/elements/service-guide/service-guide.ts';
import type { ServiceGuideAnswerEvent, ServiceGuideSelectEvent } from '../../src/elements/service-guide/service-guide.events.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../support/browser.ts';
import { offeringId } from '../support/catalogue.ts';
import { quietConsole } from '../support/console.ts';
import { allByRole, byRole, focused, readable, untilReadable } from '../support/find.ts';
import { at, choose, heading, headline, home, inAddress, open, popped } from '../support/guide.ts';

const aloud = () => [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join(' ');
const toLost = [/^مدرک شناسایی/, 'شناسنامه', 'گم یا دزدیده شده'];

describe('service-guide', () => {
  const told = quietConsole();
  beforeEach(() => history.replaceState(null, '', home));
  after(() => history.replaceState(null, '', home));

  for (const lang of ['fa', 'en']) {
    it(`is accessible at the start, at a question, at an answer, at a danger, and with none (${lang})`, async function () {
      // Seven looks of axe.
      this.timeout(40_000);
      for (const path of ['', 'documents', 'documents.birth.birth-lost', 'utilities.danger.leak', 'complaint.telecom.internet', 'documents.birth.none', 'none']) {
        if (path) at(path);
        const element = await open({ lang });
        expect(element.state, path).to.equal(path ? 'ready' : 'idle');
        await expect(element, path).to.be.accessible();
        if (lang === 'en') expect(readable(element).replace(/\(?«?[\u0600-\u06ff\u200c».،()]+/g, ''), path).to.match(/[a-z]{3}/);
        element.remove();
      }
    });
  }

  describe('states', () => {
    it('idle: what happened, dangers first, then the life events and complaints', async () => {
      const element = await open();
      expect(element.state).to.equal('idle');
      const names = allByRole(element, 'button').map((button) => button.querySelector('strong')?.textContent ?? button.textContent.trim());
      expect(names[0]).to.equal('خطر فوری است');
      expect(names).to.have.length(17);
      expect(names).to.include.members(['عزیزی درگذشته است', 'بچه‌دار شده‌ام', 'شکایت دارم', 'کار دیگری دارم', 'هیچ‌کدام؛ می‌خواهم از کسی بپرسم']);
      expect(document.activeElement, 'nobody’s focus is taken').to.equal(document.body);
    });

    it('pending: holds the place, says so, and is accessible', async () => {
      faultyFetch(/\/v1\/guides/, 'hang');
      const element = await fixture<ServiceGuide>(html`<service-guide gateway=${gatewayUrl} lang="fa"></service-guide>`);
      expect(element.state).to.equal('pending');
      expect(readable(element)).to.contain('راهنما باز می‌شود');
      await expect(element).to.be.accessible();
    });

    it('ready: a question, then an answer with service, agency, time and fee, and the office', async () => {
      const element = await open();
      await choose(element, ...toLost);
      expect(element.state).to.equal('ready');
      const service = (await byRole(element, 'link', 'صدور شناسنامه المثنی')).closest('li')!.textContent.replace(/\s+/g, ' ');
      expect(service).to.match(/ثبت احوال.*روز.*ریال/);
      expect(readable(element)).to.match(/واحد ولادت و شناسنامه.*طبقه/);
      expect((await byRole(element, 'link', '۰۲۶-۳۲۰۰۰۰۴۱')).getAttribute('href')).to.equal('tel:+982632000041');
    });

    for (const fault of ['offline', 'malformed', 'cut'] as const) {
      it(`failed (${fault}): keeps the way, shows the fallback, and tries again`, async () => {
        at('documents.birth');
        faultyFetch(/\/v1\/guides/, fault);
        const element = await fixture<ServiceGuide>(html`<service-guide gateway=${gatewayUrl} lang="fa"><p>تلفن ۱۱۱</p></service-guide>`);
        await waitUntil(() => element.state === 'failed', 'failed', { timeout: 9000 });
        await untilReadable(element, 'راهنما باز نشد');
        expect(element.querySelector('p')!.assignedSlot).to.not.equal(null);
        await expect(element).to.be.accessible();
        restoreFetch();
        (await byRole(element, 'button', 'دوباره امتحان کنید')).click();
        await waitUntil(() => element.state === 'ready', 'ready', { timeout: 9000 });
        await element.updateComplete;
        expect(headline(element)).to.equal('شناسنامه‌تان چه شده است؟');
        expect(focused(element)).to.equal(heading(element));
      });
    }
  });

  describe('the way', () => {
    it('moves focus to each question and says its number; the answer says what was found', async () => {
      const element = await open();
      for (const [name, next, said] of [
        [toLost[0]!, 'کدام مدرک؟', 'پرسش ۱'], [toLost[1]!, 'شناسنامه‌تان چه شده است؟', 'پرسش ۲'], [toLost[2]!, 'شناسنامه المثنی', '۱ خدمت، ۱ دفتر'],
      ] as const) {
        await choose(element, name);
        expect(headline(element)).to.equal(next);
        expect(focused(element)).to.equal(heading(element));
        await waitUntil(() => aloud().includes(said), said);
      }
    });

    it('leads back step by step, to an earlier answer, and to the beginning', async () => {
      const element = await open();
      await choose(element, ...toLost);
      await choose(element, 'تغییر پاسخ «شناسنامه»');
      expect(headline(element)).to.equal('کدام مدرک؟');
      await choose(element, 'کارت ملی', 'گم، دزدیده یا خراب شده');
      expect(await byRole(element, 'link', 'صدور کارت ملی المثنی')).to.not.equal(null);
      await popped(() => allByRole(element, 'button', 'بازگشت')[0]!.click());
      await element.updateComplete;
      expect(headline(element)).to.equal('کارت ملی‌تان چه شده است؟');
      await choose(element, 'از اول');
      expect(element.state).to.equal('idle');
      expect(headline(element)).to.equal('از کجا شروع کنم؟');
      expect(focused(element)).to.equal(heading(element));
      expect(inAddress()).to.equal('');
    });

    it('leads to people when nothing fits: the phone of the province, and the desks of the governors', async () => {
      const element = await open();
      await choose(element, /^شکایت دارم/, /^هیچ‌کدام/);
      expect(headline(element)).to.equal('از کسی بپرسید');
      expect((await byRole(element, 'link', /تلفن راهنمایی استان/)).getAttribute('href')).to.equal('tel:+982632000000');
      expect(readable(element)).to.match(/فرمانداری شهرستان کرج.*استانداری البرز.*سامد/);
      expect(inAddress()).to.equal('complaint.none');
    });

    it('says so where the province offers nothing for it, and names people', async () => {
      // As in a province that has published nothing for this answer yet.
      const real = globalThis.fetch;
      globalThis.fetch = async (input, init) => {
        const answer = await real.call(globalThis, input, init);
        if (!String(input instanceof Request ? input.url : input).endsWith('/v1/guides/tax')) return answer;
        const guide = (await answer.json()) as { nodes: Record<string, unknown>[] };
        return Response.json({ ...guide, nodes: guide.nodes.map((node) => (node['kind'] === 'answer' ? { ...node, services: [], offices: [], contacts: [] } : node)) });
      };
      try {
        at('tax.fines');
        const element = await open();
        expect(readable(element)).to.contain('در این استان هنوز خدمتی برای این کار اعلام نشده است');
        expect(await byRole(element, 'link', /تلفن راهنمایی استان/)).to.not.equal(null);
      } finally {
        globalThis.fetch = real;
      }
    });
  });

  describe('dangers and complaints', () => {
    it('show the number before anything else, and already on the button that leads there', async () => {
      const element = await open();
      await choose(element, /^آب، برق، گاز/, /^بوی گاز، سیم افتاده/);
      expect((await byRole(element, 'button', /^بوی گاز می‌آید/)).textContent).to.contain('۱۹۴');
      await choose(element, /^بوی گاز می‌آید/);
      const [first] = element.shadowRoot!.querySelectorAll<HTMLElement>('a, button, h2, h3, p');
      expect(first!.getAttribute('href')).to.equal('tel:194');
      expect(readable(element)).to.match(/^امداد گاز ?شبانه‌روزی ?۱۹۴/);
      await waitUntil(() => aloud().includes('همین حالا زنگ بزنید: امداد گاز، ۱۹۴'), 'the number is said');
      expect(first!.getBoundingClientRect().top).to.be.below(heading(element).getBoundingClientRect().top);
    });

    it('name 195 for communications, 111 for offices, and freedom of information for information only', async () => {
      const element = await open();
      await choose(element, /^شکایت دارم/, /^تلفن، اینترنت، موبایل/, /^اینترنت/);
      expect(await byRole(element, 'link', 'شکایت از سرویس اینترنت')).to.not.equal(null);
      expect((await byRole(element, 'link', /سامانه ۱۹۵/)).getAttribute('href')).to.equal('tel:195');
      await choose(element, 'تغییر پاسخ «تلفن، اینترنت، موبایل، پست یا دفتر پیشخوان»', /^یک اداره یا کارمند/, /^بله؛ جواب ندادند/);
      expect((await byRole(element, 'link', /ارتباط مردم با دولت/)).getAttribute('href')).to.equal('tel:111');
      await choose(element, /^تغییر پاسخ «یک اداره/, /^شکایت ندارم/);
      expect(readable(element)).to.contain('نه برای شکایت و مشاوره');
    });

    it('tell a number for which there is no evidence from the others', async () => {
      at('utilities.danger.line');
      const line = await open();
      expect(readable(line)).to.contain('۱۲۱').and.contain('این شماره نمونه است');
      line.remove();
      at('complaint.telecom.mobile');
      expect(readable(await open())).to.not.contain('این شماره نمونه است');
    });
  });

  it('leads to a page with a complaint-form from what one may complain of, with the answers; from dangers never', async () => {
    const link = async (path: string) => {
      at(path);
      const element = await fixture<ServiceGuide>(html`<service-guide gateway=${gatewayUrl} lang="fa" complaint-href="/complain.html?x=1#top"></service-guide>`);
      await waitUntil(() => element.state === 'ready', 'ready', { timeout: 9000 });
      await element.updateComplete;
      return allByRole(element, 'link', 'شکایت را بنویسید').map((each) => each.getAttribute('href'));
    };
    expect(await link('complaint.telecom.internet')).to.deep.equal(['/complain.html?x=1&guide=complaint.telecom.internet#top']);
    expect(await link('complaint.danger.now-gas')).to.deep.equal([]);
    expect(await link('documents.birth.birth-lost')).to.deep.equal([]);
  });

  describe('choosing a service', () => {
    it('with href, services are real links', async () => {
      at('documents.birth.birth-renew');
      const element = await open({ href: '/s.html?service={id}' });
      expect((await byRole(element, 'link', 'تعویض شناسنامه')).getAttribute('href')).to.equal(`/s.html?service=${await offeringId('sabt-ahval', 'تعویض شناسنامه')}`);
    });

    it('with for, hands over to the named element with what was learned, unless the page says no', async () => {
      const page = await fixture(html`<div><service-guide gateway=${gatewayUrl} lang="fa" for="sheet"></service-guide><section id="sheet"></section></div>`);
      const element = page.querySelector('service-guide')!;
      const sheet = page.querySelector('#sheet')!;
      await waitUntil(() => element.state === 'idle', 'idle', { timeout: 9000 });
      const reached = oneEvent(element, 'service-guide-answer') as unknown as Promise<ServiceGuideAnswerEvent>;
      await choose(element, ...toLost);
      expect((await reached).detail).to.deep.equal({ guide: 'documents', answer: 'birth-lost' });
      const service = await offeringId('sabt-ahval', 'صدور شناسنامه المثنی');
      page.addEventListener('service-guide-select', (event) => event.preventDefault(), { once: true });
      (await byRole(element, 'link', 'صدور شناسنامه المثنی')).click();
      expect(sheet.hasAttribute('service')).to.equal(false);
      const chosen = oneEvent(element, 'service-guide-select') as unknown as Promise<ServiceGuideSelectEvent>;
      (await byRole(element, 'link', 'صدور شناسنامه المثنی')).click();
      expect((await chosen).detail).to.deep.equal({ service, known: {}, guide: 'documents', answer: 'birth-lost' });
      expect(sheet.getAttribute('service')).to.equal(service);
      expect(document.activeElement).to.equal(sheet);
    });

    it('hands on what the form need not ask any more, by its address too', async () => {
      at('complaint.telecom.internet');
      const linked = await open({ href: '/s.html?service={id}#top' });
      const service = await offeringId('ict', 'شکایت از سرویس اینترنت');
      expect((await byRole(linked, 'link', 'شکایت از سرویس اینترنت')).getAttribute('href')).to.equal(`/s.html?service=${service}&known=service%3Dinternet%26messageKind%3Dcomplaint#top`);
      linked.remove();
      const page = await fixture(html`<div><service-guide gateway=${gatewayUrl} lang="fa" for="sheet"></service-guide><section id="sheet"></section></div>`);
      (await byRole(page.querySelector('service-guide')!, 'link', 'شکایت از سرویس اینترنت')).click();
      expect(page.querySelector('#sheet')!.getAttribute('known')).to.equal('service=internet&messageKind=complaint');
    });

    it('tells the webmaster when for names nothing', async () => {
      at('documents.birth.birth-renew');
      const element = await open({ for: 'nowhere' });
      (await byRole(element, 'link', 'تعویض شناسنامه')).click();
      expect(told.errors().filter((line) => line.includes('nowhere'))).to.have.length(1);
    });
  });

  it('walks between choices with arrows, Home and End; Enter stays with us', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><service-guide gateway=${gatewayUrl} lang="fa"></service-guide></form>`);
    const element = form.querySelector('service-guide')!;
    const leaked: string[] = [];
    for (const type of ['keydown', 'keypress', 'submit'] as const) form.addEventListener(type, (event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
      event.preventDefault();
      leaked.push(type);
    });
    await waitUntil(() => element.state === 'idle', 'idle', { timeout: 9000 });
    const choices = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.choice')];
    const press = (key: string, type = 'keydown') => focused(element)!.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true }));
    choices[0]!.focus();
    for (const [key, target] of [['ArrowDown', 1], ['End', 15], ['ArrowUp', 14], ['Home', 0], ['ArrowUp', 0]] as const) {
      press(key);
      expect(choices.indexOf(focused(element) as HTMLElement), key).to.equal(target);
    }
    press('Enter');
    press('Enter', 'keypress');
    choices[3]!.click();
    await element.updateComplete;
    expect(leaked).to.deep.equal([]);
  });

  it('works to the end without a network once it was seen', async () => {
    const asked = watchFetch();
    const element = await open();
    await waitUntil(() => new Set(asked(/\/v1\/guides\/[a-z-]+$/).map(({ url }) => url)).size === 16, 'all guides are asked for', { timeout: 9000 });
    await waitUntil(() => (element as unknown as { guides: Map<string, unknown> }).guides.size === 16, 'and here', { timeout: 9000 });
    faultyFetch(/./, 'offline');
    await choose(element, /^شکایت دارم/, /^شهر و محیط زندگی/, 'زباله و نظافت');
    expect(await byRole(element, 'link', /سامانه مدیریت شهری/)).to.not.equal(null);
    await choose(element, 'از اول', /^سلامت و درمان/, /^هیچ‌کدام/);
    expect(headline(element)).to.equal('از کسی بپرسید');
  });

  it('fits into 280 px, with targets of 44 px', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.inlineSize = '280px';
    for (const path of ['', 'complaint', 'complaint.telecom.internet', 'utilities.danger.leak', 'property.sale', 'none']) {
      if (path) at(path);
      const element = document.createElement('service-guide');
      element.gateway = gatewayUrl;
      box.replaceChildren(element);
      await waitUntil(() => element.state !== 'pending', 'shown', { timeout: 9000 });
      await element.updateComplete;
      expect(element.scrollWidth, path).to.be.at.most(280);
      for (const target of [...allByRole(element, 'button'), ...allByRole(element, 'link')].filter((each) => !each.closest('.service'))) {
        expect(target.getBoundingClientRect().height, `${path}: ${target.textContent.trim()}`).to.be.at.least(43.9);
      }
    }
  });

  it('prints the answer with what was answered, and nothing of the page around it', async () => {
    at('documents.birth.birth-lost');
    const page = await fixture(html`<div><p id="beside">کنار</p><service-guide gateway=${gatewayUrl} lang="fa"></service-guide></div>`);
    const element = page.querySelector('service-guide')!;
    await waitUntil(() => element.state === 'ready', 'ready', { timeout: 9000 });
    const { print } = window;
    let beside = false;
    window.print = () => {
      beside = page.querySelector('#beside')!.hasAttribute('data-desk-not-printed');
      dispatchEvent(new Event('afterprint'));
    };
    try {
      (await byRole(element, 'button', 'چاپ')).click();
    } finally {
      window.print = print;
    }
    expect(beside).to.equal(true);
    expect(page.querySelector('#beside')!.hasAttribute('data-desk-not-printed')).to.equal(false);
    expect(readable(element)).to.match(/پاسخ‌های شما.*کدام مدرک؟.*شناسنامه/);
  });
});
