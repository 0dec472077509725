import { expect, waitUntil } from '@open-wc/testing';
import { groupCode } from '../../src/i18n/formats.ts';
import { toPersianDigits } from '../../src/persian/digits.ts';
import { faultyFetch, oneTimeCode, restoreFetch, shiftClock } from '../support/browser.ts';
import { caseOf, expert, fileComplaint, fileInformationRequest, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { savedFiles } from '../support/saved-files.ts';
import { open, track } from './track-status-driver.ts';

/** Waits at the expert's desk with a question. */
async function asked(question = 'کدام سال را می‌خواهید؟'): Promise<FiledRequest> {
  const filed = await fileInformationRequest();
  await signInExpert();
  const { id } = await caseOf(filed);
  await expert.take(id);
  await expert.ask(id, question);
  return filed;
}

describe('the opened record of track-status', () => {
  describe('files', () => {
    const content = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
    const saved = savedFiles();

    it('come back as they were sent, under their name', async () => {
      const filed = await fileComplaint(new File([content], 'بارنامه.pdf'));
      const element = await track(filed.code);
      const record = await open(element, filed);
      record.querySelector<HTMLElement>('summary')!.click();
      (await byRole(element, 'button', /بارنامه\.pdf/)).click();
      await waitUntil(() => saved().length === 1, 'a download begins');
      expect(saved()[0]!.name).to.equal('بارنامه.pdf');
      expect(await (await fetch(saved()[0]!.href)).text()).to.equal(content);
    });

    it('that cannot be fetched are told, and come at the next try', async () => {
      const filed = await fileComplaint(new File([content], 'بارنامه.pdf'));
      const element = await track(filed.code);
      const record = await open(element, filed);
      record.querySelector<HTMLElement>('summary')!.click();
      const button = await byRole(element, 'button', /بارنامه\.pdf/);
      faultyFetch(/\/files\//, 'offline');
      button.click();
      await untilReadable(element, '«بارنامه.pdf» گرفته نشد');
      await byRole(element, 'alert', /بارنامه\.pdf/);
      restoreFetch();
      button.click();
      await waitUntil(() => saved().length === 1, 'a download begins');
      expect(readable(element)).not.to.contain('گرفته نشد');
    });
  });

  describe('on paper', () => {
    const print = globalThis.print;
    afterEach(() => {
      globalThis.print = print;
    });

    it('is the state alone, with code, due date, moment and everything that was folded', async () => {
      const filed = await fileInformationRequest('صورت‌جلسه‌های شورای شهر در سال ۱۴۰۴');
      const element = await track(filed.code);
      await open(element, filed);
      const beside = document.createElement('p');
      document.body.append(beside);
      let onPaper = '';
      let besideShown: boolean | undefined;
      globalThis.print = () => {
        const article = element.shadowRoot!.querySelector('article')!;
        const left = article.cloneNode(true) as HTMLElement;
        left.querySelectorAll('.no-print, .button').forEach((part) => part.remove());
        onPaper = left.textContent.replace(/\s+/g, ' ');
        expect([...article.querySelectorAll('details')].every(({ open: unfolded }) => unfolded)).to.equal(true);
        besideShown = !beside.hasAttribute('data-desk-not-printed');
      };
      (await byRole(element, 'button', 'چاپ پرونده')).click();
      expect(onPaper).to.contain(groupCode(filed.code));
      expect(onPaper).to.match(/تا .+ پاسخ می‌گیرید/);
      expect(onPaper).to.match(/وضعیت در .+ [۰-۹]{2}:[۰-۹]{2}/);
      expect(onPaper).to.contain('صورت‌جلسه‌های شورای شهر در سال ۱۴۰۴');
      expect(besideShown).to.equal(false);
      dispatchEvent(new Event('afterprint'));
      expect(beside.hasAttribute('data-desk-not-printed')).to.equal(false);
      beside.remove();
    });
  });

  describe('in two tabs', () => {
    it('takes one reply; the other tab is told, keeps what was typed, and shows how it went on', async () => {
      const filed = await asked();
      const [first, second] = [await track(filed.code), await track(filed.code)];
      await open(first, filed);
      await open(second, filed);
      const field = (await byRole(second, 'textbox', 'پاسخ شما')) as HTMLTextAreaElement;
      type(field, 'پاسخ زبانه دوم');

      type(await byRole(first, 'textbox', 'پاسخ شما'), 'سال ۱۴۰۴');
      (await byRole(first, 'button', 'پاسخ را بفرستید')).click();
      await untilReadable(first, 'پاسخ شما به کارشناس رسید.');

      (await byRole(second, 'button', 'پاسخ را بفرستید')).click();
      await waitUntil(() => describedAs(field).includes('پرونده دیگر منتظر پاسخ نیست'), 'the second is told');
      expect(field.value).to.equal('پاسخ زبانه دوم');
      await waitUntil(() => focused(second) === field);
      expect(readable(second)).to.contain('سال ۱۴۰۴');
      await byRole(second, 'heading', /^پرونده دست «.+» است$/);
    });

    it('share the one-time code of a minute; whoever comes second asks for another', async () => {
      const filed = await fileInformationRequest();
      const [first, second] = [await track(filed.code), await track(filed.code)];
      (await byRole(second, 'button', 'کد پیامکی بفرستید')).click();
      const field = await byRole(second, 'textbox', 'کد پیامکی');
      const used = await oneTimeCode(filed.mobile);
      await open(first, filed);
      type(field, toPersianDigits(used));
      (await byRole(second, 'button', 'باز کنید')).click();
      await waitUntil(() => describedAs(field).includes('درست نیست یا زمانش گذشته'), 'a used code opens nothing');

      shiftClock(60_000);
      (await byRole(second, 'button', 'کد دیگری بفرستید')).click();
      await waitUntil(async () => (await oneTimeCode(filed.mobile)) !== used, 'another message');
      type(field, await oneTimeCode(filed.mobile));
      (await byRole(second, 'button', 'باز کنید')).click();
      await byRole(second, 'region', 'پرونده شما');
    });
  });

  it('holds what others wrote apart, so that it cannot turn the page around it', async () => {
    const turning = 'سال \u202Eabc\u2066';
    const filed = await asked(turning);
    const element = await track(filed.code);
    const record = await open(element, filed);
    const walker = document.createTreeWalker(record, NodeFilter.SHOW_TEXT, (node) =>
      node.textContent!.includes('\u202E') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
    let found = 0;
    while (walker.nextNode()) {
      found++;
      const { unicodeBidi } = getComputedStyle(walker.currentNode.parentElement!);
      expect(unicodeBidi).to.be.oneOf(['isolate', 'plaintext', 'isolate-override']);
    }
    expect(found).to.be.greaterThan(0);
  });
});
