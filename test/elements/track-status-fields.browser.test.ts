import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import type { QuestionField } from '../../src/contract/question.ts';
import type { QuestionForm } from '../../src/elements/request-form/question/question-form.ts';
import type { TrackStatus } from '../../src/elements/track-status/track-status.ts';
import { faultyFetch, gatewayUrl, restoreFetch } from '../support/browser.ts';
import { caseOf, expert, fileInformationRequest, signInExpert, type FiledRequest } from '../support/citizen.ts';
import { byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { open, track } from './track-status-driver.ts';

const fields: QuestionField[] = [
  { id: 'built', type: 'number', label: { fa: 'سال ساخت', en: 'Year built' }, required: true, integer: true },
  { id: 'kind', type: 'choice', label: { fa: 'نوع ملک', en: 'Kind of property' }, required: false, options: [{ value: 'home', label: { fa: 'خانه', en: 'Home' } }, { value: 'shop', label: { fa: 'مغازه', en: 'Shop' } }] },
  { id: 'plan', type: 'file', label: { fa: 'نقشه', en: 'Plan' }, required: true, accept: ['application/pdf'], maxBytes: 1_048_576 },
];
const pdf = (name = 'نقشه.pdf') =>
  new File(['%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'], name, { type: 'application/pdf' });

/** Waits at the expert's desk with a question that has fields. */
async function asked(): Promise<FiledRequest & { id: string }> {
  const filed = await fileInformationRequest();
  await signInExpert();
  const { id } = await caseOf(filed);
  await expert.take(id);
  await expert.ask(id, 'این‌ها را بفرستید.', fields);
  return { ...filed, id };
}

/** The fields of the question in the record that the citizen opened. */
async function fieldsIn(element: TrackStatus): Promise<QuestionForm> {
  const found = () => element.shadowRoot!.querySelector<QuestionForm>('question-form');
  await waitUntil(() => found()?.shadowRoot?.querySelector('#f-plan:not([disabled])'), 'the fields have come', { timeout: 8000 });
  return found()!;
}
async function opened(filed: FiledRequest): Promise<{ element: TrackStatus; form: QuestionForm }> {
  const element = await track(filed.code);
  await open(element, filed);
  return { element, form: await fieldsIn(element) };
}
async function choose(form: QuestionForm, file: File): Promise<void> {
  const files = new DataTransfer();
  files.items.add(file);
  const input = form.shadowRoot!.querySelector<HTMLInputElement>('#f-plan')!;
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await untilReadable(form, new RegExp(`${file.name}.*رسید`));
}
const send = async (form: QuestionForm) => (await byRole(form, 'button', 'پاسخ را بفرستید')).click();
const kept = (): string[] => Object.keys(sessionStorage).filter((name) => name.startsWith('mizban-words|'));

describe('a question with fields in track-status', function () {
  // Each opens one record or more by a code of its own.
  this.timeout(30_000);
  beforeEach(() => sessionStorage.clear());
  afterEach(restoreFetch);

  for (const [lang, year] of [['fa', 'سال ساخت'], ['en', 'Year built']] as const) {
    it(`is accessible (${lang})`, async () => {
      const { element, form } = await opened(await asked());
      element.lang = lang;
      await byRole(form, 'textbox', year);
      await expect(element).to.be.accessible();
      await expect(form).to.be.accessible();
    });
  }

  it('is answered in place, with its file, and the record shows what was sent', async () => {
    const filed = await asked();
    const { element, form } = await opened(filed);
    type(await byRole(form, 'textbox', 'سال ساخت'), '۱۳۸۹');
    (await byRole(form, 'radio', 'مغازه')).click();
    await choose(form, pdf());
    await send(form);
    await untilReadable(element, 'پاسخ شما به کارشناس رسید.');
    expect(readable(element)).to.match(/سال ساخت\s*۱٬۳۸۹/).and.to.match(/نوع ملک\s*مغازه/).and.to.contain('نقشه.pdf');
    expect(element.shadowRoot!.querySelectorAll('question-form').length).to.equal(0);
    expect(kept()).to.deep.equal([]);
    const { messages } = await expert.open(filed.id);
    expect(messages.at(-1)!.answers).to.include({ built: 1389, kind: 'shop' });
  });

  it('says at its fields what is wrong, before anything is sent and after', async () => {
    const { element, form } = await opened(await asked());
    await send(form);
    await untilReadable(form, '۲ چیز را درست کنید');
    await waitUntil(() => focused(form)?.id === 'summary', 'the summary has the focus');
    const year = await byRole(form, 'textbox', 'سال ساخت');
    expect(describedAs(year)).to.contain('«سال ساخت» را بنویسید.');
    type(year, 'کهنه');
    await choose(form, pdf());
    // What arrived is taken back behind the page.
    const { content } = JSON.parse(sessionStorage.getItem(kept()[0]!)!) as { content: { raw: { plan: { id: string }[] } } };
    await fetch(`${gatewayUrl}/v1/uploads/${content.raw.plan[0]!.id}`, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    type(year, '1389');
    await send(form);
    await untilReadable(form, 'دیگر نزد ما نیست');
    await choose(form, pdf('دوباره.pdf'));
    await send(form);
    await untilReadable(element, 'پاسخ شما به کارشناس رسید.');
  });

  it('comes back in the same tab with what was written and sent of it, and only to its own question', async () => {
    const filed = await asked();
    const first = await opened(filed);
    type(await byRole(first.form, 'textbox', 'سال ساخت'), '1389');
    await choose(first.form, pdf());
    fixtureCleanup();
    const second = await opened(filed);
    await untilReadable(second.form, 'نوشته‌های پیشین شما برگشت');
    expect((await byRole<HTMLInputElement>(second.form, 'textbox', 'سال ساخت')).value).to.equal('1389');
    await untilReadable(second.form, 'نقشه.pdf');
    expect(kept().map((name) => name.split('|').at(-1))).to.deep.equal(['reply-3']);

    // Somebody replies elsewhere, and the desk asks again.
    sessionStorage.setItem('put-aside', sessionStorage.getItem(kept()[0]!)!);
    await send(second.form);
    await untilReadable(second.element, 'پاسخ شما به کارشناس رسید.');
    sessionStorage.setItem(`mizban-words|${filed.code}|reply-3`, sessionStorage.getItem('put-aside')!);
    await signInExpert();
    await expert.ask(filed.id, 'یک بار دیگر.', fields);
    fixtureCleanup();
    const third = await opened(filed);
    expect((await byRole<HTMLInputElement>(third.form, 'textbox', 'سال ساخت')).value).to.equal('');
  });

  it('keeps everything where there is no line, and is sent once by the next press', async () => {
    const filed = await asked();
    const { element, form } = await opened(filed);
    type(await byRole(form, 'textbox', 'سال ساخت'), '1389');
    await choose(form, pdf());
    faultyFetch(/\/reply$/, 'offline');
    await send(form);
    await untilReadable(form, 'پاسخ نرفت. نوشته شما سر جایش است');
    await waitUntil(() => focused(form)?.id === 'failure', 'what is told has the focus');
    restoreFetch();
    await send(form);
    await untilReadable(element, 'پاسخ شما به کارشناس رسید.');
    expect((await expert.open(filed.id)).messages.filter(({ kind }) => kind === 'reply')).to.have.length(1);
  });

  it('takes one reply of two tabs: the other is told, and what it wrote stays to be read', async () => {
    const filed = await asked();
    const first = await opened(filed);
    const second = await opened(filed);
    type(await byRole(second.form, 'textbox', 'سال ساخت'), '1400');
    await choose(second.form, pdf('دوم.pdf'));
    type(await byRole(first.form, 'textbox', 'سال ساخت'), '1389');
    await choose(first.form, pdf());
    await send(first.form);
    await untilReadable(first.element, 'پاسخ شما به کارشناس رسید.');
    await send(second.form);
    await untilReadable(second.form, 'پرونده دیگر منتظر پاسخ نیست');
    expect((await byRole<HTMLInputElement>(second.form, 'textbox', 'سال ساخت')).value).to.equal('1400');
    expect((await expert.open(filed.id)).messages.at(-1)!.answers).to.include({ built: 1389 });
  });
});
