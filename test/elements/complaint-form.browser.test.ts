import { faultyFetch, inbox, oneTimeCode, restoreFetch } from '../support/browser.ts';
import { quietConsole } from '../support/console.ts';
import { allByRole, byRole, readable } from '../support/find.ts';
import { at, home, inAddress } from '../support/guide.ts';
import { expect, openComplaint, type ComplaintDriver } from './complaint-form-driver.ts';
import { forgetDrafts, receiptCode } from './request-form/driver.ts';

const toInternet = [/^تلفن، اینترنت، موبایل/, /^اینترنت/];
const toOffice = [/^یک اداره یا کارمند/, /^بله؛ جواب ندادند/];
const toRefuse = [/^شهر و محیط زندگی/, /^زباله و نظافت/];
const real = globalThis.fetch;

/** As in a province whose bodies are not on the gateway, or are there in several counties. */
function otherServices(change: (services: Record<string, unknown>[]) => Record<string, unknown>[]): void {
  globalThis.fetch = async (input, init) => {
    const answer = await real.call(globalThis, input, init);
    if (!String(input instanceof Request ? input.url : input).includes('/v1/guides/complaint')) return answer;
    const guide = (await answer.json()) as { nodes: { kind: string; services?: Record<string, unknown>[] }[] };
    return Response.json({ ...guide, nodes: guide.nodes.map((node) => (node.services ? { ...node, services: change(node.services) } : node)) });
  };
}

/** Answers the form of 195 up to its review. */
async function fillInternet(complaint: ComplaintDriver, mobile: string) {
  const form = await complaint.form();
  await form.type('محل مشکل', 'کرج، خیابان بهار، پلاک ۱۲');
  await form.next('خدمت و موضوع');
  await form.type('شرکت یا اپراتور', 'اپراتور نمونه');
  await form.type('شماره تلفن مورد شکایت', '۰۲۶۳۲۰۰۰۰۰۰');
  await form.choose('موضوع شکایت', 'قطعی یا افت کیفیت');
  await form.type('شرح شکایت', 'سه روز است اینترنت خانه قطع است و پشتیبانی پاسخ نمی‌دهد.');
  await form.choose('قبلاً به شرکت شکایت کرده‌اید؟', 'خیر');
  await form.next('شاکی و ارسال');
  await form.type('نام و نام خانوادگی', 'آزمون آزمونی');
  await form.type('شماره ملی', '۰۳۱۰۰۶۳۶۰۴');
  await form.type('تلفن همراه', mobile);
  await form.next('بازبینی');
  return form;
}

