import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { faultyFetch, restoreFetch } from '../support/browser.ts';
import { agency as expert, signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, untilReadable } from '../support/find.ts';
import { choose, colleagueSaves, drafted, openForm, press, publicForm, published, readForm, studio, write } from './form-studio-driver.ts';

const agency = 'police-10';
let once: Promise<string> | undefined;
/** One for those who only look. */
async function offeringOnce(): Promise<string> {
  await signInExpert('officer-alborz');
  return (once ??= drafted(agency).then(({ offering }) => offering));
}

describe('form-studio', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const [lang, list, step, owner, deed, head] of [
    ['fa', 'فرم‌های خدمت‌ها', /^گام ۲: ملک/, /^مالک هستید؟/, /^شماره سند/, 'عنوان و کلیات فرم'],
    ['en', 'Forms of services', /^Step 2: ملک/, /^مالک هستید؟/, /^شماره سند/, 'Title and basics of the form'],
  ] as const) {
    it(`is accessible as a list (${lang})`, async () => {
      await signInExpert('officer-alborz');
      const element = await studio(lang);
      await byRole(element, 'heading', list);
      await waitUntil(() => allByRole(element, 'link').length > 4);
      await expect(element).to.be.accessible();
    });
    it(`is accessible as an outline (${lang})`, async () => {
      await expect(await openForm(await offeringOnce(), lang)).to.be.accessible();
    });
    for (const name of [step, owner, deed, head]) {
      it(`is accessible with ${String(name)} open (${lang})`, async () => {
        const element = await openForm(await offeringOnce(), lang);
        await press(element, name);
        await waitUntil(() => element.shadowRoot!.querySelector('.form'));
        await expect(element).to.be.accessible();
      });
    }
  }

  it('tells in the list what each service has, opens one and comes back to it', async () => {
    const { offering, title } = await drafted(agency);
    const element = await studio();
    await byRole(element, 'heading', 'فرم‌های خدمت‌ها');
    await choose(element, 'دستگاه', agency);
    const link = await byRole(element, 'link', new RegExp(title));
    expect(link.textContent).to.contain('از شناسنامه خدمت').and.to.contain('پیش‌نویس کارشناس البرز');
    link.click();
    await byRole(element, 'heading', title);
    expect(location.hash).to.equal(`#/${offering}`);
    await waitUntil(() => focused(element)?.id === 'form-title');
    await press(element, 'همه فرم‌ها');
    await waitUntil(() => focused(element)?.id === `form_${offering}`);
  });

  it('lets nobody in who does not keep declarations', async () => {
    await signInExpert(expert);
    const element = await studio();
    await byRole(element, 'alert', /نقش شما این کار را اجازه نمی‌دهد/);
    expect(element.state).to.equal('failed');
  });

  it('says when the gateway cannot be reached, and tries again', async () => {
    await signInExpert('officer-alborz');
    faultyFetch(/\/v1\/staff\/forms/, 'offline');
    const element = await studio();
    await byRole(element, 'alert', /به میز خدمت نرسیدیم/);
    restoreFetch();
    await press(element, 'دوباره امتحان کنید');
    await waitUntil(() => allByRole(element, 'link').length > 4);
    expect(element.state).to.equal('ready');
  });

  it('adds a question with its limits under a condition, saves the draft and publishes it', async () => {
    const { offering } = await published(agency);
    const element = await openForm(offering);
    await choose(element, 'نوع پرسش تازه در «ملک»', 'number');
    await press(element, 'به «ملک» بیفزایید');
    await waitUntil(() => focused(element)?.id === 'at-1-2_label');
    await write(element, 'متن پرسش', 'متراژ');
    await write(element, /^کمینه/, '۱۰');
    await press(element, 'تنها با شرط');
    await choose(element, 'اگر پاسخ', 'owner');
    await press(element, 'پیش‌نویس را ذخیره کنید');
    await untilReadable(element, 'همه چیز ذخیره است');
    expect((await publicForm(offering)).steps[1]!.items).to.have.length(2);
    expect(readable(element)).to.contain('افزوده: «متراژ»').and.to.contain('پاسخ‌هایشان همه در فرم تازه جا دارد');
    await write(element, /چه چیزی عوض شد/, 'متراژ هم پرسیده می‌شود');
    const done = oneEvent(element, 'form-studio-published');
    await press(element, 'منتشر کنید');
    const { version } = (await done).detail as { version: number };
    expect((await readForm(offering)).history[0]).to.deep.include({ version, note: 'متراژ هم پرسیده می‌شود' });
    expect((await publicForm(offering)).steps[1]!.items[2]).to.deep.equal({
      id: 'number-1', type: 'number', label: { fa: 'متراژ' }, required: false, min: 10, when: { field: 'owner', op: 'eq', value: true },
    });
    await untilReadable(element, 'با آنچه منتشر است فرقی ندارد.');
  });

  it('tells an error at its place and in the summary, saves it and does not publish it', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    await press(element, /^شماره سند/);
    const label = await byRole(element, 'textbox', 'متن پرسش');
    await write(element, 'متن پرسش', '');
    await waitUntil(() => describedAs(label).includes('متن پرسش خالی است'));
    await press(element, 'منتشر کنید');
    await waitUntil(() => focused(element)?.id === 'summary');
    await press(element, 'پیش‌نویس را ذخیره کنید');
    await untilReadable(element, 'همه چیز ذخیره است');
    expect((await readForm(offering)).draft!.findings).to.deep.equal([{ path: 'property.deed', code: 'emptyLabel' }]);
    await press(element, 'پرسش بی‌نام');
    await waitUntil(() => focused(element)?.id === 'at-1-1_label');
  });

  it('moves, copies and takes out by keyboard and button, each with a way back', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    const names = () => [...element.shadowRoot!.querySelectorAll('.question > .node-head .name')].map((name) => name.textContent!.trim());
    const start = names();
    (await byRole(element, 'button', /^تلفن همراه/)).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    await waitUntil(() => focused(element)?.id === 'at-1-0_edit', 'it went on into the next step, and the focus with it');
    (await byRole(element, 'button', /^مالک هستید؟/)).click();
    await press(element, 'رونوشت');
    await waitUntil(() => focused(element)?.id === 'at-1-2_label');
    expect(names()).to.deep.equal(['نام و نام خانوادگی', 'تلفن همراه', 'مالک هستید؟', 'مالک هستید؟', 'شماره سند']);
    await press(element, 'بردارید');
    await waitUntil(() => focused(element)?.id === 'undo');
    for (let step = 0; step < 3; step++) await press(element, 'کار آخر را برگردانید');
    await waitUntil(() => JSON.stringify(names()) === JSON.stringify(start));
    await untilReadable(element, 'همه چیز ذخیره است');
  });

  it('shows what a colleague has done meanwhile, and loses neither work', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    await colleagueSaves(offering, (form) => void (form.steps[0]!.title.fa = 'متقاضی'));
    await press(element, /^شماره سند/);
    await write(element, 'متن پرسش', 'شماره سند مالکیت');
    await press(element, 'پیش‌نویس را ذخیره کنید');
    await byRole(element, 'heading', 'کس دیگری روی همین فرم کار کرده است');
    await waitUntil(() => focused(element)?.id === 'conflict-title');
    expect(readable(element)).to.contain('پیش‌نویس ناظر آزمون').and.to.contain('گام «متقاضی»');
    await press(element, 'نوشته خودم بماند');
    await press(element, 'پیش‌نویس را ذخیره کنید');
    await untilReadable(element, 'همه چیز ذخیره است');
    const { draft } = await readForm(offering);
    expect([draft!.definition.steps[0]!.title.fa, draft!.definition.steps[1]!.items[1]!.label.fa]).to.deep.equal(['شما', 'شماره سند مالکیت']);
  });
});
