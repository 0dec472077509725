/** A state taken along: into a calendar, to somebody, on paper. */
import { expect, waitUntil } from '@open-wc/testing';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import { caseOf, expert, fileInformationRequest, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { allByRole, byRole, focused, untilReadable } from '../support/find.ts';
import { savedFiles } from '../support/saved-files.ts';
import { track } from './track-status-driver.ts';

const calendar = 'افزودن مهلت به تقویم';
const share = 'فرستادن وضعیت به دیگران';

describe('track-status, a state taken along', () => {
  const saved = savedFiles();
  let filed: FiledRequest;
  before(async () => {
    filed = await fileInformationRequest();
  });
  const shown = async (lang = 'fa'): Promise<TrackStatus> => {
    const element = await track(filed.code, lang);
    await byRole(element, 'button', lang === 'fa' ? share : 'Send the state to others');
    return element;
  };
  /** `navigator.share` of a device, until the test ends. */
  const device = (share: ((data: ShareData) => Promise<void>) | undefined) => Object.defineProperty(navigator, 'share', { configurable: true, value: share });
  afterEach(() => void delete (navigator as { share?: unknown }).share);

  it('goes into a calendar as the day of the answer, without code and name; a second time as the same event', async () => {
    const element = await shown();
    await expect(element).to.be.accessible();
    const add = await byRole(element, 'button', calendar);
    add.click();
    add.click();
    expect(saved().map(({ name }) => name)).to.deep.equal(['mizban.ics', 'mizban.ics']);
    const [first, second] = await Promise.all(saved().map(async ({ href }) => (await (await fetch(href)).text()).replace(/\r\n /g, '')));
    const due = filed.clock.dueAt.slice(0, 10).replaceAll('-', '');
    expect(first).to.contain(`DTSTART;VALUE=DATE:${due}\r\n`).and.to.contain('SUMMARY:مهلت پاسخ: درخواست دسترسی آزاد به اطلاعات');
    expect(first).not.to.contain(filed.code).and.not.to.contain('آزمون');
    const uid = (file: string) => /^UID:(.+)$/m.exec(file)![1];
    expect(uid(second!)).to.equal(uid(first!));
    expect([/SEQUENCE:0\r\n/.test(first!), /SEQUENCE:1\r\n/.test(second!)]).to.deep.equal([true, true]);
  });

  it('is given to the device to share, without the code; closing its window says nothing', async () => {
    const given: ShareData[] = [];
    device(async (data) => void given.push(data));
    const element = await shown('en');
    (await byRole(element, 'button', 'Send the state to others')).click();
    await waitUntil(() => given.length === 1);
    expect(given[0]!.text).to.match(/has reached/).and.to.match(/Answer due: \w/).and.not.to.contain(filed.code);
    device(() => Promise.reject(new DOMException('closed', 'AbortError')));
    (await byRole(element, 'button', 'Send the state to others')).click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.shared')).to.equal(null);
  });

  it('is copied where the device cannot share, and stands there to be copied by hand', async () => {
    device(undefined);
    const element = await shown();
    (await byRole(element, 'button', share)).click();
    await waitUntil(() => focused(element)?.classList.contains('shared'), 'the text has the focus');
    const text = focused(element)!.textContent!;
    expect(text.split('\n')).to.have.length(3);
    expect(text).to.contain('درخواست دسترسی آزاد به اطلاعات · ').and.to.match(/تاریخ پاسخ: \S+/).and.not.to.contain(filed.code);
    await untilReadable(element, text.split('\n')[1]!);
    await expect(element).to.be.accessible();
  });

  it('is printed alone, and has no day for a calendar when it is answered', async () => {
    const own = await fileInformationRequest();
    const element = await track(own.code);
    const print = globalThis.print;
    let printed: string | undefined;
    globalThis.print = () => {
      printed = element.shadowRoot!.querySelector('.keep')!.hasAttribute('data-desk-not-printed') ? element.shadowRoot!.querySelector('.status')!.textContent! : 'with buttons';
      dispatchEvent(new Event('afterprint'));
    };
    try {
      (await byRole(element, 'button', 'چاپ وضعیت')).click();
    } finally {
      globalThis.print = print;
    }
    expect(printed).to.contain('در نوبت است');

    await signInExpert();
    const { id } = await caseOf(own);
    await expert.take(id);
    await expert.answer(id, 'done', 'انجام شد.');
    await element.refresh();
    await untilReadable(element, 'درخواست شما انجام شد');
    expect(allByRole(element, 'button', calendar)).to.have.length(0);
    await byRole(element, 'button', share);
  });
});
