import { waitUntil } from '@open-wc/testing';
import { watchFetch } from '../../support/browser.ts';
import { expect, forgetDrafts, offeringId, openForm, services, type FormDriver } from './driver.ts';

const field = 'پیوست';
const pdf = (name = 'سند.pdf', padding = 0) =>
  new File(['%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\n', ' '.repeat(padding), 'trailer<</Root 1 0 R>>\n%%EOF\n'], name, { type: 'application/pdf' });
const executable = () => new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0, ...new Array<number>(300).fill(0)])], 'سند.pdf', { type: 'application/pdf' });

/** The complaint at its last step, where a file may be attached. */
async function atTheFile(): Promise<FormDriver> {
  const form = await openForm(await offeringId(services.complaint));
  await form.type('محل مشکل', 'کرج، گوهردشت، خیابان آزادی');
  await form.next('خدمت و موضوع');
  await form.choose('نوع خدمت', 'پست');
  await form.choose('موضوع شکایت', 'قطعی یا افت کیفیت');
  await form.choose('قبلاً به شرکت شکایت کرده‌اید؟', 'خیر');
  await form.type('شماره مرسوله', '۱۲۳۴۵۶');
  await form.type('شرح شکایت', 'مرسوله دیر رسید.');
  const company = form.control<HTMLInputElement>('شرکت یا اپراتور') as HTMLInputElement | HTMLSelectElement;
  if (company instanceof HTMLSelectElement) await form.choose('شرکت یا اپراتور', company.options[1]!.text);
  else await form.type('شرکت یا اپراتور', 'پست');
  await form.next('شاکی و ارسال');
  await form.until(() => form.control(field).type === 'file', 'the control for files did not come');
  return form;
}

/** Of the parts that go out, lets the first `most` through and holds the rest; tells where each part begins. */
function watchParts(most = Infinity) {
  const { open, setRequestHeader, send } = XMLHttpRequest.prototype;
  const offsets: number[] = [];
  const parts = new WeakSet<XMLHttpRequest>();
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, ...rest: unknown[]) {
    if (method === 'PATCH') parts.add(this);
    (open as (...all: unknown[]) => void).call(this, method, ...rest);
  } as typeof open;
  XMLHttpRequest.prototype.setRequestHeader = function (this: XMLHttpRequest, name, value) {
    if (name === 'Upload-Offset') offsets.push(Number(value));
    setRequestHeader.call(this, name, value);
  };
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    if (!parts.has(this) || offsets.length <= most) send.call(this, body);
  };
  const restore = () => void Object.assign(XMLHttpRequest.prototype, { open, setRequestHeader, send });
  watched.push(restore);
  return { offsets, restore };
}
const watched: (() => void)[] = [];
/** Bytes of one part. */
const part = 256 * 1024;

