import { expect, waitUntil } from '@open-wc/testing';
import { faultyFetch, watchFetch } from '../support/browser.ts';
import { untilReadable } from '../support/find.ts';
import { find, search } from './service-finder-driver.ts';

const route = /\/v1\/search\/unanswered/;

/** What the page tells from here on. */
function watchTold(): unknown[] {
  const told: unknown[] = [];
  watchFetch();
  const watched = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (route.test(String(input))) told.push(JSON.parse(String(init!.body)));
    return watched(input, init);
  };
  return told;
}

describe('service-finder, of what it did not find', () => {
  it('tells the gateway each text once, and none that may be personal or that was narrowed', async () => {
    const told = watchTold();
    for (const [text, attributes] of [['زرافه ۰۹۱۲ ۳۴۵ ۶۷۸۹'], ['زرافه', { agency: 'sabt-ahval' }], ['پرورش زرافه'], ['  پرورش  زرافه '], ['قایق بادبانی']] as const) {
      const element = await find(attributes);
      await search(element, text);
      await untilReadable(element, 'نیافتیم');
    }
    // Those that began before have had their time when the last one is told.
    await waitUntil(() => told.length > 1, 'it is told', { timeout: 8000 });
    expect(told).to.deep.equal([{ query: 'پرورش زرافه' }, { query: 'قایق بادبانی' }]);
  });

  it('tells nothing that somebody went on typing, and is silent when it cannot tell', async () => {
    faultyFetch(route, 'offline');
    const told = watchTold();
    const element = await find();
    await search(element, 'کجاوه');
    await untilReadable(element, 'نیافتیم');
    await search(element, 'کجاوه‌سازی چوبی');
    await waitUntil(() => told.length > 0, 'it is tried', { timeout: 8000 });
    expect(told).to.deep.equal([{ query: 'کجاوه‌سازی چوبی' }]);
    expect(element.state).to.equal('ready');
  });
});
