import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../src/elements/service-sheet/service-sheet.define.ts';
import { actionView } from '../../src/elements/service-sheet/parts/action.ts';
import type { ServiceSheet } from '../../src/elements/service-sheet/service-sheet.ts';
import type { ServiceSheetStartEvent } from '../../src/elements/service-sheet/service-sheet.events.ts';
import { render } from 'lit';
import { GatewayClient } from '../../src/client/client.ts';
import type { Offering, PublishedOffering } from '../../src/contract/offering.ts';
import { formatDate } from '../../src/i18n/formats.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../support/browser.ts';
import { offeringId, published } from '../support/catalogue.ts';
import { quietConsole } from '../support/console.ts';
import { allByRole, byRole, readable, untilReadable } from '../support/find.ts';

const sheet = (service: string, { lang = 'fa', target = '' } = {}) =>
  fixture<ServiceSheet>(
    html`<service-sheet gateway=${gatewayUrl} lang=${lang} service=${service} for=${target}
      ><p>تلفن ۱۱۱</p></service-sheet
    >`,
  );
const checkboxes = (element: ServiceSheet) => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
];
const offeringOf = (id: string) => new GatewayClient(gatewayUrl).call('offering', { params: { id } });

/** The first published sheet that fits. */
async function firstWith(fits: (offering: Offering) => boolean): Promise<Offering> {
  for (const { id } of await published()) {
    const offering = await offeringOf(id);
    if (fits(offering)) return offering;
  }
  throw new Error('No published sheet fits.');
}

