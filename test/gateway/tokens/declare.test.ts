import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Draft } from '../../../src/contract/intake.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import type { SystemDeclaration } from '../../../src/contract/token.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { csvOf, officer, problemOf, tableOf } from '../intake/officer.ts';
import { systemOfAgency } from './system.ts';

interface Rows { total: number; modified: string | null; ids: string[]; services: Record<string, string>[] }

describe('an agency’s own system declares', () => {
  let gateway: TestGateway;
  let system: Awaited<ReturnType<typeof systemOfAgency>>;
  beforeEach(async () => {
    gateway = await startTestGateway({ agencies: ['gaz', 'post'] });
    system = await systemOfAgency(gateway, 'post');
  });
  afterEach(() => gateway.stop());

  const table = tableOf('post');
  const columnOf = (name: string): number => table[0]!.findIndex((header) => header.includes(name));
  const phoneAt = columnOf('تلفن');
  /** The demo's table with another phone in its first row. */
  const withPhone = (phone: string): string[][] => table.map((row, at) => (at === 1 ? row.map((cell, column) => (column === phoneAt ? phone : cell)) : row));
  const rows = async (query = ''): Promise<Rows> => (await (await system.get(query)).json()) as Rows;
  const versions = async () => (await system.staff.publications('post')).items.map(({ version, byName }) => [version, byName]);
  const drafts = async () => (await system.staff.good<{ items: Draft[] }>(system.staff.get('/v1/staff/declarations?agency=post'))).items.map(({ state }) => state);
  const problem = async (answer: Promise<Response>): Promise<Problem> => (await (await answer).json()) as Problem;

  it('the table as it is published changes nothing, in bytes or in meaning, and leaves nothing behind', async () => {
    for (const query of ['', '?publish=true']) {
      const told = await system.declare(table, query);
      assert.deepEqual([told.outcome, told.difference?.counts.same, told.draft.state], ['unchanged', table.length - 1, 'discarded']);
    }
    assert.deepEqual([await versions(), await drafts()], [[], []]);
  });

  it('what says again what is published is the declaration of that day, a dry run is not', async () => {
    const day = async () => {
      const { items } = (await (await gateway.fetch('/v1/provinces/alborz/declarations')).json()) as { items: { agency: { id: string }; lastDeclared: string }[] };
      return items.find(({ agency }) => agency.id === 'post')!.lastDeclared;
    };
    assert.equal(await day(), '2026-11-24');
    gateway.setNow('2026-11-27T06:30:00Z');
    await system.declare(table, '?dry-run=true');
    assert.equal(await day(), '2026-11-24');
    await system.declare(table);
    assert.equal(await day(), '2026-11-27');
    await system.declare(withPhone('02632777777'), '?publish=true');
    gateway.setNow('2026-11-28T06:30:00Z');
    assert.equal((await system.declare(withPhone('02632777777'), '?publish=true')).outcome, 'unchanged');
    assert.equal(await day(), '2026-11-28');
  });

  it('a change is drafted, and published when asked; the same file again is known', async () => {
    const changed = withPhone('02632777777');
    const drafted = await system.declare(changed, '?name=شبانه.csv');
    assert.deepEqual([drafted.outcome, drafted.difference!.counts.changed, drafted.draft.fileName, drafted.draft.receivedBy], ['drafted', 1, 'شبانه.csv', null]);
    assert.equal((await system.declare(changed)).draft.id, drafted.draft.id, 'one draft for one file');
    const published = await system.declare(changed, '?publish=true');
    assert.deepEqual([published.outcome, published.draft.id, published.draft.publishedAs], ['published', drafted.draft.id, 2]);
    assert.deepEqual((await versions())[0], [2, 'سامانه post']);
    assert.ok((await rows()).services.some((row) => row['تلفن پاسخگو'] === '02632777777'));
    const again = await system.declare(changed, '?publish=true');
    assert.deepEqual([again.outcome, again.draft.id, again.tag], ['unchanged', drafted.draft.id, published.tag]);
    assert.equal((await versions()).length, 2);
    assert.deepEqual(await drafts(), ['published']);
  });

  it('what it sends takes the place of what it sent before, not of what an officer has mended', async () => {
    const first = await system.declare(withPhone('02632111111'));
    const second = await system.declare(withPhone('02632222222'));
    assert.deepEqual(await drafts(), ['draft']);
    assert.notEqual(first.draft.id, second.draft.id);
    await system.staff.good(system.staff.post(`/v1/staff/declarations/${second.draft.id}/cells`, { version: second.draft.version, row: 2, column: 'phone', value: '02632333333' }));
    const same = await system.declare(withPhone('02632222222'), '?publish=true');
    assert.deepEqual([same.outcome, same.draft.id], ['waiting', second.draft.id]);
    assert.match(same.detail, /officer is mending/);
    await system.declare(withPhone('02632444444'));
    assert.deepEqual(await drafts(), ['draft', 'draft']);
  });

  it('a dry run tells all and keeps nothing', async () => {
    const answer = await system.put(csvOf(withPhone('تلفن ندارد')), '?dry-run=true&publish=true');
    const told = (await answer.json()) as SystemDeclaration;
    assert.equal(told.outcome, 'checked');
    assert.equal(told.difference!.counts.changed, 1);
    const [row] = told.rows.items.filter(({ row }) => row === 2);
    assert.ok(row!.findings.some(({ column, severity }) => column === 'phone' && severity === 'warning'), JSON.stringify(row));
    assert.ok(Object.keys(told.rows.rules).length > 0);
    assert.deepEqual([await versions(), await drafts()], [[], []]);
    assert.deepEqual(await gateway.db.selectFrom('intake_row').select('row').execute(), []);
  });

  it('waits for a second person where the head wants one', async () => {
    const head = officer(gateway, await gateway.signIn({ agency: 'post', role: 'head' }));
    await head.good(head.post('/v1/staff/publications/setting', { agency: 'post', secondPerson: true }));
    const told = await system.declare(withPhone('02632777777'), '?publish=true');
    assert.equal(told.outcome, 'waiting');
    assert.match(told.detail, /wants a person/);
    await system.staff.publish(told.draft.id);
    assert.equal((await system.declare(withPhone('02632777777'), '?publish=true')).outcome, 'unchanged');
  });

  it('does not publish again what people took back', async () => {
    const file = withPhone('02632777777');
    await system.declare(file, '?publish=true');
    await system.staff.good(system.staff.post('/v1/staff/publications/roll-back', { agency: 'post', base: 2, to: 1 }));
    const told = await system.declare(file, '?publish=true');
    assert.equal(told.outcome, 'waiting');
    assert.match(told.detail, /took this very file back/);
    assert.equal((await system.declare(file, '?publish=true')).draft.id, told.draft.id);
    assert.equal((await system.declare(withPhone('02632888888'), '?publish=true')).outcome, 'published');
  });

  it('needs a word more when most services would go', async () => {
    const few = table.slice(0, 2);
    const refused = system.put(csvOf(few), '?publish=true');
    assert.deepEqual(await problemOf(refused), [409, 'declaration.mostGone']);
    assert.match((await problem(system.put(csvOf(few), '?publish=true'))).detail!, new RegExp(`^${table.length - 2} of ${table.length - 1} .*confirm-gone=true`));
    assert.equal((await rows()).total, table.length - 1);
    assert.equal((await system.declare(few, '?publish=true&confirm-gone=true')).outcome, 'published');
    assert.deepEqual(((await rows()).ids.length), 1);
  });

  it('a file that cannot be read is refused with what is wrong, and stays for officers to see', async () => {
    const nonsense = await problem(system.put('این فایل جدول نیست', '?publish=true'));
    assert.equal(nonsense.code, 'declaration.rejected');
    assert.match(nonsense.detail!, /[آ-ی]/);
    const broken = table.map((row, at) => (at === 0 ? row : row.map((cell, column) => (column === columnOf('عنوان خدمت') ? '' : cell))));
    const rejected = await problem(system.put(csvOf(broken), '?publish=true'));
    assert.equal(rejected.status, 422);
    assert.deepEqual([rejected.errors![0]!.path, rejected.errors!.length], ['row 2', table.length - 1]);
    assert.deepEqual(await drafts(), ['draft']);
    assert.deepEqual(await problemOf(system.put('')), [422, 'upload.empty']);
  });

  it('holds its If-Match against what is published', async () => {
    const tag = (await system.get()).headers.get('etag')!;
    const first = await system.put(csvOf(withPhone('02632777777')), '?publish=true', { 'if-match': tag });
    assert.equal(first.status, 200);
    const next = first.headers.get('etag')!;
    assert.equal((await system.get()).headers.get('etag'), next);
    assert.deepEqual(await problemOf(system.put(csvOf(table), '?publish=true', { 'if-match': tag })), [412, 'declaration.outdated']);
    assert.equal((await system.put(csvOf(table), '?publish=true', { 'if-match': `"other", ${next}` })).status, 200);
  });

  it('two at once publish once each or are told to try again; one key is done once', async () => {
    const both = await Promise.all(['02632111111', '02632222222'].map((phone) => system.put(csvOf(withPhone(phone)), '?publish=true')));
    const codes = await Promise.all(both.map(async (each) => (each.ok ? 'good' : ((await each.json()) as Problem).code)));
    assert.ok(codes.includes('good'));
    for (const code of codes) assert.ok(['good', 'declaration.changed', 'declaration.notReady'].includes(code), code);
    const key = { 'idempotency-key': 'night-of-1405-09-03' };
    const [one, two] = await Promise.all([0, 1].map(() => system.put(csvOf(withPhone('02632555555')), '?publish=true', key)));
    assert.deepEqual(await one!.json(), await two!.json());
    assert.deepEqual([one!, two!].map(({ headers }) => headers.get('idempotency-replayed')).sort(), [null, 'true']);
    assert.deepEqual(await problemOf(system.put(csvOf(table), '?publish=true', key)), [422, 'idempotency.mismatch']);
  });

  it('reads what is published, whole or since a moment, and sends it back in any form without a change', async () => {
    const whole = await rows();
    assert.deepEqual([whole.total, whole.ids.length, whole.services.length], [table.length - 1, table.length - 1, table.length - 1]);
    gateway.setNow('2026-11-26T10:00:00+03:30');
    await system.declare(withPhone('02632777777'), '?publish=true');
    for (const after of ['2026-11-25', '2026-11-25T10:00:00Z']) {
      const since = await rows(`?modified_after=${after}`);
      assert.deepEqual([since.total, since.services.map((row) => row['تلفن پاسخگو']), since.ids.length], [1, ['02632777777'], table.length - 1]);
    }
    assert.equal((await rows('?modified_after=2026-11-27')).total, 0);
    assert.deepEqual(await problemOf(system.get('?modified_after=دیروز')), [422, 'input.invalid']);
    const tag = (await system.get()).headers.get('etag')!;
    assert.equal((await system.get('', { 'if-none-match': tag })).status, 304);
    for (const format of ['json', 'csv']) {
      const answer = await system.get(`?format=${format}`);
      assert.equal(answer.headers.get('etag'), tag);
      const told = (await (await system.put(new Uint8Array(await answer.arrayBuffer()), '?dry-run=true')).json()) as SystemDeclaration;
      assert.deepEqual(told.difference!.counts, { added: 0, changed: 0, gone: 0, same: table.length - 1 }, `${format} ${JSON.stringify(told.difference!.changed[0])}`);
    }
    assert.deepEqual(await problemOf(gateway.fetch('/v1/provinces/alborz/declarations/nobody')), [404, 'agency.notFound']);
    assert.deepEqual(await problemOf(gateway.fetch('/v1/provinces/nowhere/declarations/post')), [404, 'province.notFound']);
  });

  it('is judged by the day of Iran', async () => {
    const edited = columnOf('تاریخ ویرایش');
    // 1405/09/05 is 2026-11-26, which has begun in Iran at 23:00 UTC of the 25th.
    const tomorrow = table.map((row, at) => (at === 1 ? row.map((cell, column) => (column === edited ? '1405/09/06' : cell)) : row));
    const rulesAt = async (now: string) => {
      gateway.setNow(now);
      const { rows: { items } } = await system.declare(tomorrow, '?dry-run=true');
      return items.filter(({ row }) => row === 2).flatMap(({ findings }) => findings.map(({ rule }) => rule));
    };
    assert.ok((await rulesAt('2026-11-25T12:00:00Z')).includes('date-future'));
    assert.ok(!(await rulesAt('2026-11-25T23:00:00Z')).includes('date-future'));
  });
});
