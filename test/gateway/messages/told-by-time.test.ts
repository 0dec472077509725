import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fireDue } from '../../../src/gateway/timers/fire.ts';
import { startDesk, type TestDesk } from '../requests/desk.ts';

const tehran = (text: string): Date => new Date(`${text}:00+03:30`);

/** Filed on Tuesday, 24 November at 10: half of the promise is used on 29 November, the whole on 5 December at 14:30, one and a half on 11 December. */
describe('a citizen is told what time alone brings about', () => {
  let desk: TestDesk;
  before(async () => {
    desk = await startDesk({ settings: { quietHours: { from: 21 * 60, to: 7 * 60 + 30 } } });
    await desk.signIn({ agency: 'abfa', role: 'head' });
    await desk.signIn({ role: 'supervisor' });
  });
  after(() => desk.stop());

  async function newCase(): Promise<{ id: string; mobile: string; code: string }> {
    desk.setNow(tehran('2026-11-24T10:00'));
    // Those of before do not fire along.
    await desk.db.updateTable('request').set({ wake_at: null }).execute();
    const { code, mobile } = await desk.file();
    return { id: await desk.idOf(code, ''), mobile, code };
  }
  async function does(id: string, when: string, what: string, json: object = {}) {
    desk.setNow(tehran(when));
    const cookie = await desk.signIn({ agency: 'abfa' });
    const { version } = await desk.openCase(cookie, id);
    const answer = await desk.act(cookie, id, what, { version, ...json });
    assert.equal(answer.status, 200, await answer.clone().text());
  }
  const time = async (when: string) => {
    desk.setNow(tehran(when));
    await fireDue(desk.ports);
  };
  const news = async (id: string) => (await desk.db.selectFrom('outbox').select(['about', 'due_at']).where('request', '=', id).where('about', 'in', ['escalated', 'closed']).orderBy('id').execute());
  const newest = async (mobile: string): Promise<string> => (await desk.inbox(mobile))[0]!.text;

  it('that the promise is broken and who was told: once, and not of the steps before and after it', async () => {
    const { id, mobile } = await newCase();
    await time('2026-11-30T10:00');
    await time('2026-12-04T10:00');
    assert.deepEqual(await news(id), []);
    await time('2026-12-05T14:30');
    assert.equal((await news(id)).length, 1);
    assert.match(await newest(mobile), /^میز خدمت البرز: مهلت پاسخ گذشت و هنوز پاسخی نیست\. به رئیس دستگاه خبر داده شد\.\nکد رهگیری:/);
    await time('2026-12-12T10:00');
    const steps = await desk.db.selectFrom('request_event').select('seq').where('request', '=', id).where('type', '=', 'escalated').execute();
    assert.equal(steps.length, 4, 'the ladder was climbed to its end');
    assert.equal((await news(id)).length, 1);
  });

  it('once where many steps come together, with the last who was told, and not at night', async () => {
    const { id, mobile } = await newCase();
    await time('2026-12-14T23:00');
    assert.deepEqual(await news(id), [{ about: 'escalated', due_at: tehran('2026-12-15T07:30') }]);
    assert.match(await newest(mobile), /به ناظر استان خبر داده شد/);
  });

  it('not while an explained delay lasts, and then when its date has passed as well', async () => {
    const { id, mobile } = await newCase();
    await does(id, '2026-11-25T10:00', 'take');
    desk.setNow(tehran('2026-12-02T10:00'));
    const ruler = { cookie: await desk.signIn({ role: 'supervisor' }), 'sec-fetch-site': 'same-origin' };
    const list = (await (await desk.fetch('/v1/staff/delay-reasons', { json: { title: 'بازدید از محل لازم است', rule: 'برگه خدمت' }, headers: ruler })).json()) as { items: { id: string }[] };
    await does(id, '2026-12-02T10:00', 'delay', { reason: list.items[0]!.id, expected: '2026-12-09T14:30:00+03:30' });
    await time('2026-12-05T15:00');
    assert.deepEqual(await news(id), []);
    await time('2026-12-12T10:00');
    assert.equal((await news(id)).length, 1);
    assert.match(await newest(mobile), /به ناظر استان خبر داده شد/);
  });

  it('that the request is closed when nobody objected', async () => {
    const { id, mobile } = await newCase();
    await does(id, '2026-11-25T10:00', 'take');
    await does(id, '2026-11-25T10:10', 'answer', { outcome: 'done', text: 'انجام شد.' });
    await time('2027-01-20T10:00');
    assert.deepEqual((await news(id)).map(({ about }) => about), ['closed']);
    assert.match(await newest(mobile), /زمان اعتراض گذشت و پرونده بسته شد/);
    await time('2027-02-20T10:00');
    assert.equal((await news(id)).length, 1);
  });
});
