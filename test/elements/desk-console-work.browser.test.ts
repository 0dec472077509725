/** The desk at work: found by code, shared with colleagues, cut off in the middle. */
import { expect, waitUntil } from '@open-wc/testing';
import type { DeskConsole } from '../../src/elements/desk-console/desk-console.ts';
import { faultyFetch, heldFetch, restoreFetch, staffPasswords, watchFetch } from '../support/browser.ts';
import { agency, asColleague, caseOf, colleague, expert, fileInformationRequest, signInExpert, signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, describedAs, focused, readable, type, untilReadable } from '../support/find.ts';
import { toPersianDigits } from '../../src/persian/digits.ts';
import { atCase, atQueue, desk, find, idOf, leaveDesk, rowOf, rows, sendAnswer, sendReferral, take, writeAnswer, writePassword, writeReferral } from './desk-console-driver.ts';

const written = async (element: DeskConsole) => ((await byRole(element, 'textbox', 'پاسخ به شهروند')) as HTMLTextAreaElement).value;
const isShut = (button: Element) => button.getAttribute('aria-disabled') === 'true';

describe('desk-console at work', () => {
  afterEach(leaveDesk);

  for (const [done, finish] of [
    ['answered', async (element: DeskConsole) => {
      await writeAnswer(element, 'انجام شد.');
      await sendAnswer(element);
    }],
    ['referred to another desk', async (element: DeskConsole) => {
      await writeReferral(element, 'کار آن واحد است.');
      await sendReferral(element);
    }],
  ] as const) {
    it(`goes on at the next case at once, and not at the one that was just ${done}, however slow the list comes`, async () => {
      await fileInformationRequest('کاری که پس از آن می‌آید');
      const filed = await fileInformationRequest('کاری که پیش از آمدن فهرست از میز می‌رود');
      const element = await atQueue();
      const { id } = await caseOf(filed);
      (await rowOf(element, id)).click();
      await untilReadable(element, filed.description);
      await take(element);
      faultyFetch(/\/v1\/staff\/requests(\?|$)/, 'hang');
      await finish(element);
      await byRole(element, 'heading', 'پرونده‌های میز');
      await waitUntil(() => focused(element)?.matches('.case-row a'), undefined, { timeout: 8000 });
      expect((focused(element) as HTMLAnchorElement).hash).to.not.equal(`#/case/${id}`);
      expect(rows(element).map(idOf)).not.to.include(id);
    });
  }

  it('goes on at the next case of nobody when one of them was taken', async () => {
    await fileInformationRequest('کاری که کسی برنمی‌دارد');
    const filed = await fileInformationRequest('کاری که از میان برنداشته‌ها برداشته می‌شود');
    const element = await atQueue();
    const { id } = await caseOf(filed);
    const before = rows(element)[0]!;
    (await byRole(element, 'button', 'برنداشته')).click();
    await waitUntil(() => !before.isConnected);
    (await rowOf(element, id)).click();
    await untilReadable(element, filed.description);
    await take(element);
    faultyFetch(/\/v1\/staff\/requests(\?|$)/, 'hang');
    (await byRole(element, 'button', 'پرونده‌های میز')).click();
    await waitUntil(() => focused(element)?.matches('.case-row a'), undefined, { timeout: 8000 });
    expect(rows(element).map(idOf)).not.to.include(id);
  });

  describe('a code that a citizen reads out', () => {
    it('opens the case, in any digits and with any separators', async () => {
      const filed = await fileInformationRequest('پرونده‌ای که با کدش پیدا می‌شود');
      const element = await atQueue();
      await find(element, toPersianDigits(filed.code).replace(/(.{4})(?=.)/g, '$1 - '));
      await untilReadable(element, filed.description);
      expect(readable(element)).to.contain(`…${toPersianDigits(filed.code.slice(-4))}`);
      expect(location.href).not.to.contain(filed.code);
    });

    it('that cannot be right is told without asking the gateway', async () => {
      const filed = await fileInformationRequest();
      const element = await atQueue();
      const asked = watchFetch();
      const last = Number(filed.code.at(-1));
      const field = await find(element, `${filed.code.slice(0, -1)}${(last + 1) % 10}`);
      await waitUntil(() => describedAs(field).includes('یک رقم اشتباه یا جابه‌جاست'));
      expect(focused(element)).to.equal(field);
      for (const [typed, told] of [['', 'بنویسید'], ['12345', 'شما ۵ رقم نوشته‌اید'], ['کد', 'فقط رقم دارد']] as const) {
        await find(element, typed);
        await waitUntil(() => describedAs(field).includes(told), told);
      }
      expect(asked(/\/find$/)).to.have.length(0);
    });

    it('that nobody has and one of another desk get the same plain sentence', async () => {
      const filed = await fileInformationRequest();
      await signInExpert('abfa');
      const element = await desk();
      for (const code of [filed.code, '0000000000000000']) {
        const field = await find(element, code);
        await waitUntil(() => describedAs(field).includes('پرونده‌ای با این کد روی میز شما نیست'));
        type(field, '');
        await waitUntil(() => !describedAs(field).includes('روی میز شما نیست'));
      }
    });

    it('whose answer comes when the expert has gone on to another case takes nobody away from there', async () => {
      const [late, open] = [await fileInformationRequest('پرونده‌ای که دیر پیدا می‌شود'), await fileInformationRequest('پرونده‌ای که باز است')];
      const element = await atQueue();
      const { id } = await caseOf(open);
      const release = heldFetch(/\/find$/);
      await find(element, late.code);
      await byRole(element, 'button', 'می‌گردیم…');
      location.hash = `#/case/${id}`;
      await untilReadable(element, open.description);
      release();
      // The page has had the answer when it has had that to a later question.
      await caseOf(open);
      expect(location.hash).to.equal(`#/case/${id}`);
      expect(readable(element)).to.contain(open.description);
    });

    it('that is corrected while the first is looked for opens the second, in whatever order they come', async () => {
      const [first, second] = [await fileInformationRequest('پرونده‌ای که کدش نخست خوانده شد'), await fileInformationRequest('پرونده‌ای که کدش دوباره خوانده شد')];
      const element = await atQueue();
      const release = heldFetch(/\/find$/);
      await find(element, first.code);
      await byRole(element, 'button', 'می‌گردیم…');
      await find(element, second.code);
      await untilReadable(element, second.description);
      const { hash } = location;
      release();
      await caseOf(second);
      expect(location.hash).to.equal(hash);
      expect(readable(element)).to.contain(second.description);
    });

    it('stays in the field while the gateway is out of reach', async () => {
      const filed = await fileInformationRequest('پرونده‌ای که دیرتر پیدا می‌شود');
      const element = await atQueue();
      faultyFetch(/\/find$/, 'offline');
      const field = (await find(element, filed.code)) as HTMLInputElement;
      await waitUntil(() => describedAs(field).includes('به میز خدمت نرسیدیم'), undefined, { timeout: 8000 });
      expect(field.value.replace(/\s/g, '')).to.equal(filed.code);
      restoreFetch();
      (await byRole(element, 'button', 'پیدا کنید')).click();
      await untilReadable(element, filed.description);
    });
  });

  describe('two experts', () => {
    it('see whose work a case is; the other cannot act before taking over, which is asked first', async () => {
      const { element, id } = await atCase('کاری که دست همکار است');
      await asColleague(() => expert.take(id));
      location.hash = '#/';
      await byRole(element, 'heading', 'پرونده‌های میز');
      expect((await rowOf(element, id)).textContent).to.contain('دست همکار آزمون');
      location.hash = `#/case/${id}`;
      const why = 'این کار دست همکار آزمون است. برای پاسخ، پرسش یا ارجاع، نخست آن را به عهده بگیرید.';
      await untilReadable(element, why);
      for (const name of ['پاسخ دادن', 'پرسیدن از شهروند', 'ارجاع به واحد دیگر']) {
        const button = await byRole(element, 'button', name);
        expect(isShut(button), name).to.equal(true);
        expect(describedAs(button)).to.equal(why);
        button.click();
      }
      expect(allByRole(element, 'textbox')).to.have.length(0);

      const ask = await byRole(element, 'button', 'به عهده گرفتن');
      ask.click();
      const question = await byRole(element, 'heading', 'کار را از همکار آزمون به عهده می‌گیرید؟');
      await waitUntil(() => focused(element) === question);
      expect(readable(element)).to.contain('از این پس فقط شما پاسخ می‌دهید');
      await expect(element).to.be.accessible();
      question.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await waitUntil(() => focused(element)?.textContent?.includes('به عهده گرفتن'));
      expect(readable(element)).not.to.contain('به عهده می‌گیرید؟');

      (await byRole(element, 'button', 'به عهده گرفتن')).click();
      (await byRole(element, 'button', 'بله، به عهده می‌گیرم')).click();
      await untilReadable(element, 'این کار دست شماست.');
      expect(readable(element)).to.contain('کار را از همکار به عهده گرفت');
      expect(isShut(await byRole(element, 'button', 'پاسخ دادن'))).to.equal(false);
    });

    it('who take at the same time: the second learns who was first', async () => {
      const { element, id } = await atCase('کاری که دو نفر هم‌زمان برمی‌دارند');
      await asColleague(() => expert.take(id));
      (await byRole(element, 'button', 'برداشتن کار')).click();
      const alert = await byRole(element, 'alert', /در همین فاصله همکار آزمون این کار را برداشت/);
      await waitUntil(() => focused(element) === alert);
      await byRole(element, 'button', 'به عهده گرفتن');
    });

    it('who cross in the middle of an answer: nothing typed is lost, and it goes out once after taking over', async () => {
      const { element, id, filed } = await atCase('کاری که میان پاسخ از دست می‌رود', true);
      await writeAnswer(element, 'این پاسخ نباید گم شود');
      await asColleague(() => expert.takeOver(id));
      await sendAnswer(element);
      const alert = await byRole(element, 'alert', /همکار آزمون این کار را برداشت و چیزی فرستاده نشد/);
      await waitUntil(() => focused(element) === alert);
      expect(await written(element)).to.equal('این پاسخ نباید گم شود');
      const send = await byRole(element, 'button', 'پاسخ را بفرستید');
      expect(isShut(send)).to.equal(true);
      const sent = watchFetch();
      send.click();
      (await byRole(element, 'button', 'به عهده گرفتن')).click();
      (await byRole(element, 'button', 'بله، به عهده می‌گیرم')).click();
      await untilReadable(element, 'این کار دست شماست.');
      expect(await written(element)).to.equal('این پاسخ نباید گم شود');
      await sendAnswer(element);
      await byRole(element, 'heading', 'پرونده‌های میز');
      expect(sent(/\/answer$/)).to.have.length(1);
      expect((await caseOf(filed)).state).to.equal('answered');
    });

    it('put a case back and find it among what nobody has', async () => {
      const { element, id } = await atCase('کاری که به صف برمی‌گردد', true);
      await untilReadable(element, 'این کار دست شماست.');
      (await byRole(element, 'button', 'برگرداندن به صف')).click();
      await untilReadable(element, 'هنوز کسی این کار را برنداشته است.');
      const asked = watchFetch();
      location.hash = '#/';
      (await byRole(element, 'button', 'کار من')).click();
      await waitUntil(() => asked(/assignee=me/).length === 1);
      await waitUntil(() => !element.shadowRoot!.querySelector(`a[href="#/case/${id}"]`));
      (await byRole(element, 'button', 'برنداشته')).click();
      await waitUntil(() => asked(/assignee=none/).length === 1);
    });

    it('and their head, who hands a case to one of them', async () => {
      const filed = await fileInformationRequest('کاری که رئیس می‌سپارد');
      await signInExpert();
      const { id } = await caseOf(filed);
      await signInExpert(`${agency}-head`);
      location.hash = `#/case/${id}`;
      const element = await desk();
      (await byRole(element, 'button', 'سپردن به همکار')).click();
      (await byRole(element, 'button', 'بسپارید')).click();
      await untilReadable(element, 'همکاری را برگزینید.');
      await expect(element).to.be.accessible();
      (await byRole(element, 'radio', 'همکار آزمون')).click();
      (await byRole(element, 'button', 'بسپارید')).click();
      await untilReadable(element, 'این کار دست همکار آزمون است.');
      expect(readable(element)).to.contain('به همکار آزمون سپرده شد');
    });
  });

  describe('cut off in the middle of an answer', () => {
    it('by the end of the session: goes on in the same field after signing in again', async () => {
      const { element, filed } = await atCase('کاری که نشست میانش تمام می‌شود', true);
      await writeAnswer(element, 'پاسخی که می‌ماند');
      await signOutExpert();
      await sendAnswer(element);
      await byRole(element, 'heading', 'دوباره وارد شوید');
      await writePassword(element);
      const field = await byRole(element, 'textbox', 'پاسخ به شهروند');
      await waitUntil(() => focused(element) === field);
      expect(await written(element)).to.equal('پاسخی که می‌ماند');
      expect(((await byRole(element, 'radio', 'انجام شد')) as HTMLInputElement).checked).to.equal(true);
      await sendAnswer(element);
      await byRole(element, 'heading', 'پرونده‌های میز');
      expect((await caseOf(filed)).state).to.equal('answered');
    });

    it('by the end of the session, and somebody else signs in: nothing of it is theirs to see', async () => {
      const { element, id } = await atCase('کاری که پشت میزش عوض می‌شود', true);
      await writeAnswer(element, 'نوشته‌ای که مال دیگری است');
      await signOutExpert();
      await sendAnswer(element);
      await byRole(element, 'heading', 'دوباره وارد شوید');
      type(await byRole(element, 'textbox', 'نام کاربری'), colleague);
      type(await byRole(element, 'password', 'گذرواژه'), staffPasswords[colleague]!);
      (await byRole(element, 'button', 'ورود')).click();
      await byRole(element, 'heading', 'پرونده‌های میز');
      location.hash = `#/case/${id}`;
      await untilReadable(element, 'کاری که پشت میزش عوض می‌شود');
      expect(element.shadowRoot!.querySelector('textarea')).to.equal(null);
    });

    for (const [fault, told] of [['503', /میز خدمت درست پاسخ نداد/], ['offline', /به میز خدمت نرسیدیم/], ['answerLost', /به میز خدمت نرسیدیم/]] as const) {
      it(`by a gateway that is down (${fault}): the words stay, and the answer is given once`, async () => {
        const { element, filed } = await atCase(`کاری که درگاهش می‌افتد (${fault})`, true);
        await writeAnswer(element, 'پاسخی که یک بار می‌رسد');
        faultyFetch(/\/answer$/, fault);
        await sendAnswer(element);
        const alert = await byRole(element, 'alert', told);
        await waitUntil(() => focused(element) === alert);
        expect(await written(element)).to.equal('پاسخی که یک بار می‌رسد');
        restoreFetch();
        await sendAnswer(element);
        await byRole(element, 'heading', 'پرونده‌های میز');
        const { id, state } = await caseOf(filed);
        expect(state).to.equal('answered');
        location.hash = `#/case/${id}`;
        await untilReadable(element, 'پاسخی که یک بار می‌رسد');
        expect(readable(element).split('پاسخی که یک بار می‌رسد')).to.have.length(2);
      });
    }

    it('and left meanwhile: that it did not arrive is told where the expert is', async () => {
      const { element } = await atCase('کاری که پیش از رسیدن رها می‌شود', true);
      await writeAnswer(element, 'پاسخ در راه');
      faultyFetch(/\/answer$/, 'offline');
      await sendAnswer(element);
      location.hash = '#/';
      await byRole(element, 'alert', /آنچه پیش از این فرستادید به میز خدمت نرسید/);
      restoreFetch();
      (await byRole(element, 'link', 'پرونده را باز کنید')).click();
      await untilReadable(element, 'کاری که پیش از رسیدن رها می‌شود');
      expect(await written(element)).to.equal('پاسخ در راه');
    });
  });
});
