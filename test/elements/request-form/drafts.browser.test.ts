import { expect, fillMeeting, forgetDrafts, offeringId, openForm, receiptCode, services } from './driver.ts';

describe('request-form: draft', () => {
  beforeEach(forgetDrafts);

  it('brings back what was written, from the first keystroke to the last before the page was left', async () => {
    const service = await offeringId(services.meeting);
    const form = await openForm(service);
    await form.type('نام و نام خانوادگی', 'آ');
    dispatchEvent(new Event('pagehide'));
    form.element.remove();
    const later = await openForm(service);
    expect(later.control('نام و نام خانوادگی').value).to.equal('آ');
    expect(later.text).to.contain('نوشته‌های پیشین شما برگشت');
    await expect(later.element).to.be.accessible();
  });

  it('says that it is kept, and removes it when asked', async () => {
    const service = await offeringId(services.meeting);
    const form = await openForm(service);
    await form.type('نام و نام خانوادگی', 'آزمون');
    await form.until(() => form.text.includes('روی این دستگاه نگه داشته شد، همین حالا'), 'it is not kept');
    await form.press('پاک کردن');
    await form.until(() => form.focused?.textContent?.trim() === 'بله، پاک کنید', 'the question has not the focus');
    await form.press('بله، پاک کنید');
    await form.until(() => form.control('نام و نام خانوادگی').value === '', 'it is not empty');
    form.element.remove();
    const later = await openForm(service);
    expect(later.control('نام و نام خانوادگی').value).to.equal('');
    expect(later.text).not.to.contain('برگشت');
  });

  it('comes back to the step and the date as it was typed', async () => {
    const service = await offeringId(services.birth);
    const form = await openForm(service);
    await form.date('تاریخ ولادت', '۳۰', '12', '۱۴۰۴');
    form.element.remove();
    const later = await openForm(service);
    expect(['روز', 'ماه', 'سال'].map((label) => later.control(label, 'تاریخ ولادت').value)).to.deep.equal(['۳۰', '12', '۱۴۰۴']);
  });

  it('keeps nothing with drafts="off"', async () => {
    const service = await offeringId(services.meeting);
    const form = await openForm(service, { drafts: 'off' });
    await form.type('نام و نام خانوادگی', 'آزمون');
    dispatchEvent(new Event('pagehide'));
    form.element.remove();
    const databases = await indexedDB.databases();
    expect(databases.map(({ name }) => name)).not.to.include('mizban-drafts');
    expect((await openForm(service, { drafts: 'off' })).control('نام و نام خانوادگی').value).to.equal('');
  });

  it('is removed when the request is filed', async () => {
    const service = await offeringId(services.meeting);
    const form = await openForm(service);
    await fillMeeting(form);
    await form.press('فرستادن درخواست');
    await receiptCode(form);
    form.element.remove();
    expect((await openForm(service)).control('نام و نام خانوادگی').value).to.equal('');
  });

  it('says when the device turns out to be full, and that it is kept as soon as there is room', async () => {
    const service = await offeringId(services.meeting);
    const form = await openForm(service);
    const { put } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    // A full disk is told when the transaction ends, after the put itself went well.
    IDBTransaction.prototype.commit = () => undefined;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...parts: Parameters<typeof put>) {
      const request = put.apply(this, parts);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    };
    try {
      await form.type('نام و نام خانوادگی', 'آزمون');
      await form.until(() => form.text.includes('این مرورگر نوشته‌ها را نگه نمی‌دارد'), 'nothing was said');
      expect(form.text).not.to.contain('روی این دستگاه نگه داشته شد');
    } finally {
      IDBObjectStore.prototype.put = put;
      IDBTransaction.prototype.commit = commit;
    }
    await form.type('نام و نام خانوادگی', 'آزمونی');
    await form.until(() => form.text.includes('روی این دستگاه نگه داشته شد'), 'it is not kept again');
    form.element.remove();
    expect((await openForm(service)).control('نام و نام خانوادگی').value).to.equal('آزمونی');
  });

  it('goes on without a word too much where the browser keeps nothing', async () => {
    const real = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => { throw new DOMException('private window', 'SecurityError'); };
    try {
      const form = await openForm(await offeringId(services.meeting));
      expect(form.text).to.contain('این مرورگر نوشته‌ها را نگه نمی‌دارد');
      await fillMeeting(form);
      await form.press('فرستادن درخواست');
      await receiptCode(form);
    } finally {
      IDBFactory.prototype.open = real;
    }
  });

  it('says when another tab changed the same form, and takes it over when asked', async () => {
    const service = await offeringId(services.meeting);
    const [here, there] = [await openForm(service), await openForm(service)];
    await there.type('نام و نام خانوادگی', 'از برگه دیگر');
    await here.until(() => here.text.includes('این فرم در برگه دیگری هم باز است'), 'the other tab is not heard');
    await expect(here.element).to.be.accessible();
    await here.press('نوشته آن برگه را بیاورید');
    await here.until(() => here.control('نام و نام خانوادگی').value === 'از برگه دیگر', 'it was not taken over');
    await here.type('نام و نام خانوادگی', 'آخرین نوشته');
    await there.until(() => there.text.includes('این فرم در برگه دیگری هم باز است'), 'the last writer is not heard');
    there.element.remove();
    here.element.remove();
    expect((await openForm(service)).control('نام و نام خانوادگی').value).to.equal('آخرین نوشته');
  });

  it('says when another tab has filed the request', async () => {
    const service = await offeringId(services.meeting);
    const [here, there] = [await openForm(service), await openForm(service)];
    await fillMeeting(there);
    await there.press('فرستادن درخواست');
    await receiptCode(there);
    await here.until(() => here.text.includes('این درخواست در برگه دیگری فرستاده شد'), 'nothing was said');
  });
});
