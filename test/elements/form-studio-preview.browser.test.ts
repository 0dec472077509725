import { expect, waitUntil } from '@open-wc/testing';
import { signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { choose, drafted, openForm, press, write } from './form-studio-driver.ts';
import type { FormStudio } from '../../src/elements/form-studio/form-studio.ts';

const agency = 'shahrdari-karaj';

describe('form-studio: the preview', () => {
  afterEach(async () => {
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });
  const previewIn = async (element: FormStudio): Promise<HTMLElement> => {
    // Wide enough for both beside each other.
    Object.assign(element.style, { display: 'block', inlineSize: '1200px' });
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

describe('form-studio: outline or preview where there is no room for both', () => {
  afterEach(async () => {
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });
  const tab = (element: FormStudio, side: string) => element.shadowRoot!.getElementById(`tab-${side}`)!;
  const panel = (element: FormStudio, side: string) => element.shadowRoot!.getElementById(`side-${side}`)!;
  const shown = (element: FormStudio) => ['outline', 'preview'].filter((side) => panel(element, side).checkVisibility());

  it('is one of two tabs at 360 px, and both without tabs at 1,200 px', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    element.style.display = 'block';
    element.style.inlineSize = '360px';
    await waitUntil(() => tab(element, 'outline').checkVisibility());
    expect(shown(element)).to.deep.equal(['outline']);
    await expect(element).to.be.accessible();
    tab(element, 'outline').focus();
    tab(element, 'outline').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    await waitUntil(() => focused(element)?.id === 'tab-preview');
    expect(shown(element)).to.deep.equal(['preview']);
    expect(tab(element, 'preview').getAttribute('aria-selected')).to.equal('true');
    element.style.inlineSize = '1200px';
    await waitUntil(() => !tab(element, 'preview').checkVisibility());
    expect(shown(element)).to.deep.equal(['outline', 'preview']);
  });

  it('goes back to the outline where a fault is to be mended', async () => {
    const { offering } = await drafted(agency, (form) => void (form.steps[1]!.items[1]!.label = { fa: '' }));
    const element = await openForm(offering);
    element.style.display = 'block';
    element.style.inlineSize = '360px';
    tab(element, 'preview').click();
    await waitUntil(() => shown(element)[0] === 'preview');
    await press(element, 'پرسش بی‌نام');
    await waitUntil(() => focused(element)?.id === 'at-1-1_label');
    expect(readable(element)).to.contain('متن پرسش خالی است');
  });
});