describe('request-form: files', () => {
  beforeEach(forgetDrafts);
  afterEach(() => watched.splice(0).reverse().forEach((restore) => restore()));

  it('stops when asked, and goes on where it stopped', async () => {
    const form = await atTheFile();
    const line = watchParts(1);
    await form.files(field, pdf('بلند.pdf', 2 * part));
    await form.until(() => line.offsets.length === 2, 'the second part was not tried');
    await form.press('مکث در فرستادن بلند.pdf');
    line.restore();
    const { offsets } = watchParts();
    await form.press('ادامه فرستادن بلند.pdf');
    await form.until(() => form.text.includes('رسید'), `it did not arrive: ${form.text}`);
    expect(offsets).to.deep.equal([part, 2 * part]);
  });

  it('asks after a reload for the file that was on its way, and goes on where it stopped', async () => {
    const form = await atTheFile();
    const file = pdf('بلند.pdf', 2 * part);
    const line = watchParts(1);
    await form.files(field, file);
    await form.until(() => line.offsets.length === 2, 'the second part was not tried');
    form.element.remove();
    line.restore();
    const again = await openForm(await offeringId(services.complaint));
    await again.until(() => again.text.includes('این فایل تا نیمه رسیده است'), `it was not told: ${again.text}`);
    await expect(again.element).to.be.accessible();
    const { offsets } = watchParts();
    await again.files(field, file);
    await again.until(() => again.text.includes('رسید') && !again.text.includes('تا نیمه'), `it did not arrive: ${again.text}`);
    expect(offsets).to.deep.equal([part, 2 * part]);
  });

  it('goes on by itself when the line is back', async () => {
    const form = await atTheFile();
    const real = XMLHttpRequest.prototype.open;
    watched.push(() => { XMLHttpRequest.prototype.open = real; });
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string) {
      real.call(this, method, 'http://127.0.0.1:9/closed', true);
    } as typeof real;
    await form.files(field, pdf());
    await form.until(() => form.text.includes('دوباره تلاش می‌شود'), 'nothing was said');
    await expect(form.element).to.be.accessible();
    XMLHttpRequest.prototype.open = real;
    dispatchEvent(new Event('online'));
    await form.until(() => form.text.includes('رسید'), `it did not arrive: ${form.text}`);
  });

  it('takes back at the gateway what is taken back here', async () => {
    const form = await atTheFile();
    const seen = watchFetch();
    await form.files(field, pdf());
    await form.until(() => form.text.includes('رسید'), `it did not arrive: ${form.text}`);
    await form.press('برداشتن سند.pdf');
    const gone = () => seen(/\/v1\/uploads\//).find(({ method }) => method === 'DELETE');
    await form.until(gone, 'the gateway was not told');
    const { url } = gone()!;
    await waitUntil(async () => (await fetch(url)).status === 404, 'it is still there');
  });

  it('sends a file at choice and shows that it arrived', async () => {
    const form = await atTheFile();
    await form.files(field, pdf());
    await form.until(() => form.text.includes('رسید'), `it did not arrive: ${form.text}`);
    expect(form.text).to.contain('سند.pdf');
    await expect(form.element).to.be.accessible();
    await form.press('برداشتن سند.pdf');
    expect(form.text).not.to.contain('سند.pdf');
    await form.until(() => form.focused === form.control(field), 'the focus is lost');
  });

  it('opens the camera of a device that is touched, and sends what it took; a computer has no second control', async () => {
    const camera = (form: FormDriver) => form.element.renderRoot.querySelector<HTMLInputElement>('input[capture]');
    const plain = await atTheFile();
    expect(camera(plain), 'with a mouse').to.equal(null);
    plain.element.remove();
    await forgetDrafts();
    const { matchMedia } = window;
    window.matchMedia = (query) => (query === '(pointer: coarse)' ? { ...matchMedia.call(window, query), matches: true } : matchMedia.call(window, query));
    watched.push(() => void (window.matchMedia = matchMedia));
    const form = await atTheFile();
    const control = camera(form)!;
    expect([control.accept, control.getAttribute('capture'), control.multiple]).to.deep.equal(['image/*', 'environment', false]);
    expect(control.getAttribute('aria-label')).to.contain(field);
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 });
    canvas.getContext('2d')!.fillRect(0, 0, 40, 30);
    const taken = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
    const chosen = new DataTransfer();
    chosen.items.add(new File([taken!], 'image.jpg', { type: 'image/jpeg' }));
    control.files = chosen.files;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await form.until(() => form.text.includes('رسید'), `it did not arrive: ${form.text}`);
    expect(form.text).to.contain('image.jpg');
    await expect(form.element).to.be.accessible();
  });

  it('says before sending that a file is empty, too large, or plainly of another kind', async () => {
    const form = await atTheFile();
    const seen = watchFetch();
    await form.files(field, new File([], 'خالی.pdf', { type: 'application/pdf' }));
    expect(form.text).to.contain('این فایل خالی است');
    await form.files(field, pdf('بزرگ.pdf', 30 * 1024 * 1024));
    expect(form.text).to.contain('این فایل بزرگ است. فایلی تا ۵ مگابایت انتخاب کنید.');
    await form.files(field, new File(['a,b'], 'جدول.csv', { type: 'text/csv' }));
    expect(form.text).to.contain('این فایل از نوع دیگری است');
    expect(form.text).not.to.contain('خالی.pdf');
    expect(form.control(field).getAttribute('aria-invalid')).to.equal('true');
    expect(seen(/\/v1\/uploads/).length).to.equal(0);
    await expect(form.element).to.be.accessible();
  });

  it('puts the refusal of the gateway on the field: a program that calls itself PDF', async () => {
    const form = await atTheFile();
    await form.files(field, executable());
    await form.until(() => form.text.includes('این فایل از نوع دیگری است'), `nothing was said: ${form.text}`);
    expect(() => form.button('دوباره فرستادن سند.pdf'), 'the same file is refused again').to.throw();
  });

  it('lets a file that did not get through be sent again', async () => {
    const form = await atTheFile();
    const real = XMLHttpRequest.prototype.open;
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string) {
      real.call(this, method, 'http://127.0.0.1:9/closed', true);
    } as typeof real;
    try {
      await form.files(field, pdf());
      await form.until(() => form.text.includes('دوباره تلاش می‌شود'), 'nothing was said');
    } finally {
      XMLHttpRequest.prototype.open = real;
    }
    await form.press('دوباره فرستادن سند.pdf');
    await form.until(() => form.text.includes('رسید'), `it did not arrive: ${form.text}`);
  });
});
