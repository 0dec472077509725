import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { WorkingCalendar } from '../../../src/contract/calendar.ts';
import type { Filed, RequestStatus } from '../../../src/contract/request.ts';
import type { StaffCase } from '../../../src/contract/staff.ts';
import { openNowOf } from '../../../src/elements/track-status/parts/opening.ts';
import { verifyReceipt } from '../../../src/rules/receipt.ts';
import { keepTerms } from '../../../src/gateway/catalogue/terms.ts';
import { usualTerms } from '../../../src/rules/terms.ts';
import { verifyLog } from '../../../src/gateway/log/verify.ts';
import { testNow } from '../../support/gateway.ts';
import { startDesk, type TestDesk } from './desk.ts';

describe('what is frozen when a request is filed', () => {
  let desk: TestDesk;
  let expert: string;
  before(async () => {
    desk = await startDesk();
    expert = await desk.signIn({ agency: 'abfa' });
  });
  after(() => desk.stop());

  it('is the sheet: the case shows the promise that was made, and that another is published by now', async () => {
    const filed = await desk.file();
    const id = await desk.idOf(filed.code, expert);
    const before = await desk.openCase(expert, id);
    assert.equal(before.sheet.id, desk.offering);
    assert.equal(before.sheetOutdated, false);

    const newer = { ...before.sheet, version: before.sheet.version + 1, title: 'عنوان تازه', time: { min: null, max: 90, unit: 'day' as const } };
    await desk.db.insertInto('offering_version').values({ offering: desk.offering, version: newer.version, sheet: JSON.stringify(newer), created_at: new Date(testNow) }).execute();
    await desk.db.updateTable('offering').set({ published_version: newer.version }).where('id', '=', desk.offering).execute();
    const after = await desk.openCase(expert, id);
    assert.deepEqual(after.sheet, before.sheet);
    assert.deepEqual([after.sheetOutdated, after.offering.title], [true, before.offering.title]);

    await desk.db.updateTable('offering').set({ published_version: null }).where('id', '=', desk.offering).execute();
    const withdrawn = await desk.openCase(expert, id);
    assert.deepEqual([withdrawn.sheet, withdrawn.sheetOutdated], [before.sheet, true]);
    await desk.db.updateTable('offering').set({ published_version: before.sheet.version }).where('id', '=', desk.offering).execute();
  });

  it('is the place of its clock: hours and county that change later move no promise', async () => {
    const filed = await desk.file();
    const before = (await desk.status(filed.code)).clock;
    const { id, hours } = filed.holder!;
    const { county } = await desk.db.selectFrom('agency').select('county').where('id', '=', 'abfa').executeTakeFirstOrThrow();
    try {
      await desk.db.updateTable('unit').set({ hours: 'around-the-clock' }).where('id', '=', id).execute();
      await desk.db.updateTable('agency').set({ county: 'elsewhere' }).where('id', '=', 'abfa').execute();
      const after = await desk.status(filed.code);
      assert.deepEqual(after.clock, before);
      assert.equal(after.holder?.hours, 'around-the-clock', 'the holder is shown as it is today');
      const next = await desk.file();
      assert.notEqual(next.clock.dueAt, before.dueAt, 'a request of today goes by the hours of today');
    } finally {
      await desk.db.updateTable('unit').set({ hours }).where('id', '=', id).execute();
      await desk.db.updateTable('agency').set({ county }).where('id', '=', 'abfa').execute();
    }
  });

  it('is what the province promises: terms that change later move no promise, and bind what is filed from then on', async () => {
    const filed = await desk.file();
    const before = await desk.status(filed.code);
    assert.equal(before.firstResponse, undefined, 'this province promises no first response');
    const terms = { ...usualTerms, singleWindow: 'P3D', firstResponse: 'P1WD', pauseCap: 'PT12H' };
    await desk.db.transaction().execute((trx) => keepTerms(trx, 'alborz', terms, new Date(testNow), 'test'));
    try {
      const after = await desk.status(filed.code);
      assert.deepEqual([after.clock, after.firstResponse], [before.clock, undefined]);
      const next = await desk.file();
      assert.equal(next.clock.policy.length, 'P3D');
      assert.equal((await desk.status(next.code)).firstResponse?.length, 'P1WD');
      const ids = [await desk.idOf(filed.code, expert), await desk.idOf(next.code, expert)];
      const waits = await Promise.all(ids.map(async (id) => {
        await desk.act(expert, id, 'take', { version: 1 });
        const { clock } = (await (await desk.act(expert, id, 'ask', { version: 2, text: 'کدام خیابان؟' })).json()) as StaffCase;
        return Date.parse(clock.paused!.until!) - Date.parse(testNow);
      }));
      assert.equal(waits[1], 12 * 3_600_000);
      assert.ok(waits[0]! > waits[1]!, 'a question about the first waits as long as was usual when it was filed');
    } finally {
      await desk.db.updateTable('province').set({ terms_version: null as never }).execute();
    }
  });

  it('names the county of agency and unit, which closures go by', async () => {
    const { county } = await desk.db.selectFrom('agency').select('county').where('id', '=', 'abfa').executeTakeFirstOrThrow();
    assert.ok(county);
    const filed = await desk.file();
    const { agency, holder } = await desk.status(filed.code);
    const sheet = (await (await desk.fetch(`/v1/offerings/${desk.offering}`)).json()) as { agency: { county?: string }; unit: { county?: string } };
    assert.deepEqual([agency.county, holder?.county, sheet.agency.county, sheet.unit.county], Array(4).fill(county));
  });

  it('so that a desk whose county is closed today is not said to be open', async () => {
    const shown = await desk.status((await desk.file()).code);
    const calendar = (await (await desk.fetch('/v1/calendar')).json()) as WorkingCalendar;
    const now = new Date(testNow);
    assert.equal(openNowOf(calendar, shown, now)?.open, true);
    const closedIn = (counties: string[]): WorkingCalendar => ({
      ...calendar, closures: [...calendar.closures, { date: testNow.slice(0, 10), scope: { counties }, kind: 'closed', hours: [], reason: 'برف' }],
    });
    assert.equal(openNowOf(closedIn([shown.holder!.county!]), shown, now)?.open, false);
    assert.equal(openNowOf(closedIn(['elsewhere']), shown, now)?.open, true);

    // The desk that holds it counts, not the one where it was filed.
    const id = await desk.idOf((await desk.file()).code, expert);
    const referred = (await (await desk.act(expert, id, 'refer', { version: 1, unit: 'sabt-ahval-a', reason: 'کار آنجاست.' })).json()) as StaffCase;
    const moved: RequestStatus = { ...referred, holder: { ...referred.holder!, county: 'elsewhere' } };
    assert.equal(openNowOf(closedIn(['elsewhere']), moved, now)?.open, false);
    assert.equal(openNowOf(closedIn([shown.holder!.county!]), moved, now)?.open, true);
  });
});

