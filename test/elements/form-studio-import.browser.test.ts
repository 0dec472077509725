import { expect, waitUntil } from '@open-wc/testing';
import type { FormDefinition } from '../../src/contract/form.ts';
import type { FormStudio } from '../../src/elements/form-studio/form-studio.ts';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { signOutExpert } from '../support/citizen.ts';
import { byRole, describedAs, focused, readable, untilReadable } from '../support/find.ts';
import { drafted, openForm, press, readForm, testForm, write } from './form-studio-driver.ts';

const agency = 'sabt-ahval';
const take = 'به جای فرم کنونی بگذارید';
const text = 'متن JSON فرم';

describe('form-studio: a form to and from a file', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });
  async function opened(lang = 'fa'): Promise<{ element: FormStudio; offering: string }> {
    const { offering } = await drafted(agency);
    const element = await openForm(offering, lang);
    (element.shadowRoot!.querySelector('#import') as HTMLElement).click();
    return { element, offering };
  }
  const area = (element: FormStudio) => byRole<HTMLTextAreaElement>(element, 'textbox', text);
  async function untilDescribed(element: FormStudio, words: string): Promise<void> {
    const field = await area(element);
    await waitUntil(() => describedAs(field).includes(words), `“${words}” is told`, { timeout: 8000 });
  }
  const elsewhere = (): FormDefinition => ({ ...testForm(), id: 'elsewhere', title: { fa: 'فرم جای دیگر' } });
  const giveFile = (element: FormStudio, content: string) => {
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('#import-file')!;
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], 'form.json', { type: 'application/json' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  };

  for (const lang of ['fa', 'en']) {
    it(`is accessible, with what is wrong in the text too (${lang})`, async () => {
      const { element } = await opened(lang);
      const [take, area] = lang === 'fa' ? ['به جای فرم کنونی بگذارید', text] : ['Replace the present form', 'JSON text of the form'];
      await write(element, area, '{"steps":[]}');
      await press(element, take);
      await waitUntil(() => element.shadowRoot!.querySelector('.import .to-mend'), 'the places are listed', { timeout: 8000 });
      await expect(element).to.be.accessible();
    });
  }

  it('is still there when the page is opened again in the middle of mending it', async () => {
    const { element, offering } = await opened();
    await write(element, text, '{"steps": [');
    element.remove();
    const again = await openForm(offering);
    expect((await area(again)).value, 'and is open').to.equal('{"steps": [');
    await untilReadable(again, 'نوشته ذخیره‌نشده شما از');
    await press(again, take);
    await untilDescribed(again, 'JSON درست نیست');
    await write(again, text, JSON.stringify(elsewhere()));
    await press(again, take);
    await waitUntil(() => focused(again)?.id === 'summary', 'the form was taken over', { timeout: 8000 });
    await press(again, 'پیش‌نویس را ذخیره کنید');
    await untilReadable(again, 'همه چیز ذخیره است');
    again.remove();
    const third = await openForm(offering);
    await untilReadable(third, 'همه چیز ذخیره است');
    expect(third.shadowRoot!.querySelector<HTMLTextAreaElement>('#import-text')!.value).to.equal('');
  });

  it('comes from a file in the place of what is written, is saved like it, and can be taken back', async () => {
    const { element, offering } = await opened();
    giveFile(element, JSON.stringify(elsewhere()));
    await waitUntil(async () => (await area(element)).value.includes('فرم جای دیگر'));
    await press(element, take);
    await waitUntil(() => focused(element)?.id === 'summary', 'the form was taken over', { timeout: 8000 });
    expect((await area(element)).value).to.equal('');
    await press(element, 'پیش‌نویس را ذخیره کنید');
    await untilReadable(element, 'همه چیز ذخیره است');
    expect((await readForm(offering)).draft!.definition.title.fa).to.equal('فرم جای دیگر');
  });

  it('is taken back as one step', async () => {
    const { element } = await opened();
    await write(element, text, JSON.stringify(elsewhere()));
    await press(element, take);
    await untilReadable(element, 'ذخیره نشده');
    await press(element, 'کار آخر را برگردانید');
    await untilReadable(element, 'همه چیز ذخیره است');
  });

  it('is told where it is no form, keeps the text and what is written, and comes once it is mended', async () => {
    const { element } = await opened();
    const broken = elsewhere() as unknown as { contactField?: string; steps: { items: { type: string }[] }[] };
    broken.steps[1]!.items[0]!.type = 'colour';
    delete broken.contactField;
    await write(element, text, JSON.stringify(broken));
    await press(element, take);
    await untilDescribed(element, 'چیزی کم یا نادرست است');
    await waitUntil(() => focused(element)?.id === 'import-text');
    const field = await area(element);
    expect(readable(element)).to.contain('گام ۲، پرسش ۱: «مالک هستید؟»').and.to.contain('contactField').and.to.contain('همه چیز ذخیره است');
    expect(field.value).to.equal(JSON.stringify(broken));
    await write(element, text, JSON.stringify(elsewhere()));
    expect(readable(element)).not.to.contain('گام ۲، پرسش ۱');
    await press(element, take);
    await untilReadable(element, 'ذخیره نشده');
  });

  it('tells each key that no form knows, with its place and the words there, until it is seen', async () => {
    const { element } = await opened();
    const more = elsewhere() as unknown as { colour?: string; steps: { items: { mandatory?: boolean; label: { fa: string } }[] }[] };
    more.colour = 'red';
    more.steps[1]!.items[0]!.mandatory = true;
    await write(element, text, JSON.stringify(more));
    await press(element, take);
    await waitUntil(() => focused(element)?.id === 'ignored-title', 'it is told', { timeout: 8000 });
    expect(readable(element)).to.contain('colour').and.to.contain('گام ۲، پرسش ۱، mandatory: «مالک هستید؟»');
    await expect(element).to.be.accessible();
    await press(element, 'دیدم');
    await waitUntil(() => focused(element)?.id === 'summary');
    expect(readable(element)).not.to.contain('mandatory');
  });

  it('says that there is no text, or half of one', async () => {
    const { element } = await opened();
    await press(element, take);
    await untilDescribed(element, 'متنی نیست');
    await write(element, text, JSON.stringify(elsewhere()).slice(0, 80));
    await press(element, take);
    await untilDescribed(element, 'JSON درست نیست');
  });

  it('keeps the text while the gateway cannot be reached', async () => {
    const { element } = await opened();
    await write(element, text, JSON.stringify(elsewhere()));
    faultyFetch(/\/read$/, 'offline');
    await press(element, take);
    await untilDescribed(element, 'به میز خدمت نرسیدیم');
    restoreFetch();
    await press(element, take);
    await untilReadable(element, 'ذخیره نشده');
  });

  it('goes out as a file with everything that is written, saved or not, and comes back the same', async () => {
    const { element, offering } = await opened();
    let file: Blob | undefined;
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => create.call(URL, (file = blob));
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      expect(this.download).to.equal(`${offering}.json`);
    };
    try {
      await press(element, 'فرم را به فایل JSON ببرید');
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
    const content = await file!.text();
    expect((JSON.parse(content) as FormDefinition).steps).to.deep.equal(testForm().steps);
    giveFile(element, content);
    await waitUntil(async () => (await area(element)).value === content);
    await press(element, take);
    await waitUntil(() => focused(element)?.id === 'summary', 'the form was taken over', { timeout: 8000 });
    expect(readable(element)).to.contain('همه چیز ذخیره است');
  });
});
