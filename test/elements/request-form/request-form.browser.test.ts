import { fixture, html } from '@open-wc/testing';
import { entriesOf } from '../../../src/search/entry.ts';
import type { RequestFormFiledEvent } from '../../../src/elements/request-form/request-form.events.ts';
import type { RequestForm } from '../../../src/elements/request-form/request-form.ts';
import { faultyFetch, gatewayUrl, restoreFetch, watchFetch } from '../../support/browser.ts';
import { GatewayClient } from '../../../src/client/client.ts';
import { expect, fillMeeting, forgetDrafts, FormDriver, offeringId, openForm, receiptCode, services } from './driver.ts';

describe('request-form', () => {
  beforeEach(forgetDrafts);

  it('is accessible in Persian, from the first step over its errors and the review to the receipt', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await expect(form.element).to.be.accessible();
    await form.press('ادامه');
    await expect(form.element).to.be.accessible();
    await fillMeeting(form);
    await expect(form.element).to.be.accessible();
    await form.press('فرستادن درخواست');
    await receiptCode(form);
    await expect(form.element).to.be.accessible();
  });

  it('is accessible in English', async () => {
    const form = await openForm(await offeringId(services.permit), { lang: 'en' });
    await expect(form.element).to.be.accessible();
    expect(form.root.dir).to.equal('ltr');
    expect(form.has('Mobile number'), form.labels().join()).to.equal(true);
  });

  describe('states', () => {
    it('is idle without a service and says what to do', async () => {
      const element = await fixture<RequestForm>(html`<request-form gateway=${gatewayUrl}></request-form>`);
      expect(element.state).to.equal('idle');
      expect(new FormDriver(element).text).to.contain('خدمتی را که می‌خواهید برگزینید');
      await expect(element).to.be.accessible();
    });

    it('is pending while the form is on its way', async () => {
      faultyFetch(/\/form/, 'hang');
      const element = await fixture<RequestForm>(html`<request-form gateway=${gatewayUrl} service=${await offeringId(services.meeting)}></request-form>`);
      expect(element.state).to.equal('pending');
      expect(element.shadowRoot!.querySelector('[aria-busy="true"]')).to.exist;
      await expect(element).to.be.accessible();
    });

    it('fails with the fallback and a way to try again', async () => {
      faultyFetch(/\/v1\/offerings/, 'offline');
      const element = await fixture<RequestForm>(html`<request-form gateway=${gatewayUrl} service=${await offeringId(services.meeting)}><p>تلفن ۱۱۱</p></request-form>`);
      const form = new FormDriver(element);
      await form.until(() => element.state === 'failed', 'it did not fail');
      expect(element.shadowRoot!.querySelector('slot')!.assignedElements()[0]!.textContent).to.equal('تلفن ۱۱۱');
      await expect(element).to.be.accessible();
      restoreFetch();
      await form.press('دوباره امتحان کنید');
      await form.ready();
      expect(form.heading).to.equal('درخواست');
    });

    it('says that a service is not in the catalogue', async () => {
      const element = await fixture<RequestForm>(html`<request-form gateway=${gatewayUrl} service="alborz.none.none"></request-form>`);
      const form = new FormDriver(element);
      await form.until(() => element.state === 'failed', 'it did not fail');
      expect(form.text).to.contain('این خدمت در فهرست نیست');
    });

    it('tells how to get a service that has no form', async () => {
      const client = new GatewayClient(gatewayUrl);
      const { index } = await client.call('catalogue');
      const entries = entriesOf(await client.call('catalogueIndex', { params: { version: index!.split('/').at(-1)! } }));
      let without: string | undefined;
      for (const { id } of entries.filter(({ online }) => !online)) {
        if ((await client.call('offering', { params: { id } })).form === null) { without = id; break; }
      }
      const form = await openForm(without!);
      expect(form.heading).to.equal('این خدمت از اینجا درخواست نمی‌شود');
      await expect(form.element).to.be.accessible();
    });
  });

  it('opens another form when it is given another service', async () => {
    const form = await openForm(await offeringId(services.meeting));
    form.element.service = await offeringId(services.water);
    await form.until(() => form.element.state === 'ready' && form.text.includes(services.water), 'the other form did not come');
    expect(form.has('نام مالک')).to.equal(true);
  });

  it('asks nobody again what the way here has answered; anything but an offered choice is left aside', async () => {
    const element = await fixture<RequestForm>(html`
      <request-form gateway=${gatewayUrl} lang="fa" known="service=internet&subject=nonsense&complainedBefore=true&address=elsewhere&x=y"
        service=${await offeringId('شکایت از سرویس اینترنت')}></request-form>
    `);
    const form = new FormDriver(element);
    await form.ready();
    await form.until(() => form.text.includes('۲ پاسخ از راهنما آمد'), 'it was not said what came from the guide');
    expect(form.control<HTMLTextAreaElement>('نشانی').value).to.equal('');
    await form.type('محل مشکل', 'کرج، میدان شهدا');
    await form.type('نشانی', 'کرج، میدان شهدا، خیابان بهار، پلاک ۴');
    await form.next('خدمت و موضوع');
    expect(form.control('اینترنت', 'نوع خدمت').checked).to.equal(true);
    expect(form.control('بله', 'قبلاً به شرکت شکایت کرده‌اید؟').checked).to.equal(true);
    expect(form.control('صورتحساب', 'موضوع شکایت').checked).to.equal(false);
  });

  it('lets nothing leak into a page that is one big form', async () => {
    let submitted = 0;
    const keys: string[] = [];
    const page = await fixture<HTMLFormElement>(html`
      <form
        @submit=${(event: Event) => { event.preventDefault(); submitted++; }}
        @keydown=${(event: KeyboardEvent) => keys.push(event.key)}
      ><request-form gateway=${gatewayUrl} service=${await offeringId(services.meeting)}></request-form></form>
    `);
    const form = new FormDriver(page.querySelector('request-form')!);
    await form.ready();
    const press = (key: string) => form.control('نام و نام خانوادگی').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    press('Enter');
    press('a');
    await form.press('ادامه');
    expect(keys).to.deep.equal(['a']);
    expect(submitted).to.equal(0);
    expect([...form.root.querySelectorAll('button')].filter(({ type }) => type === 'submit').length).to.equal(1);
  });

  it('tells the page that a request was filed, and nothing about whom', async () => {
    const service = await offeringId(services.meeting);
    const form = await openForm(service);
    let detail: unknown;
    document.addEventListener('request-form-filed', (event) => { detail = (event as RequestFormFiledEvent).detail; }, { once: true });
    await fillMeeting(form);
    await form.press('فرستادن درخواست');
    await receiptCode(form);
    expect(detail).to.deep.equal({ offering: service });
  });

  it('asks nobody but the gateway', async () => {
    const seen = watchFetch();
    const form = await openForm(await offeringId(services.meeting));
    await fillMeeting(form);
    await form.press('فرستادن درخواست');
    await receiptCode(form);
    expect(seen().every(({ url }) => url.startsWith(gatewayUrl) || url.startsWith(location.origin))).to.equal(true);
  });
});
