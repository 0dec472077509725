import { expect, forgetDrafts, offeringId, openForm, services, type FormDriver } from './driver.ts';

describe('request-form: fields', () => {
  beforeEach(forgetDrafts);

  /** Shows the errors of this step. */
  const check = async (form: FormDriver) => {
    await form.press('ادامه');
    await form.settled();
  };

  it('gives each number the keyboard, direction and purpose it needs, and never type=number', async () => {
    const form = await openForm(await offeringId(services.permit));
    await form.choose('نوع مالک', 'حقوقی');
    const facts = (label: string) => {
      const { type, inputMode, dir, autocomplete } = form.control(label);
      return [type, inputMode, dir, autocomplete].join(' ').trim();
    };
    expect(facts('شناسه ملی شرکت')).to.equal('text numeric ltr');
    expect(facts('تلفن همراه')).to.equal('tel tel ltr tel');
    expect(facts('رایانامه')).to.equal('email email ltr email');
    expect(form.root.querySelector('input[type="number"]')).to.equal(null);
  });

  it('marks optional fields, not required ones', async () => {
    const form = await openForm(await offeringId(services.permit));
    const label = (name: string) => form.control(name).labels![0]!.textContent!.trim().replace(/\s+/g, ' ');
    expect(label('تلفن ثابت')).to.equal('تلفن ثابت (اختیاری)');
    expect(label('تلفن همراه')).to.equal('تلفن همراه');
    expect(form.control('تلفن همراه').getAttribute('aria-required')).to.equal('true');
  });

  /** What is written in a field of a form, and what is said beside it; nothing is said of what is right. */
  const written: [service: keyof typeof services, label: string, text: string, said: string, stays?: 'warning'][] = [
    ...['۰۳۱۰۰۶۳۶۰۴', '٠٣١٠٠٦٣٦٠٤', '0310063604', '۰۳۱ ۰۰۶۳۶۰ ۴', '031-006360-4', ' ۰۳۱-006360‌۴ ', '۰٣1۰۰۶٣٦0۴'].map(
      (text): [keyof typeof services, string, string, string] => ['meeting', 'شماره ملی', text, '']),
    ['meeting', 'شماره ملی', '۰۳۱۰۰۶۳۶۰', '«شماره ملی» باید ۱۰ رقم باشد؛ شما ۹ رقم نوشته‌اید.'],
    ['meeting', 'شماره ملی', '۰۳۱۰۰۶۳۶۰۵', 'رقم کنترل'],
    ['meeting', 'شماره ملی', '٠٣١-٠٠٦٣٦٠-٥', 'رقم کنترل'],
    ['meeting', 'شماره ملی', '031 006360 5', 'رقم کنترل'],
    ['meeting', 'شماره ملی', '۰۳۱۰۰۶۳۶۰الف', 'فقط رقم دارد'],
    ['meeting', 'شماره ملی', '۱۲۳۴۵۶۷۸۹۰۱۲', 'باید ۱۰ رقم باشد؛ شما ۱۲ رقم نوشته‌اید'],
    // The zeros that may have been lost are offered, and not put in.
    ['meeting', 'شماره ملی', '310063604', 'شاید ۰۳۱۰۰۶۳۶۰۴ را می‌خواستید؟'],
    // Odd but not impossible: a remark, and the way stays open.
    ['meeting', 'شماره ملی', '1111111111', 'همه رقم‌های «شماره ملی» یکی است', 'warning'],
    // Foreigners have twelve digits, where the form takes them.
    ['water', 'شماره ملی', '۱۲۳۴۵۶۷۸۹۰۱۲', ''],
    ['permit', 'تلفن همراه', '۰۲۶۳۲۰۰۰۰۴۱', 'باید با ۰۹ شروع شود'],
    ['permit', 'تلفن همراه', '+۹۸ ۹۱۲ ۰۰۰ ۰۰۰۰', ''],
    ['permit', 'تلفن ثابت', '۰۹۱۲۰۰۰۰۰۰۰', 'شماره همراه است'],
    ['permit', 'تلفن ثابت', '۳۲۰۰۰۰۴۱', 'با پیش‌شماره'],
    ['permit', 'تلفن ثابت', '۰۲۶-۳۲۰۰۰۰۴۱', ''],
    ['permit', 'رایانامه', 'نام@example.ir', 'حروف انگلیسی'],
    ['permit', 'رایانامه', 'name@example.ir', ''],
  ];
  for (const [service, label, text, said, stays] of written) {
    it(`${label} ${JSON.stringify(text)}: ${said || 'is right'}`, async () => {
      const form = await openForm(await offeringId(services[service]));
      await form.type(label, text);
      expect(form.problem(label)).to[said ? 'contain' : 'equal'](said);
      expect(form.control(label).value, 'what was typed stays as it was typed').to.equal(text);
      expect(form.control(label).getAttribute('aria-invalid')).to.equal(String(Boolean(said) && !stays));
      // What is right, or only odd, is not held against anybody who goes on.
      await check(form);
      expect(form.problems().some((problem) => problem.includes(`«${label}»`))).to.equal(Boolean(said) && !stays);
    });
  }

  it('counts the letters of a long text as people count them', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await form.type('موضوع درخواست', 'سلام 👋');
    expect(form.text).to.contain('۶ نویسه؛ دست‌کم ۳۰ لازم است');
    expect(form.problem('موضوع درخواست')).to.contain('شما ۶ نویسه نوشته‌اید');
    await form.type('موضوع درخواست', 'ب'.repeat(1001));
    expect(form.text).to.contain('۱ نویسه بیش از اندازه');
    expect(form.control<HTMLTextAreaElement>('موضوع درخواست').value.length, 'nothing is cut off').to.equal(1001);
  });

  describe('date', () => {
    const birth = async () => openForm(await offeringId(services.birth));
    const cases: [string, string, string, string][] = [
      ['٣٠', '12', '1403', ''],
      ['۳۰', '12', '۱۴۰۴', '«تاریخ ولادت»: اسفند ۱۴۰۴ فقط ۲۹ روز دارد.'],
      ['۲۹', '12', '۱۴۰۴', ''],
      ['۳۱', '7', '1404', '«تاریخ ولادت»: مهر ۱۴۰۴ فقط ۳۰ روز دارد.'],
      ['۳۲', '1', '۱۴۰۴', 'روز «تاریخ ولادت» باید از ۱ تا ۳۱ باشد.'],
      ['۱', '1', '۰۴', 'سال «تاریخ ولادت» را با چهار رقم بنویسید، مانند ۱۳۷۰.'],
      ['۱', '1', '2025', 'سال «تاریخ ولادت» را به هجری شمسی بنویسید، مانند ۱۳۷۰؛ ۲۰۲۵ میلادی است.'],
      ['یک', '1', '۱۴۰۴', 'روز و سال «تاریخ ولادت» را با رقم بنویسید.'],
      ['۱', '', '۱۴۰۴', 'ماه «تاریخ ولادت» را هم انتخاب کنید.'],
      ['۱', '1', '۱۴۱۰', '«تاریخ ولادت» نمی‌تواند پس از امروز باشد.'],
    ];
    for (const [day, month, year, said] of cases) {
      it(`${day}/${month}/${year}: ${said || 'is right'}`, async () => {
        const form = await birth();
        await form.date('تاریخ ولادت', day, month, year);
        expect(form.problem('تاریخ ولادت')).to.equal(said);
      });
    }

    it('marks the control that is wrong', async () => {
      const form = await birth();
      await form.date('تاریخ ولادت', '۱', '1', '۰۴');
      expect(form.control('سال', 'تاریخ ولادت').getAttribute('aria-invalid')).to.equal('true');
      expect(form.control('روز', 'تاریخ ولادت').getAttribute('aria-invalid')).to.equal('false');
    });

    it('understands a whole date put into one control', async () => {
      const form = await birth();
      await form.type('روز', '1404/8/12', 'تاریخ ولادت');
      expect(form.control('روز', 'تاریخ ولادت').value).to.equal('12');
      expect(form.control<HTMLSelectElement>('ماه', 'تاریخ ولادت').value).to.equal('8');
      expect(form.control('سال', 'تاریخ ولادت').value).to.equal('1404');
    });

    for (const [year, said] of [['2025', /February 2025.*28/], ['2024', /^$/]] as const) {
      it(`is Gregorian for readers of English: 29 February ${year}`, async () => {
        const form = await openForm(await offeringId(services.birth), { lang: 'en' });
        const legend = [...form.root.querySelectorAll('legend')].map((each) => each.textContent!.trim()).find((text) => /date/i.test(text))!;
        await form.date(legend, '29', '2', year);
        expect(form.problem(legend)).to.match(said);
      });
    }
  });

  it('keeps all three parts when the browser fills them in at once', async () => {
    const form = await openForm(await offeringId(services.birth));
    for (const [label, value] of [['روز', '3'], ['ماه', '2'], ['سال', '1404']] as const) {
      const control = form.control(label, 'تاریخ ولادت');
      control.value = value;
      control.dispatchEvent(new Event(label === 'ماه' ? 'change' : 'input', { bubbles: true }));
    }
    await form.settled();
    expect(['روز', 'ماه', 'سال'].map((label) => form.control(label, 'تاریخ ولادت').value)).to.deep.equal(['3', '2', '1404']);
  });

  it('takes a time in two controls or written into one', async () => {
    const form = await openForm(await offeringId(services.birth));
    await form.type('ساعت', '۲۵', 'ساعت ولادت');
    await form.type('دقیقه', '۱۰', 'ساعت ولادت');
    await check(form);
    expect(form.problem('ساعت ولادت')).to.contain('ساعت ۰ تا ۲۳');
    await form.type('ساعت', '۸:۰۵', 'ساعت ولادت');
    expect(form.control('ساعت', 'ساعت ولادت').value).to.equal('8');
    expect(form.control('دقیقه', 'ساعت ولادت').value).to.equal('05');
    expect(form.problem('ساعت ولادت')).to.equal('');
  });

  it('shows a few options as radios and takes an optional choice back', async () => {
    const form = await openForm(await offeringId(services.birth));
    expect(form.fieldset('جنس نوزاد').querySelectorAll('input[type="radio"]').length).to.equal(2);
    await form.choose('چندقلویی', 'دوقلو');
    await form.press('پاک کردن انتخاب');
    expect(form.control('دوقلو', 'چندقلویی').checked).to.equal(false);
  });

  it('shows many options as a list, and reads a number with Persian digits, separators and a decimal sign', async () => {
    const form = await openForm(await offeringId(services.permit));
    await form.choose('متقاضی', 'مالک');
    await form.choose('نوع مالک', 'حقوقی');
    await form.type('نام شرکت', 'شرکت آزمون');
    await form.type('شناسه ملی شرکت', '۱۴۰۰۳۷۷۸۹۹۰');
    await form.type('تلفن همراه', '۰۹۱۲۰۰۰۰۰۰۰');
    await form.choose('مالکان دیگر دارد؟', 'خیر');
    await form.next('ملک');
    const list = form.control<HTMLSelectElement>('منطقه شهرداری');
    expect([list.localName, list.options.length, list.options[0]!.text]).to.deep.equal(['select', 11, 'انتخاب کنید']);
    await form.type('مساحت زمین (متر مربع)', '۱٬۲۵۰٫۵');
    expect(form.problem('مساحت زمین (متر مربع)')).to.equal('');
    await form.type('مساحت زمین (متر مربع)', '۰');
    expect(form.problem('مساحت زمین (متر مربع)')).to.contain('باید بیشتر از ۰ باشد');
    await form.type('مساحت زمین (متر مربع)', 'صد');
    expect(form.problem('مساحت زمین (متر مربع)')).to.contain('با عدد بنویسید');
  });
});

