import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoProvince } from '../../../demo/publish-once.ts';
import { provinceInput } from '../../../src/gateway/catalogue/province-files.ts';
import { publishProvince } from '../../../src/gateway/catalogue/publish.ts';
import { seedDemo } from '../../../demo/seed.ts';
import type { CatalogueDelta } from '../../../src/contract/catalogue-delta.ts';
import type { Catalogue, CatalogueIndex, CatalogueLexicon, SearchAnswer } from '../../../src/contract/catalogue.ts';
import type { FormDefinition } from '../../../src/contract/form.ts';
import type { Offering } from '../../../src/contract/offering.ts';
import { applyDelta } from '../../../src/search/delta.ts';
import { inLines } from '../../../src/search/lines.ts';
import { entriesOf } from '../../../src/search/entry.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

describe('the published catalogue', () => {
  let gateway: TestGateway;
  let catalogue: Catalogue;
  let index: CatalogueIndex;
  const sheet = async (id: string, query = '') => json<Offering>(await gateway.fetch(`/v1/offerings/${id}${query}`));
  const sheets = () => Promise.all(index.ids.map((id) => sheet(id)));
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all' });
    catalogue = await json(await gateway.fetch('/v1/catalogue'));
    index = await json(await gateway.fetch(catalogue.index!));
  });
  after(() => gateway.stop());

  it('holds every service of every agency', async () => {
    assert.equal(catalogue.agencies.length, 28);
    assert.equal(catalogue.offerings, 193);
    assert.equal(index.ids.length, 193);
    assert.ok(catalogue.agencies.every(({ offerings }) => offerings > 0));
    assert.equal(catalogue.index, `/v1/catalogue/index/${index.version}`);
    assert.match(catalogue.lexicon, new RegExp(`/${index.lexicon}$`));
    const lexicon = await json<CatalogueLexicon>(await gateway.fetch(catalogue.lexicon));
    assert.equal(lexicon.situations.length, index.needs.length);
    assert.ok(lexicon.groups.length > 100);
  });

  it('gives the index in force to who does not know the catalogue yet', async () => {
    const now = (headers: Record<string, string> = {}, province = 'alborz') => gateway.fetch(`/v1/catalogue/index/now?province=${province}`, { headers });
    const answer = await now();
    assert.deepEqual(
      ['content-location', 'etag', 'cache-control'].map((name) => answer.headers.get(name)),
      [catalogue.index, `"${catalogue.version}"`, 'public, max-age=60, stale-while-revalidate=600'],
    );
    assert.equal(await answer.text(), await (await gateway.fetch(catalogue.index!)).text());
    const again = await now({ 'if-none-match': `W/"${catalogue.version}"` });
    assert.deepEqual([again.status, again.headers.get('etag'), await again.text()], [304, `"${catalogue.version}"`, '']);
    assert.equal((await now({ 'if-none-match': '"older"' })).status, 200);
    assert.equal((await now({}, 'nowhere')).status, 404);
  });

  it('names each offering by province, agency and title', () => {
    for (const { id, agency } of entriesOf(index)) assert.match(id, new RegExp(`^alborz\\.${agency}\\.[a-z2-7]{8}$`));
    assert.equal(new Set(index.ids).size, 193);
  });

  it('gives every service that is asked for on the internet a form, and all others none', async () => {
    for (const one of await sheets()) {
      if (one.channels.request.includes('internet')) assert.ok(one.form, one.title);
      else if (one.form) assert.doesNotMatch(one.form.id, /^alborz\./, `${one.title} has a form of its own`);
      assert.equal(one.illustrative, true);
    }
    const birth = (await sheets()).find(({ title }) => title === 'ثبت ولادت و صدور شناسنامه')!;
    const form = await json<FormDefinition>(await gateway.fetch(`/v1/offerings/${birth.id}/form`));
    assert.ok(form.steps.length > 1);
    assert.equal(form.id, birth.form!.id);
    const offline = (await sheets()).find(({ form: none }) => none === null)!;
    assert.equal((await json<{ code: string }>(await gateway.fetch(`/v1/offerings/${offline.id}/form`))).code, 'form.notFound');
  });

  it('finds the unit of a sheet among those of its agency, and makes one that only the sheet names', async () => {
    for (const one of await sheets()) {
      if (one.unit) assert.equal(one.unit.agency, one.agency.id);
    }
    const birth = (await sheets()).find(({ title }) => title === 'ثبت ولادت و صدور شناسنامه')!;
    assert.equal(birth.unit!.id, 'sabt-ahval-a');
    assert.equal(birth.unit!.phone, '02632000041');
  });

  it('keeps every declaration with its findings', async () => {
    const rows = await gateway.db.selectFrom('declaration').selectAll().where('province', '=', 'alborz').execute();
    assert.equal(rows.length, 28);
    assert.equal(rows.reduce((sum, { rows_published: published }) => sum + published, 0), 193);
    const findings = await gateway.db.selectFrom('declaration_finding as f').innerJoin('declaration as d', 'd.id', 'f.declaration')
      .select(['d.agency', 'f.rule']).execute();
    assert.ok(findings.some(({ agency }) => agency === 'gaz'));
    assert.ok(!findings.some(({ agency }) => agency === 'sabt-ahval'), 'a clean file has nothing to say');
  });

  it('is found in any spelling, and by agency', async () => {
    const search = async (q: string, more = '') => json<SearchAnswer>(await gateway.fetch(`/v1/search?q=${encodeURIComponent(q)}${more}`));
    const [wanted] = (await search('گذرنامه', '&limit=1')).items;
    assert.match(wanted!.entry.title, /گذرنامه/);
    assert.equal((await search('كارت ملي', '&limit=1')).items[0]!.entry.agency, 'sabt-ahval');
    const ofWater = await search('انشعاب', '&agency=abfa');
    assert.ok(ofWater.total > 0 && ofWater.items.every(({ entry }) => entry.agency === 'abfa'));
    for (const q of ['', '😀😀', '؟؟؟']) assert.deepEqual(await search(q).then(({ total, items }) => [total, items]), [0, []], q);
  });
});

