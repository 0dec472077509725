import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Locator, Page, Route } from 'playwright-core';
import { GatewayClient } from '../../src/client/client.ts';
import { browserFiles } from '../../src/gateway/node/browser-files.ts';
import { entriesOf } from '../../src/search/entry.ts';
import { chooseFiles } from '../support/form-page.ts';
import { startTestGateway, testNow, type TestGateway } from '../support/gateway.ts';
import { serveHost } from '../support/host-page.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { root } from '../support/sources.ts';
import { untilInPage } from '../support/until-in-page.ts';

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%${name}\ntrailer<</Root 1 0 R>>\n%%EOF\n`) });

/** Whether a draft that mentions it lies on the device. Runs in the page. */
const liesOnTheDevice = (text: string): Promise<boolean> => new Promise((resolve, reject) => {
  const opening = indexedDB.open('mizban-drafts', 1);
  opening.onerror = () => reject(opening.error as Error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
    reading.onerror = () => reject(reading.error as Error);
    reading.onsuccess = () => {
      opening.result.close();
      resolve(JSON.stringify(reading.result).includes(text));
    };
  };
});

/** What only a whole browser shows of the form: its own buttons, its clipboard, its printer, its place, its storage, its line. */
describe('request-form in a browser', () => {
  let gateway: TestGateway;
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveHost>>;
  const offerings = new Map<string, string>();
  const pages: Parameters<typeof serveHost>[0] = {};

  before(async () => {
    gateway = await startTestGateway({ agencies: ['ostandari', 'ict', 'shahrdari-karaj'], listen: true, ports: { pages: browserFiles(join(root, 'dist/browser')) } });
    browser = await launchBrowser();
    host = await serveHost(pages);
    const client = new GatewayClient(gateway.url);
    const { version } = await client.call('catalogue');
    for (const { id, title } of entriesOf(await client.call('catalogueIndex', { params: { version } }))) offerings.set(title, id);
  });
  after(async () => {
    await browser?.close();
    await host?.close();
    await gateway?.stop();
  });

  const document = (title: string, attributes = '') => `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>دستگاه</title>
