import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AgencyDeclaration, DeclarationOverview } from '../../../src/contract/declaration-overview.ts';
import { scoresOf } from '../../../src/gateway/overview/scores.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { csvOf, officer, tableOf } from '../intake/officer.ts';

describe('who has declared what', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['gaz', 'post'] });
    await gateway.db.insertInto('agency').values({ province: 'alborz', id: 'silent', name: JSON.stringify({ fa: 'دستگاه خاموش' }), kind: 'office', county: null }).execute();
    await gateway.db.insertInto('province').values({ id: 'empty', name: JSON.stringify({ fa: 'استان خالی' }), calendar_version: 1, catalogue_version: null }).execute();
  });
  after(() => gateway.stop());
  const overview = async (province = 'alborz'): Promise<DeclarationOverview> => (await (await gateway.fetch(`/v1/provinces/${province}/declarations`)).json()) as DeclarationOverview;
  const of = async (agency: string): Promise<AgencyDeclaration> => (await overview()).items.find((item) => item.agency.id === agency)!;

  it('names every agency of the province, those that declared nothing first, and may be read and kept by anybody', async () => {
    const answer = await gateway.fetch('/v1/provinces/alborz/declarations');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.equal((await gateway.fetch('/v1/provinces/alborz/declarations', { headers: { 'if-none-match': answer.headers.get('etag')! } })).status, 304);
    const { items, asOf } = (await answer.json()) as DeclarationOverview;
    const known = await gateway.db.selectFrom('agency').select('id').where('province', '=', 'alborz').execute();
    assert.equal(asOf, '2026-11-24');
    assert.deepEqual(items.map(({ agency }) => agency.id).sort(), known.map(({ id }) => id).sort());
    const silent = items.find(({ agency }) => agency.id === 'silent')!;
    assert.deepEqual([silent.lastDeclared, silent.services, silent.validity, silent.plain, silent.freshness], [null, 0, null, null, null]);
    const published = items.filter(({ services }) => services);
    assert.deepEqual(items.slice(-published.length), published);
    assert.deepEqual(published.map(({ agency }) => agency.id).sort(), ['gaz', 'post']);
    const validities = published.map(({ validity }) => validity!);
    assert.deepEqual(validities, [...validities].sort((a, b) => a - b));
    assert.ok(published.every(({ lastDeclared }) => lastDeclared === '2026-11-24'));
  });

  it('a declaration with less in it is worse, one that is mended as it was', async () => {
    const table = tableOf('post');
    const time = table[0]!.findIndex((name) => name.includes('مدت زمان'));
    const mine = officer(gateway, await gateway.signIn({ agency: 'post', role: 'officer' }));
    const before = await of('post');
    const poor = await mine.handIn('post', table.map((row, at) => (at ? row.map((cell, column) => (column === time ? '' : cell)) : row)));
    await mine.publish(poor.id);
    const after = await of('post');
    assert.ok(after.validity! < before.validity! && after.warnings > before.warnings && after.clean <= before.clean, JSON.stringify({ before, after }));
    const again = await mine.good<{ id: string }>(mine.sendFile('post', csvOf(table)));
    await mine.publish(again.id);
    assert.deepEqual(await of('post'), before);
  });

  it('grows old: by the day of Iran, and no further than nothing', async () => {
    const fresh = (await of('post')).freshness!;
    gateway.setNow('2026-11-25T23:00:00Z');
    assert.equal((await overview()).asOf, '2026-11-26');
    gateway.setNow('2027-05-24T10:00:00+03:30');
    const half = (await of('post')).freshness!;
    gateway.setNow('2030-11-24T10:00:00+03:30');
    const old = await of('post');
    gateway.setNow('2026-11-24T10:00:00+03:30');
    assert.ok(fresh > half && half > old.freshness!, `${fresh} ${half} ${old.freshness}`);
    assert.deepEqual([old.freshness, old.staleEdits], [0, old.services]);
  });

  it('knows no other province', async () => {
    assert.deepEqual((await overview('empty')).items, []);
    assert.equal((await gateway.fetch('/v1/provinces/nowhere/declarations')).status, 404);
  });
});

describe('scores', () => {
  const judged = { services: 4, clean: 2, warnings: 6, advice: 1, staleEdits: 1, valid: 2.5, plain: 3 };
  it('are averages over services', () => {
    assert.deepEqual(scoresOf(judged, 0), { validity: 63, plain: 75, freshness: 88 });
    assert.deepEqual(scoresOf(judged, 365), { validity: 63, plain: 75, freshness: 38 });
    assert.equal(scoresOf(judged, null).freshness, 38);
    assert.equal(scoresOf(judged, -1).freshness, 88, 'a clock that runs ahead');
  });
  it('judge nothing where nothing is published', () => {
    assert.deepEqual(scoresOf({ ...judged, services: 0 }, 0), { validity: null, plain: null, freshness: null });
  });
});
