import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { faultyFetch, heldFetch, restoreFetch, watchFetch } from '../support/browser.ts';
import { expert, fileInformationRequest } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { answered, forgetProof, prove, rate, score, send } from './rate-service-driver.ts';

const names = [
  'رضایت کلی', 'پایبندی به زمان', 'اطلاع‌رسانی مراحل', 'اطلاع‌رسانی مدت زمان', 'به‌موقع و شفاف بودن رسیدگی به شکایات', 'پاسخگویی و پیگیری',
  'دقت (بی‌نیازی از دوباره‌کاری)', 'تعداد دفعات پیگیری', 'اعتماد به رفع مشکل', 'سرعت',
];
const questions = (element: Element) => [...element.shadowRoot!.querySelectorAll('.scale')].map((scale) => scale.closest('fieldset')!.querySelector('legend')!.textContent.trim());
const chosen = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.scale input:checked')].map(({ name, value }) => `${name}=${value}`);

describe('rate-service', () => {
  beforeEach(forgetProof);
  afterEach(restoreFetch);

  it('is accessible in each of its states, in Persian and English', async () => {
    const { code } = await answered();
    for (const lang of ['fa', 'en']) {
      await expect(await rate('', lang)).to.be.accessible();
      const element = await rate(code, lang);
      await untilReadable(element, lang === 'fa' ? 'کارتان چطور پیش رفت؟' : 'How did it go?');
      element.renderRoot.querySelector<HTMLElement>('#satisfied input[value="1"]')!.click();
      await element.updateComplete;
      element.renderRoot.querySelector<HTMLElement>('#reasons input[value="incomplete"]')!.click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    }
  });

  it('asks two questions, eight more behind one press, by the names that surveys of agencies give them', async () => {
    const element = await rate((await answered()).code);
    expect(element.state).to.equal('pending');
    await byRole(element, 'button', 'نظرتان را بفرستید');
    expect(questions(element)).to.deep.equal(names.slice(0, 2));
    (await byRole(element, 'button', '۸ پرسش دیگر، اگر وقت دارید')).click();
    await element.updateComplete;
    expect(questions(element)).to.deep.equal(names);
    await waitUntil(() => focused(element)?.id === 'stepsTold', 'focus is at stepsTold');
  });

  it('proves the number once everything is chosen, and sends by itself; says what happens next', async () => {
    const filed = await answered();
    const element = await rate(filed.code);
    await score(element, 'satisfied', 4);
    await score(element, 'timeKept', 5);
    await send(element);
    const told = oneEvent(element, 'rate-service-sent');
    await prove(element, filed);
    expect(((await told) as CustomEvent<unknown>).detail).to.deep.equal({ objected: false });
    await untilReadable(element, 'سپاس. نظر شما ثبت شد');
    await element.updateComplete;
    await waitUntil(() => focused(element)?.id === 'told', 'focus is at told');
    expect((await expert.open(filed.id)).timeline.at(-1)!.type).to.equal('rated');
    const again = await rate(filed.code);
    await untilReadable(again, 'درباره این درخواست پیش‌تر نظر داده‌اید');
    expect(allByRole(again, 'radio').length).to.equal(0);
  });

  it('asks for no second code on a page that has proven the number, and for one where it proved another', async () => {
    const filed = await answered();
    const element = await rate(filed.code);
    await score(element, 'satisfied', 3);
    await send(element);
    await prove(element, filed);
    await untilReadable(element, 'سپاس');
    const other = await answered();
    const second = await rate(other.code);
    await score(second, 'satisfied', 5);
    await send(second);
    await prove(second, other);
    await untilReadable(second, 'سپاس');
  });

  it('asks for reasons where a score is low, and takes an objection in the same step', async () => {
    const filed = await answered();
    const element = await rate(filed.code);
    await score(element, 'satisfied', 2);
    (await byRole(element, 'checkbox', 'دیر شد')).click();
    await element.updateComplete;
    expect(allByRole(element, 'textbox').length).to.equal(0);
    (await byRole(element, 'checkbox', 'ناقص انجام شد')).click();
    const words = await byRole(element, 'textbox', /^با چه موافق نیستید و چرا؟/);
    expect(readable(element)).to.match(/مهلت: تا \S+ [۰-۹]+ \S+/);
    type(words, 'سند در همان اداره است.');
    await send(element, 'نظر و اعتراض را بفرستید');
    const told = oneEvent(element, 'rate-service-sent');
    await prove(element, filed);
    expect(((await told) as CustomEvent<unknown>).detail).to.deep.equal({ objected: true });
    await untilReadable(element, /مسئول بالاتر به اعتراض پاسخ می‌دهد، تا \S+ [۰-۹]+ \S+/);
    const { timeline, level } = await expert.open(filed.id);
    expect(timeline.slice(-2).map(({ type: each }) => each)).to.deep.equal(['rated', 'objected']);
    expect(level).to.be.greaterThan(0);
  });

  it('says at its question that nothing was chosen, and waits for an answer that is not there yet', async () => {
    const element = await rate((await answered()).code);
    await send(element);
    await untilReadable(element, 'دست‌کم به یکی از پرسش‌ها نمره بدهید');
    const first = element.renderRoot.querySelector<HTMLElement>('#satisfied')!;
    await waitUntil(() => focused(element)?.id === 'satisfied', 'focus is at satisfied');
    expect(describedAs(first)).to.contain('دست‌کم به یکی');
    const open = await rate((await fileInformationRequest()).code);
    await untilReadable(open, /هنوز پاسخی نرسیده است.*تا \S+ [۰-۹]+ \S+ پاسخ می‌گیرید/);
    expect(open.state).to.equal('ready');
  });

  it('opens by a code that is written, and names a slip without asking the gateway', async () => {
    const { code } = await answered();
    const element = await rate();
    expect(element.state).to.equal('idle');
    const asked = watchFetch();
    const field = await byRole(element, 'textbox', 'کد رهگیری');
    type(field, code.slice(1));
    (await byRole(element, 'button', 'ادامه')).click();
    await untilReadable(element, 'این کد درست نیست');
    expect(asked(/requests/).length).to.equal(0);
    type(field, code);
    (await byRole(element, 'button', 'ادامه')).click();
    await byRole(element, 'button', 'نظرتان را بفرستید');
  });

  it('loses nothing that was chosen where the line is down, the gateway fails or the answer is lost', async () => {
    const filed = await answered();
    const element = await rate(filed.code);
    await score(element, 'satisfied', 2);
    (await byRole(element, 'checkbox', 'دیر شد')).click();
    await element.updateComplete;
    faultyFetch(/\/rate$/, 'offline', 3);
    await send(element);
    await prove(element, filed);
    await untilReadable(element, 'اینترنت را ببینید');
    expect(chosen(element)).to.deep.equal(['satisfied=2']);
    restoreFetch();
    faultyFetch(/\/rate$/, 'malformed', 1);
    await send(element);
    await untilReadable(element, 'نظرتان نرفت');
    expect((await byRole<HTMLInputElement>(element, 'checkbox', 'دیر شد')).checked).to.equal(true);
    restoreFetch();
    // Its answer is lost on the way back: sent again by itself it is the same rating.
    faultyFetch(/\/rate$/, 'answerLost', 1);
    await send(element);
    await untilReadable(element, 'سپاس');
    expect((await expert.open(filed.id)).timeline.filter(({ type: each }) => each === 'rated')).to.have.length(1);
  });

  it('tells the second of two pages that it was rated; on a slow line a second press sends nothing', async () => {
    const filed = await answered();
    const [first, second] = [await rate(filed.code), await rate(filed.code)];
    await score(first, 'satisfied', 5);
    await score(second, 'satisfied', 1);
    const sent = watchFetch();
    const letGo = heldFetch(/\/rate$/);
    await send(first);
    await prove(first, filed);
    await send(first);
    letGo();
    await untilReadable(first, 'سپاس');
    expect(sent(/\/rate$/).length).to.equal(1);
    await send(second);
    await untilReadable(second, 'درباره این درخواست پیش‌تر نظر داده‌اید');
    expect((await expert.open(filed.id)).timeline.filter(({ type: each }) => each === 'rated')).to.have.length(1);
  });

  it('says why a request does not open, and opens it when the line is back', async () => {
    const { code } = await answered();
    faultyFetch(/\/requests\//, 'offline');
    const element = await rate(code);
    await untilReadable(element, 'به میز خدمت نرسیدیم');
    expect(element.state).to.equal('failed');
    restoreFetch();
    dispatchEvent(new Event('online'));
    await byRole(element, 'button', 'نظرتان را بفرستید');
    const unknown = await rate('0000000000000000');
    await untilReadable(unknown, 'با این کد پرونده‌ای باز نشد');
    await byRole(unknown, 'textbox', 'کد رهگیری');
  });
});
