import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NationalSheet, Offering } from '../../../src/contract/offering.ts';
import { inherit, ownOf, saysNothing, sinceOf, type Own } from '../../../src/gateway/catalogue/inherit.ts';
import { nationalsAmong } from '../../../src/gateway/catalogue/national-store.ts';
import { sheetOf } from '../../../src/gateway/catalogue/sheets.ts';
import { compareNational } from '../../../src/gateway/declarations/lint/national.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';

const agency = { id: 'post', name: { fa: 'اداره کل پست' } };
const organisation = { id: 'post', name: { fa: 'شرکت ملی پست' } };
/** What a row with these cells declares. */
async function own(cells: Record<string, string>): Promise<Own> {
  const row = { 'عنوان خدمت': 'صدور گواهی کدپستی', 'مدت زمان ارائه': '', 'هزینه': '', 'مدارک لازم': '', 'مراحل': '', 'تاریخ ویرایش': '', ...cells };
  const { services } = await readDeclaration(new TextEncoder().encode(`${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`), 'post.csv');
  return sheetOf({ province: 'alborz', agency, illustrative: false }, services[0]!, new Map());
}
async function national(cells: Record<string, string>, at: string, earlier?: NationalSheet): Promise<NationalSheet> {
  const { sheet } = await own(cells);
  const { province: _p, agency: _a, link: _l, inquiries: _i, unit: _u, hoursText: _h, phone: _ph, form: _f, national: _n, ...shared } = sheet;
  const content = { ...shared, id: 'national.post.a', version: (earlier?.version ?? 0) + 1, organisation };
  return { ...content, since: sinceOf(content, earlier, new Date(at)) };
}
const marks = ({ national: told }: Offering) => told && [told.inherited, told.repeated.map(({ field }) => field), told.overridden.map(({ field, hidden }) => `${field}${hidden ? ' hidden' : ''}`)];

const [monday, tuesday, wednesday] = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z', '2026-11-25T08:00:00.000Z'] as const;
const said = { 'مدت زمان ارائه': '۵ روز کاری', 'هزینه': 'رایگان', 'مدارک لازم': 'شماره ملی؛ کدپستی', 'مراحل': 'ثبت|دبیرخانه|متصدی؛ صدور' };

test('what an agency leaves open is national, what it says stays and is marked', async () => {
  const sheet = inherit(await own({ 'هزینه': '۱۰۰ ریال', 'مدارک لازم': 'شماره ملي؛ كدپستي' }), await national(said, monday), undefined, new Date(tuesday));
  assert.deepEqual(marks(sheet), [['time', 'steps'], ['documents'], ['fee']]);
  assert.deepEqual([sheet.time, sheet.timeText, sheet.steps.length, sheet.fee.lines[0]!.amountRial], [{ min: 5, max: 5, unit: 'workDay' }, '۵ روز کاری', 2, 100]);
  const [fee] = sheet.national!.overridden;
  assert.deepEqual([fee!.national.fee?.kind, fee!.since, fee!.nationalSince, fee!.hidden], ['free', tuesday, monday, false]);
});

test('units and posts of steps, other spellings, another way to say the same time are no overrides', async () => {
  const sheet = inherit(await own({ 'مراحل': 'ثبت|باجه ۳؛ صدور|بایگانی|رئیس', 'مدت زمان ارائه': '5 روز كاري' }), await national(said, monday), undefined, new Date(tuesday));
  assert.deepEqual(marks(sheet), [['documents', 'fee'], ['time', 'steps'], []]);
  assert.equal(sheet.steps[0]!.unit, 'باجه ۳');
});

test('taking what is national out again gives what the agency declared', async () => {
  for (const cells of [{}, said, { 'هزینه': '۱۰۰ ریال' }, { 'مدارک لازم': 'ندارد' }] as Record<string, string>[]) {
    const declared = await own(cells);
    assert.deepEqual(ownOf(inherit(declared, await national(said, monday), undefined, new Date(tuesday))), declared);
  }
});

