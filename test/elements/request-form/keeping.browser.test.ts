import { fixture, html } from '@open-wc/testing';
import { readDraft, writeDraft, type Draft } from '../../../src/core/drafts/draft-store.ts';
import type { RequestForm } from '../../../src/elements/request-form/request-form.ts';
import { gatewayUrl, shiftClock } from '../../support/browser.ts';
import { expect, FormDriver, forgetDrafts, offeringId, openForm, services } from './driver.ts';

const day = 24 * 3_600_000;

describe('request-form: how a draft is kept', () => {
  let service: string;
  const kept = (): Promise<Draft<unknown> | undefined> => readDraft(`${gatewayUrl}|${service}`);
  /** As if it had been kept so much earlier. */
  async function olderBy(time: number): Promise<void> {
    const draft = (await kept())!;
    await writeDraft({ ...draft, savedAt: draft.savedAt - time });
  }
  beforeEach(async () => {
    await forgetDrafts();
    sessionStorage.clear();
    service = await offeringId(services.meeting);
  });
  after(() => sessionStorage.clear());

  async function written(): Promise<FormDriver> {
    const form = await openForm(service);
    await form.type('نام و نام خانوادگی', 'آزمون');
    await form.until(() => form.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept');
    await form.press('چگونه؟');
    await form.until(() => form.text.includes('نوشته‌های شما کجا می‌ماند'), 'the note did not come');
    return form;
  }

  it('says where it lies and who could read it', async () => {
    const form = await written();
    expect(form.text).to.contain('تا نفرستید به میز خدمت نمی‌رسد').and.to.contain('برنامه‌های همین سایت هم می‌توانند آن را بخوانند');
    expect(form.button('چگونه؟').getAttribute('aria-expanded')).to.equal('true');
    await expect(form.element).to.be.accessible();
    await form.press('چگونه؟');
    expect(form.text).not.to.contain('نوشته‌های شما کجا می‌ماند');
  });

  it('stays as long as the person chooses', async () => {
    const form = await written();
    await form.choose('پس از آخرین تغییر تا چند روز بماند؟', '۱ روز');
    await form.until(async () => (await kept())?.days === 1, 'the choice is not kept');
    form.element.remove();
    await olderBy(2 * day);
    expect((await openForm(service)).control('نام و نام خانوادگی').value).to.equal('');
  });

  it('stays seven days by itself, and as long as the agency says', async () => {
    (await written()).element.remove();
    await olderBy(6 * day);
    const later = await openForm(service);
    expect(later.control('نام و نام خانوادگی').value).to.equal('آزمون');
    later.element.remove();
    await olderBy(2 * day);
    expect((await openForm(service)).control('نام و نام خانوادگی').value).to.equal('');
    const agency = new FormDriver(await fixture<RequestForm>(html`<request-form gateway=${gatewayUrl} service=${service} lang="fa" draft-days="2"></request-form>`));
    await agency.ready();
    await agency.type('نام و نام خانوادگی', 'آزمون');
    await agency.until(async () => (await kept())?.days === 2, 'the agency’s days are not kept');
  });

  for (const [wrong, by] of [['ahead by a year', 365 * day], ['behind by six years', -6 * 365 * day]] as const) {
    it(`is not lost on a device whose clock is ${wrong} and is put right`, async () => {
      (await written()).element.remove();
      shiftClock(by);
      const wrongly = await openForm(service);
      expect(wrongly.control('نام و نام خانوادگی').value).to.equal('آزمون');
      expect(wrongly.text).to.contain('برگشت');
      await wrongly.type('نام و نام خانوادگی', 'آزمون آزمونی');
      await wrongly.until(() => wrongly.text.includes('روی این دستگاه نگه داشته شد، همین حالا'), 'it is not kept');
      wrongly.element.remove();
      shiftClock(-by);
      const later = await openForm(service);
      expect(later.control('نام و نام خانوادگی').value).to.equal('آزمون آزمونی');
      later.element.remove();
      await olderBy(8 * day);
      expect((await openForm(service)).control('نام و نام خانوادگی').value, 'it grows old all the same').to.equal('');
    });
  }

  it('lives in the tab only on a shared computer, over a reload, for every form of the tab', async () => {
    const form = await openForm(service);
    await form.type('نام و نام خانوادگی', 'آزمون');
    await form.until(() => form.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept');
    // In one press, beside the line that says that it is kept.
    await form.press('این رایانه مشترک است');
    await form.until(() => form.text.includes('فقط تا بستن این برگه نگه داشته می‌شود'), 'nothing was said');
    await form.until(() => form.focused?.id === 'keeping', 'the focus is not where it is told');
    await expect(form.element).to.be.accessible();
    expect(form.text).to.contain('با بستن این برگه همه نوشته‌ها');
    expect(await kept(), 'it is still on the device').to.equal(undefined);
    await form.type('نام و نام خانوادگی', 'آزمونی');
    dispatchEvent(new Event('pagehide'));
    form.element.remove();
    const again = await openForm(service);
    expect(again.control('نام و نام خانوادگی').value).to.equal('آزمونی');
    await again.press('پاک کردن');
    await again.press('بله، پاک کنید');
    await again.until(() => again.control('نام و نام خانوادگی').value === '', 'it is not empty');
    again.element.remove();
    expect(Object.keys(sessionStorage).filter((key) => key.startsWith('mizban-draft|'))).to.deep.equal([]);
  });
});
