import { expect, forgetDrafts, offeringId, openForm, receiptCode, services, type FormDriver } from './driver.ts';

const key = (control: HTMLElement, name: string) => control.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true }));
const shown = (form: FormDriver) => [...form.root.querySelectorAll<HTMLElement>('[role="option"]')].filter((one) => one.getClientRects().length).map((one) => one.textContent!.trim());

describe('request-form: rarer fields', () => {
  beforeEach(forgetDrafts);

  const open = async (step?: 'پرداخت') => {
    const form = await openForm(await offeringId(services.every));
    if (!step) return form;
    await form.type('تلفن همراه', '09120000000');
    await form.next(step);
    return form;
  };

  describe('a list that is narrowed by typing', () => {
    const label = 'شهرستان محل اقامتگاه';

    it('is a combobox that any spelling leads through, by keyboard', async () => {
      const form = await open();
      await expect(form.element).to.be.accessible();
      const control = form.control(label);
      expect(control.getAttribute('role')).to.equal('combobox');
      control.focus();
      control.value = 'آران و بيد';
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await form.settled();
      expect(shown(form)).to.deep.equal(['آران و بیدگل']);
      expect(control.getAttribute('aria-expanded')).to.equal('true');
      await expect(form.element).to.be.accessible();
      key(control, 'ArrowDown');
      await form.settled();
      const active = form.root.querySelector(`#${control.getAttribute('aria-activedescendant')!}`)!;
      expect(active.getAttribute('role')).to.equal('option');
      key(control, 'Enter');
      await form.settled();
      expect(control.value).to.equal('آران و بیدگل');
      expect(control.getAttribute('aria-expanded')).to.equal('false');
      expect(form.heading, 'Enter took the option and did not go on').to.equal('درخواست‌کننده');
    });

    it('shows all on a press, takes one by a press, closes by Escape', async () => {
      const form = await open();
      const control = form.control(label);
      control.click();
      await form.settled();
      expect(shown(form)).to.have.length(19);
      key(control, 'Escape');
      await form.settled();
      expect(shown(form)).to.have.length(0);
      key(control, 'ArrowDown');
      await form.settled();
      [...form.root.querySelectorAll<HTMLElement>('[role="option"]')].find((one) => one.textContent!.trim() === 'کاشان')!.click();
      await form.settled();
      expect(control.value).to.equal('کاشان');
    });

    it('keeps what is no option as it was typed and says so', async () => {
      const form = await open();
      await form.type(label, 'تهران');
      form.control(label).dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
      await form.settled();
      expect(form.problem(label)).to.contain('یکی از گزینه‌ها');
      expect(form.control(label).value).to.equal('تهران');
      await form.type(label, 'نجف اباد');
      form.control(label).dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
      await form.settled();
      expect(form.control(label).value, 'the one that is meant').to.equal('نجف‌آباد');
      expect(form.problem(label)).to.equal('');
    });
  });

  it('an address: each part asks and errs for itself', async () => {
    const form = await open();
    await form.type('تلفن همراه', '09120000000');
    await form.type('استان', 'البرز');
    await form.type('کدپستی', '۱۲۳');
    await form.press('ادامه');
    await form.settled();
    expect(form.problems()).to.deep.equal([
      '«نشانی محل سکونت، شهرستان» را بنویسید.', '«نشانی محل سکونت، شهر یا روستا» را بنویسید.', '«نشانی محل سکونت، بقیه نشانی» را بنویسید.',
      '«نشانی محل سکونت، کدپستی» باید ۱۰ رقم باشد؛ شما ۳ رقم نوشته‌اید.',
    ]);
    form.root.querySelectorAll<HTMLElement>('#summary a')[1]!.click();
    await form.settled();
    expect(form.focused).to.equal(form.control('شهر یا روستا'));
    expect(form.control('کدپستی').autocomplete).to.equal('postal-code');
    expect(form.problem('شهر یا روستا')).to.contain('شهر یا روستا');
  });

  it('money says what it is in tomans, in words', async () => {
    const form = await open('پرداخت');
    await expect(form.element).to.be.accessible();
    await form.type('مبلغ پرداختی', '۱۲۵٬۰۰۵');
    expect(form.text).to.contain('دوازده هزار و پانصد تومان و پنج ریال');
    await form.type('مبلغ پرداختی', '۱۰۰ تومان');
    expect(form.problem('مبلغ پرداختی')).to.contain('به ریال');
    await form.type('شناسه قبض', '۷۷۴۸۳۱۷۸۰۰۱۴۲');
    await form.type('شناسه پرداخت', '1770160');
    expect(form.problem('شناسه پرداخت')).to.equal('');
    expect(form.text).to.contain('مبلغ قبض: ۱۷٬۰۰۰ ریال، هزار و هفتصد تومان');
    await form.type('شناسه پرداخت', '1070189');
    expect(form.problem('شناسه پرداخت')).to.contain('شناسه قبض نمی‌خواند');
  });

  it('a plate is written in its parts, or pasted whole', async () => {
    const form = await open('پرداخت');
    const values = () => [...form.fieldset('پلاک خودرو').querySelectorAll<HTMLInputElement>('input, select')].map(({ value }) => value);
    await form.type('دو رقم', '۱۲ب۳۴۵-۶۸', 'پلاک خودرو');
    expect(values()).to.deep.equal(['12', 'ب', '345', '68']);
    await form.type('ایران', '', 'پلاک خودرو');
    await form.press('ادامه');
    await form.settled();
    expect(form.problem('پلاک خودرو')).to.contain('دو رقم زیر کلمه ایران');
  });

  it('a date knows limits that move with today', async () => {
    const form = await open();
    await form.date('تاریخ تولد', '۴', '9', '۱۳۸۷');
    expect(form.problem('تاریخ تولد')).to.contain('نمی‌تواند پس از ۳ آذر ۱۳۸۷ باشد');
    await form.date('تاریخ تولد', '۳', '9', '۱۳۸۷');
    expect(form.problem('تاریخ تولد')).to.equal('');
  });

  it('day and month in the box of the day go to their places, and the year is asked for', async () => {
    const form = await open();
    const [day, month, year] = [...form.fieldset('تاریخ تولد').querySelectorAll<HTMLInputElement>('.date-parts input, .date-parts select')];
    day!.focus();
    day!.value = '۱۲/۵';
    day!.dispatchEvent(new Event('input', { bubbles: true }));
    await form.settled();
    expect([day!.value, month!.value]).to.deep.equal(['۱۲/۵', ''], 'while it may still become ۱۲/۵ and more');
    day!.dispatchEvent(new Event('change', { bubbles: true }));
    await form.settled();
    expect([day!.value, month!.value, year!.value]).to.deep.equal(['12', '5', '']);
    day!.blur();
    await form.until(() => form.problem('تاریخ تولد').includes('سال'), 'the year is not asked for');
  });

  describe('a calendar to pick a day from', () => {
    const label = 'روز بازدید';
    const parts = (form: FormDriver) => [...form.fieldset(label).querySelectorAll<HTMLInputElement>('.date-parts input, .date-parts select')].map(({ value }) => value);
    const openCalendar = async (form: FormDriver) => {
      form.fieldset(label).querySelector<HTMLElement>('button')!.click();
      await form.until(() => form.root.querySelector('.calendar'), 'the calendar did not come');
      await form.settled();
    };
    const press = async (form: FormDriver, ...names: string[]) => {
      for (const name of names) {
        key(form.focused as HTMLElement, name);
        await form.settled();
      }
    };

    it('is a grid with names, that the keys walk through and leave', async () => {
      const form = await open();
      await openCalendar(form);
      await expect(form.element).to.be.accessible();
      expect(form.focused!.getAttribute('aria-label')).to.equal('سه‌شنبه ۳ آذر ۱۴۰۵');
      expect(form.focused!.getAttribute('aria-current')).to.equal('date');
      await press(form, 'ArrowLeft', 'ArrowDown');
      expect(form.focused!.getAttribute('aria-label')).to.equal('چهارشنبه ۱۱ آذر ۱۴۰۵');
      await press(form, 'PageDown', 'Home');
      expect(form.focused!.getAttribute('aria-label')).to.equal('شنبه ۵ دی ۱۴۰۵');
      expect(form.focused!.getAttribute('aria-disabled'), 'more than 30 days ahead').to.equal('true');
      await press(form, 'Enter');
      expect(parts(form), 'a day past the limit is not taken').to.deep.equal(['', '', '']);
      await press(form, 'PageUp', 'Enter');
      expect(parts(form)).to.deep.equal(['5', '9', '1405']);
      expect(form.root.querySelector('.calendar')).to.equal(null);
      expect(form.focused!.textContent).to.contain('انتخاب از تقویم');
      await openCalendar(form);
      expect(form.focused!.getAttribute('aria-selected')).to.equal('true');
      await press(form, 'Escape');
      expect(form.root.querySelector('.calendar')).to.equal(null);
      expect(parts(form)).to.deep.equal(['5', '9', '1405']);
    });

    it('is turned by buttons that keep the focus, and takes a day by a press', async () => {
      const form = await open();
      await openCalendar(form);
      const later = form.button('ماه بعد');
      later.focus();
      later.click();
      await form.settled();
      expect(form.focused).to.equal(later);
      expect(form.root.querySelector('.calendar strong')!.textContent).to.equal('دی ۱۴۰۵');
      form.root.querySelector<HTMLElement>('.calendar [aria-label$="۱ دی ۱۴۰۵"]')!.click();
      await form.settled();
      expect(parts(form)).to.deep.equal(['1', '10', '1405']);
    });
  });

  it('is reviewed in words and taken by the gateway', async () => {
    const form = await open();
    await form.type('تلفن همراه', '09120000000');
    await form.type('شماره شناسنامه', '۰');
    await form.type('شهرستان محل اقامتگاه', 'کاشان');
    for (const [part, text] of [['استان', 'البرز'], ['شهرستان', 'فردیس'], ['شهر یا روستا', 'فردیس'], ['بقیه نشانی', 'خیابان نمونه'], ['کدپستی', '۳۱۴۳۸۱۳۱۳۱']] as const) await form.type(part, text);
    await form.next('پرداخت');
    await form.type('مبلغ پرداختی', '۱۲۵٬۰۰۰');
    await form.type('شماره شبا', '۷۶ ۰۱۷۰ ۰۰۰۰ ۰۰۰۰ ۰۰۰۰ ۰۰۰۰ ۰۱');
    await form.type('شماره کارت', '۶۲۱۹ ۸۶۱۰ ۳۴۵۲ ۹۰۰۷');
    await form.type('دو رقم', '12ب345-68', 'پلاک خودرو');
    await form.next('بازبینی');
    for (const text of ['کاشان', 'البرز، فردیس، فردیس، خیابان نمونه، کدپستی ۳۱۴۳۸۱۳۱۳۱', '۱۲۵٬۰۰۰ ریال', '۱۲ب\u200e۳۴۵-۶۸']) expect(form.text).to.contain(text);
    expect(form.text, 'a text is no question').not.to.contain('هزینه در این گام نمونه است');
    await form.press('فرستادن درخواست');
    await receiptCode(form);
  });
});