describe('one request, one time', () => {
  it('event, row, clock, receipt and status say the same to the millisecond, while the gateway’s clock runs', async () => {
    // A clock that is never read twice at the same time.
    let ms = Date.parse(testNow) + 7;
    const desk = await startDesk({ ports: { now: () => new Date((ms += 13)) } });
    try {
      for (let n = 0; n < 3; n++) {
        const filed: Filed = await desk.file();
        const { keys } = (await (await desk.fetch('/v1/receipt-keys')).json()) as { keys: JsonWebKey[] };
        const claims = await verifyReceipt(filed.receipt, keys as never);
        const status = await desk.status(filed.code);
        const id = await desk.idOf(filed.code, '');
        const row = await desk.db.selectFrom('request').select(['filed_at', 'due_at']).where('id', '=', id).executeTakeFirstOrThrow();
        const event = await desk.db.selectFrom('request_event').select('at').where('request', '=', id).executeTakeFirstOrThrow();
        const filedAt = [filed.filedAt, filed.clock.startedAt, claims.filedAt, status.filedAt, status.clock.startedAt, status.timeline[0]!.at, row.filed_at, event.at];
        assert.deepEqual(new Set(filedAt.map((at) => new Date(at).toISOString())).size, 1, String(filedAt));
        assert.deepEqual([filed.clock.dueAt, status.clock.dueAt], [claims.dueAt, claims.dueAt]);
        assert.equal(row.due_at.getTime(), Date.parse(claims.dueAt));
        assert.deepEqual([filed.clock.explanation[0], filed.filedAt], [{ step: 'filed', at: claims.filedAt }, claims.filedAt]);
        assert.deepEqual(status.clock.explanation, filed.clock.explanation);
      }
      assert.deepEqual((await verifyLog(desk.db, desk.ports.secrets)).faults, []);
    } finally {
      await desk.stop();
    }
  });
});