<script type="module" src="${gateway.url}/desk.js"></script></head><body><header><h1>سربرگ دستگاه</h1></header>
<request-form service="${offerings.get(title)}" ${attributes}></request-form><footer>پابرگ دستگاه</footer></body></html>`;
  const meeting = 'درخواست ملاقات مردمی با استاندار';
  const complaint = 'شکایت از سرویس اینترنت';
  const permit = 'صدور پروانه ساختمان';

  /** A page with a form, in a profile of its own. */
  async function visit(title: string, work: (form: Locator, page: Page, context: BrowserContext) => Promise<void>, { attributes = '', headers = {} } = {}): Promise<void> {
    pages['/form'] = { html: document(title, attributes), headers };
    pages['/before'] = { html: '<!doctype html><title>پیش از فرم</title>' };
    const context = await browser.newContext({ locale: 'fa-IR', timezoneId: 'Asia/Tehran', viewport: { width: 400, height: 800 } });
    try {
      // As the gateway's: what it keeps for days must not be over by the day on which this test runs.
      await context.clock.setFixedTime(testNow);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${host.url}/before`);
      await page.goto(`${host.url}/form`);
      await work(page.locator('request-form'), page, context);
    } finally {
      await context.close();
    }
  }

  const press = (form: Locator, name: string | RegExp) => form.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const heading = (form: Locator, name: string) => form.getByRole('heading', { name, level: 2, exact: true }).waitFor();
  const next = async (form: Locator, name: string) => {
    await press(form, 'ادامه');
    await heading(form, name);
  };
  const choose = (form: Locator, group: string, option: string) => form.getByRole('group', { name: group }).getByLabel(option, { exact: true }).check();

  async function fileMeeting(form: Locator): Promise<string> {
    await form.getByLabel('نام و نام خانوادگی').fill('شهروند نمونه');
    await form.getByLabel('شماره ملی').fill('۰۳۱ ۰۰۶۳۶۰ ۴');
    await form.getByLabel('تلفن همراه').fill('۰۹۱۲۰۰۰۰۰۰۱');
    await form.getByLabel('موضوع درخواست').fill('درباره جاده روستا که از زمستان پیش خراب مانده است.');
    await next(form, 'بازبینی');
    await press(form, 'فرستادن درخواست');
    return codeOf(form);
  }
  async function codeOf(form: Locator): Promise<string> {
    const code = (await form.locator('.tracking').innerText()).replace(/\D/g, '');
    assert.match(code, /^\d{16}$/);
    return code;
  }
  /** The complaint up to its last step, where a file may be attached. */
  async function complaintUpToTheFile(form: Locator): Promise<void> {
    await form.getByLabel('محل مشکل').fill('کرج، گوهردشت، خیابان آزادی');
    await next(form, 'خدمت و موضوع');
    await choose(form, 'نوع خدمت', 'پست');
    await choose(form, 'موضوع شکایت', 'قطعی یا افت کیفیت');
    await choose(form, 'قبلاً به شرکت شکایت کرده‌اید؟', 'خیر');
    await form.getByLabel('شماره مرسوله').fill('۱۲۳۴۵۶');
    await form.getByLabel('شرح شکایت').fill('مرسوله دیر رسید.');
    const company = form.getByLabel('شرکت یا اپراتور');
    if (await company.evaluate((control) => control.localName === 'select')) await company.selectOption({ index: 1 });
    else await company.fill('پست');
    await next(form, 'شاکی و ارسال');
  }

  it("keeps the place and the answers when the device's back button leaves the page and comes back, and over a reload", async () => {
    await visit(complaint, async (form, page) => {
      await complaintUpToTheFile(form);
      await chooseFiles(form, 'پیوست', pdf('سند.pdf'));
      await form.getByText('رسید', { exact: true }).waitFor();
      // «Kept» stood there before the file came.
      await untilInPage(page, liesOnTheDevice, 'سند.pdf');
      const place = form.getByLabel('محل مشکل');
      await page.goBack();
      await heading(form, 'خدمت و موضوع');
      await page.goBack();
      await place.waitFor();
      await page.goBack();
      assert.equal(new URL(page.url()).pathname, '/before');
      await page.goForward();
      await place.waitFor();
      await page.goForward();
      await heading(form, 'خدمت و موضوع');
      await page.goForward();
      await heading(form, 'شاکی و ارسال');
      await form.getByText('سند.pdf').waitFor();
      await page.reload();
      await heading(form, 'شاکی و ارسال');
      await form.getByText('سند.pdf').waitFor();
      await press(form, 'بازگشت');
      await heading(form, 'خدمت و موضوع');
      assert.equal(await form.getByLabel('شرح شکایت').inputValue(), 'مرسوله دیر رسید.');
    });
  });

  it('prints the receipt alone, on one sheet, without buttons, and gives the page back', async () => {
    await visit(meeting, async (form, page) => {
      await page.evaluate('window.print = () => { window.printed = (window.printed ?? 0) + 1; }');
      await fileMeeting(form);
      await press(form, 'چاپ یا ذخیره PDF');
      assert.equal(await page.evaluate('window.printed'), 1);
      await page.emulateMedia({ media: 'print' });
      for (const beside of [page.getByRole('heading', { name: 'سربرگ دستگاه' }), page.getByText('پابرگ دستگاه')]) assert.ok(await beside.isHidden());
      assert.equal(await form.getByRole('button').count(), 0);
      for (const part of ['.tracking', '.qr-code', '.facts', '#heading']) assert.ok(await form.locator(part).first().isVisible(), part);
      const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
      assert.equal(sheets?.length, 1);
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
      assert.ok(await page.getByText('پابرگ دستگاه').isVisible());
    });
  });

  it('copies the code, plain, for other fields to take', async () => {
    await visit(meeting, async (form, page, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.url });
      const code = await fileMeeting(form);
      await press(form, 'کپی کد');
      await form.getByRole('button', { name: 'کپی شد' }).waitFor();
      assert.equal(await page.evaluate('navigator.clipboard.readText()'), code);
    });
  });

  it('copies the code also where the page was not allowed to write to the clipboard', async () => {
    await visit(meeting, async (form, page, context) => {
      const code = await fileMeeting(form);
      await press(form, 'کپی کد');
      await form.getByRole('button', { name: 'کپی شد' }).waitFor();
      await context.grantPermissions(['clipboard-read'], { origin: host.url });
      const other = await context.newPage();
      await other.goto(`${host.url}/before`);
      assert.equal((await other.evaluate<string>('navigator.clipboard.readText()')).replace(/\s/g, ''), code);
      await page.bringToFront();
    }, { headers: { 'permissions-policy': 'clipboard-write=()' } });
  });

  it('says that the browser does not let it copy, with the code selected', async () => {
    await visit(meeting, async (form, page) => {
      const code = await fileMeeting(form);
      await page.evaluate('document.execCommand = () => false');
      await press(form, 'کپی کد');
      await form.getByText('خودتان کپی کنید').waitFor();
      assert.equal((await page.evaluate<string>('String(getSelection())')).replace(/\s/g, ''), code);
    }, { headers: { 'permissions-policy': 'clipboard-write=()' } });
  });

  it('waits with sending while a file is on its way, and says so', async () => {
    await visit(complaint, async (form, page) => {
      await complaintUpToTheFile(form);
      await form.getByRole('group', { name: 'نوع پیام' }).getByRole('radio').first().check();
      await form.getByLabel('نام و نام خانوادگی').fill('شهروند نمونه');
      await form.getByLabel('شماره ملی').fill('0310063604');
      await form.getByLabel('تلفن همراه').fill('09120000001');
      let hold!: (route: Route) => void;
      const held = new Promise<Route>((resolve) => (hold = resolve));
      await page.route(/\/v1\/uploads/, hold, { times: 1 });
      await chooseFiles(form, 'پیوست', pdf('سند.pdf'));
      await form.getByRole('progressbar').waitFor();
      await next(form, 'بازبینی');
      await press(form, 'فرستادن شکایت');
      await form.getByRole('alert').getByText('فایلی هنوز نرسیده است').waitFor();
      await (await held).continue();
      await form.getByText('سند.pdf').waitFor();
      await press(form, /فرستادن شکایت|دوباره بفرستید/);
      await codeOf(form);
    });
  });

  it('tells at the field which file the gateway has erased meanwhile, keeps all else, and files when it is chosen again', async () => {
    await visit(permit, async (form) => {
      await choose(form, 'متقاضی', 'مالک');
      await choose(form, 'نوع مالک', 'حقوقی');
      await form.getByLabel('نام شرکت').fill('شرکت نمونه');
      await form.getByLabel('شناسه ملی شرکت').fill('۱۴۰۰۳۷۷۸۹۹۰');
      await form.getByLabel('تلفن همراه').fill('۰۹۱۲۰۰۰۰۰۰۱');
      await choose(form, 'مالکان دیگر دارد؟', 'خیر');
      await next(form, 'ملک');
      await form.getByLabel('منطقه شهرداری').selectOption({ label: 'منطقه ۳' });
      await form.getByLabel('کد نوسازی').fill('۱-۲-۳-۴-۵-۶-۷');
      await form.getByLabel('کدپستی ملک').fill('۳۱۴۵۶۷۸۹۰۱');
      await form.getByLabel('نشانی ملک').fill('کرج، گوهردشت، خیابان آزادی، کوچه یکم');
      await form.getByLabel('موقعیت ملک').fill('کرج، گوهردشت');
      await choose(form, 'نوع سند', 'تک‌برگ');
      await form.getByLabel('پلاک ثبتی').fill('۱۲/۳۴');
      await form.getByLabel('مساحت زمین (متر مربع)').fill('۲۵۰');
      await next(form, 'ساختمان و واحدها');
      await choose(form, 'نوع درخواست', 'احداث بنا');
      await choose(form, 'بنای موجود دارد؟', 'خیر');
      await form.getByLabel('تعداد طبقات روی زمین').fill('۲');
      await form.getByLabel('شماره پروانه مهندس طراح').fill('۱۲۳۴۵');
      for (const box of await form.getByRole('group', { name: /^واحدها، مورد ۱/ }).getByRole('textbox').all()) await box.fill('۱');
      for (const choice of await form.getByRole('group', { name: /^واحدها، مورد ۱/ }).getByRole('group').all()) await choice.getByRole('radio').first().check();
      await next(form, 'مدارک');
      await chooseFiles(form, 'پرونده سند مالکیت', pdf('سند.pdf'));
      await chooseFiles(form, 'نقشه‌های معماری و سازه', [pdf('طبقه ۱.pdf'), pdf('طبقه ۲.pdf'), pdf('طبقه ۳.pdf')]);
      await form.getByText('رسید', { exact: true }).nth(3).waitFor();
      await next(form, 'تأیید');
      await form.getByLabel('درستی اطلاعات را تأیید می‌کنم').check();
      await form.getByLabel('پیامک').check();
      await next(form, 'بازبینی');
      const erased = await gateway.db.deleteFrom('attachment').where('name', '=', 'طبقه ۲.pdf').executeTakeFirst();
      assert.equal(Number(erased.numDeletedRows), 1);

      await press(form, 'فرستادن درخواست');
      await heading(form, 'مدارک');
      const told = form.getByRole('link', { name: 'فایل «نقشه‌های معماری و سازه» دیگر نزد ما نیست. دوباره انتخابش کنید.' });
      await told.click();
      const field = form.getByLabel('نقشه‌های معماری و سازه');
      assert.ok(await field.evaluate((control) => control === (control.getRootNode() as ShadowRoot).activeElement), 'the summary leads to the field');
      const list = (name: string) => form.getByRole('listitem').filter({ hasText: name });
      assert.match(await list('طبقه ۲.pdf').innerText(), /دیگر نزد ما نیست/);
      for (const kept of ['سند.pdf', 'طبقه ۱.pdf', 'طبقه ۳.pdf']) assert.match(await list(kept).innerText(), /رسید/);
      await chooseFiles(form, 'نقشه‌های معماری و سازه', pdf('طبقه ۲.pdf'));
      await form.getByText('رسید', { exact: true }).nth(3).waitFor();
      assert.equal(await form.getByText('دیگر نزد ما نیست').filter({ visible: true }).count(), 1, 'it stays in the summary only, as mended');
      await press(form, 'ذخیره و بازبینی');
      await heading(form, 'بازبینی');
      await press(form, 'فرستادن درخواست');
      await codeOf(form);
    });
  });

  it('adds the place of the device, and takes it away again', async () => {
    await visit(complaint, async (form, _page, context) => {
      await context.grantPermissions(['geolocation'], { origin: host.url });
      await context.setGeolocation({ latitude: 35.8327, longitude: 50.9915 });
      await press(form, 'افزودن موقعیت همین دستگاه');
      await form.getByText('موقعیت افزوده شد').waitFor();
      await form.getByText('۳۵٫۸۳۲۷۰').waitFor();
      await press(form, 'برداشتن');
      await form.getByRole('button', { name: 'افزودن موقعیت همین دستگاه' }).waitFor();
    });
  });

  it('says that the written address is enough where the device does not tell its place', async () => {
    await visit(complaint, async (form, _page, context) => {
      await context.clearPermissions();
      await press(form, 'افزودن موقعیت همین دستگاه');
      await form.getByText('نشانی نوشته‌شده کافی است').waitFor();
      await form.getByLabel('محل مشکل').fill('کرج، گوهردشت');
      await next(form, 'خدمت و موضوع');
    });
  });

  it('works in a frame that may keep nothing', async () => {
    pages['/frame'] = { html: '<!doctype html><html lang="fa" dir="rtl"><iframe src="/form" sandbox="allow-scripts allow-forms" width="400" height="1200"></iframe></html>' };
    await visit(meeting, async (_, page) => {
      await page.goto(`${host.url}/frame`);
      const form = page.frameLocator('iframe').locator('request-form');
      await form.getByText('این مرورگر نوشته‌ها را نگه نمی‌دارد').waitFor();
      await fileMeeting(form);
    });
  });
});
