import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { ServiceFinder } from '../../src/elements/service-finder/service-finder.ts';
import type { ServiceFinderSelectEvent } from '../../src/elements/service-finder/service-finder.events.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../support/browser.ts';
import { offeringId, published } from '../support/catalogue.ts';
import { quietConsole } from '../support/console.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { field, find, search, titles } from './service-finder-driver.ts';

const press = (target: EventTarget, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

describe('service-finder', () => {
  const told = quietConsole();
  // What an earlier test has kept on the device must not help the next one.
  beforeEach(async () => void (await caches.delete('mizban-catalogue')));

  it('shows an example that fits: the page\'s own, or none at an agency that does other things', async () => {
    const example = async (element: ServiceFinder) => (await field(element)).placeholder;
    expect(await example(await find())).to.match(/شناسنامه/);
    const ofAgency = await find({ agency: 'abfa' });
    expect(await example(ofAgency)).to.equal('');
    ofAgency.example = 'مانند: آب محله قطع شده';
    await ofAgency.updateComplete;
    expect(await example(ofAgency)).to.equal('مانند: آب محله قطع شده');
  });

  for (const [lang, none] of [
    ['fa', /نیافتیم/],
    ['en', /did not find/],
  ] as const) {
    it(`is accessible with nothing typed, with results, and with none (${lang})`, async () => {
      const element = await find({ lang });
      await waitUntil(() => allByRole(element, 'button').length > 5, 'life events', { timeout: 8000 });
      await expect(element).to.be.accessible();
      await search(element, 'شناسنامه');
      expect(allByRole(element, 'link').length).to.be.above(2);
      await expect(element).to.be.accessible();
      await search(element, 'کبوترپرانی');
      await untilReadable(element, none);
      await expect(element).to.be.accessible();
    });
  }

  describe('states', () => {
    it('idle: offers life events that have services, and leads to those', async () => {
      const element = await find();
      expect(element.state).to.equal('idle');
      (await byRole(element, 'button', 'ازدواج')).click();
      await untilReadable(element, 'بازگشت');
      await element.updateComplete;
      expect(element.state).to.equal('ready');
      const expected = (await published()).filter(({ lifeEvents }) => lifeEvents.includes('marriage'));
      expect(titles(element)).to.have.members(expected.slice(0, 10).map(({ title }) => title));
      expect(focused(element) === (await byRole(element, 'heading', /^ازدواج/))).to.equal(true);
      (await byRole(element, 'button', 'بازگشت')).click();
      await element.updateComplete;
      expect(element.state).to.equal('idle');
      expect(focused(element) === (await field(element))).to.equal(true);
    });

    it('pending: takes what is typed before the catalogue is here, and answers it then', async () => {
      faultyFetch(/\/v1\/catalogue/, '503', 1);
      const element = await find();
      type(await field(element), 'تعویض شناسنامه');
      await element.updateComplete;
      expect(element.state).to.equal('pending');
      expect(readable(element)).to.contain('فهرست خدمات باز می‌شود');
      await expect(element).to.be.accessible();
      await waitUntil(() => element.state === 'ready', 'ready', { timeout: 8000 });
      await element.updateComplete;
      expect(titles(element)[0]).to.equal('تعویض شناسنامه');
    });

    it('ready: names agency, time, fee and way of each service', async () => {
      const element = await find();
      await search(element, 'تعویض شناسنامه');
      const first = (await byRole(element, 'link', 'تعویض شناسنامه')).closest('li')!.textContent.replace(/\s+/g, ' ');
      expect(first).to.contain('ثبت احوال');
      expect(first).to.contain('تا ۱۵ روز کاری');
      expect(first).to.contain('۵۰۰٬۰۰۰ ریال');
      expect(first).to.contain('اینترنتی و حضوری');
      expect([...element.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent)).to.include('شناسنامه');
    });

    for (const fault of ['offline', 'malformed', 'cut'] as const) {
      it(`failed (${fault}): keeps what was typed, shows the fallback, and tries again`, async () => {
        faultyFetch(/\/v1\/catalogue/, fault);
        const element = await find();
        type(await field(element), 'گذرنامه');
        await waitUntil(() => element.state === 'failed', 'failed', { timeout: 9000 });
        await untilReadable(element, 'فهرست خدمات باز نشد');
        // The part that repeats what was typed comes a moment later.
        await untilReadable(element, 'گذرنامه');
        expect(element.querySelector('p')!.assignedSlot).to.not.equal(null);
        await expect(element).to.be.accessible();
        restoreFetch();
        (await byRole(element, 'button', 'دوباره امتحان کنید')).click();
        await waitUntil(() => element.state === 'ready', 'ready', { timeout: 8000 });
        await element.updateComplete;
        expect((await field(element)).value).to.equal('گذرنامه');
        expect(titles(element)[0]).to.contain('گذرنامه');
      });
    }
  });

  describe('queries', () => {
    it('in Arabic letters, on the wrong keyboard, with a wrong letter', async () => {
      const element = await find();
      await search(element, 'كارت ملي گم شده');
      expect(titles(element)[0]).to.equal('صدور کارت ملی المثنی');
      await search(element, 'ju,dq akhskhli');
      expect(titles(element)[0]).to.equal('تعویض شناسنامه');
      await untilReadable(element, 'منظورتان «تعویض شناسنامه» بود؟');
      await search(element, 'پاسپرت');
      expect(titles(element)[0]).to.contain('گذرنامه');
      await untilReadable(element, 'برای: پاسپرت');
      await search(element, 'تعوبض شناسنامع');
      await untilReadable(element, 'منظورتان «تعویض شناسنامه» بود؟');
      await search(element, 'گذرنانه جدید');
      await untilReadable(element, 'منظورتان «گذرنامه» بود؟');
      (await byRole(element, 'button', 'گذرنامه')).click();
      await element.updateComplete;
      expect((await field(element)).value).to.equal('گذرنامه جدید');
      expect(readable(element)).to.not.contain('منظورتان');
    });

    it('of pictures, of spaces and of 4 kB get a clear answer', async () => {
      const element = await find();
      await search(element, '🙂🙂🙂');
      expect(readable(element)).to.contain('هنوز ننوشته‌اید چه کاری دارید');
      await search(element, '    ');
      expect(element.state).to.equal('idle');
      await search(element, 'شناسنامه '.repeat(460));
      expect(titles(element).length).to.be.above(0);
    });

    it('that find nothing name a phone to ask', async () => {
      const element = await find();
      await search(element, 'کبوترپرانی');
      expect(readable(element)).to.contain('«کبوترپرانی» را میان ۱۹۳ خدمت نیافتیم');
      expect((await byRole(element, 'link', '۰۲۶-۳۲۰۰۰۰۰۰')).getAttribute('href')).to.equal('tel:+982632000000');
    });

    it('are counted aloud when typing rests', async () => {
      const element = await find();
      await search(element, 'تعویض شناسنامه');
      const count = /[۰-۹]+ خدمت پیدا شد/.exec(readable(element))![0];
      const aloud = () =>
        [...document.querySelectorAll('[role="status"]')].map((status) => status.textContent).join(' ');
      await waitUntil(() => aloud().includes(count), 'the count is said', { timeout: 4000 });
    });

    it('show more when asked, and move there', async () => {
      const element = await find();
      await search(element, 'صدور');
      (await byRole(element, 'button', /خدمت دیگر را هم ببینید/)).click();
      await waitUntil(() => titles(element).length === 20, 'all rows');
      expect(focused(element) === allByRole(element, 'link')[10]).to.equal(true);
    });
  });

  describe('filters', () => {
    it('narrow to an agency, to the internet, to what is free; and open again', async () => {
      const element = await fixture<ServiceFinder>(
        html`<service-finder gateway=${gatewayUrl} href="s?{id}"></service-finder>`,
      );
      await search(element, 'قبض');
      (await byRole(element, 'button', 'محدود کردن')).click();
      const agency = await byRole<HTMLSelectElement>(element, 'listbox', 'دستگاه');
      agency.value = 'gaz';
      agency.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
      const gas = new Set((await published()).filter((entry) => entry.agency === 'gaz').map(({ title }) => title));
      expect(titles(element).length).to.be.above(0);
      expect(titles(element).every((title) => gas.has(title))).to.equal(true);

      await search(element, 'تعویض شناسنامه');
      await untilReadable(element, 'بی آن‌ها');
      (await byRole(element, 'button', 'در همه خدمت‌ها بگردید')).click();
      await element.updateComplete;
      expect(titles(element)[0]).to.equal('تعویض شناسنامه');

      await search(element, 'گواهی');
      const free = await byRole(element, 'button', /^رایگان/);
      free.click();
      await element.updateComplete;
      expect(free.getAttribute('aria-pressed')).to.equal('true');
      const freeTitles = new Set((await published()).filter(({ fee }) => fee.kind === 'free').map(({ title }) => title));
      expect(titles(element).length).to.be.above(0);
      expect(titles(element).every((title) => freeTitles.has(title))).to.equal(true);
    });

    it('agency="…" keeps other agencies out, tiles included', async () => {
      const element = await find({ agency: 'abfa' });
      await search(element, 'شناسنامه');
      expect(titles(element)).to.not.include('تعویض شناسنامه');
      await search(element, 'انشعاب');
      const own = new Set((await published()).filter(({ agency }) => agency === 'abfa').map(({ title }) => title));
      expect(titles(element).every((title) => own.has(title))).to.equal(true);
      expect(allByRole(element, 'listbox', 'دستگاه')).to.have.length(0);
    });

    it('fold away, and fit where it is narrow', async () => {
      const box = await fixture<HTMLElement>(html`<div><service-finder gateway=${gatewayUrl}></service-finder></div>`);
      box.style.inlineSize = '280px';
      const element = box.querySelector('service-finder')!;
      await search(element, 'شناسنامه');
      expect(allByRole(element, 'listbox')).to.have.length(1);
      const fold = await byRole(element, 'button', 'محدود کردن');
      expect(fold.getAttribute('aria-expanded')).to.equal('false');
      fold.click();
      await element.updateComplete;
      expect(allByRole(element, 'button', /^اینترنتی/)).to.have.length(1);
      expect(element.scrollWidth).to.be.at.most(280);
    });
  });

  describe('the keyboard', () => {
    it('walks between field and results with arrows, Home and End; Escape leads back and clears', async () => {
      const element = await find();
      await search(element, 'شناسنامه');
      const input = await field(element);
      const links = allByRole(element, 'link');
      press(input, 'ArrowDown');
      expect(focused(element) === links[0]).to.equal(true);
      press(links[0]!, 'ArrowDown');
      expect(focused(element) === links[1]).to.equal(true);
      press(links[1]!, 'End');
      expect(focused(element) === links.at(-1)).to.equal(true);
      press(links.at(-1)!, 'Home');
      expect(focused(element) === links[0]).to.equal(true);
      press(links[0]!, 'ArrowUp');
      expect(focused(element) === input).to.equal(true);
      press(input, 'ArrowDown');
      press(links[0]!, 'Escape');
      expect(focused(element) === input).to.equal(true);
      press(input, 'Escape');
      await element.updateComplete;
      expect(input.value).to.equal('');
      expect(element.state).to.equal('idle');
    });

    it('keeps Enter from the form of the host page', async () => {
      const form = await fixture<HTMLFormElement>(
        html`<form><service-finder gateway=${gatewayUrl}></service-finder></form>`,
      );
      const leaked: string[] = [];
      form.addEventListener('keydown', ({ key }) => leaked.push(key));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        leaked.push('submit');
      });
      const element = form.querySelector('service-finder')!;
      await search(element, 'تعویض شناسنامه');
      press(await field(element), 'Enter');
      expect(leaked).to.deep.equal([]);
      expect(focused(element) === allByRole(element, 'link')[0]).to.equal(true);
    });
  });

  describe('choosing', () => {
    it('with href, results are real links', async () => {
      const element = await find({ href: '/s.html?service={id}' });
      await search(element, 'تعویض شناسنامه');
      const id = await offeringId('sabt-ahval', 'تعویض شناسنامه');
      expect((await byRole(element, 'link', 'تعویض شناسنامه')).getAttribute('href')).to.equal(`/s.html?service=${id}`);
    });

    it('with for, sets service on the named element and moves there', async () => {
      const page = await fixture(
        html`<div>
          <service-finder gateway=${gatewayUrl} for="sheet"></service-finder>
          <section id="sheet"></section>
        </div>`,
      );
      const element = page.querySelector('service-finder')!;
      await search(element, 'تعویض شناسنامه');
      const chosen = oneEvent(element, 'service-finder-select') as unknown as Promise<ServiceFinderSelectEvent>;
      (await byRole(element, 'link', 'تعویض شناسنامه')).click();
      const id = await offeringId('sabt-ahval', 'تعویض شناسنامه');
      expect((await chosen).detail).to.deep.equal({ service: id });
      expect(page.querySelector('#sheet')!.getAttribute('service')).to.equal(id);
      expect(document.activeElement).to.equal(page.querySelector('#sheet'));
    });

    it('leaves the page where it is when the page says so', async () => {
      const page = await fixture(
        html`<div>
          <service-finder gateway=${gatewayUrl} for="sheet"></service-finder>
          <section id="sheet"></section>
        </div>`,
      );
      page.addEventListener('service-finder-select', (event) => event.preventDefault());
      const element = page.querySelector('service-finder')!;
      await search(element, 'تعویض شناسنامه');
      (await byRole(element, 'link', 'تعویض شناسنامه')).click();
      expect(page.querySelector('#sheet')!.hasAttribute('service')).to.equal(false);
    });

    it('tells the webmaster once when for names nothing', async () => {
      const element = await find({ for: 'nowhere', href: '' });
      await search(element, 'تعویض شناسنامه');
      const link = await byRole(element, 'link', 'تعویض شناسنامه');
      link.click();
      link.click();
      expect(told.errors().filter((line) => line.includes('nowhere'))).to.have.length(1);
    });
  });

  it('asks for catalogue and index once each, whatever is typed', async () => {
    const asked = watchFetch();
    const element = await find();
    for (const text of ['ش', 'شن', 'شناس', 'شناسنامه', 'گذرنامه']) await search(element, text);
    expect(asked(/\/v1\/catalogue$/)).to.have.length(1);
    expect(asked(/\/v1\/catalogue\/index\//)).to.have.length(1);
    expect(asked(/\/v1\/search/)).to.have.length(0);
  });

  it('drops what an older gateway still answers', async () => {
    const element = await find();
    await search(element, 'گذرنامه');
    faultyFetch(/\/v1\/catalogue/, 'hang', 1);
    element.province = 'alborz';
    await element.updateComplete;
    expect(element.state).to.equal('pending');
    element.province = undefined;
    await waitUntil(() => element.state === 'ready', 'ready', { timeout: 8000 });
    await element.updateComplete;
    expect(titles(element)[0]).to.contain('گذرنامه');
  });
});
