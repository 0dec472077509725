import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { fileInformationRequest } from '../support/citizen.ts';
import { byRole, focused, readable, untilReadable } from '../support/find.ts';
import { groupCode } from '../../src/i18n/formats.ts';
import { open, track } from './track-status-driver.ts';

describe('the other requests of a number in track-status', () => {
  afterEach(restoreFetch);

  it('stand under the record after proof, and one press shows each; its record is shut', async () => {
    const first = await fileInformationRequest('نخستین صورت‌جلسه سال ۱۴۰۴');
    const second = await fileInformationRequest('دومین صورت‌جلسه سال ۱۴۰۴', first.mobile);
    const element = await track(first.code);
    await untilReadable(element, 'تا امروز');
    expect(readable(element)).not.to.contain('درخواست‌های دیگر');
    await open(element, first);
    const other = await byRole(element, 'button', /درخواست دسترسی آزاد به اطلاعات.*تازه رسیده.*پاسخ می‌گیرید/s);
    await expect(element).to.be.accessible();
    expect(readable(element)).to.contain(groupCode(second.code));
    other.click();
    await byRole(element, 'button', 'کد پیامکی بفرستید');
    expect(readable(element)).to.contain(groupCode(second.code)).and.not.to.contain(groupCode(first.code));
    await waitUntil(() => focused(element)?.id === 'state');
    expect(readable(element)).not.to.contain('صورت‌جلسه');
  });

  it('are not spoken of where there are none', async () => {
    const only = await fileInformationRequest();
    const element = await track(only.code);
    await open(element, only);
    await untilReadable(element, only.description);
    expect(readable(element)).not.to.contain('درخواست‌های دیگر');
  });

  it('that do not come leave the record open, and are asked for again by a press', async () => {
    const first = await fileInformationRequest('نخستین صورت‌جلسه سال ۱۴۰۴');
    await fileInformationRequest('دومین صورت‌جلسه سال ۱۴۰۴', first.mobile);
    const element = await track(first.code);
    faultyFetch(/\/others$/, 'offline');
    await open(element, first);
    await untilReadable(element, 'درخواست‌های دیگر شما گرفته نشد.');
    expect(readable(element)).to.contain('نخستین صورت‌جلسه سال ۱۴۰۴');
    restoreFetch();
    (await byRole(element, 'button', 'دوباره امتحان کنید')).click();
    await untilReadable(element, 'درخواست‌های دیگر با همین شماره');
  });
});
