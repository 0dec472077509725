import { expect, waitUntil } from '@open-wc/testing';
import { signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, type, untilReadable } from '../support/find.ts';
import { choose, drafted, openForm, press, write } from './form-studio-driver.ts';
import type { FormStudio } from '../../src/elements/form-studio/form-studio.ts';

const agency = 'shahrdari-karaj';

describe('form-studio: the preview', () => {
  afterEach(async () => {
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });
  const previewIn = async (element: FormStudio): Promise<HTMLElement> => {
    let preview: HTMLElement | null = null;
    await waitUntil(() => (preview = element.shadowRoot!.querySelector('form-preview'))?.shadowRoot?.querySelector('form'), 'the preview is there', { timeout: 8000 });
    return preview!;
  };

  it('follows what is written, and keeps what was answered in it', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    const preview = await previewIn(element);
    type(await byRole(preview, 'textbox', 'نام و نام خانوادگی'), 'آزمون');
    await press(element, /^نام و نام خانوادگی/);
    await write(element, 'متن پرسش', 'نام شما');
    const renamed = await byRole<HTMLInputElement>(preview, 'textbox', 'نام شما');
    expect(renamed.value).to.equal('آزمون');
    await choose(element, 'نوع پرسش تازه در «شما»', 'postalCode');
    await press(element, 'به «شما» بیفزایید');
    await waitUntil(() => focused(element)?.id === 'at-0-2_label');
    await write(element, 'متن پرسش', 'کدپستی شما');
    await byRole(preview, 'textbox', /^کدپستی شما/);
    expect(renamed.value).to.equal('آزمون');
  });

  it('calls what has no text yet by its place, so that it can be filled in by everybody', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    const preview = await previewIn(element);
    await press(element, /^نام و نام خانوادگی/);
    await write(element, 'متن پرسش', '');
    await byRole(preview, 'textbox', 'پرسش بی‌نام');
    await write(element, 'متن پرسش', 'نام شما');
    await byRole(preview, 'textbox', 'نام شما');
  });

  it('shows what conditions show, at the step that is open', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    const preview = await previewIn(element);
    await press(element, /^گام ۲: ملک/);
    await byRole(preview, 'heading', 'ملک');
    expect(allByRole(preview, 'textbox', 'شماره سند')).to.have.length(0);
    (await byRole(preview, 'radio', 'بله')).click();
    await byRole(preview, 'textbox', 'شماره سند');
  });

  it('sends nothing at its end, and begins anew', async () => {
    const { offering } = await drafted(agency, (form) => {
      form.steps.pop();
      form.steps[0]!.items.shift();
    });
    const element = await openForm(offering);
    const preview = await previewIn(element);
    const submit = () => preview.shadowRoot!.querySelector<HTMLElement>('button[type="submit"]')!.click();
    const mobile = () => preview.shadowRoot!.querySelector<HTMLInputElement>('input[type="tel"]');
    type(mobile()!, '09121234567');
    submit();
    await byRole(preview, 'heading', 'بازبینی');
    submit();
    await untilReadable(preview, 'چیزی فرستاده نشد');
    await press(element, 'از نو پر کنید');
    await waitUntil(() => mobile()?.value === '');
  });
});
