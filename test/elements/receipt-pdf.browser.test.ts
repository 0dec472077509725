import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, heldFetch, oneTimeCode, provingUrl, restoreFetch, watchFetch } from '../support/browser.ts';
import { fileInformationRequest } from '../support/citizen.ts';
import { byRole, readable, untilReadable } from '../support/find.ts';
import { savedFiles } from '../support/saved-files.ts';
import { fillMeeting, offeringId, openForm, receiptCode, services, type FormDriver } from './request-form/driver.ts';
import { open, track } from './track-status-driver.ts';

const button = 'دریافت PDF';
const route = /\/v1\/receipts\/pdf/;

describe('a receipt as a PDF', function () {
  this.timeout(60_000);
  const saved = savedFiles();
  const download = async (): Promise<File> => {
    await waitUntil(() => saved().length === 1, 'a download begins', { timeout: 15_000 });
    const { name, href } = saved()[0]!;
    return new File([await (await fetch(href)).blob()], name);
  };

  describe('of the form', () => {
    let form: FormDriver;
    let code: string;
    let last = Math.floor(Math.random() * 9_000_000);
    beforeEach(async () => {
      form = await openForm(await offeringId(services.meeting), { drafts: 'off' });
      await fillMeeting(form, `0914${String(++last).padStart(7, '0')}`);
      await form.press('فرستادن درخواست');
      code = await receiptCode(form);
    });

    it('is downloaded under a name that tells nobody the code, and track-status finds the signed receipt in it', async () => {
      const asked = watchFetch();
      await form.press(button);
      const file = await download();
      expect(file.name).to.equal(`receipt-${code.slice(-4)}.pdf`);
      expect(await file.slice(0, 5).text()).to.equal('%PDF-');
      await untilReadable(form.element, 'PDF رسید دریافت شد');
      expect(asked(/./).filter(({ url }) => url.includes(code)), 'the code stands in no address').to.deep.equal([]);
      await expect(form.element).to.be.accessible();

      const check = await track();
      (await byRole(check, 'button', 'رسید امضاشده دارید؟ درستی‌اش را بسنجید')).click();
      await byRole(check, 'heading', 'سنجش رسید');
      const input = check.shadowRoot!.querySelector<HTMLInputElement>('#check-file')!;
      expect(input.accept).to.contain('.pdf');
      const transfer = new DataTransfer();
      transfer.items.add(new File([file], file.name, { type: 'application/pdf' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await byRole(check, 'heading', 'امضای درون این PDF اصل است');
    });

    it('is on its way as long as the gateway makes it, and asked for once', async () => {
      const asked = watchFetch();
      const release = heldFetch(route);
      await form.press(button);
      const waiting = await byRole(form.element, 'button', 'PDF آماده می‌شود…');
      expect(waiting.getAttribute('aria-disabled')).to.equal('true');
      waiting.click();
      release();
      await download();
      await byRole(form.element, 'button', button);
      expect(asked(route).length).to.equal(1);
    });

    for (const [fault, says] of [['offline', 'به میز خدمت نرسیدیم و PDF ساخته نشد'], ['503', 'میز خدمت نتوانست PDF را بسازد']] as const) {
      it(`that does not come (${fault}) is told with what to do; the receipt stays, and the next press brings it`, async () => {
        faultyFetch(route, fault);
        await form.press(button);
        const told = await byRole(form.element, 'alert', new RegExp(says));
        expect(told.textContent).to.contain('چاپ کنید');
        expect(form.code).to.equal(code);
        await expect(form.element).to.be.accessible();
        restoreFetch();
        await form.press(button);
        await download();
        expect(readable(form.element)).not.to.contain(says);
      });
    }
  });

  it('is not offered where the gateway makes none; the browser’s print stands for it', async () => {
    const mobile = `0915${String(Math.floor(Math.random() * 9_000_000)).padStart(7, '0')}`;
    const form = await openForm(await offeringId(services.meeting), { drafts: 'off', gateway: provingUrl });
    await fillMeeting(form, mobile);
    await form.press('فرستادن درخواست');
    await form.until(() => form.heading === 'یک گام مانده: کد پیامکی', 'the code is not asked for');
    await form.type('کد پیامکی', await oneTimeCode(mobile));
    await form.press('ثبت درخواست');
    await receiptCode(form);
    await byRole(form.element, 'button', 'چاپ یا ذخیره PDF');
    expect(readable(form.element)).not.to.contain(button);
  });

  it('comes with the opened record of track-status, for whoever has lost the receipt', async () => {
    const filed = await fileInformationRequest();
    const element = await track(filed.code);
    await open(element, filed);
    (await byRole(element, 'button', 'دریافت PDF رسید')).click();
    const file = await download();
    expect(await file.text()).to.contain(filed.receipt);
    await untilReadable(element, 'PDF رسید دریافت شد');
    await expect(element).to.be.accessible();
  });

  it('says so in English', async () => {
    const filed = await fileInformationRequest();
    const element = await track(filed.code);
    await open(element, filed);
    element.lang = 'en';
    faultyFetch(route, 'offline');
    (await byRole(element, 'button', 'Download the receipt as PDF')).click();
    await byRole(element, 'alert', /Your receipt is still here/);
  });
});
