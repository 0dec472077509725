import { expect, fixture, html as markup } from '@open-wc/testing';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { setScriptConfiguration } from '../../src/core/configuration.ts';
import { define } from '../../src/core/define.ts';
import { DeskElement, type DeskState } from '../../src/core/desk-element.ts';
import { quietConsole } from '../support/console.ts';

class TestDesk extends DeskElement {
  @property() mood: DeskState = 'idle';
  @property({ attribute: false }) fault?: 'content' | 'commit';
  text = '';
  aborted = false;

  override get state(): DeskState {
    return this.mood;
  }
  get where(): string {
    return `${this.configuration.gateway}|${this.configuration.province ?? ''}|${this.configuration.agency ?? ''}`;
  }
  watch(): void {
    this.signal.addEventListener('abort', () => { this.aborted = true; });
  }
  speak(): string {
    return this.t(() => msg('پیگیری', { id: 'test.only' }));
  }
  announceTwice(text: string): void {
    this.say(text);
    this.say(text);
  }
  protected override content() {
    if (this.fault === 'content') throw new Error('content is broken');
    const source = { get items(): string[] { throw new Error('commit is broken'); } };
    // The getter is read inside a nested template's value, after content() has returned.
    const late = this.fault === 'commit' ? { [Symbol.iterator]: () => source.items[Symbol.iterator]() } : nothing;
    return html`<p><label>نوشته <input .value=${this.text} /></label>${late}</p>`;
  }
}
define('test-desk', TestDesk);

const root = (element: Element) => element.shadowRoot!.querySelector('.root')!;
const make = (template: ReturnType<typeof markup>) => fixture<TestDesk>(template);

