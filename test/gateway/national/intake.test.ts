import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { NationalChanges } from '../../../src/contract/intake.ts';
import type { Offering } from '../../../src/contract/offering.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { officer, problemOf, tableOf } from '../intake/officer.ts';
import { startTestGateway, testPassword, type TestGateway } from '../../support/gateway.ts';

const card = 'صدور کارت ملی المثنی';

describe('national sheets, as officers see them', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all' });
    mine = officer(gateway, await gateway.signIn({ agency: 'sabt-ahval', role: 'officer' }));
  });
  after(() => gateway.stop());

  /** The demo's table of civil registration with cells of one service changed. */
  function tableWith(title: string, cells: Record<string, string>, agency = 'sabt-ahval'): string[][] {
    const table = tableOf(agency);
    const row = table.find((each) => each.includes(title))!;
    for (const [column, value] of Object.entries(cells)) row[table[0]!.indexOf(column)] = value;
    return table;
  }
  const changes = (who: ReturnType<typeof officer>, agency = '') => who.good<NationalChanges>(who.get(`/v1/staff/national-changes${agency && `?agency=${agency}`}`));

  it('a hidden change is listed for the agency with both values and both dates, and for no other province or agency', async () => {
    const { items, total } = await changes(mine);
    assert.deepEqual(items.map(({ offering, agency, field, declared, national }) => [offering.title, agency, field, declared.timeText, national.timeText]), [[card, 'sabt-ahval', 'time', '۱ تا ۳ ماه', 'حداکثر ۴۵ روز']]);
    // 1405/07/01 and 1405/08/12, as the sheets themselves are dated.
    assert.deepEqual([total, items[0]!.since, items[0]!.nationalSince, items[0]!.organisation.name.fa], [1, '2026-09-22T20:30:00.000Z', '2026-11-02T20:30:00.000Z', 'سازمان ثبت احوال کشور']);
    const all = await changes(officer(gateway, await gateway.signIn({ role: 'officer' })));
    assert.deepEqual(all.items.map(({ agency, field }) => [agency, field]), [['post', 'documents'], ['sabt-ahval', 'time']]);
    assert.ok(all.items.every(({ offering }) => offering.id.startsWith('alborz.')));
    assert.deepEqual(await problemOf(mine.get('/v1/staff/national-changes?agency=post')), [403, 'staff.forbidden']);

    await createStaff(gateway.ports, { username: 'isfahan-officer', name: 'آزمون', password: testPassword, role: 'officer', province: 'isfahan' });
    const signedIn = await gateway.fetch('/v1/staff/session', { json: { username: 'isfahan-officer', password: testPassword } });
    const there = officer(gateway, signedIn.headers.getSetCookie()[0]!.split(';')[0]!);
    assert.ok((await changes(there)).items.every(({ offering }) => offering.id.startsWith('isfahan.')));
  });

  it('the difference says what merely repeats the national sheet; emptying the cell drops it, and nobody asks for what is national', async () => {
    const draft = await mine.handIn('sabt-ahval', tableOf('sabt-ahval'));
    const { counts, national } = await mine.difference(draft.id);
    assert.deepEqual(counts, { added: 0, changed: 0, gone: 0, same: 10 });
    const { marks, row } = national.find(({ title }) => title === card)!;
    assert.ok(marks.repeated.some(({ field }) => field === 'fee'));
    assert.deepEqual(marks.overridden.map(({ field }) => field), ['time']);

    let { version } = draft;
    for (const column of ['fee', 'time', 'description', 'steps']) {
      const mended = await mine.good<{ version: number; row: { findings: { rule: string }[] } }>(mine.post(`/v1/staff/declarations/${draft.id}/cells`, { version, row, column, value: '' }));
      version = mended.version;
      assert.deepEqual(mended.row.findings.filter(({ rule }) => rule.endsWith('-missing')), [], column);
    }
    const after = await mine.difference(draft.id);
    assert.deepEqual(after.changed.map(({ title, fields }) => [title, fields.map(({ field }) => field)]), [[card, ['description', 'time', 'timeText', 'fee', 'steps']]]);
    await mine.publish(draft.id);
    const id = after.changed[0]!.id;
    const sheet = (await (await gateway.fetch(`/v1/offerings/${id}`)).json()) as Offering;
    assert.deepEqual([sheet.timeText, sheet.fee.lines[0]!.amountRial, sheet.steps.length > 2, sheet.national!.overridden], ['حداکثر ۴۵ روز', 1_500_000, true, []]);
    assert.deepEqual((await changes(mine)).items, []);

    // Where there is no national sheet the cell is asked for as ever.
    const other = await mine.handIn('sabt-ahval', tableWith('تغییر نام', { 'هزینه': '' }));
    const rows = await mine.rows(other.id, '&only=told');
    assert.ok(rows.some(({ findings }) => findings.some(({ rule }) => rule === 'fee-missing')));
  });

  it('a code under another title, or a title under another code, is told and merged with nothing', async () => {
    const keeper = officer(gateway, await gateway.signIn({ role: 'officer' }));
    const draft = await keeper.handIn('gaz', [['شناسه خدمت', 'عنوان خدمت', 'مدت زمان ارائه', 'هزینه', 'مدارک لازم'],
      ['13031670100', 'اشتراک‌پذیری گاز خانگی و جزء', '۱۵ روز', 'رایگان', 'سند'], ['13031670110', 'اشتراک‌پذیری جزء گاز', '۱۵ روز', 'رایگان', 'سند']]);
    const rows = await keeper.rows(draft.id);
    const told = rows.map(({ row, findings }) => [row, findings.filter(({ rule }) => rule.startsWith('national-')).map(({ rule, column, fix }) => [rule, column, fix])]);
    assert.deepEqual(told, [[2, [['national-title-differs', 'title', 'اشتراک‌پذیری جزء گاز']]], [3, [['national-code-differs', 'code', '13031670100']]]]);
    assert.deepEqual((await keeper.difference(draft.id)).national, []);
  });
});