describe('publishing again', () => {
  let gateway: TestGateway;
  before(async () => { gateway = await startTestGateway({ agencies: ['sabt-ahval'] }); });
  after(() => gateway.stop());
  const catalogue = async () => json<Catalogue>(await gateway.fetch('/v1/catalogue'));
  const titled = async (title: string) => {
    const index = await json<CatalogueIndex>(await gateway.fetch((await catalogue()).index!));
    return entriesOf(index).find((entry) => entry.title === title);
  };

  it('changes nothing when nothing changed', async () => {
    const before = await catalogue();
    const { reports } = await seedDemo(gateway.ports, { agencies: ['sabt-ahval'], staff: false });
    assert.deepEqual([reports[0]!.changed, reports[0]!.withdrawn, reports[0]!.version], [0, 0, before.version]);
    assert.equal((await gateway.db.selectFrom('declaration').select('id').execute()).length, 1);
    assert.equal((await gateway.db.selectFrom('calendar_version').select('version').where('province', '=', 'alborz').execute()).length, 1);
  });

  it('is left alone by a second start, until code, files or the catalogue are others', async () => {
    const shown = { fa: 'نشانه' };
    const start = async (code: string) => {
      await gateway.db.updateTable('province').set({ name: JSON.stringify(shown) }).where('id', '=', 'alborz').execute();
      const { reports } = await seedDemo(gateway.ports, { agencies: ['sabt-ahval'], staff: false, code });
      const { name } = await gateway.db.selectFrom('province').select('name').where('id', '=', 'alborz').executeTakeFirstOrThrow();
      return { report: reports[0]!, published: name.fa !== shown.fa };
    };
    const first = await start('one');
    const second = await start('one');
    assert.deepEqual([first.published, second.published, (await start('two')).published], [true, false, true]);
    assert.deepEqual(second.report, { ...first.report, changed: 0, withdrawn: 0 });
    await gateway.db.updateTable('province').set({ catalogue_version: 'another' }).where('id', '=', 'alborz').execute();
    assert.equal((await start('two')).published, true);
  });

  it('gives a changed sheet a new version and leaves the old one where requests point to', async () => {
    const before = await catalogue();
    const { id } = (await titled('تعویض شناسنامه'))!;
    const files = await demoProvince('alborz');
    const file = 'declarations/sabt-ahval.csv';
    const edited = new TextDecoder().decode(files.declarations[file]).replace('۵۰۰٬۰۰۰ ریال', '۷۰۰٬۰۰۰ ریال');
    const report = await publishProvince(gateway.ports, provinceInput({ ...files, declarations: { ...files.declarations, [file]: new TextEncoder().encode(edited) } }, 'test', ['sabt-ahval']));
    assert.equal(report.changed, 1);
    const fee = async (query = '') => (await json<Offering>(await gateway.fetch(`/v1/offerings/${id}${query}`))).fee.lines[0]!.amountRial;
    assert.deepEqual([await fee(), await fee('?v=1'), await fee('?v=2')], [700_000, 500_000, 700_000]);
    assert.notEqual((await catalogue()).version, before.version);
    assert.equal((await gateway.fetch(before.index!)).status, 200, 'the old index stays under its address');

    const now = await catalogue();
    const path = (version: string, older: string) => `/v1/catalogue/index/${version}/from/${older}`;
    const answer = await gateway.fetch(path(now.version, before.version));
    assert.match(answer.headers.get('cache-control')!, /immutable/);
    const text = await answer.text();
    const whole = await (await gateway.fetch(now.index!)).text();
    assert.ok(text.length < whole.length * 0.3, `${text.length} of ${whole.length}`);
    const old = await json<CatalogueIndex>(await gateway.fetch(before.index!));
    assert.equal(inLines(applyDelta(old, JSON.parse(text) as CatalogueDelta)), whole);
    for (const [version, older] of [[now.version, 'unknown'], ['unknown', before.version], [now.version, now.version], [now.version, 'empty']] as const)
      assert.equal((await gateway.fetch(path(version, older))).status, 404, `${older} to ${version}`);
  });

  it('takes a service from the catalogue that is not declared any more, and keeps its versions', async () => {
    const { id } = (await titled('تعویض شناسنامه'))!;
    const files = await demoProvince('alborz');
    const path = 'declarations/sabt-ahval.csv';
    const lines = new TextDecoder().decode(files.declarations[path]).split('\r\n').filter((line) => !line.startsWith(',تعویض شناسنامه,'));
    const report = await publishProvince(gateway.ports, provinceInput({ ...files, declarations: { ...files.declarations, [path]: new TextEncoder().encode(lines.join('\r\n')) } }, 'test', ['sabt-ahval']));
    assert.equal(report.withdrawn, 1);
    assert.equal(await titled('تعویض شناسنامه'), undefined);
    assert.equal((await gateway.fetch(`/v1/offerings/${id}`)).status, 404);
    assert.equal((await gateway.fetch(`/v1/offerings/${id}?v=1`)).status, 200);
  });

  it('at the same time from two copies gives one catalogue', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => seedDemo(gateway.ports, { agencies: ['sabt-ahval'], staff: false })));
    assert.equal(a!.reports[0]!.version, b!.reports[0]!.version);
  });
});
