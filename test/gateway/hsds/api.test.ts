import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HsdsOrganization, HsdsService, HsdsServiceAtLocation, HsdsTaxonomy, HsdsTaxonomyTerm } from '../../../src/contract/hsds.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import { uuidOf } from '../../../src/gateway/hsds/ids.ts';
import { hostileTitle, openCatalogue, type OpenCatalogue } from '../open-data/catalogue.ts';
import { wrong } from './specification.ts';

interface Page<T> {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: T[];
}

describe('the read API of HSDS', () => {
  let open: OpenCatalogue;
  before(async () => { open = await openCatalogue(); });
  after(() => open.gateway.stop());
  const fetched = (path: string, init: RequestInit = {}, province = 'alborz') => open.gateway.fetch(`/v1/hsds/${province}${path}`, init);
  async function get<T>(path: string, province = 'alborz'): Promise<T> {
    const answer = await fetched(path, {}, province);
    assert.equal(answer.status, 200, `${path}: ${answer.status === 200 ? '' : await answer.clone().text()}`);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    return (await answer.json()) as T;
  }
  /** Every item, page by page; the pages say of themselves what they are. */
  async function walk<T>(path: string, kind: string, perPage: number, province = 'alborz'): Promise<T[]> {
    const all: T[] = [];
    for (let number = 1; ; number++) {
      const page = await get<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}page=${number}&per_page=${perPage}`, province);
      assert.deepEqual(wrong(kind, page, { isPage: true }), []);
      all.push(...page.contents);
      assert.deepEqual(
        [page.page_number, page.size, page.first_page, page.last_page, page.empty, page.total_pages],
        [number, page.contents.length, number === 1, number >= page.total_pages, !page.contents.length, Math.ceil(page.total_items / perPage)],
      );
      if (page.last_page) {
        assert.equal(all.length, page.total_items);
        return all;
      }
      assert.equal(page.size, perPage);
    }
  }

  it('says what it is, with a slash behind its address and without', async () => {
    for (const path of ['', '/']) {
      const about = await get<{ version: string; openapi_url: string }>(path);
      assert.deepEqual(wrong('about', about), []);
      assert.equal(about.version, '3.0');
      assert.equal((await open.gateway.fetch(about.openapi_url)).status, 200);
    }
  });

  for (const province of ['alborz', 'isfahan']) {
    it(`gives every service of ${province} and no other, as the specification has it`, async () => {
      const sheets = await open.sheets(province);
      assert.ok(sheets.length > 30);
      const listed = await walk<HsdsService>('/services', 'service_list', 37, province);
      const full = await walk<HsdsService>('/services?full=true', 'service', 50, province);
      const ids = await Promise.all(sheets.map(({ id }) => uuidOf('service', id)));
      assert.deepEqual(listed.map(({ id }) => id), ids);
      assert.deepEqual(full.map(({ id }) => id), ids);
      assert.deepEqual(full.map(({ name }) => name), sheets.map(({ title }) => title));
      assert.ok(full.every(({ alert }) => alert), 'samples say that they are');
      const every = full.flatMap(({ phones = [], attributes = [], required_documents: documents = [], cost_options: costs = [] }) => [...phones, ...attributes, ...documents, ...costs]);
      assert.equal(new Set(every.map(({ id }) => id)).size, every.length, 'ids are unique');
      assert.deepEqual(await get('/services/' + ids[3]!.toUpperCase(), province), full[3]);
    });
  }

  it('makes ids that anybody can make: version 5 of a URN', async () => {
    assert.equal(await uuidOf('service', 'alborz.abfa.1'), '00b136fc-61df-5f4c-af20-602e65f4d67a');
  });

  it('carries what people need of a sheet, in fields where there are such and in attributes', async () => {
    const [sheet] = await open.sheets('alborz');
    const service = await get<HsdsService>(`/services/${await uuidOf('service', sheet!.id)}`);
    assert.deepEqual(wrong('service', service), []);
    assert.equal(service.name, hostileTitle);
    assert.ok(URL.canParse(service.url!) && !/[\s"<>\\{}]/.test(service.url!), service.url);
    const value = (code: string) => service.attributes!.find(({ taxonomy_term: term }) => term.code === code)?.value;
    assert.equal(value('time'), sheet!.timeText);
    assert.ok(value('steps')!.startsWith(sheet!.steps[0]!.title));
    assert.deepEqual(service.required_documents!.map(({ document }) => document), sheet!.documents.map(({ title }) => title));
    const events = service.attributes!.filter(({ taxonomy_term: term }) => term.taxonomy.endsWith('life-events')).map(({ taxonomy_term: term }) => term.code);
    assert.deepEqual(events, sheet!.lifeEvents);
  });

  it('gives a price only where it is exact', async () => {
    const sheets = await open.sheets('alborz');
    const full = await walk<HsdsService>('/services?full=true', 'service', 500);
    full.forEach(({ cost_options: costs = [], name }, at) => {
      const { kind, lines } = sheets[at]!.fee;
      const wanted = kind === 'fixed' ? lines.filter(({ maxRial, amountRial }) => maxRial === null && amountRial !== null).map(({ amountRial }) => amountRial) : kind === 'free' && !lines.length ? [0] : [];
      assert.deepEqual(costs.map(({ amount }) => amount), wanted, name);
    });
    assert.ok(new Set(full.flatMap(({ cost_options: costs = [] }) => costs.map(({ amount }) => amount))).size > 10);
  });

  it('gives organizations with their units and services', async () => {
    const all = await walk<HsdsOrganization>('/organizations', 'organization_list', 10);
    const whole = await walk<HsdsOrganization>('/organizations?full=true', 'organization', 10);
    assert.deepEqual(whole.map(({ id }) => id), all.map(({ id }) => id));
    assert.equal(whole.flatMap(({ services = [] }) => services).length, (await open.sheets('alborz')).length);
    const one = whole.find(({ services = [], locations = [] }) => services.length && locations.length)!;
    assert.deepEqual(await get(`/organizations/${one.id}`), one);
    const fuller = await get<HsdsOrganization>(`/organizations/${one.id}?full_service=true`);
    assert.deepEqual(wrong('organization', fuller), []);
    assert.ok(fuller.services!.every(({ attributes = [] }) => attributes.length));
    const own = await walk<HsdsService>(`/services?organization_id=${one.id}`, 'service_list', 5);
    assert.deepEqual(own.map(({ id }) => id), one.services!.map(({ id }) => id));
  });

  it('gives services at locations, those that name a unit', async () => {
    const all = await walk<HsdsServiceAtLocation>('/service_at_locations', 'service_at_location', 60);
    const sheets = (await open.sheets('alborz')).filter(({ unit }) => unit);
    assert.deepEqual(all.map(({ location }) => location.name), sheets.map(({ unit }) => unit!.name.fa));
    const one = await get<HsdsServiceAtLocation>(`/service_at_locations/${all[5]!.id}`);
    assert.deepEqual(wrong('service_at_location', one), []);
    assert.equal(one.service.id, all[5]!.service_id);
    assert.ok(one.service.attributes!.length);
  });

  it('narrows by life event', async () => {
    const taxonomies = await walk<HsdsTaxonomy>('/taxonomies', 'taxonomy', 10);
    const events = taxonomies.find(({ uri }) => uri.endsWith('life-events'))!;
    assert.deepEqual(await get(`/taxonomies/${events.id}`), events);
    const terms = await walk<HsdsTaxonomyTerm>(`/taxonomy_terms?taxonomy_id=${events.id}`, 'taxonomy_term', 10);
    assert.equal(terms.length, 14);
    const term = terms.find(({ code }) => code === 'property')!;
    const one = await get<HsdsTaxonomyTerm>(`/taxonomy_terms/${term.id}`);
    assert.deepEqual([wrong('taxonomy_term', one), one.taxonomy_detail], [[], events]);
    const sheets = await open.sheets('alborz');
    const found = await walk<HsdsService>(`/services?taxonomy_term_id=${term.id}`, 'service_list', 20);
    assert.deepEqual(found.map(({ name }) => name), sheets.filter(({ lifeEvents }) => lifeEvents.includes('property')).map(({ title }) => title));
    assert.ok(found.length > 1);
    const any = await get<Page<unknown>>(`/services?taxonomy_id=${events.id}`);
    assert.equal(any.total_items, sheets.filter(({ lifeEvents }) => lifeEvents.length).length);
    const giving = await walk<HsdsOrganization>(`/organizations?taxonomy_term_id=${term.id}`, 'organization_list', 20);
    assert.deepEqual(new Set(giving.map(({ name }) => name)), new Set(sheets.filter(({ lifeEvents }) => lifeEvents.includes('property')).map(({ agency }) => agency.name.fa)));
  });

  it('searches as the portal does, the best first', async () => {
    const found = await get<Page<HsdsService>>(`/services?search=${encodeURIComponent('کوچک کردن انشعاب آب')}`);
    const answer = (await (await open.gateway.fetch(`/v1/search?q=${encodeURIComponent('کوچک کردن انشعاب آب')}&limit=100`)).json()) as { total: number; items: { entry: { title: string } }[] };
    assert.ok(found.total_items > 0);
    assert.equal(found.total_items, answer.total);
    const titles = new Map((await open.sheets('alborz')).map((sheet) => [sheet.id, sheet.title]));
    assert.deepEqual(found.contents.map(({ name }) => name).slice(0, 5), answer.items.slice(0, 5).map(({ entry }) => titles.get((entry as { id?: string }).id!)));
    assert.deepEqual((await get<Page<unknown>>('/services?search=zzzzqqqq')).contents, []);
  });

  it('gives just what was published since, and all ids that there are', async () => {
    const changed = await open.change('alborz', { phone: '02630000009' }, '2026-11-25T08:00:00Z');
    const since = await walk<HsdsService>('/services?modified_after=2026-11-25T11:00:00%2B03:30', 'service_list', 10);
    assert.deepEqual(since.map(({ id, last_modified: at }) => [id, at]), [[await uuidOf('service', changed.id), '2026-11-25T08:00:00.000Z']]);
    for (const same of ['2026-11-25T08:00:00Z', '2026-11-25', '2026-11-25T11:30:00+03:30']) {
      assert.equal((await get<Page<unknown>>(`/services?modified_after=${same}`)).total_items, 1, same);
    }
    assert.equal((await get<Page<unknown>>('/services?modified_after=2026-11-25T08:00:00.001Z')).empty, true);
    assert.equal((await get<Page<unknown>>('/services?modified_after=2026-11-25', 'isfahan')).total_items, 0);
    const stamps = await get<Page<{ id: string; modified_date: string }>>('/services?minimal=true');
    assert.equal(stamps.contents.length, (await open.sheets('alborz')).length);
    assert.deepEqual([stamps.total_pages, stamps.last_page, Object.keys(stamps.contents[0]!)], [1, true, ['id', 'modified_date']]);
  });

  it('forgets what is not published any more', async () => {
    const [sheet] = await open.sheets('isfahan');
    const id = await uuidOf('service', sheet!.id);
    assert.equal((await fetched(`/services/${id}`, {}, 'isfahan')).status, 200);
    await open.gateway.db.updateTable('offering').set({ published_version: null }).where('id', '=', sheet!.id).execute();
    assert.equal((await fetched(`/services/${id}`, {}, 'isfahan')).status, 404);
    const { contents } = await get<Page<{ id: string }>>('/services?minimal=true', 'isfahan');
    assert.ok(contents.length > 10 && !contents.some((stamp) => stamp.id === id));
  });

  it('keeps provinces apart', async () => {
    const { contents } = await get<Page<HsdsService>>('/services?per_page=1');
    const [{ organization }] = contents as [HsdsService];
    for (const path of [`/services/${contents[0]!.id}`, `/organizations/${organization!.id}`]) {
      assert.equal((await fetched(path)).status, 200);
      assert.equal((await fetched(path, {}, 'isfahan')).status, 404, path);
    }
    assert.equal((await get<Page<unknown>>(`/services?organization_id=${organization!.id}`, 'isfahan')).total_items, 0);
    assert.equal((await fetched('/services', {}, 'nowhere')).status, 404);
  });

  it('is not sent again to who has it, until something changes', async () => {
    const first = await fetched('/services?per_page=1');
    const tag = first.headers.get('etag')!;
    assert.match(first.headers.get('cache-control')!, /public, max-age/);
    const again = await fetched('/services?per_page=1', { headers: { 'if-none-match': tag } });
    assert.deepEqual([again.status, await again.text()], [304, '']);
    await open.change('alborz', { title: 'عنوان تازه' }, '2026-11-26T08:00:00Z');
    assert.equal((await fetched('/services?per_page=1', { headers: { 'if-none-match': tag } })).status, 200);
  });

  const refused: [path: string, field: string, says: RegExp][] = [
    ['/services?page=0', 'page', /whole number from 1/],
    ['/services?page=two', 'page', /whole number from 1/],
    ['/organizations?per_page=501', 'per_page', /to 500/],
    ['/services?modified_after=yesterday', 'modified_after', /2026-11-24/],
    ['/services?modified_after=2026-13-01', 'modified_after', /2026-11-24/],
    ['/services?full=yes', 'full', /`true` or `false`/],
    ['/services?format=ndjson', 'format', /services\.json/],
    ['/taxonomies?per_page=-1', 'per_page', /whole number/],
  ];
  for (const [path, field, says] of refused) {
    it(`says what to send instead of ${path}`, async () => {
      const answer = await fetched(path);
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [422, 'application/problem+json; charset=utf-8']);
      const problem = (await answer.json()) as Problem;
      assert.deepEqual([problem.code, problem.errors!.map(({ path: at }) => at)], ['input.invalid', [field]]);
      assert.match(problem.detail!, says);
    });
  }

  it('says that nothing has an id, and gives an empty page behind the last', async () => {
    for (const path of ['/services/0', '/organizations/0', '/taxonomies/0', '/taxonomy_terms/0', '/service_at_locations/0']) {
      const answer = await fetched(path);
      assert.deepEqual([answer.status, ((await answer.json()) as Problem).code], [404, 'notFound'], path);
    }
    const behind = await get<Page<unknown>>('/services?page=999');
    assert.deepEqual([behind.empty, behind.last_page, behind.size], [true, true, 0]);
    assert.equal((await fetched('/services', { method: 'POST' })).status, 405);
  });
});
