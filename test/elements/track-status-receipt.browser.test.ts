import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import { makeReceiptKey, signReceipt } from '../../src/rules/receipt.ts';
import { faultyFetch, gatewayUrl, watchFetch } from '../support/browser.ts';
import { fileInformationRequest, type FiledRequest } from '../support/citizen.ts';
import { byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { track } from './track-status-driver.ts';

describe('track-status: a signed receipt', () => {
  let filed: FiledRequest;
  before(async () => {
    filed = await fileInformationRequest();
  });
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  /** Opens the check and gives it a text. */
  async function check(text: string, lang = 'fa'): Promise<TrackStatus> {
    const element = await track('', lang);
    (await byRole(element, 'button', lang === 'fa' ? 'رسید امضاشده دارید؟ درستی‌اش را بسنجید' : /^Do you have a signed receipt/)).click();
    type(await byRole(element, 'textbox', lang === 'fa' ? 'یا نوشته رمزینه' : 'Or the text of the QR code'), text);
    (await byRole(element, 'button', lang === 'fa' ? 'بسنجید' : 'Check')).click();
    return element;
  }
  /** The same receipt with a later due date. */
  const changed = () => {
    const [head, claims, signature] = filed.receipt.split('.');
    const read = JSON.parse(atob(claims!.replace(/-/g, '+').replace(/_/g, '/'))) as Record<string, unknown>;
    return [head, btoa(JSON.stringify({ ...read, dueAt: '2027-01-01T10:00:00+03:30' })).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''), signature].join('.');
  };

  for (const [lang, heading] of [['fa', 'این رسید اصل است'], ['en', 'This receipt is genuine']] as const) {
    it(`says what it proves and what not, and sends nothing of it (${lang})`, async () => {
      const asked = watchFetch();
      const element = await check(filed.receipt, lang);
      const found = await byRole(element, 'heading', heading);
      await waitUntil(() => focused(element) === found, 'the focus is not on the answer');
      await untilReadable(element, /آزاد به اطلاعات/);
      await expect(element).to.be.accessible();
      expect(asked().filter(({ method, url }) => method !== 'GET' || url.includes(filed.receipt))).to.deep.equal([]);
    });
  }

  it('reads it behind the # of the address, as the QR code on paper opens it', async () => {
    history.replaceState(null, '', `#receipt=${filed.receipt}`);
    await byRole(await track(), 'heading', 'این رسید اصل است');
  });

  /** Opens the check and gives it a file. */
  async function checkFile(content: string): Promise<TrackStatus> {
    const element = await track();
    (await byRole(element, 'button', 'رسید امضاشده دارید؟ درستی‌اش را بسنجید')).click();
    await byRole(element, 'heading', 'سنجش رسید');
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('#check-file')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'receipt-1234.html', { type: 'text/html' }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return element;
  }

  it('reads it in a file that is otherwise not ours', async () => {
    await byRole(await checkFile(`<!doctype html><p>رسید</p><p>${filed.receipt}</p>`), 'heading', 'این رسید اصل است');
  });

  it('needs no line once it has the keys', async () => {
    await byRole(await check(filed.receipt), 'heading', 'این رسید اصل است');
    faultyFetch(/\/v1\/offerings/, 'offline');
    const asked = watchFetch();
    await byRole(await check(filed.receipt), 'heading', 'این رسید اصل است');
    expect(asked(/receipt-keys/).length, 'the keys are taken from the browser’s cache').to.equal(1);
  });

  const faults: [string, () => string | Promise<string>, RegExp][] = [
    ['is none', () => 'کد ۱۲۳۴', /رسید امضاشده‌ای پیدا نشد/],
    ['was changed', changed, /امضا با متن رسید نمی‌خواند/],
    ['is of somebody else', async () => signReceipt({
      v: 1, request: 'r', offering: 'o', agency: 'a', filedAt: '2026-11-28T10:12:00+03:30', dueAt: '2026-12-08T14:30:00+03:30', policy: 'P10D', calendarVersion: 1, event: 'e'.repeat(64),
    }, await makeReceiptKey()), /این میز خدمت امضا نکرده است/],
  ];
  for (const [name, text, says] of faults) {
    it(`tells one that ${name}`, async () => {
      const element = await check(await text());
      await byRole(element, 'alert', says);
      await waitUntil(() => focused(element)?.id === 'check-fault', 'the focus is not on the fault');
      await expect(element).to.be.accessible();
      expect(readable(element)).not.to.contain('اصل است');
    });
  }

  it('says that the first check needs a line', async () => {
    faultyFetch(/receipt-keys/, 'offline');
    await byRole(await check(filed.receipt), 'alert', /برای نخستین سنجش اینترنت لازم است/);
  });

  it('is not in the way of a code', async () => {
    const element = await fixture<TrackStatus>(html`<track-status ignore-url gateway=${gatewayUrl} lang="fa" code=${filed.code}><p>111</p></track-status>`);
    await byRole(element, 'heading', /پرونده به «.+» رسیده/);
    expect(readable(element)).not.to.contain('رسید امضاشده دارید');
  });
});