test('no document is said, not left open', async () => {
  const sheet = inherit(await own({ 'مدارک لازم': 'ندارد' }), await national(said, monday), undefined, new Date(tuesday));
  assert.deepEqual([sheet.documents, marks(sheet)![2]], [[], ['documents']]);
  const later = inherit(ownOf(sheet), await national(said, monday), { sheet, at: new Date(tuesday) }, new Date(wednesday));
  assert.deepEqual(later, sheet);
});

test('a national change is seen where nothing is said, and told where it is hidden, until the agency looks again', async () => {
  const old = await national(said, monday);
  const silent = inherit(await own({}), old, undefined, new Date(monday));
  const repeating = inherit(await own(said), old, undefined, new Date(monday));
  const changed = await national({ ...said, 'مدت زمان ارائه': '۳ روز کاری' }, wednesday, old);
  assert.deepEqual([changed.since.time, changed.since.fee], [wednesday, monday]);

  const renew = (sheet: Offering) => inherit(ownOf(sheet), changed, { sheet, at: new Date(monday) }, new Date(wednesday));
  assert.deepEqual([renew(silent).timeText, marks(renew(silent))![2]], ['۳ روز کاری', []]);
  const hiding = renew(repeating);
  assert.deepEqual([hiding.timeText, marks(hiding)![2]], ['۵ روز کاری', ['time hidden']]);
  assert.deepEqual([hiding.national!.overridden[0]!.since, hiding.national!.overridden[0]!.nationalSince], [monday, wednesday]);

  // 1405/09/05 is 2026-11-26: the agency has looked at its sheet and stays with it.
  const looked = inherit(await own({ ...said, 'تاریخ ویرایش': '۱۴۰۵/۰۹/۰۵' }), changed, { sheet: hiding, at: new Date(wednesday) }, new Date('2026-11-26T08:00:00Z'));
  assert.deepEqual([marks(looked)![2], looked.national!.overridden[0]!.since], [['time'], monday]);
});

test('dates of the sheets themselves tell which is older when both are new here', async () => {
  const sheet = inherit(await own({ 'هزینه': '۱۰۰ ریال', 'تاریخ ویرایش': '۱۴۰۵/۰۵/۰۱' }), await national({ ...said, 'تاریخ ویرایش': '۱۴۰۵/۰۶/۰۱' }, monday), undefined, new Date(monday));
  assert.deepEqual(marks(sheet)![2], ['fee hidden']);
  assert.equal(sheet.national!.overridden[0]!.since, '2026-07-22T20:30:00.000Z');
});

test('only one title and no two codes make one service; the rest is told and not merged', async () => {
  const sheet = { ...(await national(said, monday)), code: '13031670100' };
  const { find } = nationalsAmong([sheet]);
  const title = sheet.title;
  assert.equal(find({ code: null, title: 'صدور گواهي كدپستی' }), sheet);
  assert.equal(find({ code: '13031670100', title }), sheet);
  assert.equal(find({ code: '13031670110', title }), undefined);
  assert.equal(find({ code: '13031670100', title: 'گواهی دیگر' }), undefined);
  const told = compareNational([
    { row: 2, code: null, parentCode: null, title, editedOn: null }, { row: 3, code: '13031670110', parentCode: null, title, editedOn: null },
    { row: 4, code: '13031670100', parentCode: null, title: 'گواهی دیگر', editedOn: null }, { row: 5, code: '13031670100', parentCode: null, title, editedOn: null },
  ], [sheet]);
  assert.deepEqual(told.map(({ row, rule, severity, suggested }) => [row, rule, severity, suggested]), [
    [3, 'national-code-differs', 'warning', '13031670100'], [4, 'national-title-differs', 'warning', title],
  ]);
});

test('a field of a national sheet that says nothing has no date', async () => {
  const sheet = await national({ 'هزینه': 'رایگان' }, monday);
  assert.deepEqual(Object.keys(sheet.since), ['fee']);
  assert.ok(saysNothing(sheet, 'time'));
});
