import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, untilReadable } from '../support/find.ts';
import { drafted, openForm, press, publicForm, published, readForm, write } from './form-studio-driver.ts';

const agency = 'police-10';

describe('form-studio: the head, and work that comes back', () => {
  afterEach(async () => {
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  for (const lang of ['fa', 'en']) {
    it(`is accessible for the head (${lang})`, async () => {
      const { offering } = await drafted(agency);
      await signInExpert(`${agency}-head`);
      const element = await openForm(offering, lang);
      await press(element, /^شماره سند/);
      await waitUntil(() => element.shadowRoot!.querySelector('.form'));
      await expect(element).to.be.accessible();
    });
  }

  it('lets the head read everything, write nothing, and publish what an officer has saved', async () => {
    const { offering } = await drafted(agency);
    await signInExpert(`${agency}-head`);
    const element = await openForm(offering);
    expect(readable(element)).to.contain('پیش‌نویس کارشناس البرز');
    await press(element, /^شماره سند/);
    const label = await byRole<HTMLInputElement>(element, 'textbox', 'متن پرسش');
    expect(label.matches(':disabled')).to.equal(true);
    for (const name of ['پیش‌نویس را ذخیره کنید', 'گام تازه', 'رونوشت', 'کار آخر را برگردانید', 'به جای فرم کنونی بگذارید']) {
      expect(allByRole(element, 'button', name), name).to.have.length(0);
    }
    const done = oneEvent(element, 'form-studio-published');
    await press(element, 'منتشر کنید');
    await done;
    expect((await publicForm(offering)).title.fa).to.equal('فرم آزمون');
    expect((await readForm(offering)).history[0]!.by!.name).to.equal('رئیس پلیس');
  });

  it('brings unsaved work back when the form is opened again, and throws it away when it is told to', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    await press(element, /^شماره سند/);
    await write(element, 'متن پرسش', 'شماره سند مالکیت');
    await untilReadable(element, 'ذخیره نشده');
    element.remove();
    const again = await openForm(offering);
    await untilReadable(again, 'نوشته ذخیره‌نشده شما از');
    await byRole(again, 'button', /^شماره سند مالکیت/);
    await press(again, 'دورش بریزید');
    await untilReadable(again, 'همه چیز ذخیره است');
    await waitUntil(() => focused(again)?.id === 'form-title');
    again.remove();
    const third = await openForm(offering);
    await untilReadable(third, 'همه چیز ذخیره است');
    expect(readable(third)).not.to.contain('نوشته ذخیره‌نشده');
  });

  it('takes an earlier version back as a draft, in one step that can be taken back', async () => {
    const { offering, history: [first] } = await published(agency);
    const element = await openForm(offering);
    await press(element, /^شماره سند/);
    await write(element, 'متن پرسش', 'شماره سند تازه');
    const done = oneEvent(element, 'form-studio-published');
    await press(element, 'منتشر کنید');
    await done;
    element.shadowRoot!.getElementById('versions')!.click();
    const look = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.history button')].at(1)!;
    look.click();
    await waitUntil(() => focused(element)?.id === 'looking-title');
    await press(element, 'این نسخه را به پیش‌نویس بیاورید');
    await untilReadable(element, 'ذخیره نشده');
    await byRole(element, 'button', /^شماره سند (?!تازه)/);
    await press(element, 'پیش‌نویس را ذخیره کنید');
    await untilReadable(element, 'همه چیز ذخیره است');
    const { draft, history } = await readForm(offering);
    expect(draft!.definition.steps[1]!.items[1]!.label.fa).to.equal('شماره سند');
    expect(history.map(({ version }) => version)).to.include(first!.version);
  });
});
