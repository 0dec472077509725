import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DraftKinds } from '../../../src/contract/intake.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { officer, problemOf } from './officer.ts';

const header = ['عنوان خدمت', 'شرح خدمت', 'مدارک لازم', 'مدت زمان ارائه', 'هزینه', 'تلفن پاسخگو', 'واحد مسئول'];
const row = (title: string, documents: string, description = 'برای همه مردم شهر.'): string[] => [title, description, documents, '۵ روز', 'رایگان', '۰۲۶-۳۲۰۰۰۰۱۱', 'واحد آزمون'];

describe('intake: what is said, by kind', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['abfa', 'gaz'] });
    mine = officer(gateway, await gateway.signIn({ agency: 'abfa', role: 'officer' }));
  });
  after(() => gateway.stop());

  const kinds = (draft: string) => mine.good<DraftKinds>(mine.get(`/v1/staff/declarations/${draft}/kinds`));
  const all = (draft: string, version: number, rule = 'forbidden-copy') => mine.post(`/v1/staff/declarations/${draft}/fixes/all`, { version, column: 'documents', rule });
  const table = () => [header, row('خدمت یک', 'تصویر شناسنامه'), row('خدمت دو', 'کدپستی'), row('خدمت سه', 'کپی کارت ملی؛ کدپستی'), row('گواهي چهار', 'تصویر شناسنامه')];

  it('kinds come gravest first, with how many rows, how many a press mends, and the first with what became of it', async () => {
    const { id } = await mine.handIn('abfa', table());
    const { items, rules } = await kinds(id);
    const severities = items.map(({ severity }) => severity);
    assert.deepEqual(severities, [...severities].sort((a, b) => ['warning', 'advice', 'repaired'].indexOf(a) - ['warning', 'advice', 'repaired'].indexOf(b)));
    const copies = items.find(({ rule }) => rule === 'forbidden-copy')!;
    assert.deepEqual([copies.column, copies.rows, copies.fixable, copies.first.row, copies.first.before], ['documents', 3, 3, 2, 'تصویر شناسنامه']);
    const letters = items.find(({ rule }) => rule === 'arabic-letters')!;
    assert.deepEqual([letters.rows, letters.fixable, letters.first], [1, 0, { row: 5, message: letters.first.message, before: 'گواهي چهار', after: 'گواهی چهار' }]);
    assert.ok(items.every(({ rule }) => rules[rule]));
    const only = await mine.rows(id, '&rule=forbidden-copy');
    assert.deepEqual(only.map((each) => each.row), [2, 4, 5]);
  });

  it('a row tells what is published of a cell that was put right, and how plainly its texts are written', async () => {
    const long = Array.from({ length: 40 }, () => 'واژه').join(' ');
    const { id } = await mine.handIn('abfa', [header, row('گواهي چهار', 'کدپستی', long), row('خدمت دو', 'کدپستی')]);
    const [first, second] = await mine.rows(id);
    assert.deepEqual([first!.asRead, second!.asRead], [{ title: 'گواهی چهار' }, {}]);
    // 40 words: 25 above the mean that costs nothing, 15 above the longest that does.
    assert.deepEqual([first!.plain['description'], second!.plain['description']], [10, 100]);
  });

  it('one press mends all rows of a kind, once, and makes who pressed a drafter', async () => {
    const { id, version } = await mine.handIn('abfa', table());
    const fixed = await mine.good<{ version: number; mended: number }>(all(id, version));
    assert.deepEqual(fixed, { version: version + 1, mended: 3 });
    assert.deepEqual((await mine.rows(id)).map(({ cells }) => cells['documents']), ['اصل شناسنامه', 'کدپستی', 'اصل کارت ملی؛ کدپستی', 'اصل شناسنامه']);
    assert.ok((await kinds(id)).items.every(({ rule }) => rule !== 'forbidden-copy'));
    assert.deepEqual((await mine.difference(id)).counts.added, 4);
    assert.deepEqual(await problemOf(all(id, version)), [409, 'declaration.changed']);
    assert.deepEqual(await problemOf(all(id, version + 1)), [422, 'input.invalid'], 'nothing is left to mend');
  });

  it('more rows than are held at once are all counted and all mended', async () => {
    const rows = Array.from({ length: 1_050 }, (_, at) => row(`خدمت شماره ${at}`, 'تصویر شناسنامه'));
    const { id, version } = await mine.handIn('abfa', [header, ...rows]);
    assert.equal((await kinds(id)).items.find(({ rule }) => rule === 'forbidden-copy')!.fixable, 1_050);
    assert.equal((await mine.good<{ mended: number }>(all(id, version))).mended, 1_050);
    assert.ok((await kinds(id)).items.every(({ rule }) => rule !== 'forbidden-copy'));
  });

  it('is nothing to officers of another agency', async () => {
    const { id, version } = await mine.handIn('abfa', table());
    const other = officer(gateway, await gateway.signIn({ agency: 'gaz', role: 'officer' }));
    assert.deepEqual(await problemOf(other.get(`/v1/staff/declarations/${id}/kinds`)), [404, 'declaration.notFound']);
    assert.deepEqual(await problemOf(other.post(`/v1/staff/declarations/${id}/fixes/all`, { version, column: 'documents', rule: 'forbidden-copy' })), [404, 'declaration.notFound']);
  });
});
