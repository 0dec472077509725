import { expect, waitUntil } from '@open-wc/testing';
import type { RateService } from '../../src/elements/rate-service/rate-service.ts';
import { faultyFetch } from '../support/browser.ts';
import { fileInformationRequest } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { answered, forgetProof, score, send } from './rate-service-driver.ts';
import { open, track } from './track-status-driver.ts';

const invite = 'نظر بدهید';

describe('track-status invites to rate an answer', () => {
  beforeEach(forgetProof);

  it('not before there is one', async () => {
    const element = await track((await fileInformationRequest()).code);
    await byRole(element, 'button', 'چاپ وضعیت');
    expect(allByRole(element, 'button', invite).length).to.equal(0);
  });

  it('opens the form in place, sends with what was proven here, and shows the objection that went with it', async () => {
    const filed = await answered();
    const element = await track(filed.code);
    await byRole(element, 'button', invite);
    await expect(element).to.be.accessible();
    await open(element, filed);
    (await byRole(element, 'button', invite)).click();
    await waitUntil(() => focused(element)?.classList.contains('invitation'), 'focus is at the form');
    const form = element.renderRoot.querySelector('rate-service') as RateService;
    await score(form, 'satisfied', 1);
    (await byRole(form, 'checkbox', 'کارم انجام نشد')).click();
    type(await byRole(form, 'textbox', /^با چه موافق نیستید و چرا؟/), 'سند در همان اداره است.');
    await send(form, 'نظر و اعتراض را بفرستید');
    await untilReadable(form, 'سپاس. نظر و اعتراض شما ثبت شد');
    await untilReadable(element, 'سند در همان اداره است.');
    expect(readable(element)).to.contain('نظر شما ثبت شد').and.to.contain('پرونده دست');
    const again = await track(filed.code);
    await byRole(again, 'button', 'چاپ وضعیت');
    expect(allByRole(again, 'button', invite).length).to.equal(0);
  });

  it('keeps what was chosen when the state is asked for again, and where the gateway is away', async () => {
    const filed = await answered();
    const element = await track(filed.code);
    (await byRole(element, 'button', invite)).click();
    const form = await waitUntil(() => element.renderRoot.querySelector<RateService>('rate-service'), 'the form is there').then(() => element.renderRoot.querySelector<RateService>('rate-service')!);
    await score(form, 'satisfied', 4);
    await element.refresh();
    await element.updateComplete;
    expect(element.renderRoot.querySelector<RateService>('rate-service') === form).to.equal(true);
    faultyFetch(/\/proof$/, 'offline');
    await send(form);
    await untilReadable(form, 'به میز خدمت نرسیدیم');
    (await byRole(form, 'button', 'برگردید به پرسش‌ها')).click();
    await byRole(form, 'button', 'نظرتان را بفرستید');
    expect(form.renderRoot.querySelector<HTMLInputElement>('#satisfied input:checked')!.value).to.equal('4');
  });
});
