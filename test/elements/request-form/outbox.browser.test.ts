import { GatewayClient } from '../../../src/client/client.ts';
import { listDrafts, writeDraft } from '../../../src/core/drafts/draft-store.ts';
import { Elsewhere } from '../../../src/core/outbox/elsewhere.ts';
import { gatewayUrl, inbox, restoreFetch, watchFetch } from '../../support/browser.ts';
import { expect, forgetDrafts, offeringId, services } from './driver.ts';
import { randomFrom } from '../../support/random.ts';

const count = 80;

describe('request-form: what waits on a device, over a line that breaks at random', function () {
  this.timeout(120_000);
  beforeEach(forgetDrafts);
  afterEach(restoreFetch);

  it(`is filed once each, ${count} of them, by two pages at the same time`, async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = randomFrom(seed);
    const client = new GatewayClient(gatewayUrl);
    const offering = await offeringId(services.meeting);
    const { id, version } = await client.call('offeringForm', { params: { id: offering } });
    const first = 1000 + Math.floor(Math.random() * 9000);
    const mobiles = Array.from({ length: count }, (_, at) => `0915${first}${String(at).padStart(3, '0')}`);
    for (const [at, mobile] of mobiles.entries()) {
      const answers = { fullName: 'آزمون', nationalId: '0499370899', mobile, subject: 'درباره جاده روستا که از زمستان پیش خراب مانده است.' };
      const attempt = { key: crypto.randomUUID(), body: { offering, form: { id, version }, answers, language: 'fa' }, at: Date.now(), waiting: true, title: 'آزمون' };
      // Each under a name of its own, as forms of different services are.
      await writeDraft({ key: `${gatewayUrl}|outbox-${at}`, savedAt: Date.now(), tab: 'test', content: { attempt } });
    }

    watchFetch();
    const through = globalThis.fetch;
    const met = { whole: 0, cutBefore: 0, cutAfter: 0, refused: 0 };
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== 'POST' || !/\/v1\/requests$/.test(request.url)) return through(input, init);
      const luck = random();
      if (luck < 0.2) {
        met.cutBefore++;
        throw new TypeError('Failed to fetch');
      }
      if (luck < 0.3) {
        met.refused++;
        return new Response('', { status: 503 });
      }
      const answer = await through(input, init);
      if (luck < 0.5) {
        met.cutAfter++;
        throw new TypeError('Failed to fetch');
      }
      met.whole++;
      return answer;
    };
    const { signal } = new AbortController();
    const page = () => new Elsewhere({ client: new GatewayClient(gatewayUrl), signal, own: () => undefined, update: () => undefined, say: () => undefined, open: () => undefined });
    const pages = [page(), page()];
    while ((await listDrafts()).length) await Promise.all(pages.map((each) => each.send()));
    // What the other one has sent waits no more.
    for (const each of pages) await each.send();
    for (const each of pages) each.stop();
    globalThis.fetch = through;

    for (const [fault, times] of Object.entries(met)) expect(times, `seed ${seed}, never met: ${fault}`).to.be.greaterThan(0);
    const codes = pages.flatMap(({ told }) => [...told.values()].map(({ state }) => (typeof state === 'object' && 'code' in state ? state.code : JSON.stringify(state))));
    expect(codes.filter((code) => !/^\d{16}$/.test(code)), `seed ${seed}`).to.deep.equal([]);
    expect(new Set(codes).size, `seed ${seed}: one code each`).to.equal(count);
    const filed = await Promise.all(mobiles.map(async (mobile) => (await inbox(mobile)).filter(({ text }) => text.includes('ثبت شد')).length));
    expect(filed.filter((times) => times !== 1), `seed ${seed}: filed once each`).to.deep.equal([]);
  });
});
