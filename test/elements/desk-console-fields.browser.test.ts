import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { gatewayUrl, oneTimeCode } from '../support/browser.ts';
import { GatewayClient } from '../../src/client/client.ts';
import { byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { atCase, desk, leaveDesk } from './desk-console-driver.ts';

describe('a question with fields in desk-console', function () {
  this.timeout(30_000);
  afterEach(leaveDesk);

  it('asks again for a part of the form and for what the expert names, and shows what came back', async () => {
    const { element, filed, id } = await atCase('پرونده‌ای که مدرک کم دارد', true);
    (await byRole(element, 'button', 'پرسیدن از شهروند')).click();
    type(await byRole(element, 'textbox', 'پرسش از شهروند'), 'این‌ها کم است.');
    element.shadowRoot!.querySelector<HTMLElement>('.ask-again summary')!.click();
    (await byRole(element, 'checkbox', 'شماره ملی')).click();
    (await byRole(element, 'button', 'افزودن مدرک یا پرسش دیگر')).click();
    const send = await byRole(element, 'button', 'پرسش را بفرستید');
    send.click();
    const name = await byRole(element, 'textbox', /مورد ۱: چه می‌خواهید؟/);
    await untilReadable(element, 'نام آن را بنویسید.');
    expect(focused(element)).to.equal(name);
    expect(describedAs(name)).to.contain('نام آن را بنویسید.');
    type(name, 'سال ساخت');
    const kind = await byRole<HTMLSelectElement>(element, 'listbox', /مورد ۱: نوع پاسخ/);
    kind.value = 'number';
    kind.dispatchEvent(new Event('change'));
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLElement>('.preview-of summary')!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('question-form')?.shadowRoot?.querySelectorAll('input').length, 'what the citizen sees', { timeout: 10_000 });
    const seen = element.shadowRoot!.querySelector('question-form')!;
    expect(readable(seen)).to.match(/شماره ملی.*سال ساخت/);
    expect(seen.shadowRoot!.querySelector('[type=submit]'), 'nothing is sent from it').to.equal(null);
    kind.value = 'file';
    kind.dispatchEvent(new Event('change'));
    await waitUntil(() => seen.shadowRoot!.querySelector('input[type=file]'), 'a place for a file', { timeout: 10_000 });
    kind.value = 'number';
    kind.dispatchEvent(new Event('change'));
    await element.updateComplete;
    type(name, 'سال ساخت ساختمان');
    await waitUntil(() => readable(seen).includes('سال ساخت ساختمان'), 'it follows');
    await expect(element).to.be.accessible();
    send.click();
    await untilReadable(element, 'منتظر شهروند');

    const client = new GatewayClient(gatewayUrl);
    const params = { code: filed.code };
    const { challenge } = await client.call('askProof', { params });
    const { token: proof } = await client.call('giveProof', { params, body: { otp: await oneTimeCode(filed.mobile), challenge } });
    const { messages } = await client.call('requestRecord', { params }, { proof });
    const asked = messages.at(-1)!.fields!;
    expect(asked.map((field) => field.type)).to.deep.equal(['nationalId', 'number']);
    await client.call('reply', { params, body: { answers: { [asked[0]!.id]: '0499370899', [asked[1]!.id]: 1389 } } }, { proof });
    fixtureCleanup();
    location.hash = `#/case/${id}`;
    const later = await desk();
    await untilReadable(later, /پاسخ شهروند.*۰۴۹۹۳۷۰۸۹۹.*سال ساخت ساختمان\s*۱٬۳۸۹/);
  });
});
