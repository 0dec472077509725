import { expect, waitUntil } from '@open-wc/testing';
import { countsOf } from '../../src/elements/service-finder/parts/counts.ts';
import type { Engine } from '../../src/elements/service-finder/parts/engine.ts';
import { wide } from '../../src/elements/service-finder/parts/question.ts';
import { atOnce } from '../../src/search/slices.ts';
import { faultyFetch, watchFetch } from '../support/browser.ts';
import { allByRole, byRole, readable, untilReadable } from '../support/find.ts';
import { field, find, inside, press, search, settled, titles } from './service-finder-driver.ts';

/** Ours as a reader of Persian sees it, as a number. */
const number = (text: string) => Number(text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)));
const found = (text: string) => number(/([۰-۹]+) خدمت پیدا شد/.exec(text)![1]!);

describe('service-finder, what must hold', () => {
  const before = location.href;
  beforeEach(async () => void (await caches.delete('mizban-catalogue')));
  afterEach(() => history.replaceState(null, '', before));

  it('open now in the address has the working calendar fetched', async () => {
    history.replaceState(null, '', `${location.pathname}?q=${encodeURIComponent('صدور')}&q-open=1`);
    const asked = watchFetch();
    const element = await find({ 'deep-link': 'q' });
    await waitUntil(() => asked(/\/v1\/calendar/).length === 1, 'the calendar is asked for', { timeout: 8000 });
    await settled(element);
    await press(element, 'محدود کردن (۱)');
    await byRole(element, 'button', /^اکنون باز ?[۰-۹]/);
  });

  it('open now in the address without a calendar: the list comes, and it is said', async () => {
    history.replaceState(null, '', `${location.pathname}?q=${encodeURIComponent('صدور')}&q-open=1`);
    faultyFetch(/\/v1\/calendar/, 'malformed');
    const element = await find({ 'deep-link': 'q' });
    await byRole(element, 'button', 'محدود کردن');
    await press(element, 'محدود کردن');
    await untilReadable(element, 'ساعت کار اداره‌ها را نتوانستیم ببینیم');
    await waitUntil(() => titles(element).length === 10, 'ten rows', { timeout: 8000 });
  });

  it('what the page has narrowed is not counted as the reader\'s, and never in the address', async () => {
    const element = await find({ agency: 'sabt-ahval', 'deep-link': 'q' });
    await search(element, 'صدور');
    await press(element, 'محدود کردن');
    const all = found(readable(element));
    await press(element, /^حضوری/);
    expect(allByRole(element, 'button', 'برداشتن همه')).to.have.length(0);
    await byRole(element, 'button', 'محدود کردن (۱)');
    await press(element, /^رایگان/);
    await byRole(element, 'button', 'محدود کردن (۲)');
    await waitUntil(() => location.search.includes('q-free'), 'the address follows', { timeout: 4000 });
    await press(element, 'برداشتن همه');
    expect(found(readable(element))).to.equal(all);
    await waitUntil(() => !location.search.includes('q-free'), 'the address follows again', { timeout: 4000 });
    expect(location.search).to.not.contain('q-agency');
  });

  it('a step back shows the first ten again', async () => {
    const element = await find({ 'deep-link': 'q' });
    await search(element, 'صدور');
    await waitUntil(() => location.search.includes('q='), 'the address follows', { timeout: 4000 });
    await press(element, /خدمت دیگر را هم ببینید/);
    await waitUntil(() => titles(element).length === 20, 'all rows');
    history.replaceState(null, '', `${location.pathname}?q=${encodeURIComponent('گواهی')}`);
    dispatchEvent(new PopStateEvent('popstate'));
    await waitUntil(() => location.search && readable(element).includes('پیدا شد'), 'an answer');
    await waitUntil(async () => (await field(element)).value === 'گواهی', 'the address is read');
    await waitUntil(() => titles(element).length === 10, 'ten rows');
  });

  it('searches when something else is asked, not whenever something of the page changes', async () => {
    const element = await find();
    await search(element, 'صدور');
    const { searcher } = inside(element).opening.engine!;
    const asked: string[] = [];
    const real = searcher.searching.bind(searcher);
    searcher.searching = (text, options) => (asked.push(text), real(text, options));
    await press(element, 'محدود کردن');
    await press(element, 'کنار هم');
    element.example = 'مانند: آب محله قطع شده';
    await element.updateComplete;
    expect(asked).to.deep.equal([]);
    await search(element, 'گذرنامه');
    expect(asked).to.deep.equal(['گذرنامه']);
  });

  it('a county is counted with what the whole province offers it', async () => {
    const element = await find();
    await search(element, 'صدور');
    const engine = inside(element).opening.engine as unknown as Engine;
    // All of the demo is in one county: here one agency is in it, one in another, and the others serve everybody.
    for (const id of engine.county.keys()) engine.county.set(id, null);
    engine.county.set('sabt-ahval', 'karaj').set('sabt-asnad', 'nazarabad');
    const ask = (county: string) => atOnce(engine.asking({ text: 'صدور', narrowing: { ...wide, county }, limit: 10 }, wide));
    const counts = countsOf(ask(''), wide, engine);
    for (const county of ['karaj', 'nazarabad']) expect(counts.county.get(county)).to.equal(ask(county).total);
    expect(counts.county.get('karaj')).to.be.above(counts.agency.get('sabt-ahval')!);
  });
});
