import { expect } from '@open-wc/testing';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import { byRole } from '../support/find.ts';
import { fillMeeting, offeringId, openForm, receiptCode, services } from './request-form/driver.ts';
import { track } from './track-status-driver.ts';

describe('a receipt that was saved as a file', function () {
  this.timeout(60_000);
  const make = URL.createObjectURL;
  const violations: SecurityPolicyViolationEvent[] = [];
  const onViolation = (event: SecurityPolicyViolationEvent) => void violations.push(event);
  let saved: string;

  before(async () => {
    // As on portals that allow no styles but their own files, and no text to become markup; it holds for all that this page does from here.
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'self'; require-trusted-types-for 'script'";
    document.head.append(policy);
    document.addEventListener('securitypolicyviolation', onViolation);
    const form = await openForm(await offeringId(services.meeting), { drafts: 'off' });
    await fillMeeting(form, '۰۹۱۲۰۰۰۰۸۸۱');
    await form.press('فرستادن درخواست');
    await receiptCode(form);
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => {
      blobs.push(blob as Blob);
      return make.call(URL, blob);
    };
    violations.length = 0;
    await form.press('ذخیره رسید');
    saved = await blobs[0]!.text();
  });
  after(() => {
    URL.createObjectURL = make;
    document.removeEventListener('securitypolicyviolation', onViolation);
  });

  async function check(content: string): Promise<TrackStatus> {
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

  it('has its style and is written without breaking the page’s policy', () => {
    expect(violations.map(({ effectiveDirective }) => effectiveDirective)).to.deep.equal([]);
    expect(/<style>([^]*)<\/style><\/head>/.exec(saved)![1]).to.contain('@page');
    expect(/<article[^>]*id="receipt"[^]*<h2[^>]*id="heading"[^>]*>([^<]*)/.exec(saved)![1]).to.match(/^تا .+ پاسخ می‌گیرید$/);
  });

  it('is genuine as it was saved', async () => {
    await byRole(await check(saved), 'heading', 'این رسید اصل است');
  });

  it('is told to be changed where it shows another day of answer, or another moment of filing', async () => {
    const heading = /(<h2[^>]*id="heading"[^>]*>)([^<]+)/;
    const [, , due] = heading.exec(saved)!;
    const later = due!.replace(/[۰-۹]+/, (day) => (day === '۲۹' ? '۲۸' : '۲۹'));
    for (const changed of [saved.replace(heading, `$1${later}`), saved.replaceAll(/(ساعت )[۰-۹]{2}:[۰-۹]{2}(<\/dd>)/g, '$1۲۵:۶۱$2')]) {
      expect(changed).not.to.equal(saved);
      const element = await check(changed);
      await byRole(element, 'heading', 'نوشته این فایل عوض شده است');
      await expect(element).to.be.accessible();
      element.remove();
    }
  });
});
