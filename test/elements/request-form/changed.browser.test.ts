import { writeDraft } from '../../../src/core/drafts/draft-store.ts';
import type { FormDefinition } from '../../../src/contract/form.ts';
import { gatewayUrl, restoreFetch } from '../../support/browser.ts';
import { expect, fillMeeting, forgetDrafts, offeringId, openForm, receiptCode, services } from './driver.ts';

/** The form comes to the browser as another version would be, `times` times; the gateway keeps to its own. */
function formAs(change: (form: FormDefinition) => void, times: number): void {
  const real = globalThis.fetch;
  let left = times;
  globalThis.fetch = async (input, init) => {
    const answer = await real.call(globalThis, input, init);
    if (left <= 0 || !/\/form$/.test(new Request(input).url)) return answer;
    left--;
    const form = (await answer.json()) as FormDefinition;
    change(form);
    return new Response(JSON.stringify(form), { headers: { 'content-type': 'application/json' } });
  };
}

describe('request-form: what the gateway knows better', () => {
  beforeEach(forgetDrafts);

  it('keeps what fits and says so when the form was changed while it was filled in', async () => {
    const service = await offeringId(services.meeting);
    formAs((form) => { form.version -= 1; }, 1);
    const form = await openForm(service);
    await fillMeeting(form);
    await form.press('فرستادن درخواست');
    await form.until(() => form.text.includes('این فرم از آن وقت عوض شده است'), `nothing was said: ${form.text}`);
    await expect(form.element).to.be.accessible();
    expect(form.text).to.contain('آزمون آزمونی');
    await form.press('فرستادن درخواست');
    await receiptCode(form);
  });

  it('shows the question and the answer that a change leaves without a place', async () => {
    const service = await offeringId(services.meeting);
    formAs((form) => {
      form.version -= 1;
      form.steps[0]!.items.push({ id: 'colour', type: 'text', label: { fa: 'رنگ پرونده', en: 'Colour' }, required: false });
    }, 1);
    const form = await openForm(service);
    await form.type('رنگ پرونده', 'سبز یشمی');
    await fillMeeting(form);
    await form.press('فرستادن درخواست');
    await form.until(() => form.text.includes('جا ندارد') && /رنگ پرونده\s*سبز یشمی/.test(form.text), `it is not shown: ${form.text}`);
    await form.press('فرستادن درخواست');
    await receiptCode(form);
  });

  it('puts what the gateway refuses at its field', async () => {
    const service = await offeringId(services.meeting);
    formAs((form) => {
      const subject = form.steps[0]!.items.find(({ id }) => id === 'subject')!;
      if (subject.type !== 'group') subject.minLength = 1;
    }, 1);
    const form = await openForm(service);
    await form.type('نام و نام خانوادگی', 'آزمون');
    await form.type('شماره ملی', '۰۳۱۰۰۶۳۶۰۴');
    await form.type('تلفن همراه', '۰۹۱۲۰۰۰۰۰۰۰');
    await form.type('موضوع درخواست', 'کوتاه');
    await form.next('بازبینی');
    await form.press('فرستادن درخواست');
    await form.until(() => form.problems().length === 1, `nothing was said: ${form.text}`);
    expect(form.problem('موضوع درخواست')).to.contain('دست‌کم ۳۰ نویسه می‌خواهد');
    await form.until(() => form.focused?.id === 'summary', 'the summary has not the focus');
    restoreFetch();
  });

  it('brings back of an old draft what still fits, and shows the rest until it was seen', async () => {
    const service = await offeringId(services.complaint);
    await writeDraft({
      key: `${gatewayUrl}|${service}`,
      savedAt: Date.now() - 3_600_000,
      tab: 'earlier',
      content: {
        form: { id: 'complaint-195', version: 0 },
        raw: {
          address: 'کرج',
          gone: 'این پرسش دیگر نیست',
          serviceKind: 'telegraph',
          attachment: [{ id: 'x', name: 'کهنه.pdf', bytes: 1, mediaType: 'application/pdf', expiresAt: '2020-01-01T00:00:00Z' }],
        },
        position: { at: 'step', id: 'gone', returning: false },
        words: { gone: { question: 'پرسش پیشین', answer: 'این پرسش دیگر نیست' }, serviceKind: { question: 'نوع سرویس', answer: 'تلگراف' } },
      },
    });
    const form = await openForm(service);
    expect(form.text).to.contain('این فرم از آن وقت عوض شده است');
    expect(form.text).to.contain('پاسخ که دیگر جا ندارد');
    expect(form.control<HTMLTextAreaElement>('نشانی').value).to.equal('کرج');
    expect(form.text).to.match(/پرسش پیشین\s*این پرسش دیگر نیست/).and.to.match(/نوع سرویس\s*تلگراف/).and.to.contain('جز ۲ پاسخ');
    expect(form.text).to.contain('دوباره انتخابشان کنید').and.to.contain('کهنه.pdf');
    await expect(form.element).to.be.accessible();
    await form.press('بستن این پیام');
    expect(form.text).not.to.contain('عوض شده است');
    await form.press('کپی پاسخ‌ها');
    await form.type('نشانی', 'کرج، گوهردشت');
    await form.until(() => form.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept');
    form.element.remove();

    // Neither a step further nor a reload puts it away: the person does.
    const later = await openForm(service);
    expect(later.text).to.match(/نوع سرویس\s*تلگراف/).and.to.contain('کهنه.pdf');
    await later.press('دیدم، این پیام را بردارید');
    expect(later.text).not.to.contain('تلگراف');
    await later.press('دیدم، این پیام را بردارید');
    expect(later.text).not.to.contain('کهنه.pdf');
    await later.until(() => later.text.includes('همین حالا'), 'it is not kept');
    later.element.remove();
    expect((await openForm(service)).text).not.to.contain('تلگراف').and.not.to.contain('کهنه.pdf');
  });

  it('forgets a draft after a week', async () => {
    const service = await offeringId(services.meeting);
    const content = { form: { id: 'governor-meeting', version: 1 }, raw: { fullName: 'کهنه' }, position: { at: 'step', id: 'request', returning: false } };
    await writeDraft({ key: `${gatewayUrl}|${service}`, savedAt: Date.now() - 8 * 24 * 3_600_000, tab: 'earlier', content });
    expect((await openForm(service)).control('نام و نام خانوادگی').value).to.equal('');
  });
});
