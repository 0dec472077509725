import { expect } from '@open-wc/testing';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { open, track } from './track-status-driver.ts';

async function answered(): Promise<FiledRequest & { id: string }> {
  const filed = await fileInformationRequest();
  await signInExpert();
  const { id } = await caseOf(filed);
  await expert.take(id);
  await expert.answer(id, 'rejected', 'سند پیدا نشد.');
  return { ...filed, id };
}

describe('what a citizen takes back and objects to in track-status', () => {
  afterEach(restoreFetch);

  it('objects to an answer until its day: to somebody higher up, with a new clock; words are needed', async () => {
    const filed = await answered();
    const element = await track(filed.code);
    await open(element, filed);
    expect(readable(element)).to.match(/مهلت اعتراض: تا \S+ [۰-۹]+ \S+/);
    (await byRole(element, 'button', 'به این پاسخ اعتراض دارم')).click();
    const words = await byRole(element, 'textbox', 'با چه موافق نیستید و چرا؟');
    expect(focused(element)).to.equal(words);
    const send = await byRole(element, 'button', 'اعتراض را بفرستید');
    send.click();
    await untilReadable(element, 'بنویسید با چه موافق نیستید');
    expect(describedAs(words)).to.contain('بنویسید با چه موافق نیستید');
    type(words, 'سند در همان اداره است.');
    send.click();
    await untilReadable(element, 'اعتراض شما ثبت شد');
    expect(readable(element)).to.contain('سند در همان اداره است.').and.to.contain('پرونده دست').and.not.to.contain('مهلت اعتراض');
    const { level, allowed } = await expert.open(filed.id);
    expect(level).to.be.greaterThan(0);
    expect(allowed).not.to.include('taken');
  });

  it('says of the decision of the top of the ladder that it is the last one here', async function () {
    this.timeout(20_000);
    const filed = await answered();
    const element = await track(filed.code);
    await open(element, filed);
    for (const above of ['ostandari-head', 'supervisor']) {
      (await byRole(element, 'button', 'به این پاسخ اعتراض دارم')).click();
      type(await byRole(element, 'textbox', 'با چه موافق نیستید و چرا؟'), 'سند در همان اداره است.');
      (await byRole(element, 'button', 'اعتراض را بفرستید')).click();
      await untilReadable(element, 'اعتراض شما ثبت شد');
      await signInExpert(above);
      await expert.take(filed.id);
      await expert.answer(filed.id, 'rejected', 'سند در بایگانی نیست.');
      (await byRole(element, 'button', 'تازه کنید')).click();
    }
    await untilReadable(element, 'این پاسخ را بالاترین سطح رسیدگی پس از اعتراض شما داده است.');
    expect(readable(element)).not.to.contain('به این پاسخ اعتراض دارم');
  });

  it('takes an open request back after a second press, and lets it be at the first', async () => {
    const filed = await fileInformationRequest();
    const element = await track(filed.code);
    await open(element, filed);
    (await byRole(element, 'button', 'درخواستم را پس می‌گیرم')).click();
    await untilReadable(element, 'برگشت ندارد');
    (await byRole(element, 'button', 'نه، بماند')).click();
    const opener = await byRole(element, 'button', 'درخواستم را پس می‌گیرم');
    expect(focused(element)).to.equal(opener);
    opener.click();
    (await byRole(element, 'button', 'پس بگیرید')).click();
    await untilReadable(element, 'این درخواست پس گرفته شده است');
    await untilReadable(element, 'درخواست خود را پس گرفتید');
    expect(readable(element)).not.to.contain('درخواستم را پس می‌گیرم');
  });

  it('keeps the words where the line is down, and where the request went another way meanwhile', async () => {
    const filed = await answered();
    const [first, second] = [await track(filed.code), await track(filed.code)];
    await open(first, filed);
    await open(second, filed);
    for (const element of [first, second]) {
      (await byRole(element, 'button', 'به این پاسخ اعتراض دارم')).click();
      type(await byRole(element, 'textbox', 'با چه موافق نیستید و چرا؟'), 'سند در همان اداره است.');
    }
    faultyFetch(/\/object$/, 'offline');
    (await byRole(first, 'button', 'اعتراض را بفرستید')).click();
    await untilReadable(first, 'اینترنت را ببینید');
    restoreFetch();
    (await byRole(first, 'button', 'اعتراض را بفرستید')).click();
    await untilReadable(first, 'اعتراض شما ثبت شد');
    (await byRole(second, 'button', 'اعتراض را بفرستید')).click();
    await untilReadable(second, 'این کار دیگر شدنی نیست');
    expect((await byRole(second, 'textbox', 'با چه موافق نیستید و چرا؟') as HTMLTextAreaElement).value).to.equal('سند در همان اداره است.');
    expect(readable(second)).to.contain('پرونده دست');
  });
});
