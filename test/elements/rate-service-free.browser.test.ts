import { expect, fixture, html } from '@open-wc/testing';
import type { RateService } from '../../src/elements/rate-service/rate-service.ts';
import { GatewayClient } from '../../src/client/client.ts';
import { faultyFetch, gatewayUrl, restoreFetch } from '../support/browser.ts';
import { allByRole, byRole, readable, untilReadable } from '../support/find.ts';
import { score, send } from './rate-service-driver.ts';

const anyService = async (): Promise<string> => (await new GatewayClient(gatewayUrl).call('search', { query: { q: 'شناسنامه' } })).items[0]!.entry.id;
const rateService = (service: string, lang = 'fa'): Promise<RateService> =>
  fixture<RateService>(html`<rate-service gateway=${gatewayUrl} lang=${lang} service=${service}></rate-service>`);

describe('rate-service about a service, without a request', () => {
  it('asks at once, for no code and no objection, keeps what was chosen while the line is down, and thanks', async () => {
    const element = await rateService(await anyService());
    expect(element.state).to.equal('ready');
    await expect(element).to.be.accessible();
    await score(element, 'satisfied', 1);
    (await byRole(element, 'checkbox', 'ناقص انجام شد')).click();
    await element.updateComplete;
    expect(allByRole(element, 'textbox').length).to.equal(0);
    expect(readable(element)).not.to.contain('پیامک');
    faultyFetch(/\/ratings$/, 'offline');
    await send(element);
    await untilReadable(element, 'اینترنت را ببینید');
    restoreFetch();
    expect((await byRole<HTMLInputElement>(element, 'checkbox', 'ناقص انجام شد')).checked).to.equal(true);
    await send(element);
    await untilReadable(element, /سپاس. نظر شما ثبت شد.*نام و شماره‌ای از شما نگه داشته نشد/);
  });

  it('says when a service is gone', async () => {
    const gone = await rateService('alborz.none.none');
    await score(gone, 'satisfied', 4);
    await send(gone);
    await untilReadable(gone, 'این خدمت دیگر در فهرست نیست');
  });
});
