import { expect, waitUntil } from '@open-wc/testing';
import type { Group } from '../../src/contract/form.ts';
import { signOutExpert } from '../support/citizen.ts';
import { allByRole, byRole, focused, readable, type, untilReadable } from '../support/find.ts';
import { choose, drafted, openForm, press, saved, settle, untilTold, withQuestions } from './form-studio-driver.ts';

const agency = 'samt';

describe('form-studio: what cannot be taken as it was written', () => {
  afterEach(async () => {
    await signOutExpert();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('keeps a number that is none, says what to write, and lets nothing be published until it is mended', async () => {
    const { offering } = await drafted(agency, withQuestions);
    const element = await openForm(offering);
    await press(element, /^متراژ/);
    const least = await settle(element, /^کمینه/, '۱۲ متر');
    await untilTold(least, 'این عدد نیست');
    expect(least.value).to.equal('۱۲ متر');
    expect(least.getAttribute('aria-invalid')).to.equal('true');
    await press(element, 'منتشر کنید');
    await waitUntil(() => focused(element)?.id === 'summary');
    await press(element, 'متراژ');
    await waitUntil(() => focused(element)?.id === 'at-1-2_min', 'the way from the summary leads to it');
    await settle(element, /^کمینه/, '۱٬۲۵۰٫۵');
    await waitUntil(() => least.getAttribute('aria-invalid') !== 'true');
    expect(least.value).to.equal('۱۲۵۰٫۵');
    expect((await saved(element, offering)).steps[1]!.items[2]).to.include({ min: 1250.5 });
  });

  it('says nothing while a number is being written, and keeps what is bad while its question is closed', async () => {
    const { offering } = await drafted(agency, withQuestions);
    const element = await openForm(offering);
    await press(element, /^شریکان گروه/);
    const least = await byRole<HTMLInputElement>(element, 'textbox', 'دست‌کم چند بار');
    type(least, '');
    await untilReadable(element, 'خطایی نیست');
    expect(least.getAttribute('aria-invalid')).not.to.equal('true');
    await settle(element, 'دست‌کم چند بار', '-1');
    await untilTold(least, 'از صفر به بالا');
    await press(element, /^شریکان گروه/);
    await waitUntil(() => allByRole(element, 'textbox', 'دست‌کم چند بار').length === 0);
    await press(element, /^شریکان گروه/);
    expect((await byRole<HTMLInputElement>(element, 'textbox', 'دست‌کم چند بار')).value).to.equal('-1');
    expect(((await saved(element, offering)).steps[1]!.items[4] as Group).min, 'it is not written yet').to.equal(1);
  });

  it('brings back what is still wrong when the page is opened again, and says it', async () => {
    const { offering } = await drafted(agency, withQuestions);
    const element = await openForm(offering);
    await press(element, /^متراژ/);
    // The page is left in the middle of writing.
    type(await byRole(element, 'textbox', /^کمینه/), '۱۲ متر');
    element.remove();
    const again = await openForm(offering);
    await untilReadable(again, 'نوشته ذخیره‌نشده شما از');
    await press(again, 'متراژ');
    const least = await byRole<HTMLInputElement>(again, 'textbox', /^کمینه/);
    await untilTold(least, 'این عدد نیست');
    expect(least.value).to.equal('۱۲ متر');
    await settle(again, /^کمینه/, '۱۲');
    expect((await saved(again, offering)).steps[1]!.items[2]).to.include({ min: 12 });
    again.remove();
    const third = await openForm(offering);
    await untilReadable(third, 'همه چیز ذخیره است');
    expect(readable(third), 'nothing is left of it').not.to.contain('نوشته ذخیره‌نشده');
  });

  it('lets what is still wrong be thrown away', async () => {
    const { offering } = await drafted(agency, withQuestions);
    const element = await openForm(offering);
    await press(element, /^متراژ/);
    await settle(element, /^کمینه/, 'بیست');
    element.remove();
    const again = await openForm(offering);
    await press(again, 'دورش بریزید');
    await press(again, /^متراژ/);
    expect((await byRole<HTMLInputElement>(again, 'textbox', /^کمینه/)).value).to.equal('۱۰');
    expect(readable(again)).to.contain('خطایی نیست').and.not.to.contain('نوشته ذخیره‌نشده');
  });

  it('writes with a tick that names of offices are suggested, and takes it out again', async () => {
    const { offering } = await drafted(agency);
    const element = await openForm(offering);
    await press(element, /^شماره سند/);
    const tick = () => byRole<HTMLInputElement>(element, 'checkbox', 'نام دستگاه‌های استان پیشنهاد شود');
    expect((await tick()).checked).to.equal(false);
    (await tick()).click();
    expect((await saved(element, offering)).steps[1]!.items[1]).to.include({ suggest: 'agencies' });
    expect((await tick()).checked).to.equal(true);
    (await tick()).click();
    expect((await saved(element, offering)).steps[1]!.items[1]).not.to.have.property('suggest');
  });

  it('keeps a day that the calendar has not, and takes the right one', async () => {
    const { offering } = await drafted(agency, withQuestions);
    const element = await openForm(offering);
    await press(element, /^تاریخ ساخت/);
    await choose(element, 'دیرترین روز', 'day');
    const day = await settle(element, 'روز', '1404/12/31');
    await untilTold(day, 'چنین روزی در تقویم نیست');
    expect(day.value).to.equal('1404/12/31');
    await settle(element, 'روز', '1404/12/29');
    await waitUntil(() => day.value === '۱۴۰۴/۱۲/۲۹');
    await choose(element, 'زودترین روز', 'before');
    const amount = await settle(element, 'چند', '0');
    await untilTold(amount, 'از ۱ تا ۹۹۹');
    await choose(element, 'زودترین روز', '');
    await untilReadable(element, 'خطایی نیست');
    expect((await saved(element, offering)).steps[1]!.items[3]).to.deep.include({ notAfter: '2026-03-20' }).and.not.to.have.property('notBefore');
  });
});