describe('complaint-form', function () {
  this.timeout(60_000);
  quietConsole();
  beforeEach(async () => {
    history.replaceState(null, '', home);
    await forgetDrafts();
  });
  afterEach(() => {
    globalThis.fetch = real;
    restoreFetch();
  });
  after(() => history.replaceState(null, '', home));

  for (const lang of ['fa', 'en']) {
    it(`is accessible at the subject, at a danger, with the form, and with the text to take along (${lang})`, async () => {
      for (const path of ['complaint', 'complaint.danger.now-gas', 'complaint.telecom.internet', 'complaint.agency.samad']) {
        at(path);
        if (path.endsWith('samad')) otherServices(() => []);
        const complaint = await openComplaint({ lang, ignoreUrl: false });
        if (path.endsWith('internet')) await complaint.form();
        if (path.endsWith('samad')) await complaint.until(() => complaint.root.querySelector('#said-happened'), 'nothing to write in');
        await expect(complaint.element, path).to.be.accessible();
        complaint.element.remove();
      }
    });
  }

  describe('states', () => {
    it('idle: the subject is asked first', async () => {
      const complaint = await openComplaint();
      expect(complaint.element.state).to.equal('idle');
      expect(complaint.headline).to.equal('شکایت شما درباره چیست؟');
      expect(complaint.root.querySelector('.after')).to.equal(null);
    });

    it('ready: the answer has the focus, also when what follows it has come', async () => {
      const complaint = await openComplaint();
      await complaint.choose(...toInternet);
      await complaint.form();
      expect(complaint.element.state).to.equal('ready');
      expect(complaint.guide.shadowRoot!.activeElement?.id).to.equal('stop');
    });

    it('pending, then failed where the gateway is not reached: the fallback and another try', async () => {
      faultyFetch(/\/v1\/guides/, 'offline');
      const complaint = await openComplaint();
      expect(complaint.element.state).to.equal('failed');
      expect(complaint.element.querySelector('p')!.getClientRects().length).to.be.above(0);
      restoreFetch();
      (await byRole(complaint.guide, 'button', 'دوباره امتحان کنید')).click();
      await complaint.until(() => complaint.element.state === 'idle', 'it did not open');
    });

    it('ready: says who hears it and opens that body’s form with what was answered', async () => {
      const complaint = await openComplaint();
      await complaint.choose(...toInternet);
      expect(complaint.element.state).to.equal('ready');
      expect(complaint.who).to.match(/^«.*ارتباطات.*» رسیدگی می‌کند$/);
      expect(complaint.text).to.contain('در سامانه ۱۹۵ ثبت نمی‌شود');
      const form = await complaint.form();
      await form.type('محل مشکل', 'کرج');
      await form.next('خدمت و موضوع');
      expect(form.control('اینترنت', 'نوع خدمت').checked, 'the kind of service is known').to.equal(true);
    });
  });

  it('a danger shows its number before anything else, and nothing to fill in', async () => {
    const complaint = await openComplaint();
    await complaint.choose(/^خطر فوری/);
    expect((await byRole(complaint.guide, 'button', /^سیم برق افتاده/)).textContent).to.contain('۱۲۱');
    await complaint.choose(/^بوی گاز/);
    const [first] = complaint.guide.shadowRoot!.querySelectorAll<HTMLElement>('a, button, h2, p');
    expect(first!.getAttribute('href')).to.equal('tel:194');
    expect(complaint.root.querySelector('.after')).to.equal(null);
    expect(complaint.element.state).to.equal('idle');
  });

  it('is filed in three steps, with a receipt that says the day and hour', async () => {
    const complaint = await openComplaint({ drafts: 'off' });
    await complaint.choose(...toInternet);
    const form = await fillInternet(complaint, '۰۹۱۲۸۸۸۰۰۰۱');
    await form.press('فرستادن شکایت');
    const code = await receiptCode(form);
    expect(form.heading).to.match(/^تا .+، ساعت .+ پاسخ می‌گیرید$/);
    expect(form.text).to.contain('۷۲ ساعت');
    expect(form.text).to.contain('شکایت شما ثبت شد').and.to.contain('کد رهگیری شکایت').and.not.to.contain('درخواست');
    await form.until(async () => (await inbox('09128880001')).some(({ text }) => text.replace(/\D/g, '').includes(code)), 'no message came');
  });

  describe('the same matter once more', () => {
    /** Filed once, and filled in again up to the question that the gateway asks. */
    async function filledTwice(mobile: string) {
      const complaint = await openComplaint({ drafts: 'off' });
      await complaint.choose(...toInternet);
      const first = await fillInternet(complaint, mobile);
      await first.press('فرستادن شکایت');
      const code = await receiptCode(first);
      await first.press('شکایت دیگری بنویسید');
      const form = await fillInternet(complaint, mobile);
      await form.press('فرستادن شکایت');
      await form.until(() => form.has('کد پیامکی') || form.root.querySelector('#same-otp'), 'it was not asked');
      return { complaint, form, code };
    }

    it('is asked about, and joined to the first by the code that came', async () => {
      const { complaint, form, code } = await filledTwice('۰۹۱۲۸۸۸۰۰۰۲');
      await form.until(() => form.focused?.id === 'failure', 'the focus is not on the question');
      expect(form.text).to.contain('درباره همین موضوع شکایت بازی دارید').and.not.to.contain(code);
      await expect(complaint.element).to.be.accessible();
      await form.type('کد پیامکی', '۱۲۳');
      await form.press('افزودن به همان شکایت');
      await form.until(() => form.problem('کد پیامکی').includes('شش رقم'), 'a short code was not told');
      await form.type('کد پیامکی', (await oneTimeCode('09128880002')).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!));
      await form.press('افزودن به همان شکایت');
      expect(await receiptCode(form)).to.equal(code);
      expect(form.text).to.contain('به شکایت پیشین افزوده شد');
    });

    it('is filed apart where the person says that it is another', async () => {
      const { form, code } = await filledTwice('۰۹۱۲۸۸۸۰۰۰۳');
      await form.press('موضوع دیگری است؛ جداگانه ثبت شود');
      expect(await receiptCode(form)).to.not.equal(code);
    });
  });

  it('keeps what was written when the subject is looked at again', async () => {
    const complaint = await openComplaint();
    await complaint.choose(...toInternet);
    const form = await complaint.form();
    await form.type('محل مشکل', 'کرج، گوهردشت');
    await complaint.choose('بازگشت');
    expect(complaint.root.querySelector('request-form')).to.equal(null);
    await complaint.choose(/^اینترنت/);
    const again = await complaint.form();
    await again.until(() => again.control('محل مشکل').value === 'کرج، گوهردشت', 'what was written is gone');
  });

  it('asks which agency where several hear the same, and opens none before', async () => {
    otherServices((services) => services.flatMap((service) => [service, { ...service, id: `${String(service['id'])}-2`, agency: { id: 'fardis', name: { fa: 'شهرداری فردیس' } } }]));
    const complaint = await openComplaint();
    await complaint.choose(...toRefuse);
    await complaint.until(() => complaint.text.includes('کدام یک؟'), 'it was not asked');
    expect(complaint.root.querySelector('request-form')).to.equal(null);
    allByRole(complaint.element, 'radio')[0]!.click();
    expect((await complaint.form()).labels()).to.include('شکایت از چه کسی یا کجاست؟');
  });

  describe('a body that is not here', () => {
    beforeEach(() => otherServices(() => []));

    it('gives its number, its page, what to have at hand and what it refuses', async () => {
      const complaint = await openComplaint();
      await complaint.choose(...toOffice);
      expect(complaint.who).to.equal('سامد (۱۱۱) به این شکایت رسیدگی می‌کند');
      expect((await byRole(complaint.element, 'link', /ارتباط مردم با دولت/)).getAttribute('href')).to.equal('tel:111');
      expect(complaint.text).to.contain('شماره ملی').and.to.contain('یک موضوع را یک بار ثبت می‌کند');
      expect(complaint.root.querySelector('request-form')).to.equal(null);
    });

    it('makes a text of what is written, and copies it', async () => {
      const complaint = await openComplaint();
      await complaint.choose(...toOffice);
      await complaint.until(() => complaint.root.querySelector('#said-party'), 'nothing to write in');
      expect(complaint.ready).to.equal('');
      await complaint.write('شکایت از چه کسی', 'اداره نمونه');
      await complaint.write('چه شد؟', 'پاسخ نامه‌ام را\nنمی‌دهند <b>');
      await complaint.write('چه می‌خواهید؟', 'پاسخ کتبی');
      expect(complaint.ready).to.contain('شکایت از: اداره نمونه').and.to.contain('شرح: پاسخ نامه‌ام را\nنمی‌دهند <b>').and.to.contain('خواسته: پاسخ کتبی').and.not.to.contain('محل:');
      (await byRole(complaint.element, 'button', 'کپی نوشته')).click();
      await complaint.until(() => /کپی شد|خودتان کپی کنید/.test(complaint.text), 'nothing was said about the copy');
    });

    it('loses nothing of it: another subject, another visit; until it is taken off the device', async () => {
      const complaint = await openComplaint();
      await complaint.choose(...toOffice);
      await complaint.until(() => complaint.root.querySelector('#said-party'), 'nothing to write in');
      await complaint.write('شکایت از چه کسی', 'اداره نمونه');
      await complaint.until(() => complaint.text.includes('نگه داشته شد'), 'it was not kept');
      await complaint.choose('از اول', ...toRefuse);
      expect(complaint.field('شکایت از چه کسی').value).to.equal('اداره نمونه');
      complaint.element.remove();
      const later = await openComplaint();
      await later.choose(...toInternet);
      await later.until(() => later.ready.includes('اداره نمونه'), 'it did not come back');
      (await byRole(later.element, 'button', 'پاک کردن')).click();
      await later.until(() => later.ready === '', 'it is still there');
      later.element.remove();
      const last = await openComplaint();
      await last.choose(...toInternet);
      await last.until(() => last.root.querySelector('#said-party'), 'nothing to write in');
      expect(last.field('شکایت از چه کسی').value).to.equal('');
    });

    it('keeps nothing where drafts are off', async () => {
      const complaint = await openComplaint({ drafts: 'off' });
      await complaint.choose(...toOffice);
      await complaint.until(() => complaint.root.querySelector('#said-party'), 'nothing to write in');
      await complaint.write('شکایت از چه کسی', 'اداره نمونه');
      expect(complaint.ready).to.contain('اداره نمونه');
      complaint.element.remove();
      const later = await openComplaint();
      await later.choose(...toOffice);
      await later.until(() => later.root.querySelector('#said-party'), 'nothing to write in');
      expect(later.field('شکایت از چه کسی').value).to.equal('');
    });
  });

  it('sends nobody elsewhere who has not told the office yet: what to say to it, and no form of another', async () => {
    const complaint = await openComplaint();
    await complaint.choose(/^یک اداره یا کارمند/, /^نه، هنوز/);
    expect(complaint.who).to.equal('خود آن دستگاه رسیدگی می‌کند');
    await complaint.until(() => complaint.root.querySelector('#said-party'), 'nothing to write in');
    expect(complaint.root.querySelector('request-form')).to.equal(null);
    await complaint.choose('بازگشت');
    await complaint.choose(/^بله؛ جواب ندادند/);
    await complaint.form();
    expect(complaint.who).to.match(/^«استانداری .+» رسیدگی می‌کند$/);
    expect(complaint.text).to.contain('در سامد (۱۱۱) ثبت نمی‌شود');
  });

  describe('the office complained of', () => {
    const options = (complaint: ComplaintDriver) => [...complaint.root.querySelectorAll('#said-party-list [role=option]')].map(({ textContent }) => textContent.trim());
    const toOwnDesk = async () => {
      const complaint = await openComplaint({ drafts: 'off' });
      await complaint.choose(/^یک اداره یا کارمند/, /^نه، هنوز/);
      await complaint.until(() => complaint.root.querySelector('#said-party'), 'it is not asked');
      return complaint;
    };

    it('is chosen from those on the gateway as people call them, and is then who hears it', async () => {
      const complaint = await toOwnDesk();
      await complaint.write('شکایت از چه کسی', 'شهرداري');
      await complaint.until(() => options(complaint).length > 0, 'nothing is offered');
      expect(options(complaint)).to.deep.equal(['شهرداری کرج']);
      await expect(complaint.element).to.be.accessible();
      complaint.root.querySelector<HTMLElement>('#said-party-list [role=option]')!.click();
      await complaint.until(() => complaint.who === '«شهرداری کرج» رسیدگی می‌کند', `it is still: ${complaint.who}`);
      expect(complaint.ready).to.contain('شکایت از: شهرداری کرج');
    });

    it('may be one that is not there: what was written stays', async () => {
      const complaint = await toOwnDesk();
      await complaint.write('شکایت از چه کسی', 'بانک نمونه');
      await complaint.until(() => complaint.text.includes('در فهرست نیست'), 'it is not told');
      expect(options(complaint)).to.deep.equal([]);
      expect(complaint.who).to.equal('خود آن دستگاه رسیدگی می‌کند');
      expect(complaint.ready).to.contain('شکایت از: بانک نمونه');
    });

    it('opens the form of an office that hears complaints about itself, with its name in it', async () => {
      const complaint = await toOwnDesk();
      await complaint.write('شکایت از چه کسی', 'استانداری');
      await complaint.until(() => options(complaint).includes('استانداری البرز'), 'it is not offered');
      await complaint.write('شکایت از چه کسی', 'استانداری البرز');
      const form = await complaint.form();
      await form.until(() => form.control('شکایت از چه کسی یا کجاست؟').value === 'استانداری البرز', 'it is asked again');
      await form.type('شکایت از چه کسی یا کجاست؟', 'آبفا');
      await form.until(() => form.root.querySelector('#f-party-list [role=option]')?.textContent === 'شرکت آب و فاضلاب استان البرز', 'the form offers no office');
    });
  });

  it('stands in the page’s address, so that a guide can lead to it and a reload comes back', async () => {
    at('complaint.telecom.mobile');
    const complaint = await openComplaint({ ignoreUrl: false });
    await complaint.until(() => complaint.element.state === 'ready', 'the answer of the address was not taken');
    expect(complaint.text).to.contain('۱۹۵');
    await complaint.choose('بازگشت');
    expect(inAddress()).to.equal('complaint.telecom');
    expect(complaint.element.state).to.equal('idle');
  });

  it('names further services of the matter where the page has a place for them', async () => {
    const complaint = await openComplaint({ href: '/s.html?service={id}' });
    await complaint.choose(...toOffice);
    const link = await byRole(complaint.element, 'link', 'پیگیری درخواست با کد رهگیری سامد');
    expect(link.getAttribute('href')).to.match(/^\/s\.html\?service=alborz\.ostandari\./);
  });

  it('speaks English around the form', async () => {
    at('complaint.telecom.internet');
    const complaint = await openComplaint({ lang: 'en', ignoreUrl: false });
    await complaint.until(() => complaint.element.state === 'ready', 'the answer of the address was not taken');
    expect(complaint.who).to.match(/^“.+” hears this complaint$|hears/);
    expect(readable(complaint.element)).to.contain('Write it here.').and.to.contain('not registered with hotline 195');
  });
});