describe('service-sheet', () => {
  const told = quietConsole();
  let birth: string;
  before(async () => {
    birth = await offeringId('sabt-ahval', 'ثبت ولادت و صدور شناسنامه');
  });

  for (const lang of ['fa', 'en']) {
    it(`is accessible in each state (${lang})`, async () => {
      await expect(await sheet('', { lang })).to.be.accessible();
      const ready = await sheet(birth, { lang, target: 'form' });
      await byRole(ready, 'heading', 'ثبت ولادت و صدور شناسنامه');
      await expect(ready).to.be.accessible();
      const missing = await sheet('alborz.nowhere.none', { lang });
      await byRole(missing, 'alert', /./);
      await expect(missing).to.be.accessible();
    });
  }

  describe('states', () => {
    it('idle: asks for a choice and asks the gateway nothing', async () => {
      const asked = watchFetch();
      const element = await sheet('');
      expect(element.state).to.equal('idle');
      expect(readable(element)).to.contain('خدمتی را که می‌خواهید برگزینید');
      expect(asked()).to.have.length(0);
    });

    it('pending: holds the place, then shows the sheet', async () => {
      faultyFetch(/\/v1\/offerings\//, '503', 1);
      const element = await sheet(birth);
      expect(element.state).to.equal('pending');
      expect(readable(element)).to.contain('شناسنامه خدمت باز می‌شود');
      await expect(element).to.be.accessible();
      await byRole(element, 'heading', 'ثبت ولادت و صدور شناسنامه');
      expect(element.state).to.equal('ready');
    });

    it('failed, not found: says so and offers no second try', async () => {
      const element = await sheet('alborz.nowhere.none');
      await untilReadable(element, 'این خدمت در فهرست نیست');
      expect(element.state).to.equal('failed');
      expect(allByRole(element, 'button')).to.have.length(0);
      expect(element.querySelector('p')!.assignedSlot).to.not.equal(null);
    });

    for (const fault of ['offline', 'malformed', 'cut'] as const) {
      it(`failed, no answer (${fault}): keeps the fallback and tries again`, async () => {
        faultyFetch(/\/v1\/offerings\//, fault);
        const element = await sheet(birth);
        await waitUntil(() => element.state === 'failed', 'failed', { timeout: 9000 });
        await untilReadable(element, 'شناسنامه خدمت باز نشد');
        expect(element.querySelector('p')!.assignedSlot).to.not.equal(null);
        restoreFetch();
        (await byRole(element, 'button', 'دوباره امتحان کنید')).click();
        await byRole(element, 'heading', 'ثبت ولادت و صدور شناسنامه');
      });
    }

    it('a later choice wins over an earlier one whose answer is late', async () => {
      faultyFetch(new RegExp(birth), 'hang', 1);
      const element = await sheet(birth);
      element.service = await offeringId('sabt-ahval', 'تعویض شناسنامه');
      await byRole(element, 'heading', 'تعویض شناسنامه');
      expect(element.state).to.equal('ready');
    });
  });

  describe('what it says', () => {
    it('the answers first, then documents, steps, place, law, provenance', async () => {
      const element = await sheet(birth);
      await byRole(element, 'heading', 'ثبت ولادت و صدور شناسنامه');
      const text = readable(element);
      const order = [
        'چقدر طول می‌کشد',
        '۳۰ دقیقه',
        'رایگان یا طبق تعرفه',
        'مراجعه حضوری',
        'یک بار',
        'طبقه همکف، اتاق ۱',
        'چه لازم است',
        'چه می‌شود',
        'پذیرش و کنترل مدارک',
        'متصدی ولادت',
        'کجا و کی',
        '۰۲۶-۳۲۰۰۰۰۴۱',
        'بر پایه کدام قانون',
        '۲۰ شهریور ۱۴۰۵',
      ];
      const places = order.map((words) => text.indexOf(words));
      expect(places, order.filter((_, at) => places[at]! < 0).join()).to.not.include(-1);
      expect(places).to.deep.equal([...places].sort((a, b) => a - b));
      expect(text).to.contain('نمونه');
    });

    it('whether it is open now, by the working calendar of the province', async () => {
      const element = await sheet(birth);
      await untilReadable(element, /اکنون باز است؛ تا ۱۴:۳۰/);
      const english = await sheet(birth, { lang: 'en' });
      await untilReadable(english, /Open now, until 14:30/);
    });

    it('that it is closed today when only its county is', async () => {
      const Today = Date;
      const closedInKaraj = Today.parse('2026-12-16T10:00:00+03:30');
      globalThis.Date = class extends Today {
        constructor(...parts: unknown[]) {
          super(...((parts.length ? parts : [closedInKaraj]) as [number]));
        }
        static override now = () => closedInKaraj;
      } as DateConstructor;
      try {
        const element = await sheet(birth);
        await untilReadable(element, /اکنون بسته است؛ فردا از ۰?۷:۳۰ باز می‌شود/);
      } finally {
        globalThis.Date = Today;
      }
    });

    it('the sheet without the line when the calendar does not come', async () => {
      faultyFetch(/\/v1\/calendar/, 'offline');
      const element = await sheet(birth);
      await byRole(element, 'heading', 'ثبت ولادت و صدور شناسنامه');
      expect(readable(element)).to.not.contain('اکنون باز');
      expect(element.state).to.equal('ready');
    });

    it('who declared it, and on which day what stands here was published', async () => {
      const { agency, publishedAt } = await offeringOf(birth);
      const element = await sheet(birth);
      await untilReadable(element, `این برگه را ${agency.name.fa} اعلام کرده و در ۲۰ شهریور ۱۴۰۵ بازبینی کرده است. این نسخه در ${formatDate('fa', publishedAt)} منتشر شد.`);
      const english = await sheet(birth, { lang: 'en' });
      await untilReadable(english, `This version was published on ${formatDate('en', publishedAt)}.`);
    });

    it('the sheet that a browser kept from an older gateway, without that day', async () => {
      const real = globalThis.fetch;
      globalThis.fetch = async (...asked) => {
        const answer = await real(...asked);
        if (!answer.url.endsWith(`/v1/offerings/${birth}`)) return answer;
        const { publishedAt: _, ...older } = (await answer.json()) as PublishedOffering;
        return Response.json(older);
      };
      try {
        const element = await sheet(birth);
        await untilReadable(element, /اعلام کرده و در ۲۰ شهریور ۱۴۰۵ بازبینی کرده است/);
        expect(readable(element)).to.not.contain('منتشر شد');
      } finally {
        globalThis.fetch = real;
      }
    });

    it('plainly what the agency did not declare', async () => {
      const bare = await firstWith(({ laws, fee }) => laws.length === 0 || fee.kind === 'undeclared');
      const element = await sheet(bare.id);
      await untilReadable(element, bare.laws.length ? 'اعلام نشده' : 'دستگاه اعلام نکرده است');
    });

    it('that a copy of an identity document need not be brought', async () => {
      const asking = await firstWith(({ documents }) => documents.some(({ forbiddenCopy }) => forbiddenCopy));
      const element = await sheet(asking.id);
      await untilReadable(element, 'کپی آن لازم نیست');
      expect(readable(element)).to.contain('دستگاه حق ندارد');
      const plain = await sheet(birth);
      await byRole(plain, 'heading', 'ثبت ولادت و صدور شناسنامه');
      expect(readable(plain)).to.not.contain('دستگاه حق ندارد');
    });

    it('in the agency’s own words, when they hold more than one time', async () => {
      const element = await sheet(await offeringId('post', 'صدور گواهی کدپستی'));
      await untilReadable(element, /۱۰ دقیقه\s*به نوشته دستگاه: «۱۰ دقیقه؛ تخصیص کد جدید ۵ روز کاری»/);
    });

    it('fees in rial with toman beside them', async () => {
      const element = await sheet(await offeringId('sabt-ahval', 'تعویض شناسنامه'));
      await untilReadable(element, '۵۰۰٬۰۰۰ ریال');
      expect(readable(element)).to.contain('(۵۰٬۰۰۰ تومان)');
    });
  });

  it('ticks off documents and counts them; another service starts afresh', async () => {
    const element = await sheet(birth);
    await byRole(element, 'heading', 'ثبت ولادت و صدور شناسنامه');
    const boxes = checkboxes(element);
    expect(boxes.length).to.be.above(1);
    boxes[0]!.click();
    await untilReadable(element, `۱ از ${boxes.length.toLocaleString('fa')} آماده است`);
    for (const box of boxes.slice(1)) box.click();
    await untilReadable(element, 'همه آماده است');
    element.service = await offeringId('sabt-ahval', 'تعویض شناسنامه');
    await byRole(element, 'heading', 'تعویض شناسنامه');
    expect(checkboxes(element).some(({ checked }) => checked)).to.equal(false);
  });

  describe('the way to get it', () => {
    it('online with for: hands the service to the form and moves there', async () => {
      const page = await fixture(
        html`<div>
          <service-sheet gateway=${gatewayUrl} service=${birth} for="form"></service-sheet>
          <section id="form"></section>
        </div>`,
      );
      const element = page.querySelector('service-sheet')!;
      const start = await byRole(element, 'link', 'این خدمت را اینترنتی بگیرید');
      const started = oneEvent(element, 'service-sheet-start') as unknown as Promise<ServiceSheetStartEvent>;
      start.click();
      expect((await started).detail).to.deep.equal({ service: birth });
      expect(page.querySelector('#form')!.getAttribute('service')).to.equal(birth);
      expect(document.activeElement).to.equal(page.querySelector('#form'));
    });

    it('without a form here: the agency’s own system', async () => {
      const linked = await firstWith(({ form, link }) => !form && link !== null);
      const element = await sheet(linked.id, { target: 'form' });
      const link = await byRole<HTMLAnchorElement>(element, 'link', /به سامانه دستگاه بروید/);
      expect(link.getAttribute('href')).to.equal(linked.link);
      expect(link.rel).to.contain('noopener');
      expect(allByRole(element, 'link', 'این خدمت را اینترنتی بگیرید')).to.have.length(0);
    });

    it('without both: where to go', async () => {
      // Every agency of the demo declares an address; a sheet as it would be without.
      const offering = { ...(await offeringOf(birth)), form: null };
      const shown = (link: string | null) => {
        const box = document.createElement('div');
        const model = {
          locale: 'fa',
          ready: new Set<number>(),
          openNow: undefined,
          startHref: '#form',
          kept: undefined,
          further: undefined,
          report: undefined,
          onStart() {},
          onReady() {},
          onPrint() {},
        } as const;
        render(actionView({ ...model, offering: { ...offering, link } }), box);
        return box;
      };
      expect(shown(null).textContent.replace(/\s+/g, ' ')).to.contain(
        `برای این خدمت به ${offering.unit!.name.fa} بروید: طبقه همکف، اتاق ۱.`,
      );
      expect(shown(null).querySelector('a')).to.equal(null);
      expect(shown('javascript:alert(1)').querySelector('a')).to.equal(null);
    });

    it('prints alone', async () => {
      const page = await fixture(
        html`<div>
          <aside>تبلیغ</aside>
          <service-sheet gateway=${gatewayUrl} service=${birth}></service-sheet>
        </div>`,
      );
      const element = page.querySelector('service-sheet')!;
      const aside = page.querySelector('aside')!;
      const start = await byRole(element, 'button', 'چاپ این برگه');
      const untouched = page.innerHTML;
      const before = [aside, element].map((each) => each.getAttributeNames().length);
      const { print } = globalThis;
      let marks: number[] = [];
      globalThis.print = () => void (marks = [aside, element].map((each) => each.getAttributeNames().length));
      try {
        start.click();
      } finally {
        globalThis.print = print;
      }
      expect(marks, 'what stands beside it is left out').to.deep.equal([before[0]! + 1, before[1]!]);
      dispatchEvent(new Event('afterprint'));
      expect(page.innerHTML).to.equal(untouched);
      expect(told.errors()).to.deep.equal([]);
    });
  });
});