describe('request-form: conditions, groups and steps', () => {
  beforeEach(forgetDrafts);

  it('shows a field when an earlier answer asks for it, and sends nothing of what is hidden', async () => {
    const form = await openForm(await offeringId(services.permit));
    expect(form.has('نام شرکت')).to.equal(false);
    await form.choose('نوع مالک', 'حقوقی');
    expect(form.has('نام شرکت')).to.equal(true);
    await form.type('نام شرکت', 'شرکت آزمون');
    await form.choose('نوع مالک', 'حقیقی');
    expect(form.has('نام شرکت')).to.equal(false);
    await form.choose('نوع مالک', 'حقوقی');
    expect(form.control('نام شرکت').value, 'what was written is not lost').to.equal('شرکت آزمون');
  });

  it('adds and removes members of a group, and the focus goes along', async () => {
    const form = await openForm(await offeringId(services.permit));
    await form.choose('مالکان دیگر دارد؟', 'بله');
    await form.type('نام و نام خانوادگی شریک', 'شریک نخست', 'مالکان دیگر، مورد ۱');
    await form.press('افزودن به مالکان دیگر');
    await form.until(() => form.focused?.closest('fieldset') === form.fieldset('مالکان دیگر، مورد ۲'), 'the focus is not in the new one');
    await form.type('نام و نام خانوادگی شریک', 'شریک دوم', 'مالکان دیگر، مورد ۲');
    await form.press('برداشتن مالکان دیگر، مورد ۱');
    expect(form.control('نام و نام خانوادگی شریک', 'مالکان دیگر، مورد ۱').value).to.equal('شریک دوم');
    await form.until(() => form.focused?.textContent.includes('بازگردانید'), 'the focus is lost');
    expect(() => form.button('برداشتن مالکان دیگر، مورد ۱'), 'one is the least').to.throw();
    await expect(form.element).to.be.accessible();
    await form.press('بازگردانید');
    expect(form.control('نام و نام خانوادگی شریک', 'مالکان دیگر، مورد ۱').value).to.equal('شریک نخست');
    expect(form.control('نام و نام خانوادگی شریک', 'مالکان دیگر، مورد ۲').value).to.equal('شریک دوم');
    await form.until(() => form.focused === form.fieldset('مالکان دیگر، مورد ۱') || form.focused?.closest('fieldset') === form.fieldset('مالکان دیگر، مورد ۱'), 'the focus is not in the row that came back');
    expect(() => form.button('بازگردانید')).to.throw();
  });

  it('says when the shares of a group are more than there is', async () => {
    const form = await openForm(await offeringId(services.permit));
    await form.choose('مالکان دیگر دارد؟', 'بله');
    await form.press('افزودن به مالکان دیگر');
    for (const [row, share] of [['۱', '۴'], ['۲', '۲٫۵']] as const) await form.type('سهم شریک از شش دانگ', share, `مالکان دیگر، مورد ${row}`);
    await form.press('ادامه');
    expect(form.problems().join()).to.contain('اکنون ۶٫۵ است');
  });

  it('gathers errors in a summary that takes the focus, leads to the fields and stays in place', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await form.press('ادامه');
    await form.until(() => form.focused?.id === 'summary', 'the summary has not the focus');
    expect(form.problems()).to.deep.equal(['«نام و نام خانوادگی» را بنویسید.', '«شماره ملی» را بنویسید.', '«تلفن همراه» را بنویسید.', '«موضوع درخواست» را بنویسید.']);
    (form.root.querySelectorAll('#summary a')[1] as HTMLElement).click();
    await form.until(() => form.focused === form.control('شماره ملی'), 'the link does not lead to the field');
    await form.type('شماره ملی', '۰۳۱۰۰۶۳۶۰۴');
    expect(form.problem('شماره ملی')).to.equal('');
    expect(form.problems().length).to.equal(4);
    expect(form.root.querySelectorAll('#summary .mended').length).to.equal(1);
    expect(form.text).to.contain('۳ چیز را درست کنید');
  });

  it('goes on, back without loss, and changes from the review', async () => {
    const form = await openForm(await offeringId(services.complaint));
    expect(form.text).to.contain('گام ۱ از ۳: محل');
    await form.type('محل مشکل', 'کرج، گوهردشت، خیابان آزادی');
    await form.next('خدمت و موضوع');
    await form.until(() => form.focused?.id === 'heading', 'the focus is not on the heading');
    await form.choose('نوع خدمت', 'پست');
    await form.press('بازگشت');
    expect(form.heading).to.equal('محل');
    expect(form.control<HTMLTextAreaElement>('محل مشکل').value).to.equal('کرج، گوهردشت، خیابان آزادی');
    await form.next('خدمت و موضوع');
    expect(form.control('پست', 'نوع خدمت').checked).to.equal(true);
  });

  it('takes a change from the review back to the review', async () => {
    const form = await openForm(await offeringId(services.meeting));
    await form.type('نام و نام خانوادگی', 'آزمون');
    await form.type('شماره ملی', '۰۳۱۰۰۶۳۶۰۴');
    await form.type('تلفن همراه', '۰۹۱۲۰۰۰۰۰۰۰');
    await form.type('موضوع درخواست', 'درباره جاده روستا که از زمستان پیش خراب مانده است.');
    await form.next('بازبینی');
    expect(form.text).to.contain('۰۳۱۰۰۶۳۶۰۴');
    await form.press('تغییر تلفن همراه');
    await form.until(() => form.focused === form.control('تلفن همراه'), 'the focus is not on the field');
    await form.type('تلفن همراه', '۰۹۱۲۰۰۰۰۰۰۹');
    await form.press('ذخیره و بازبینی');
    await form.until(() => form.heading === 'بازبینی', 'the review did not come back');
    expect(form.text).to.contain('۰۹۱۲۰۰۰۰۰۰۹');
  });
});
