import { expect } from '@open-wc/testing';
import { GatewayClient } from '../../src/client/client.ts';
import { gatewayUrl } from '../support/browser.ts';
import { caseOf, fileInformationRequest } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { atQueue, leaveDesk, rowOf, take } from './desk-console-driver.ts';

describe('an inquiry in desk-console', () => {
  afterEach(leaveDesk);

  it('is asked of a chosen unit, waits without stopping the clock, and what came back is written down', async () => {
    const filed = await fileInformationRequest('پرونده‌ای که از واحد دیگری استعلام می‌خواهد');
    const element = await atQueue();
    (await rowOf(element, (await caseOf(filed)).id)).click();
    await untilReadable(element, filed.description);
    await take(element);
    (await byRole(element, 'button', 'استعلام از واحد دیگر')).click();
    const send = await byRole(element, 'button', 'استعلام را ثبت کنید');
    send.click();
    await untilReadable(element, 'واحد را برگزینید.');
    const words = await byRole(element, 'textbox', 'چه می‌پرسید؟');
    expect(describedAs(words)).to.contain('بنویسید چه می‌پرسید.');
    allByRole(element, 'radio')[0]!.click();
    type(words, 'این سند نزد شماست؟');
    send.click();
    await untilReadable(element, 'منتظر واحد دیگر');
    expect(readable(element)).to.contain('این سند نزد شماست؟').and.to.match(/از .+ استعلام شد/).and.not.to.contain('مهلت ایستاده');
    expect(allByRole(element, 'button', 'استعلام از واحد دیگر')).to.have.length(0);

    (await byRole(element, 'button', 'ثبت پاسخ استعلام')).click();
    const back = await byRole(element, 'textbox', 'پاسخی که رسید');
    (await byRole(element, 'button', 'پاسخ را ثبت کنید')).click();
    await untilReadable(element, 'پاسخ آن واحد را بنویسید.');
    expect(focused(element)).to.equal(back);
    type(back, 'آری، پرونده ۱۲.');
    (await byRole(element, 'button', 'پاسخ را ثبت کنید')).click();
    await untilReadable(element, 'آری، پرونده ۱۲.');
    await byRole(element, 'button', 'استعلام از واحد دیگر');
    const { timeline } = await new GatewayClient(gatewayUrl).call('requestStatus', { params: { code: filed.code } });
    expect(timeline.map((entry) => entry.type)).to.deep.equal(['filed', 'taken', 'inquired', 'inquiryAnswered']);
  });
});
