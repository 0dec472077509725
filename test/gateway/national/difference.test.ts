import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { NationalChanges } from '../../../src/contract/intake.ts';
import type { NationalDifference } from '../../../src/contract/national-difference.ts';
import { nationalInput } from '../../../src/gateway/catalogue/national-files.ts';
import { publishNational } from '../../../src/gateway/catalogue/publish-national.ts';
import { readNationalFolder } from '../../../src/gateway/node/province-folder.ts';
import { officer, problemOf } from '../intake/officer.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

const card = 'صدور کارت ملی المثنی';
const file = 'declarations/sabt-ahval.csv';

describe('the difference of a national sheet', () => {
  let gateway: TestGateway;
  let id: string;
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all' });
    const { sheet } = await gateway.db.selectFrom('national_sheet_version').select('sheet').where((eb) => eb(eb.ref('content', '->>').key('title'), '=', card)).executeTakeFirstOrThrow();
    id = sheet;
  });
  after(() => gateway.stop());
  const ask = (query = '', sheet = id) => gateway.fetch(`/v1/national-sheets/${sheet}/difference${query}`);
  const difference = async (query = '') => (await (await ask(query)).json()) as NationalDifference;
  /** The demo's national sheets with one text of this one changed. */
  async function publish(from: string, to: string, at: string) {
    gateway.setNow(at);
    const files = await readNationalFolder('demo/data/national');
    const text = new TextDecoder().decode(files.declarations[file]);
    assert.ok(text.includes(from));
    await publishNational(gateway.ports, nationalInput({ ...files, declarations: { ...files.declarations, [file]: new TextEncoder().encode(text.replace(from, to)) } }, 'test'));
  }
  const provinceOf = ({ provinces }: NationalDifference, name: string) => provinces.find(({ province }) => province === name)!;

  it('before the first version there was nothing: all that it says is new', async () => {
    const first = await difference();
    assert.deepEqual([first.sheet.title, first.sheet.organisation.id, first.base, first.version], [card, 'sabt-ahval', 0, 1]);
    assert.ok(first.fields.some(({ field, before: was, after: is }) => field === 'title' && was === null && is === card));
    assert.deepEqual(first.provinces.map(({ province, services }) => [province, services]), [['alborz', 1], ['isfahan', 1]]);
    assert.deepEqual(await difference('?base=0'), first);
  });

  it('a change is told field by field, and in which province which agency hides it', async () => {
    await publish('حداکثر ۴۵ روز', 'حداکثر ۳۰ روز', '2026-11-25T06:30:00Z');
    const { base, version, at, fields, ...rest } = await difference();
    assert.deepEqual([base, version, at], [1, 2, '2026-11-25T06:30:00.000Z']);
    assert.deepEqual(fields, [
      { field: 'time', before: { min: null, max: 45, unit: 'day' }, after: { min: null, max: 30, unit: 'day' } },
      { field: 'timeText', before: 'حداکثر ۴۵ روز', after: 'حداکثر ۳۰ روز' },
    ]);
    const alborz = provinceOf(rest as NationalDifference, 'alborz');
    assert.deepEqual(alborz.overridden.map(({ offering, agency, field, declared, national, nationalSince, hidden }) => [offering.title, agency, field, declared.timeText, national.timeText, nationalSince, hidden]),
      [[card, 'sabt-ahval', 'time', '۱ تا ۳ ماه', 'حداکثر ۳۰ روز', '2026-11-25T06:30:00.000Z', true]]);
    assert.equal(alborz.follow, 0);
    const isfahan = provinceOf(rest as NationalDifference, 'isfahan');
    assert.deepEqual([isfahan.services, isfahan.follow, isfahan.overridden.map(({ offering, field }) => [offering.id.startsWith('isfahan.'), field])], [1, 0, [[true, 'time']]]);

    const mine = officer(gateway, await gateway.signIn({ agency: 'sabt-ahval', role: 'officer' }));
    const { items } = await mine.good<NationalChanges>(mine.get('/v1/staff/national-changes'));
    assert.deepEqual(alborz.overridden.map(({ hidden: _, ...override }) => override), items.filter(({ offering }) => offering.title === card), 'officers read the same');
  });

  it('is compared with any earlier version', async () => {
    await publish('رسید درخواست را همراه داشته باشید.', 'رسید درخواست بس است.', '2026-11-26T06:30:00Z');
    const named = (all: NationalDifference) => all.fields.map(({ field }) => field);
    const [last, earlier] = [await difference(), await difference('?base=1')];
    assert.deepEqual([last.base, last.version, named(last)], [2, 3, ['time', 'timeText', 'questions']]);
    assert.deepEqual([earlier.base, named(earlier)], [1, ['questions']]);
    const { follow, overridden } = provinceOf(earlier, 'alborz');
    assert.deepEqual([follow, overridden], [1, []], 'people see the change; what did not change hides nothing of it');
    assert.ok((await difference('?base=0')).fields.length > 5);
  });

  it('says what is not there, and is not sent again to who has it', async () => {
    for (const query of ['?base=3', '?base=9']) assert.deepEqual(await problemOf(ask(query)), [404, 'notFound'], query);
    assert.deepEqual(await problemOf(ask('', 'nobody.none')), [404, 'notFound']);
    assert.deepEqual(await problemOf(ask('?base=x')), [422, 'input.invalid']);
    const answer = await ask();
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal((await gateway.fetch(`/v1/national-sheets/${id}/difference`, { headers: { 'if-none-match': answer.headers.get('etag')! } })).status, 304);
  });
});
