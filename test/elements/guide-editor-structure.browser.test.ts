import { expect, waitUntil } from '@open-wc/testing';
import { restoreFetch } from '../support/browser.ts';
import { signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import type { GuideAnswer, GuideQuestion } from '../../src/contract/guide.ts';
import { editor, openGuide, press, readGuide, savedGuide, write } from './guide-editor-driver.ts';

const questionOf = async (id: string) => (await readGuide(id)).tree.nodes[0] as GuideQuestion;
const answerOf = async (id: string, node: string) => (await readGuide(id)).tree.nodes.find((each) => each.id === node) as GuideAnswer;

describe('guide-editor: the tree', () => {
  afterEach(async () => {
    restoreFetch();
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('stands in reading order, and what is met twice is named where it is met again', async () => {
    const { tree } = await savedGuide((draft) => {
      (draft.nodes[0] as GuideQuestion).options.push({ label: { fa: 'نمی‌دانم' }, to: 'which' });
      draft.nodes.push({ id: 'which', kind: 'question', text: { fa: 'کدام؟' }, options: [{ label: { fa: 'شناسنامه' }, to: 'paper' }, { label: { fa: 'کمک' }, to: 'help' }] });
    });
    const element = await openGuide(tree.id);
    expect(allByRole(element, 'button', /^(پرسش|پاسخ): /).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'پرسش: چه شده است؟', 'پاسخ: گرفتن شناسنامه', 'پاسخ: کمک فوری', 'پرسش: کدام؟',
    ]);
    await press(element, 'همان «کمک فوری» که بالاتر است');
    await waitUntil(() => focused(element)?.id === 'nodes_help_edit');
  });

  it('gets an option that leads to a new answer with a service, by keyboard places alone', async () => {
    const { tree } = await savedGuide();
    const element = await openGuide(tree.id);
    await press(element, 'پرسش: چه شده است؟');
    await press(element, 'گزینه تازه');
    await waitUntil(() => focused(element)?.id === 'nodes_what_options_2_label');
    expect(describedAs(focused(element) as HTMLElement)).to.contain('خالی است');
    type(focused(element) as HTMLElement, 'گذرنامه می‌خواهم');
    allByRole(element, 'button', 'به پاسخی تازه ببرد')[2]!.click();
    await waitUntil(() => focused(element)?.id === 'nodes_a1_title');
    type(focused(element) as HTMLElement, 'گرفتن گذرنامه');
    await untilReadable(element, 'این پاسخ به هیچ‌جا نمی‌رساند');
    await press(element, 'خدمت تازه');
    await waitUntil(() => focused(element)?.id === 'nodes_a1_services_0_need');
    type(focused(element) as HTMLElement, 'شناسنامه\n');
    await untilReadable(element, 'اکنون این‌ها را می‌یابد');
    await press(element, 'ذخیره');
    await untilReadable(element, 'نسخه ۲');
    expect((await questionOf(tree.id)).options[2]).to.deep.equal({ label: { fa: 'گذرنامه می‌خواهم' }, to: 'a1' });
    expect(await answerOf(tree.id, 'a1')).to.deep.equal({ id: 'a1', kind: 'answer', title: { fa: 'گرفتن گذرنامه' }, services: [{ need: ['شناسنامه'] }] });
  });

  it('moves and removes options, and takes the last step back', async () => {
    const { tree } = await savedGuide();
    const element = await openGuide(tree.id);
    await press(element, 'پرسش: چه شده است؟');
    await press(element, 'گزینه ۲ بالاتر برود');
    await waitUntil(() => focused(element)?.id === 'nodes_what_options_0_up');
    const labels = () => allByRole(element, 'textbox', 'متن گزینه').map((field) => (field as HTMLInputElement).value);
    expect(labels()).to.deep.equal(['کمک می‌خواهم', 'شناسنامه می‌خواهم']);
    await press(element, 'گزینه ۱ را بردارید');
    await waitUntil(() => labels().length === 1);
    await untilReadable(element, 'تنها یک گزینه دارد');
    await press(element, 'کار آخر را برگردانید');
    await waitUntil(() => labels().length === 2);
    await press(element, 'ذخیره');
    await untilReadable(element, 'نسخه ۲');
    expect((await questionOf(tree.id)).options.map(({ to }) => to)).to.deep.equal(['help', 'paper']);
  });

  it('marks the options that led to what was removed, and leads them elsewhere', async () => {
    const { tree } = await savedGuide();
    const element = await openGuide(tree.id);
    await press(element, 'پاسخ: کمک فوری');
    await press(element, 'این پاسخ را بردارید');
    await untilReadable(element, 'این گزینه به جایی می‌رود که دیگر نیست');
    await press(element, 'چه شده است؟');
    await waitUntil(() => focused(element)?.id === 'nodes_what_options_1_to');
    await press(element, 'گزینه ۲ را بردارید');
    await untilReadable(element, '۱ هشدار');
    await press(element, 'ذخیره');
    await untilReadable(element, 'نسخه ۲');
    expect((await readGuide(tree.id)).tree.nodes.map(({ id }) => id)).to.deep.equal(['what', 'paper']);
  });

  it('chooses a target by its name, and tells a loop', async () => {
    const { tree } = await savedGuide((draft) => {
      (draft.nodes[0] as GuideQuestion).options.push({ label: { fa: 'نمی‌دانم' }, to: 'which' });
      draft.nodes.push({ id: 'which', kind: 'question', text: { fa: 'کدام؟' }, options: [{ label: { fa: 'شناسنامه' }, to: 'paper' }, { label: { fa: 'کمک' }, to: 'help' }] });
    });
    const element = await openGuide(tree.id);
    await press(element, 'پرسش: کدام؟');
    await waitUntil(() => allByRole(element, 'listbox', 'می‌رود به').length === 2);
    const target = allByRole(element, 'listbox', 'می‌رود به')[0] as HTMLSelectElement;
    target.value = 'what';
    target.dispatchEvent(new Event('change', { bubbles: true }));
    await untilReadable(element, 'این گزینه به «چه شده است؟» برمی‌گردد');
    expect(describedAs(target)).to.contain('به جای دیگری ببریدش');
  });

  it('keeps all that an answer can hold', async () => {
    const { tree } = await savedGuide();
    const element = await openGuide(tree.id);
    await press(element, 'پاسخ: گرفتن شناسنامه');
    await write(element, /متن پاسخ/, 'تا ۱۵ روز رایگان است.');
    await press(element, 'جای تازه');
    await write(element, 'واژه‌های نام دستگاه', 'ثبت احوال');
    await press(element, 'تلفن تازه');
    await write(element, 'چه کسی پاسخ می‌دهد', 'پاسخ‌گوی ثبت احوال');
    await write(element, 'شماره تلفن', '۱۵');
    await untilReadable(element, 'شماره باید ۳ تا ۱۱ رقم باشد');
    await write(element, 'شماره تلفن', '۱۵۱۰');
    await write(element, /تنها در این استان‌ها/, 'اصفهان');
    await untilReadable(element, 'شناسه استان با حروف کوچک انگلیسی نوشته می‌شود');
    await write(element, /تنها در این استان‌ها/, ' isfahan \n\nalborz');
    element.shadowRoot!.querySelector<HTMLElement>('.known summary')!.click();
    await press(element, 'سطر تازه');
    for (const [name, text] of [['نام فیلد ۱', 'applicant'], ['پاسخ فیلد ۱', 'بله']] as const) {
      const field = await byRole(element, 'textbox', name);
      type(field, text);
      field.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    }
    await press(element, 'متن انگلیسی هم');
    await write(element, /عنوان پاسخ، به انگلیسی/, 'A birth certificate');
    await press(element, 'ذخیره');
    await untilReadable(element, 'نسخه ۲');
    expect(await answerOf(tree.id, 'paper')).to.deep.equal({
      id: 'paper', kind: 'answer', title: { fa: 'گرفتن شناسنامه', en: 'A birth certificate' }, text: { fa: 'تا ۱۵ روز رایگان است.' },
      services: [{ need: ['صدور شناسنامه'], known: { applicant: true } }], offices: [{ agency: { named: ['ثبت احوال'] } }],
      contacts: [{ name: { fa: 'پاسخ‌گوی ثبت احوال' }, phone: '1510', illustrative: true, provinces: ['isfahan', 'alborz'] }],
    });
  });

  it('says what is ticked in a form in the language of the page, and understands both languages', async () => {
    const { tree } = await savedGuide((draft) => {
      (draft.nodes[1] as GuideAnswer).services = [{ need: ['صدور شناسنامه'], known: { lost: true, applicant: false } }];
    });
    const element = await openGuide(tree.id, 'en');
    await press(element, 'Answer: گرفتن شناسنامه');
    await untilReadable(element, 'for boxes to tick write “Yes” or “No”');
    const answers = await Promise.all(['1', '2'].map(async (at) => (await byRole(element, 'textbox', `Answer of field ${at}`)) as HTMLInputElement));
    expect(answers.map(({ value }) => value)).to.deep.equal(['Yes', 'No']);
    for (const [at, text] of [[0, 'no'], [1, 'بله']] as const) {
      type(answers[at]!, text);
      answers[at]!.dispatchEvent(new Event('change', { bubbles: true }));
      await element.updateComplete;
    }
    await press(element, 'Save');
    await untilReadable(element, 'Version 2');
    expect((await answerOf(tree.id, 'paper')).services).to.deep.equal([{ need: ['صدور شناسنامه'], known: { lost: false, applicant: true } }]);
  });

  it('begins with a new guide, which lies on the device until it is saved', async () => {
    await signInExpert('officer');
    const element = await editor();
    await byRole(element, 'heading', 'راهنماهای مردم');
    await waitUntil(() => allByRole(element, 'link').length > 5);
    element.shadowRoot!.querySelector<HTMLElement>('.new summary')!.click();
    await write(element, 'عنوان', 'گم شده‌ام');
    await write(element, 'نشانی', 'birth');
    await press(element, 'بسازید');
    await untilReadable(element, 'راهنمایی با این نشانی هست');
    await write(element, 'نشانی', 'lost-way');
    await press(element, 'بسازید');
    await byRole(element, 'heading', 'گم شده‌ام');
    await write(element, 'پرسش', 'کجایید؟');
    element.remove();
    const again = await openGuide('lost-way');
    await byRole(again, 'heading', 'گم شده‌ام');
    await press(again, 'پرسش: کجایید؟');
    for (const [at, label] of ['در شهر', 'در کوه'].entries()) {
      await press(again, 'گزینه تازه');
      await waitUntil(() => focused(again)?.id === `nodes_q1_options_${at}_label`);
      type(focused(again) as HTMLElement, label);
      allByRole(again, 'button', 'به پاسخی تازه ببرد')[at]!.click();
      await waitUntil(() => focused(again)?.id === `nodes_a${at + 1}_title`);
      type(focused(again) as HTMLElement, `${label} گم شده‌ام`);
      await press(again, 'تلفن تازه');
      await write(again, 'چه کسی پاسخ می‌دهد', 'امداد');
      await write(again, 'شماره تلفن', '112');
      await press(again, 'پرسش: کجایید؟');
    }
    await press(again, 'ذخیره');
    await untilReadable(again, 'نسخه ۱');
    expect(readable(again)).to.contain('همه چیز ذخیره است');
  });
});