describe('DeskElement', () => {
  const page = document.documentElement;
  const told = quietConsole();
  beforeEach(() => setScriptConfiguration({ gateway: 'https://desk.example' }));
  afterEach(() => {
    page.lang = 'fa';
    page.className = '';
  });

  it('is accessible, in Persian and in English', async () => {
    await expect(await make(markup`<test-desk></test-desk>`)).to.be.accessible();
    await expect(await make(markup`<test-desk lang="en"></test-desk>`)).to.be.accessible();
  });

  describe('states', () => {
    it('shows each of the four to the style sheet of the page', async () => {
      const element = await make(markup`<test-desk></test-desk>`);
      for (const mood of ['idle', 'pending', 'ready', 'failed'] as const) {
        element.mood = mood;
        await element.updateComplete;
        expect(element.matches(`:state(${mood})`), mood).to.equal(true);
      }
      expect(element.matches(':state(ready)')).to.equal(false);
    });
  });

  describe('when something breaks', () => {
    for (const broken of ['content', 'commit'] as const) {
      it(`brings the fallback back and tells the console (${broken})`, async () => {
        const element = await make(markup`<test-desk>تلفن ۱۱۱</test-desk>`);
        element.fault = broken;
        await element.updateComplete;
        expect(root(element).querySelector('slot')!.assignedNodes()).to.have.length(1);
        expect(root(element).querySelector('input')).to.equal(null);
        expect(element.matches(':state(failed)')).to.equal(true);
        expect(told.errors()).to.have.length(1);
        expect(told.errors()[0]).to.contain('<test-desk>');
      });
    }

    it('without a gateway says once how to mend it, and works when it is given', async () => {
      setScriptConfiguration({});
      const element = await make(markup`<test-desk>تلفن ۱۱۱</test-desk>`);
      element.requestUpdate();
      await element.updateComplete;
      expect(told.errors()).to.deep.equal([
        'Mizban: <test-desk> does not know its gateway. Add gateway="https://…" to it, to <desk-config> or data-gateway to the script tag.',
      ]);
      expect(root(element).querySelector('slot')).to.not.equal(null);
      element.gateway = 'https://desk.example';
      await element.updateComplete;
      expect(root(element).querySelector('input')).to.not.equal(null);
    });

    it('names an address that cannot be one', async () => {
      await make(markup`<test-desk gateway="ftp://desk.example"></test-desk>`);
      expect(told.errors()[0]).to.contain('needs a gateway address that starts with https://');
    });
  });

  describe('configuration', () => {
    it('nearest wins: attribute, desk-config around, desk-config of the page, script tag', async () => {
      setScriptConfiguration({ gateway: 'https://script.example', province: 'script', agency: 'script' });
      const page = await fixture(markup`<div>
        <desk-config province="page"></desk-config>
        <desk-config province="around" agency=""><test-desk id="inner"></test-desk></desk-config>
        <test-desk id="plain"></test-desk>
        <test-desk id="own" province="own" gateway="https://own.example/"></test-desk>
      </div>`);
      const where = (id: string) => page.querySelector<TestDesk>(`#${id}`)!.where;
      expect(where('inner')).to.equal('https://script.example|around|script');
      expect(where('plain')).to.equal('https://script.example|page|script');
      expect(where('own')).to.equal('https://own.example|own|script');
    });
  });

  describe('language', () => {
    it('follows the nearest lang, with direction by the language', async () => {
      const page = await fixture(markup`<div lang="en-GB"><test-desk></test-desk></div>`);
      const element = page.querySelector<TestDesk>('test-desk')!;
      await element.updateComplete;
      expect(root(element).getAttribute('lang')).to.equal('en');
      expect(root(element).getAttribute('dir')).to.equal('ltr');
    });

    it('never shows Persian for a moment on an English page', async () => {
      const element = document.createElement('test-desk') as TestDesk;
      element.lang = 'en';
      element.textContent = 'fallback';
      const seen: string[] = [];
      document.body.append(element);
      new MutationObserver(() => seen.push(root(element)?.getAttribute('lang') ?? '')).observe(element.shadowRoot!, { childList: true, subtree: true });
      await element.updateComplete;
      element.remove();
      expect(seen.filter(Boolean)).to.not.contain('fa');
      expect(seen.at(-1)).to.equal('en');
    });

    it('changes when lang changes late, on itself and on the page, and the last wish wins', async () => {
      const element = await make(markup`<test-desk></test-desk>`);
      expect(root(element).getAttribute('dir')).to.equal('rtl');
      element.setAttribute('lang', 'en');
      await element.updateComplete;
      await element.updateComplete;
      expect(root(element).getAttribute('lang')).to.equal('en');
      element.lang = 'en';
      element.lang = 'fa';
      await element.updateComplete;
      await element.updateComplete;
      expect(root(element).getAttribute('lang')).to.equal('fa');
      element.removeAttribute('lang');
      page.lang = 'en';
      await new Promise((resolve) => { new MutationObserver(resolve).observe(root(element), { attributes: true }); });
      expect(root(element).getAttribute('lang')).to.equal('en');
    });

    it('stays as it is under Google Translate and in a language that we do not have', async () => {
      const element = await make(markup`<test-desk></test-desk>`);
      page.className = 'translated-ltr';
      page.lang = 'en';
      await Promise.resolve();
      await element.updateComplete;
      expect(root(element).getAttribute('lang')).to.equal('fa');
      page.className = '';
      page.lang = 'de';
      await Promise.resolve();
      await element.updateComplete;
      expect(root(element).getAttribute('lang')).to.equal('fa');
    });

    it('two copies in two languages stand on one page', async () => {
      const page = await fixture(markup`<div><test-desk lang="fa"></test-desk><test-desk lang="en"></test-desk></div>`);
      const [first, second] = page.querySelectorAll<TestDesk>('test-desk');
      await first!.updateComplete;
      await second!.updateComplete;
      expect([first, second].map((each) => root(each!).getAttribute('dir'))).to.deep.equal(['rtl', 'ltr']);
    });
  });

  describe('in the document', () => {
    it('keeps what was typed and its work when it is moved, and stops when it is removed', async () => {
      const place = await fixture(markup`<div><section></section><test-desk></test-desk></div>`);
      const element = place.querySelector<TestDesk>('test-desk')!;
      element.watch();
      const input = root(element).querySelector('input')!;
      input.value = 'نوشته من';
      place.querySelector('section')!.append(element);
      await element.updateComplete;
      await Promise.resolve();
      expect(root(element).querySelector('input')).to.equal(input);
      expect(input.value).to.equal('نوشته من');
      expect(element.aborted).to.equal(false);
      element.remove();
      await Promise.resolve();
      await Promise.resolve();
      expect(element.aborted).to.equal(true);
    });

    it('shows what is between the tags until its first render', () => {
      const element = document.createElement('test-desk') as TestDesk;
      element.textContent = 'تلفن ۱۱۱';
      document.body.append(element);
      expect(element.shadowRoot!.querySelector('slot')!.assignedNodes()).to.have.length(1);
      element.remove();
    });
  });

  it('says the same sentence twice to screen readers, in its language', async () => {
    const element = await make(markup`<test-desk></test-desk>`);
    const regions = [...document.querySelectorAll('body > div > [role=status]')];
    expect(regions).to.have.length(2);
    const before = regions.map(({ textContent }) => textContent);
    element.announceTwice('۳ نتیجه');
    expect(regions.filter(({ textContent }) => textContent === '۳ نتیجه')).to.have.length(1);
    expect(before).to.not.contain('۳ نتیجه');
    expect(regions.every((region) => (region as HTMLElement).lang === 'fa')).to.equal(true);
  });
});
