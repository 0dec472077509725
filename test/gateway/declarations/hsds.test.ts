import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readDeclaration, type DeclarationReading } from '../../../src/gateway/declarations/read.ts';
import { openCatalogue, type OpenCatalogue } from '../open-data/catalogue.ts';
import { bytes } from './files.ts';

const read = (value: unknown) => readDeclaration(bytes(JSON.stringify(value)), 'services.json');
const rules = ({ findings }: DeclarationReading, row: number | null) => findings.filter((found) => found.row === row).map(({ rule }) => rule);

describe('what the read API of HSDS gives', () => {
  let open: OpenCatalogue;
  before(async () => { open = await openCatalogue(); });
  after(() => open.gateway.stop());

  it('can be declared again and means the same as the table', async () => {
    const page = await (await open.gateway.fetch('/v1/hsds/alborz/services?full=true&per_page=500')).text();
    const again = await readDeclaration(bytes(page), 'services.json');
    const table = await readDeclaration(new Uint8Array(await (await open.gateway.fetch('/v1/open-data/alborz/services.xlsx')).arrayBuffer()), 'services.xlsx');
    assert.ok(again.services.length > 150);
    assert.equal(again.services.length, table.services.length);
    const facts = ({ services }: DeclarationReading) => services.map(({ row: _, link: __, phone: ___, ...rest }) => rest);
    // The table has the unit's phone where the sheet has none, and a link as it was written; both are looked at below.
    assert.deepEqual(facts(again).slice(1), facts(table).slice(1));
    const sheets = await open.sheets('alborz');
    again.services.forEach(({ phone, link }, at) => {
      if (!at) return;
      assert.equal(phone, sheets[at]!.phone ?? sheets[at]!.unit?.phone ?? null);
      assert.equal(link, sheets[at]!.link && new URL(sheets[at]!.link).href);
    });
    assert.deepEqual(again.findings.filter(({ severity }) => severity === 'rejected'), []);
  });

  it('can be declared as a single service and as an organization', async () => {
    const [listed] = ((await (await open.gateway.fetch('/v1/hsds/alborz/services?per_page=1&page=9')).json()) as { contents: { id: string; name: string; organization: { id: string } }[] }).contents;
    const get = async (path: string) => readDeclaration(bytes(await (await open.gateway.fetch(`/v1/hsds/alborz/${path}`)).text()), 'a.json');
    assert.deepEqual((await get(`services/${listed!.id}`)).services.map(({ title }) => title), [listed!.name]);
    const organization = await get(`organizations/${listed!.organization.id}?full_service=true`);
    assert.ok(organization.services.some(({ title }) => title === listed!.name));
  });
});

describe('services of HSDS from elsewhere', () => {
  const service = {
    id: 'a1c4ff7e-0000-4000-8000-000000000001', name: 'صدور گواهی سکونت', alternate_name: 'گواهی محل زندگی', status: 'active',
    description: 'گواهی برای کسی که در شهر زندگی می‌کند.', url: 'https://city.example/residence', email: 'desk@city.example',
    application_process: '1. درخواست را بنویسید\n2. گواهی را بگیرید', eligibility_description: 'ساکنان شهر', wait_time: '۲ روز کاری', minimum_age: 18,
    assured_date: '2026-05-22', interpretation_services: null,
    cost_options: [{ id: 'c1', option: 'نوبت نخست', currency: 'irr', amount: 250000 }, { id: 'c2', option: 'دانشجو', currency: 'IRR', amount: 0 }],
    required_documents: [{ id: 'd1', document: 'قبض آب؛ برق یا گاز' }, { id: 'd2', document: 'شماره ملی' }],
    phones: [{ id: 'p1', number: '026-32000011' }, { id: 'p2', number: '026-32000012' }],
    schedules: [{ id: 's1', freq: 'WEEKLY', byday: 'SA,SU', opens_at: '08:00:00', closes_at: '13:30:00' }],
    service_at_locations: [
      { id: 'l1', location: { id: 'x', location_type: 'physical', name: 'ساختمان مرکزی' } },
      { id: 'l2', location: { id: 'y', location_type: 'physical', name: 'شعبه دو' } },
    ],
    attributes: [{ id: 't1', taxonomy_term: { id: 'tt', name: 'Housing', description: 'Housing', taxonomy: 'https://taxonomy.example' } }],
  };

  it('are read by the same rules, and what has no place is told', async () => {
    const page = await read({ total_items: 1, total_pages: 1, page_number: 1, size: 1, first_page: true, last_page: true, empty: false, contents: [service] });
    const [one] = page.services;
    assert.deepEqual(
      { title: one!.title, link: one!.link, audience: one!.audience, keywords: one!.keywords, editedOn: one!.editedOn, unitName: one!.unitName, phone: one!.phone, hours: one!.hoursText },
      {
        title: 'صدور گواهی سکونت', link: 'https://city.example/residence', audience: ['ساکنان شهر'], keywords: ['گواهی محل زندگی'], editedOn: '2026-05-22',
        unitName: 'ساختمان مرکزی', phone: '02632000011', hours: 'شنبه، یکشنبه 08:00 تا 13:30',
      },
    );
    assert.deepEqual(one!.time, { min: 2, max: 2, unit: 'workDay' });
    assert.deepEqual(one!.steps.map(({ title }) => title), ['درخواست را بنویسید', 'گواهی را بگیرید']);
    assert.deepEqual(one!.documents.map(({ title }) => title), ['قبض آب، برق یا گاز', 'شماره ملی']);
    assert.deepEqual(one!.fee.lines.map(({ label, amountRial }) => [label, amountRial]), [['نوبت نخست', 250000], ['دانشجو', 0]]);
    assert.ok(rules(page, 2).includes('more-places') && rules(page, 2).includes('more-phones'));
    const untold = page.findings.find(({ rule }) => rule === 'unknown-columns')!.message;
    for (const name of ['email', 'minimum_age', 'attributes']) assert.match(untold, new RegExp(name));
    assert.doesNotMatch(untold, /interpretation|status|cost_options/);
  });

  it('come as a list, a package or one alone, and may be inactive', async () => {
    const closed = { ...service, id: 'a1c4ff7e-0000-4000-8000-000000000002', name: 'تمدید گواهی سکونت', status: 'defunct' };
    for (const [value, titles] of [
      [[service, closed], [service.name, closed.name]],
      [{ organizations: [{ id: 'o', name: 'شهرداری', description: 'شهرداری' }], services: [service, closed] }, [service.name, closed.name]],
      [closed, [closed.name]],
    ] as const) {
      const reading = await read(value);
      assert.deepEqual(reading.services.map(({ title }) => title), titles);
      assert.ok(rules(reading, titles.length + 1).includes('service-inactive'));
      assert.ok(!rules(reading, 2).includes('service-inactive') || titles.length === 1);
    }
  });

  it('keep what came before the file was cut off', async () => {
    const whole = JSON.stringify({ contents: [service, { ...service, name: 'تمدید گواهی سکونت' }, service] });
    const reading = await readDeclaration(bytes(whole.slice(0, -200)), 'cut.json');
    assert.deepEqual(reading.services.map(({ row }) => row), [2, 3]);
    assert.ok(rules(reading, null).includes('file-incomplete'));
  });
});
