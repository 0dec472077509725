import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { gatewayUrl } from '../support/browser.ts';
import { prove } from '../support/citizen.ts';
import { GatewayClient } from '../../src/client/client.ts';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
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
    const proof = await prove(filed);
    const { messages } = await client.call('requestRecord', { params }, { proof });
    const asked = messages.at(-1)!.fields!;
    expect(asked.map((field) => field.type)).to.deep.equal(['nationalId', 'number']);
    await client.call('reply', { params, body: { answers: { [asked[0]!.id]: '0499370899', [asked[1]!.id]: 1389 } } }, { proof });
    fixtureCleanup();
    location.hash = `#/case/${id}`;
    const later = await desk();
    await untilReadable(later, /پاسخ شهروند.*۰۴۹۹۳۷۰۸۹۹.*سال ساخت ساختمان\s*۱٬۳۸۹/);
  });

  /** A desk that asks for one thing of the expert's own. */
  async function asking(description: string) {
    const { element, filed, id } = await atCase(description, true);
    (await byRole(element, 'button', 'پرسیدن از شهروند')).click();
    type(await byRole(element, 'textbox', 'پرسش از شهروند'), 'این‌ها کم است.');
    (await byRole(element, 'button', 'افزودن مدرک یا پرسش دیگر')).click();
    const name = await byRole(element, 'textbox', /مورد ۱: چه می‌خواهید؟/);
    const kind = await byRole<HTMLSelectElement>(element, 'listbox', /مورد ۱: نوع پاسخ/);
    return { element, filed, id, name, kind, send: await byRole(element, 'button', 'پرسش را بفرستید') };
  }
  async function choose(element: DeskConsole, kind: HTMLSelectElement, value: string): Promise<void> {
    kind.value = value;
    kind.dispatchEvent(new Event('change'));
    await element.updateComplete;
  }

  it('asks for one of several choices, a line each, at least two and no two alike, and shows the one that came back', async () => {
    const { element, filed, id, name, kind, send } = await asking('پرونده‌ای که یکی از چند چیز را می‌خواهد');
    type(name, 'کاربری ساختمان');
    await element.updateComplete;
    await choose(element, kind, 'choice');
    const choices = await byRole(element, 'textbox', /مورد ۱: گزینه‌ها/);
    for (const [lines, fault] of [['مسکونی\n  \n', 'دست‌کم دو گزینه بنویسید'], ['مسکونی\nتجاری\nتجاري', 'دو گزینه مانند هم است']] as const) {
      type(choices, lines);
      send.click();
      await untilReadable(element, fault);
      await waitUntil(() => focused(element) === choices, 'the focus is where it is to be mended');
      expect(describedAs(choices)).to.contain('هر گزینه را در یک خط بنویسید.').and.to.contain(fault);
    }
    await expect(element).to.be.accessible();
    type(choices, ' مسکونی \n\nتجاری\nاداری');
    await waitUntil(() => !readable(element).includes('دو گزینه مانند هم است'), 'it is mended');
    await choose(element, kind, 'text');
    await choose(element, kind, 'choice');
    expect((await byRole<HTMLTextAreaElement>(element, 'textbox', /مورد ۱: گزینه‌ها/)).value, 'what was written is there again').to.contain('اداری');
    element.shadowRoot!.querySelector<HTMLElement>('.preview-of summary')!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('question-form')?.shadowRoot?.querySelectorAll('input[type=radio]').length === 3, 'what the citizen sees', { timeout: 10_000 });
    send.click();
    await untilReadable(element, 'منتظر شهروند');

    const client = new GatewayClient(gatewayUrl);
    const params = { code: filed.code };
    const proof = await prove(filed);
    const [asked] = (await client.call('requestRecord', { params }, { proof })).messages.at(-1)!.fields!;
    expect(asked!.options!.map(({ label }) => label.fa)).to.deep.equal(['مسکونی', 'تجاری', 'اداری']);
    await client.call('reply', { params, body: { answers: { [asked!.id]: asked!.options![1]!.value } } }, { proof });
    fixtureCleanup();
    location.hash = `#/case/${id}`;
    await untilReadable(await desk(), /پاسخ شهروند.*کاربری ساختمان\s*تجاری/);
  });

  it('shows at a field why the gateway does not take it, until it is changed', async () => {
    const { element, name, kind, send } = await asking('پرونده‌ای که پرسشش پذیرفته نمی‌شود');
    type(name, 'ن'.repeat(301));
    send.click();
    await untilReadable(element, 'این نوشته دراز است؛ دست بالا ۳۰۰ نویسه بنویسید.');
    expect(focused(element)).to.equal(name);
    expect(describedAs(name)).to.contain('این نوشته دراز است');
    expect(element.shadowRoot!.querySelector('#action-fault'), 'no fault in general').to.equal(null);
    await expect(element).to.be.accessible();
    type(name, 'کاربری ساختمان');
    await waitUntil(() => !readable(element).includes('این نوشته دراز است'), 'it is changed');

    await choose(element, kind, 'choice');
    const choices = await byRole(element, 'textbox', /مورد ۱: گزینه‌ها/);
    type(choices, `مسکونی\n${'ت'.repeat(301)}`);
    send.click();
    await untilReadable(element, 'این نوشته دراز است');
    expect([focused(element)?.id, name.ariaInvalid]).to.deep.equal([choices.id, null]);
    type(choices, 'مسکونی\nتجاری');

    // A form of before may ask for one thing twice.
    element.shadowRoot!.querySelector<HTMLElement>('.ask-again summary')!.click();
    const again = await byRole(element, 'checkbox', 'شماره ملی');
    again.click();
    await element.updateComplete;
    element.shadowRoot!.querySelector<HTMLDetailsElement>('.ask-again')!.open = false;
    const { fetch } = globalThis;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!/\/ask$/.test(request.url)) return fetch(request);
      const body = (await request.json()) as { fields: unknown[] };
      return fetch(new Request(request, { body: JSON.stringify({ ...body, fields: [body.fields[0], ...body.fields] }) }));
    };
    send.click();
    await untilReadable(element, 'این مورد دو بار خواسته شده است');
    globalThis.fetch = fetch;
    await waitUntil(() => focused(element) === again, 'its place is opened');
    expect(describedAs(again)).to.contain('یکی را بردارید');
    await expect(element).to.be.accessible();
    again.click();
    await waitUntil(() => !readable(element).includes('دو بار خواسته شده'), 'it is taken out');
    send.click();
    await untilReadable(element, 'منتظر شهروند');
  });
});
