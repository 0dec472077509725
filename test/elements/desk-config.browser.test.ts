import { expect, fixture, html } from '@open-wc/testing';
import { configurationChanged } from '../../src/core/configuration.ts';
import '../../src/elements/desk-config/desk-config.define.ts';

describe('desk-config', () => {
  let told = 0;
  const count = () => void told++;
  before(() => document.addEventListener(configurationChanged, count));
  after(() => document.removeEventListener(configurationChanged, count));
  beforeEach(() => void (told = 0));

  it('is accessible and leaves what is inside it as it is, in Persian and English', async () => {
    for (const lang of ['fa', 'en']) {
      const element = await fixture(html`<desk-config lang=${lang} agency="abfa"><p>${lang === 'fa' ? 'متن' : 'text'}</p></desk-config>`);
      await expect(element).to.be.accessible();
      expect(element.shadowRoot).to.equal(null);
    }
  });

  it('tells when it comes, when an attribute of it changes, and when it goes', async () => {
    const element = await fixture(html`<desk-config province="alborz"></desk-config>`);
    expect(told).to.equal(1);
    element.setAttribute('agency', 'abfa');
    expect(told).to.equal(2);
    element.setAttribute('class', 'x');
    expect(told).to.equal(2);
    element.remove();
    expect(told).to.equal(3);
  });
});
