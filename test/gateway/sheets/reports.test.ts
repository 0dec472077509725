import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SheetReports } from '../../../src/contract/sheet.ts';
import { sweep } from '../../../src/gateway/housekeeping.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { testNow, testPassword } from '../../support/gateway.ts';
import { problemOf, startDesk, type TestDesk } from '../requests/desk.ts';

const text = 'اتاق این واحد جابه‌جا شده است؛ اکنون طبقه دوم است.';
const own = { 'sec-fetch-site': 'same-origin' };

describe('what readers find wrong in a sheet', () => {
  let desk: TestDesk;
  before(async () => {
    desk = await startDesk();
  });
  after(() => desk.stop());

  const report = (body: object, offering = desk.offering) => desk.fetch(`/v1/offerings/${offering}/reports`, { json: body });
  const list = async (cookie: string): Promise<SheetReports> => {
    const answer = await desk.fetch('/v1/staff/sheet-reports', { headers: { cookie } });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as SheetReports;
  };
  const close = (cookie: string, id: string) => desk.fetch(`/v1/staff/sheet-reports/${id}/done`, { method: 'POST', headers: { cookie, ...own } });

  it('reaches the officers of the province, without a trace of the sender, and goes when it was looked after', async () => {
    assert.equal((await report({ version: 1, text: `  ${text} ` })).status, 204);
    const officer = await desk.signIn({ role: 'officer' });
    const { items: [one], total } = await list(officer);
    assert.equal(total, 1);
    assert.deepEqual({ ...one, id: '' }, {
      id: '', offering: { id: desk.offering, title: 'واگذاری انشعاب آب' }, agency: 'abfa', version: 1, changedSince: false, text, at: new Date(testNow).toISOString(),
    });
    assert.equal((await close(officer, one!.id)).status, 204);
    assert.equal((await close(officer, one!.id)).status, 204);
    assert.deepEqual(await list(officer), { total: 0, items: [] });
    assert.equal((await problemOf(await close(officer, 'nothing'))).code, 'report.notFound');
  });

  it('refuses a version that never was, a service that is not there, and no text', async () => {
    assert.equal((await problemOf(await report({ version: 7, text }))).code, 'offering.notFound');
    assert.equal((await problemOf(await report({ version: 1, text }, 'alborz.abfa.none'))).code, 'offering.notFound');
    for (const bad of ['', '   a   ', 'x'.repeat(1001)]) assert.equal((await problemOf(await report({ version: 1, text: bad }))).code, 'input.invalid');
  });

  it('is shown to nobody else: not to experts, not in another province', async () => {
    assert.equal((await report({ version: 1, text })).status, 204);
    const expert = await desk.signIn({ agency: 'abfa' });
    for (const answer of [await desk.fetch('/v1/staff/sheet-reports', { headers: { cookie: expert } }), await close(expert, 'any')]) {
      assert.equal((await problemOf(answer)).code, 'staff.forbidden');
    }
    await createStaff(desk.ports, { username: 'elsewhere', name: 'ناظر', password: testPassword, role: 'officer', province: 'isfahan' });
    const session = await desk.fetch('/v1/staff/session', { json: { username: 'elsewhere', password: testPassword } });
    const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
    assert.deepEqual(await list(cookie), { total: 0, items: [] });
    const [mine] = (await list(await desk.signIn({ role: 'officer' }))).items;
    assert.equal((await problemOf(await close(cookie, mine!.id))).code, 'report.notFound');
  });

  it('is erased after half a year', async () => {
    desk.setNow(new Date(Date.parse(testNow) + 181 * 86_400_000));
    await sweep(desk.ports);
    assert.equal(await desk.db.selectFrom('sheet_report').select('id').executeTakeFirst(), undefined);
    desk.setNow(testNow);
  });
});
