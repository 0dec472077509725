import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Catalogue, SearchAnswer } from '../../../src/contract/catalogue.ts';
import type { Offering } from '../../../src/contract/offering.ts';
import { nationalInput, type NationalInput } from '../../../src/gateway/catalogue/national-files.ts';
import { ProvinceFileError } from '../../../src/gateway/catalogue/province-files.ts';
import { publishNational } from '../../../src/gateway/catalogue/publish-national.ts';
import { readNationalFolder } from '../../../src/gateway/node/province-folder.ts';
import { publishOnce } from '../../../demo/publish-once.ts';
import { officer, tableOf } from '../intake/officer.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

const provinces = ['alborz', 'isfahan'] as const;
const card = 'صدور کارت ملی المثنی';
const certificate = 'صدور گواهی تجرد';

describe('national sheets', () => {
  let gateway: TestGateway;
  let files: Awaited<ReturnType<typeof readNationalFolder>>;
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all' });
    files = await readNationalFolder('demo/data/national');
  });
  after(() => gateway.stop());

  const read = async <T>(path: string): Promise<T> => {
    const answer = await gateway.fetch(path);
    assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
    return (await answer.json()) as T;
  };
  const found = async (province: string, q: string) => (await read<SearchAnswer>(`/v1/search?limit=50&province=${province}&q=${encodeURIComponent(q)}`)).items.map(({ entry }) => entry);
  const idOf = async (province: string, title: string) => (await found(province, title)).find((entry) => entry.title === title)!.id;
  const sheetOf = async (province: string, title: string) => read<Offering>(`/v1/offerings/${await idOf(province, title)}`);
  /** The demo's national sheets with a text of civil registration's file changed. */
  const changed = (from: string, to: string): NationalInput => {
    const path = 'declarations/sabt-ahval.csv';
    const text = new TextDecoder().decode(files.declarations[path]);
    assert.ok(text.includes(from));
    return nationalInput({ ...files, declarations: { ...files.declarations, [path]: new TextEncoder().encode(text.replace(from, to)) } }, 'test');
  };
  const asInDemo = () => nationalInput(files, 'test');

  it('are shared by the provinces: what no agency says is in both, what one says otherwise is marked with both values', async () => {
    for (const province of provinces) {
      const { national, questions, timeText } = await sheetOf(province, card);
      assert.ok(national!.inherited.includes('questions'));
      assert.equal(questions.length, 2);
      assert.deepEqual(national!.overridden.map(({ field, national: says, hidden }) => [field, says.timeText, hidden]), [['time', 'حداکثر ۴۵ روز', true]]);
      assert.equal(timeText, '۱ تا ۳ ماه');
      const known = (await sheetOf(province, certificate)).national!.overridden;
      assert.deepEqual(known.map(({ field, national: says, hidden }) => [field, says.fee?.lines[0]?.amountRial, hidden]), [['fee', 120_000, false]]);
    }
    assert.equal((await sheetOf('alborz', 'تغییر نام')).national, null);
  });

  it('published again change nothing, and neither does a province', async () => {
    const before = await Promise.all(provinces.map((province) => read<Catalogue>(`/v1/catalogue?province=${province}`)));
    const { changed: other, withdrawn, provinces: renewed } = await publishNational(gateway.ports, asInDemo());
    assert.deepEqual([other, withdrawn, renewed], [0, 0, []]);
    assert.deepEqual((await publishOnce(gateway.ports, 'isfahan', {})).changed, 0);
    assert.deepEqual(await Promise.all(provinces.map((province) => read<Catalogue>(`/v1/catalogue?province=${province}`))), before);
  });

  it('that change are seen in every province, in sheet, form and search; older versions of a sheet stay as they were', async () => {
    gateway.setNow('2026-11-25T10:00:00+03:30');
    const was = await sheetOf('isfahan', card);
    const catalogue = await read<Catalogue>('/v1/catalogue?province=isfahan');
    const report = await publishNational(gateway.ports, changed('رسید درخواست را همراه داشته باشید.', 'رسید درخواست بس است.'));
    assert.deepEqual([report.changed, report.provinces.map(({ province, offerings }) => [province, offerings])], [1, [['alborz', 1], ['isfahan', 1]]]);
    for (const province of provinces) assert.equal((await sheetOf(province, card)).questions[0]!.answer, 'رسید درخواست بس است.');
    const now = await sheetOf('isfahan', card);
    assert.deepEqual([now.version, now.national!.version], [was.version + 1, was.national!.version + 1]);
    assert.deepEqual(await read<Offering>(`/v1/offerings/${was.id}?v=${was.version}`), was);
    assert.equal((await read<Catalogue>('/v1/catalogue?province=isfahan')).version, report.provinces[1]!.version);
    assert.equal(report.provinces[1]!.version, catalogue.version, 'questions are not searched, so the index is the same');
    await publishNational(gateway.ports, asInDemo());
    assert.deepEqual((await sheetOf('isfahan', card)).questions, was.questions);
  });

  it('that an agency repeats tell it when they change, and nothing of its own is lost', async () => {
    gateway.setNow('2026-11-26T10:00:00+03:30');
    const before = await sheetOf('alborz', 'تعویض شناسنامه');
    assert.deepEqual(before.national!.overridden, []);
    const { provinces: renewed } = await publishNational(gateway.ports, changed('حداکثر ۱۵ روز کاری', 'حداکثر ۷ روز کاری'));
    assert.deepEqual(renewed.map(({ province, hidden }) => [province, hidden]), [['alborz', 1], ['isfahan', 1]]);
    const { time, national } = await sheetOf('alborz', 'تعویض شناسنامه');
    assert.deepEqual([time, national!.overridden.map(({ field, hidden, nationalSince }) => [field, hidden, nationalSince])], [before.time, [['time', true, '2026-11-26T06:30:00.000Z']]]);
    await publishNational(gateway.ports, asInDemo());
    assert.deepEqual((await sheetOf('alborz', 'تعویض شناسنامه')).national!.overridden, []);
  });

  it('go along when an agency publishes and rolls back: its words come back, the national ones stay what they are', async () => {
    const mine = officer(gateway, await gateway.signIn({ agency: 'sabt-ahval', role: 'officer' }));
    const [head, ...rows] = tableOf('sabt-ahval');
    const [title, time, questions] = ['عنوان خدمت', 'مدت زمان ارائه', 'پرسش‌های متداول'].map((name) => head!.indexOf(name)) as [number, number, number];
    const row = rows.find((cells) => cells[title] === card)!;
    row[time] = '';
    row[questions] = 'آیا پستی می‌آید؟|بله.';
    const draft = await mine.handIn('sabt-ahval', [head!, ...rows]);
    const [was, elsewhere] = [await sheetOf('alborz', card), await sheetOf('isfahan', card)];
    await mine.publish(draft.id);
    const now = await sheetOf('alborz', card);
    assert.deepEqual([now.timeText, now.national!.inherited, now.national!.overridden.map(({ field }) => field)], ['حداکثر ۴۵ روز', ['time'], ['questions']]);
    const entry = (await found('alborz', card)).find(({ id }) => id === now.id)!;
    assert.deepEqual(entry.time, now.time, 'a result shows what the sheet says');
    assert.deepEqual(await sheetOf('isfahan', card), elsewhere, 'the other province is as it was');

    const meanwhile = await publishNational(gateway.ports, changed('رسید درخواست را همراه داشته باشید.', 'رسید درخواست بس است.'));
    assert.ok(meanwhile.changed);
    await mine.good(mine.post('/v1/staff/publications/roll-back', { agency: 'sabt-ahval', base: 2, to: 1 }));
    const back = await sheetOf('alborz', card);
    assert.deepEqual([back.timeText, back.questions[0]!.answer], ['۱ تا ۳ ماه', 'رسید درخواست بس است.']);
    await publishNational(gateway.ports, asInDemo());
    const noVersions = (sheet: Offering) => ({ ...sheet, version: 0, publishedAt: '', national: { ...sheet.national, version: 0 } });
    assert.deepEqual(noVersions(await sheetOf('alborz', card)), noVersions(was));
  });

  it('published while provinces and officers publish leave nothing of before, and nobody waits for ever', async () => {
    const mine = officer(gateway, await gateway.signIn({ agency: 'post', role: 'officer' }));
    const draft = await mine.handIn('post', tableOf('post'));
    const { version, base } = await mine.difference(draft.id);
    const [, , , published] = await Promise.all([
      publishOnce(gateway.ports, 'isfahan', {}), publishNational(gateway.ports, changed('بس است.', 'بس خواهد بود.')), publishOnce(gateway.ports, 'alborz', {}),
      mine.post(`/v1/staff/declarations/${draft.id}/publish`, { version, base }),
    ]);
    assert.ok(published.ok, await published.clone().text());
    for (const province of provinces) {
      assert.equal((await sheetOf(province, card)).questions[1]!.answer, 'خیر، اعلام گم شدن بس خواهد بود.');
      assert.deepEqual((await sheetOf(province, 'صدور گواهی کدپستی')).national!.inherited, ['questions']);
    }
    await publishNational(gateway.ports, asInDemo());
  });

  it('that cannot be read change nothing; those that are gone take nothing of an agency with them', async () => {
    const before = await sheetOf('isfahan', card);
    await assert.rejects(publishNational(gateway.ports, nationalInput({ ...files, declarations: { ...files.declarations, 'declarations/post.csv': new Uint8Array([1, 2, 3]) } }, 'test')), ProvinceFileError);
    assert.deepEqual(await sheetOf('isfahan', card), before);
    const { withdrawn } = await publishNational(gateway.ports, { ...asInDemo(), organisations: asInDemo().organisations.filter(({ id }) => id !== 'sabt-ahval') });
    assert.equal(withdrawn, 3);
    const without = await sheetOf('isfahan', card);
    assert.deepEqual([without.national, without.questions, without.timeText], [null, [], '۱ تا ۳ ماه']);
    await publishNational(gateway.ports, asInDemo());
    assert.deepEqual((await sheetOf('isfahan', card)).questions, before.questions);
  });
});
