import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Field, FormDefinition } from '../../src/contract/form.ts';
import { publishTestDesk, testForm, type TestDesk } from '../gateway/requests/desk.ts';
import { startPublished } from '../support/form-desk.ts';
import { assertFitsInBoth } from '../support/fits.ts';
import { FormPage } from '../support/form-page.ts';
import { testNow } from '../support/gateway.ts';
import { arrived, focus, press, tabTo, write } from '../support/keys.ts';

const field = (id: string, type: Field['type'], fa: string, en: string, more: Partial<Field> = {}): Field => ({ id, type, label: { fa, en }, required: false, ...more });
const form: FormDefinition = {
  ...testForm, version: 2, title: { fa: 'درخواست آزمون', en: 'Test request' },
  steps: [{ id: 'all', title: { fa: 'درخواست', en: 'Request' }, items: [
    field('mobile', 'mobile', 'تلفن همراه', 'Mobile number', { required: true }),
    field('visit', 'date', 'روز بازدید', 'Day of the visit', { notBefore: 'today', notAfter: 'today+60d' }),
    field('home', 'address', 'نشانی خانه', 'Home address', { counties: ['کرج', 'فردیس', 'نظرآباد'] }),
    field('place', 'location', 'محل کار', 'Place of work'),
    { id: 'people', type: 'group', label: { fa: 'همراهان', en: 'Companions' }, min: 1, max: 3, fields: [field('who', 'text', 'نام همراه', 'Name of the companion', { required: true })] },
  ] }],
};

let desk: TestDesk;
let at: FormPage;
before(async () => {
  desk = await startPublished();
  await publishTestDesk(desk.ports, form);
  at = await FormPage.open(desk.url, desk.offering, 'map-tiles="/tiles/{z}/{x}/{y}.png" map-centre="35.83,50.99"');
});
after(async () => {
  await at?.close();
  await desk?.stop();
});

const untilFocus = (page: Page, named: RegExp) => page.waitForFunction((source) => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return new RegExp(source).test(`${found?.getAttribute('aria-label') ?? ''} ${found?.textContent ?? ''}`);
}, named.source);
/** From a list that can be searched. */
async function pick(page: Page, label: RegExp, typed: string): Promise<void> {
  await write(page, label, typed);
  await page.locator('request-form').getByRole('option', { name: typed }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
const fits = (page: Page) => assertFitsInBoth(page, 'request-form');

it('the calendar, an address, the map and rows are filled in by keyboard alone at 320 pixels, and let the focus go again', async () => {
  await at.visit(async (form, page) => {
    await form.getByRole('button', { name: 'انتخاب روی نقشه' }).waitFor();
    await write(page, /تلفن همراه/, '09123450041');

    await press(page, /انتخاب از تقویم/);
    const calendar = form.getByRole('dialog', { name: 'روز بازدید: انتخاب از تقویم' });
    await calendar.waitFor();
    await fits(page);
    await page.keyboard.press('Escape');
    await untilFocus(page, /انتخاب از تقویم/);
    assert.equal(await calendar.count(), 0);
    await page.keyboard.press('Enter');
    await calendar.getByRole('gridcell', { selected: true }).or(calendar.locator('[tabindex="0"]')).first().waitFor();
    await page.keyboard.press('ArrowDown');
    assert.ok((await focus(page)).seen);
    await page.keyboard.press('Enter');
    await untilFocus(page, /انتخاب از تقویم/);
    assert.notEqual(await form.getByLabel('سال', { exact: true }).inputValue(), '');

    await pick(page, /^استان/, 'البرز');
    await pick(page, /^شهرستان/, 'فردیس');
    await write(page, /^شهر(?!ستان)/, 'فردیس');
    await write(page, /نشانی|خیابان|بقیه/, 'خیابان بهار، پلاک ۲');

    await write(page, /^محل کار/, 'فردیس، میدان نخست');
    await press(page, /انتخاب روی نقشه/);
    await form.getByRole('application', { name: 'نقشه' }).waitFor();
    await fits(page);
    await tabTo(page, /^نقشه$/);
    for (const key of ['ArrowRight', 'ArrowUp', '+']) await page.keyboard.press(key);
    await press(page, /همین‌جاست/);
    await form.getByText('موقعیت افزوده شد').first().waitFor();
    await untilFocus(page, /انتخاب روی نقشه/);

    await write(page, /نام همراه/, 'همراه یکم');
    await press(page, /افزودن به همراهان/);
    await form.getByRole('group', { name: /همراهان، مورد ۲/ }).waitFor();
    // Where the focus has gone by itself.
    assert.match((await focus(page)).name, /نام همراه/);
    await page.keyboard.type('همراه دوم');
    await press(page, /برداشتن همراهان، مورد ۱/);
    await untilFocus(page, /بازگردانید/);
    await page.keyboard.press('Enter');
    await form.getByRole('group', { name: /همراهان، مورد ۲/ }).waitFor();
    const names = await form.getByLabel('نام همراه').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    assert.deepEqual(names, ['همراه یکم', 'همراه دوم']);
    await fits(page);

    await press(page, /^ادامه/);
    await arrived(page, /بازبینی/);
    await fits(page);
    await press(page, /تغییر تلفن همراه/);
    await form.getByRole('button', { name: 'ذخیره و بازبینی' }).waitFor();
    await page.waitForFunction(() => document.querySelector('request-form')?.shadowRoot?.activeElement?.id === 'f-mobile');
    await press(page, /ذخیره و بازبینی/);
    await arrived(page, /بازبینی/);
    await press(page, /فرستادن درخواست/);
    await arrived(page, /پاسخ می‌گیرید/);
    await fits(page);
    const { answers } = await desk.openCase(await desk.signIn({ agency: 'abfa' }), await desk.idOf((await form.locator('.tracking').innerText()).replace(/\D/g, ''), ''));
    assert.deepEqual(answers['home'], { province: 'alborz', county: 'فردیس', city: 'فردیس', rest: 'خیابان بهار، پلاک ۲' });
    assert.deepEqual(Object.keys(answers['place'] as object).sort(), ['latitude', 'longitude', 'text']);
    assert.match(answers['visit'] as string, /^\d{4}-\d\d-\d\d$/);
  }, { now: testNow });
});
