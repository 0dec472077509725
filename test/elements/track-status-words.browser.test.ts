import { expect, fixtureCleanup } from '@open-wc/testing';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import { caseOf, expert, fileInformationRequest, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { byRole, readable, type, untilReadable } from '../support/find.ts';
import { open, track } from './track-status-driver.ts';

const objection = 'با چه موافق نیستید و چرا؟';

/** The page is left and opened again in the same tab. */
async function again(filed: FiledRequest): Promise<TrackStatus> {
  fixtureCleanup();
  const element = await track(filed.code);
  await open(element, filed);
  return element;
}

const kept = (): string[] => Object.keys(sessionStorage).filter((name) => name.startsWith('mizban-words|'));

describe('words that were not sent in track-status', () => {
  beforeEach(() => sessionStorage.clear());

  it('of an objection come back to who proves the number again, of this request alone, and are gone once sent', async () => {
    const filed = await fileInformationRequest();
    await signInExpert();
    const { id } = await caseOf(filed);
    await expert.take(id);
    await expert.answer(id, 'rejected', 'سند پیدا نشد.');
    const first = await track(filed.code);
    await open(first, filed);
    (await byRole(first, 'button', 'به این پاسخ اعتراض دارم')).click();
    type(await byRole(first, 'textbox', objection), 'سند در همان اداره است.');

    const other = await again(await fileInformationRequest());
    expect(readable(other)).to.contain('درخواستم را پس می‌گیرم');

    fixtureCleanup();
      const element = await track(filed.code);
    await byRole(element, 'button', 'کد پیامکی بفرستید');
    expect(readable(element)).not.to.contain('سند در همان اداره است.');
    await open(element, filed);
    expect((await byRole(element, 'textbox', objection) as HTMLTextAreaElement).value).to.equal('سند در همان اداره است.');
    (await byRole(element, 'button', 'اعتراض را بفرستید')).click();
    await untilReadable(element, 'اعتراض شما ثبت شد');
    expect(kept()).to.deep.equal([]);
  });

  it('of taking back are forgotten by who lets it be', async () => {
    const filed = await fileInformationRequest();
    const first = await track(filed.code);
    await open(first, filed);
    (await byRole(first, 'button', 'درخواستم را پس می‌گیرم')).click();
    type(await byRole(first, 'textbox', 'علت، اگر می‌خواهید بگویید'), 'دیگر لازم نیست.');
    const second = await again(filed);
    expect((await byRole(second, 'textbox', 'علت، اگر می‌خواهید بگویید') as HTMLTextAreaElement).value).to.equal('دیگر لازم نیست.');
    (await byRole(second, 'button', 'نه، بماند')).click();
    expect(kept()).to.deep.equal([]);
    const third = await again(filed);
    await byRole(third, 'button', 'درخواستم را پس می‌گیرم');
  });

  it('of a reply come back, and are gone once sent', async () => {
    const filed = await fileInformationRequest();
    await signInExpert();
    const { id } = await caseOf(filed);
    await expert.take(id);
    await expert.ask(id, 'کدام سال را می‌خواهید؟');
    const first = await track(filed.code);
    await open(first, filed);
    type(await byRole(first, 'textbox', 'پاسخ شما'), 'سال ۱۴۰۴');
    const second = await again(filed);
    expect((await byRole(second, 'textbox', 'پاسخ شما') as HTMLTextAreaElement).value).to.equal('سال ۱۴۰۴');
    (await byRole(second, 'button', 'پاسخ را بفرستید')).click();
    await untilReadable(second, 'پاسخ شما به کارشناس رسید');
    expect(kept()).to.deep.equal([]);
  });
});
