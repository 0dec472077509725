import { expect, waitUntil } from '@open-wc/testing';
import { allByRole, byRole, focused, readable, untilReadable } from '../support/find.ts';
import { at, choose, heading, headline, home, inAddress, open, popped } from '../support/guide.ts';

describe('service-guide and the page', () => {
  beforeEach(() => history.replaceState(null, '', home));
  after(() => history.replaceState(null, '', home));

  describe('the address', () => {
    it('names every place; the browser’s back and forward walk through them, with the host’s own state kept', async () => {
      history.replaceState({ host: 1 }, '', `${home}${home.includes('?') ? '&' : '?'}q=%C7%E1+x#part`);
      const element = await open();
      await choose(element, /^عزیزی درگذشته/, 'بله', 'ارث و وراثت');
      expect(inAddress()).to.equal('death.next.inherit');
      expect(location.search).to.contain('q=%C7%E1+x');
      expect(location.hash).to.equal('#part');
      expect((history.state as { host: number }).host).to.equal(1);
      const length = history.length;
      await popped(() => history.back());
      await element.updateComplete;
      expect(headline(element)).to.equal('حالا کدام کار؟');
      expect(focused(element)).to.equal(heading(element));
      await popped(() => history.forward());
      await element.updateComplete;
      expect(headline(element)).to.equal('انحصار وراثت و مالیات بر ارث');
      await popped(() => allByRole(element, 'button', 'بازگشت')[0]!.click());
      await element.updateComplete;
      expect(inAddress()).to.equal('death.next');
      expect(history.length, 'going back adds nothing').to.equal(length);
    });

    it('opens where it leads, without taking focus', async () => {
      at('birth.parents.mother');
      const element = await open();
      expect(headline(element)).to.equal('تابعیت فرزند مادر ایرانی');
      expect(document.activeElement).to.equal(document.body);
      await choose(element, 'بازگشت');
      expect(headline(element)).to.equal('پدر و مادر نوزاد ایرانی‌اند؟');
    });

    it('leads as far as it can when the guide has changed, and to the start when there is none any more', async () => {
      at('birth.parents.no-longer-there.nor-this');
      const element = await open();
      expect(headline(element)).to.equal('پدر و مادر نوزاد ایرانی‌اند؟');
      expect(inAddress()).to.equal('birth.parents');
      element.remove();
      at('no-such-guide.x');
      const other = await open();
      expect(other.state).to.equal('idle');
      expect(readable(other)).to.contain('راهنمایی که پیوندش را داشتید دیگر نیست');
      expect(inAddress()).to.equal('');
      other.remove();
      for (const odd of ['%E0%A4%A', '<script>', '..', 'none.none.none', 'A', 'x'.repeat(500)]) {
        at(odd);
        const element = await open();
        expect(['idle', 'ready'], odd).to.include(element.state);
        element.remove();
      }
    });

    it('is left alone with ignore-url', async () => {
      at('death');
      const element = await open({ ignoreUrl: true });
      expect(element.state).to.equal('idle');
      const before = location.href;
      await choose(element, /^ازدواج می‌کنم/, 'گواهی تجرد');
      expect(location.href).to.equal(before);
      expect(allByRole(element, 'button', /پیوند/)).to.have.length(0);
      await choose(element, 'بازگشت');
      expect(headline(element)).to.equal('چه می‌خواهید؟');
    });

    it('is copied; where the clipboard is closed it is shown, selected', async () => {
      at('marriage.single');
      const element = await open();
      let copied = '';
      const clipboard = (writeText: (text: string) => Promise<void>) => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
      try {
        clipboard(async (text) => void (copied = text));
        (await byRole(element, 'button', /پیوند این پاسخ/)).click();
        await byRole(element, 'button', 'پیوند کپی شد');
        expect(copied).to.equal(location.href);
        clipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')));
        (await byRole(element, 'button', 'پیوند کپی شد')).click();
        await untilReadable(element, 'این پیوند را خودتان کپی کنید');
        const field = focused(element) as HTMLInputElement;
        expect(field.value).to.equal(location.href);
        expect(field.selectionEnd! - field.selectionStart!).to.equal(field.value.length);
        await expect(element).to.be.accessible();
      } finally {
        delete (navigator as { clipboard?: unknown }).clipboard;
      }
    });
  });

  describe('one guide', () => {
    it('starts at its first question, and leads nowhere else', async () => {
      at('death.next');
      const element = await open({ guide: 'complaint' });
      expect(headline(element)).to.equal('شکایت شما درباره چیست؟');
      expect(allByRole(element, 'button', 'بازگشت')).to.have.length(0);
      await choose(element, /^قبض یا قطعی/, 'قبض برق');
      expect(inAddress()).to.equal('complaint.utility.power-bill');
      await choose(element, 'از اول');
      expect(headline(element)).to.equal('شکایت شما درباره چیست؟');
    });

    it('that is not there says so and shows the fallback; another one can be set', async () => {
      const element = await open({ guide: 'no-such-guide' });
      expect(element.state).to.equal('failed');
      expect(readable(element)).to.contain('این راهنما دیگر نیست');
      expect(element.querySelector('p')!.assignedSlot).to.not.equal(null);
      element.guide = 'retirement';
      await waitUntil(() => element.state === 'ready', 'ready', { timeout: 9000 });
      await element.updateComplete;
      expect(headline(element)).to.equal('کجای راه هستید؟');
    });
  });
});
