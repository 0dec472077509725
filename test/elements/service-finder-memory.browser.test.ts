import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing';
import type { ServiceFinder } from '../../src/elements/service-finder/service-finder.ts';
import { gatewayUrl } from '../support/browser.ts';
import { allByRole, byRole, readable } from '../support/find.ts';
import { choose, field, find, findAgain, press, search, settled, titles } from './service-finder-driver.ts';

const typed = async (element: ServiceFinder) => (await field(element)).value;
const kept = () => sessionStorage.getItem('mizban-finder') ?? '';

describe('service-finder, coming back', () => {
  it('finds text, sort and rows again; address and history stay the host page\'s', async () => {
    history.replaceState({ host: 1 }, '');
    const { href } = location;
    const element = await find();
    await search(element, 'صدور');
    await choose(element, 'ترتیب', 'name');
    await press(element, /خدمت دیگر را هم ببینید/);
    await waitUntil(() => titles(element).length === 20, 'more rows', { timeout: 4000 });
    const before = titles(element);
    fixtureCleanup();
    const again = await findAgain();
    await waitUntil(() => titles(again).length === 20, 'as many rows', { timeout: 8000 });
    expect(titles(again)).to.deep.equal(before);
    expect(await typed(again)).to.equal('صدور');
    expect((await byRole<HTMLSelectElement>(again, 'listbox', 'ترتیب')).value).to.equal('name');
    expect(location.href).to.equal(href);
    expect(history.state).to.deep.equal({ host: 1 });
    history.replaceState(null, '');
  });

  it('finds by what it was narrowed', async () => {
    const element = await find();
    await search(element, 'صدور');
    await press(element, 'محدود کردن');
    await press(element, /^رایگان/);
    await byRole(element, 'button', 'محدود کردن (۱)');
    fixtureCleanup();
    const again = await findAgain();
    await byRole(again, 'button', 'محدود کردن (۱)');
  });

  it('finds a life event again', async () => {
    const element = await find();
    await press(element, 'ازدواج');
    await settled(element);
    fixtureCleanup();
    const again = await findAgain();
    await byRole(again, 'heading', /^ازدواج/);
  });

  it('focus stands on the row from which somebody left', async () => {
    const element = await find();
    element.addEventListener('service-finder-select', (event) => event.preventDefault());
    await search(element, 'صدور');
    await waitUntil(() => titles(element).length === 10, 'ten rows');
    const left = titles(element)[6];
    allByRole(element, 'link')[6]!.click();
    fixtureCleanup();
    const again = await findAgain();
    await waitUntil(() => again.shadowRoot!.activeElement?.textContent.trim() === left, 'that row', { timeout: 8000 });
  });

  it('each step of the history has its own, and another page begins anew', async () => {
    const element = await find();
    await search(element, 'گذرنامه');
    fixtureCleanup();
    history.pushState(null, '');
    const other = await findAgain();
    await settled(other);
    expect(await typed(other)).to.equal('');
    await search(other, 'شناسنامه');
    fixtureCleanup();
    const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await popped;
    const again = await findAgain();
    await settled(again);
    expect(await typed(again)).to.equal('گذرنامه');
  });

  it('two finders of a page do not mix', async () => {
    sessionStorage.removeItem('mizban-finder');
    const two = async () => {
      const first = await findAgain();
      const second = first.cloneNode(true) as ServiceFinder;
      first.after(second);
      await settled(first);
      await settled(second);
      return [first, second] as const;
    };
    const [first, second] = await two();
    await search(second, 'گذرنامه');
    await search(first, 'شناسنامه');
    fixtureCleanup();
    const [firstAgain, secondAgain] = await two();
    expect([await typed(firstAgain), await typed(secondAgain)]).to.deep.equal(['شناسنامه', 'گذرنامه']);
  });

  it('what was cleared does not stay in the tab', async () => {
    const element = await find();
    await search(element, 'گذرنامه');
    expect(kept()).to.contain('گذرنامه');
    await press(element, 'پاک کردن نوشته');
    expect(kept()).to.not.contain('گذرنامه');
  });

  it('an address that asks for something else holds', async () => {
    const before = location.href;
    const element = await find({ 'deep-link': 'q' });
    await search(element, 'صدور');
    await waitUntil(() => location.search.includes('q='), 'the address follows', { timeout: 4000 });
    fixtureCleanup();
    history.replaceState(null, '', `${location.pathname}?q=${encodeURIComponent('گواهی')}`);
    const again = await findAgain({ 'deep-link': 'q' });
    await waitUntil(async () => (await typed(again)) === 'گواهی', 'the address is read', { timeout: 8000 });
    await settled(again);
    expect(await typed(again)).to.equal('گواهی');
    history.replaceState(null, '', before);
  });

  it('where the browser gives its history no names, the address is one', async () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'navigation')!;
    const before = location.href;
    Object.defineProperty(globalThis, 'navigation', { value: undefined, configurable: true });
    try {
      const element = await find();
      await search(element, 'گذرنامه');
      fixtureCleanup();
      history.replaceState(null, '', `${location.pathname}?another`);
      const other = await findAgain();
      await settled(other);
      expect(await typed(other)).to.equal('');
      fixtureCleanup();
      history.replaceState(null, '', before);
      const again = await findAgain();
      await settled(again);
      expect(await typed(again)).to.equal('گذرنامه');
    } finally {
      Object.defineProperty(globalThis, 'navigation', real);
      history.replaceState(null, '', before);
    }
  });

  for (const [what, before] of [
    ['spoilt', () => sessionStorage.setItem('mizban-finder', '[null,{"entry":1},')],
    ['another\'s', () => sessionStorage.setItem('mizban-finder', '[null,{"entry":1}]')],
    ['forbidden', () => (Storage.prototype.setItem = Storage.prototype.getItem = () => { throw new DOMException('', 'SecurityError'); })],
  ] as const) {
    it(`a store that is ${what} is no hindrance`, async () => {
      const { setItem, getItem } = Storage.prototype;
      before();
      try {
        const element = await findAgain({ gateway: gatewayUrl });
        await search(element, 'گذرنامه');
        expect(readable(element)).to.contain('پیدا شد');
      } finally {
        Object.assign(Storage.prototype, { setItem, getItem });
        sessionStorage.removeItem('mizban-finder');
      }
    });
  }
});
