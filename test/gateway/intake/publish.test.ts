import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import type { Offering } from '../../../src/contract/offering.ts';
import type { OpenData } from '../../../src/contract/open-data.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { seedDemo } from '../../../demo/seed.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { officer, problemOf, tableOf } from './officer.ts';

const column = (table: string[][], name: string): number => table[0]!.findIndex((header) => header.includes(name));

describe('intake: publishing', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  beforeEach(async () => {
    gateway = await startTestGateway({ agencies: ['gaz', 'post'] });
    mine = officer(gateway, await gateway.signIn({ agency: 'post', role: 'officer' }));
  });
  const stop: (() => Promise<void>)[] = [];
  beforeEach(() => void stop.push(() => gateway.stop()));
  after(() => Promise.all(stop.map((each) => each())));

  const json = async <T>(path: string): Promise<T> => (await (await gateway.fetch(path)).json()) as T;
  const catalogue = () => json<Catalogue>('/v1/catalogue');
  const found = async (q: string) => (await json<{ items: { entry: { id: string; title: string } }[] }>(`/v1/search?${new URLSearchParams({ q })}`)).items.map(({ entry }) => entry);
  /** Every file of open data, tables as what they declare. */
  async function exports(): Promise<Record<string, unknown>> {
    const { files } = await json<OpenData>('/v1/open-data/alborz');
    return Object.fromEntries(await Promise.all(files.map(async ({ name, path }): Promise<[string, unknown]> => {
      const bytes = new Uint8Array(await (await gateway.fetch(path)).arrayBuffer());
      return [name, /\.(csv|xlsx)$/.test(name) ? (await readDeclaration(bytes, name)).services : new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
    })));
  }
  /** All that people can see of an agency. */
  async function seen(agency: string) {
    const rows = await gateway.db.selectFrom('offering').select('id').where('agency', '=', agency).where('published_version', 'is not', null).orderBy('id').execute();
    const sheets = await Promise.all(rows.map(({ id }) => json<Offering>(`/v1/offerings/${id}`)));
    const forms = await Promise.all(sheets.filter(({ form }) => form).map(({ id }) => json<{ version: number }>(`/v1/offerings/${id}/form`)));
    const units = await gateway.db.selectFrom('unit').selectAll().where('agency', '=', agency).orderBy('id').execute();
    const { version: catalogueVersion, index, ...rest } = await catalogue();
    const { version: __, ...text } = await json<{ version: string; offerings?: unknown }>(index!);
    const noVersion = <T extends object>(all: T[]) => all.map((each) => ({ ...each, version: 0 }));
    const files = JSON.parse(JSON.stringify(await exports()).replaceAll(catalogueVersion, '')) as object;
    return JSON.parse(JSON.stringify({ sheets: noVersion(sheets), forms, units, rest: { ...rest, index: '' }, text, files }).replace(/(?<=version\\?": ?)(\d+|\\?"[0-9a-f]*\\?")/g, '0')) as object;
  }
  /** The demo's table with one service changed, one new in a room nobody knew, one gone. */
  function changedTable(): string[][] {
    const [head, ...rows] = tableOf('post');
    const [title, phone, unit] = [column([head!], 'عنوان خدمت'), column([head!], 'تلفن'), column([head!], 'واحد مسئول')];
    rows[0]![phone] = '۰۲۶-۳۲۷۷۷۷۷۷';
    const added = [...rows[0]!];
    added[title] = 'اجاره بادکنک پستی';
    added[unit] = 'واحد بادکنک‌ها';
    return [head!, ...rows.slice(0, -1), added];
  }

  it('the same again changes nothing', async () => {
    const before = await catalogue();
    const draft = await mine.handIn('post', tableOf('post'));
    const difference = await mine.difference(draft.id);
    assert.deepEqual([difference.counts, difference.base], [{ added: 0, changed: 0, gone: 0, same: tableOf('post').length - 1 }, 0]);
    const { items } = await mine.publish(draft.id);
    assert.deepEqual(items.map(({ version, draft: of }) => [version, of]), [[2, draft.id], [1, null]]);
    assert.deepEqual(await catalogue(), before);
  });

  it('what is added, changed and gone is told first, then stands in search, sheet and form; other agencies stay', async () => {
    const gaz = await gateway.db.selectFrom('offering').selectAll().where('agency', '=', 'gaz').orderBy('id').execute();
    const table = tableOf('post');
    const draft = await mine.handIn('post', changedTable());
    const difference = await mine.difference(draft.id);
    assert.deepEqual(difference.counts, { added: 1, changed: 1, gone: 1, same: table.length - 3 });
    assert.deepEqual(difference.added.map(({ title, row }) => [title, row]), [['اجاره بادکنک پستی', table.length]]);
    assert.deepEqual(difference.changed[0]!.fields.map(({ field, after: value }) => [field, value]), [['phone', '02632777777']]);
    const [gone] = difference.gone;
    assert.equal((await gateway.fetch(`/v1/offerings/${gone!.id}`)).status, 200);
    assert.ok(!(await found('بادکنک')).length, 'nothing is published yet');

    const { items } = await mine.publish(draft.id);
    assert.deepEqual([items[0]!.version, items[0]!.by?.name, items[0]!.note, items[0]!.offerings], [2, 'کارشناس آزمون', 'آزمون', table.length - 1]);
    const [hit] = await found('بادکنک پستی');
    assert.equal(hit!.title, 'اجاره بادکنک پستی');
    const sheet = await json<Offering>(`/v1/offerings/${hit!.id}`);
    assert.deepEqual([sheet.version, sheet.unit?.name.fa, sheet.illustrative], [1, 'واحد بادکنک‌ها', true]);
    assert.equal((await gateway.fetch(`/v1/offerings/${hit!.id}/form`)).status, sheet.form ? 200 : 404);
    assert.equal((await json<Offering>(`/v1/offerings/${difference.changed[0]!.id}`)).phone, '02632777777');
    assert.equal((await gateway.fetch(`/v1/offerings/${gone!.id}`)).status, 404);
    assert.equal((await catalogue()).version, items[0]!.catalogue);
    assert.deepEqual(await gateway.db.selectFrom('offering').selectAll().where('agency', '=', 'gaz').orderBy('id').execute(), gaz);
    const again = await mine.good<{ state: string; publishedAs: number }>(mine.get(`/v1/staff/declarations/${draft.id}`));
    assert.deepEqual([again.state, again.publishedAs], ['published', 2]);
    assert.deepEqual(await problemOf(mine.post(`/v1/staff/declarations/${draft.id}/publish`, { version: difference.version + 1, base: 2 })), [409, 'declaration.notReady']);
  });

  it('rolled back leaves no trace in search, sheet, form, rooms or exports; and comes again', async () => {
    const before = await seen('post');
    const draft = await mine.handIn('post', changedTable());
    await mine.publish(draft.id);
    const changed = await seen('post');
    assert.notDeepEqual(changed, before);
    const back = (to: number, base: number) => mine.post('/v1/staff/publications/roll-back', { agency: 'post', base, to });
    const { items } = await mine.good<{ items: { version: number; rolledBackTo: number | null }[] }>(back(1, 2));
    assert.deepEqual(items.map(({ version, rolledBackTo }) => [version, rolledBackTo]), [[3, 1], [2, null], [1, null]]);
    assert.deepEqual(await seen('post'), before);
    assert.ok(!(await found('بادکنک')).length);
    await mine.good(back(2, 3));
    assert.deepEqual(await seen('post'), changed);
    assert.deepEqual(await problemOf(back(1, 3)), [409, 'declaration.changed']);
    assert.deepEqual(await problemOf(back(9, 4)), [404, 'publication.notFound']);
  });

  it('by two officers at once is done by one; the other reads the difference again', async () => {
    const [one, two] = [await mine.handIn('post', changedTable()), await mine.handIn('post', tableOf('post'))];
    const order = async (id: string) => {
      const { version, base } = await mine.difference(id);
      return () => mine.post(`/v1/staff/declarations/${id}/publish`, { version, base });
    };
    const orders = [await order(one.id), await order(two.id)];
    const answers = await Promise.all(orders.map((send) => send()));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const lost = answers[0]!.ok ? two : one;
    assert.equal((await mine.difference(lost.id)).base, 2);
    assert.equal((await mine.publish(lost.id)).items[0]!.version, 3);
    assert.equal((await mine.publications('post')).items.length, 3);
  });

  it('is refused when the draft changed since it was looked at', async () => {
    const draft = await mine.handIn('post', tableOf('post'));
    const { version, base } = await mine.difference(draft.id);
    await mine.good(mine.post(`/v1/staff/declarations/${draft.id}/cells`, { version, row: 2, column: 'phone', value: '۱۹۴' }));
    assert.deepEqual(await problemOf(mine.post(`/v1/staff/declarations/${draft.id}/publish`, { version, base })), [409, 'declaration.changed']);
  });

  it('needs a second person where the head of the agency says so; the officer cannot say otherwise', async () => {
    const set = (who: typeof mine, secondPerson: boolean) => who.post('/v1/staff/publications/setting', { agency: 'post', secondPerson });
    const head = officer(gateway, await gateway.signIn({ agency: 'post', role: 'head' }));
    const other = officer(gateway, await gateway.signIn({ agency: 'post', role: 'officer', username: 'second' }));
    const stranger = officer(gateway, await gateway.signIn({ agency: 'gaz', role: 'head' }));
    assert.deepEqual(await problemOf(set(mine, true)), [403, 'staff.forbidden']);
    assert.deepEqual(await problemOf(set(stranger, true)), [403, 'staff.forbidden']);
    await head.good(set(head, true));
    const draft = await mine.handIn('post', tableOf('post'));
    const order = async (who: typeof mine) => {
      const { version, base } = await who.difference(draft.id);
      return who.post(`/v1/staff/declarations/${draft.id}/publish`, { version, base });
    };
    assert.deepEqual(await problemOf(await order(mine)), [403, 'declaration.ownDraft']);
    // Who mends a cell has a hand in it as well.
    const { version } = await other.difference(draft.id);
    await other.good(other.post(`/v1/staff/declarations/${draft.id}/cells`, { version, row: 2, column: 'phone', value: '۱۹۴' }));
    assert.deepEqual(await problemOf(await order(other)), [403, 'declaration.ownDraft']);
    const third = officer(gateway, await gateway.signIn({ agency: 'post', role: 'officer', username: 'third' }));
    const { secondPerson, items } = await third.good<{ secondPerson: boolean; items: object[] }>(order(third));
    assert.deepEqual([secondPerson, items.length], [true, 2]);
  });

  it('stays when the province is published anew with its old files', async () => {
    await mine.publish((await mine.handIn('post', changedTable())).id);
    const before = await seen('post');
    await seedDemo(gateway.ports, { agencies: ['gaz', 'post'], staff: false });
    assert.deepEqual(await seen('post'), before);
    assert.ok((await found('بادکنک پستی')).length);
  });
});
