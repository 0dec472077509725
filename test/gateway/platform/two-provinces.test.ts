import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Catalogue, CatalogueIndex, SearchAnswer } from '../../../src/contract/catalogue.ts';
import type { Filed, RequestStatus } from '../../../src/contract/request.ts';
import type { Queue, UnitList } from '../../../src/contract/staff.ts';
import type { z } from '../../../src/contract/zod.ts';
import { createStaff } from '../../../src/gateway/staff/accounts.ts';
import { startTestGateway, testPassword, type TestGateway } from '../../support/gateway.ts';

const title = 'درخواست دسترسی آزاد به اطلاعات';
const provinces = ['alborz', 'isfahan'] as const;
type Province = (typeof provinces)[number];
const other = (province: Province): Province => (province === 'alborz' ? 'isfahan' : 'alborz');

/** Both have agencies, units and services of the same names and ids, so that whatever forgets the province shows. */
describe('two provinces on one gateway', () => {
  let gateway: TestGateway;
  const cookies = {} as Record<Province, string>;
  before(async () => {
    gateway = await startTestGateway({ agencies: 'all' });
    for (const province of provinces) {
      for (const role of ['expert', 'supervisor', 'officer'] as const) {
        const username = `${province}-${role}`;
        await createStaff(gateway.ports, { username, name: 'آزمون', password: testPassword, role, province, ...(role === 'expert' && { agency: 'ostandari' }) });
      }
      cookies[province] = await cookieOf(`${province}-expert`);
    }
  });
  after(() => gateway.stop());

  const cookieOf = async (username: string): Promise<string> =>
    (await gateway.fetch('/v1/staff/session', { json: { username, password: testPassword } })).headers.getSetCookie()[0]!.split(';')[0]!;
  const read = async <T>(path: string, cookie?: string): Promise<T> => {
    const answer = await gateway.fetch(path, cookie ? { headers: { cookie } } : {});
    assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
    return (await answer.json()) as T;
  };
  const found = async (province: Province, q: string) => (await read<SearchAnswer>(`/v1/search?limit=100&province=${province}&q=${encodeURIComponent(q)}`)).items;
  const foiOf = async (province: Province) => (await found(province, title)).find(({ entry }) => entry.title === title)!.entry.id;
  const file = async (province: Province): Promise<Filed> => {
    const offering = await foiOf(province);
    const form = await read<{ id: string; version: number }>(`/v1/offerings/${offering}/form`);
    const answer = await gateway.fetch('/v1/requests', {
      json: {
        offering, form: { id: form.id, version: form.version }, language: 'fa',
        answers: {
          requesterKind: 'person', fullName: 'آزمون', nationalId: '0499370899', mobile: '09120000001', holder: 'ostandari',
          description: 'صورت‌جلسه‌های سال ۱۴۰۴', deliveredAs: 'file', notComplaint: true,
        },
      },
    });
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as Filed;
  };

  it('have catalogues, indexes and calendars of their own', async () => {
    const seen = await Promise.all(provinces.map(async (province) => {
      const catalogue = await read<Catalogue>(`/v1/catalogue?province=${province}`);
      const index = await read<CatalogueIndex>(catalogue.index!);
      assert.ok(index.ids.length > 20);
      assert.ok(index.ids.every((id) => id.startsWith(`${province}.`)));
      assert.equal(catalogue.offerings, index.ids.length);
      assert.ok(catalogue.agencies.every((agency) => agency.province === province));
      assert.equal((await read<{ province: string }>(`/v1/calendar?province=${province}`)).province, province);
      return index;
    }));
    assert.notEqual(seen[0]!.version, seen[1]!.version);
  });

  it('are searched apart', async () => {
    for (const province of provinces) {
      for (const q of ['شناسنامه', title, 'استانداری', 'پست', 'اصفهان', 'البرز', 'بیمه بیکاری']) {
        for (const { entry } of await found(province, q)) assert.ok(entry.id.startsWith(`${province}.`), `${q}: ${entry.id}`);
      }
    }
    assert.ok((await found('isfahan', 'شناسنامه')).length > 0);
    assert.equal((await found('isfahan', 'انشعاب آب')).filter(({ entry }) => /انشعاب آب/.test(entry.title)).length, 0, 'only Alborz’s water company is here');
  });

  it('have the same unit ids, and every sheet and request the room of its own', async () => {
    const rooms = await Promise.all(provinces.map(async (province) => {
      const { unit } = await read<{ unit: { id: string; room: string; phone: string } }>(`/v1/offerings/${await foiOf(province)}`);
      const { code } = await file(province);
      const { holder } = await read<RequestStatus>(`/v1/requests/${code}`);
      assert.deepEqual([holder?.id, holder?.room, holder?.phone], [unit.id, unit.room, unit.phone]);
      return unit;
    }));
    assert.equal(rooms[0]!.id, rooms[1]!.id);
    assert.notEqual(rooms[0]!.room, rooms[1]!.room);
    assert.match(rooms[1]!.phone, /^031/);
  });

  it('let nobody at a request of the other: not in the queue, by its id, by its code, nor by referring it there', async () => {
    for (const province of provinces) {
      const { code } = await file(province);
      const queue = async (cookie: string) => (await read<z.infer<typeof Queue>>('/v1/staff/requests?state=all&limit=100', cookie)).items;
      const mine = (await queue(cookies[province])).map(({ id }) => id);
      assert.ok(mine.length > 0);
      for (const role of ['expert', 'supervisor', 'officer']) {
        const foreign = await cookieOf(`${other(province)}-${role}`);
        if (role !== 'officer') assert.deepEqual((await queue(foreign)).filter(({ id }) => mine.includes(id)), []);
        for (const id of mine) assert.ok([403, 404].includes((await gateway.fetch(`/v1/staff/requests/${id}`, { headers: { cookie: foreign } })).status));
        const looked = await gateway.fetch('/v1/staff/find', { json: { code }, headers: { cookie: foreign, 'sec-fetch-site': 'same-origin' } });
        assert.ok([403, 404].includes(looked.status), `${role}: ${looked.status}`);
      }
      const units = await read<z.infer<typeof UnitList>>('/v1/staff/units', cookies[province]);
      const phones = units.items.map(({ unit }) => unit.phone?.slice(0, 3)).filter(Boolean);
      assert.deepEqual([...new Set(phones)], [province === 'alborz' ? '026' : '031']);
      const away = province === 'alborz' ? 'no-such-unit' : 'abfa-a';
      const refused = await gateway.fetch(`/v1/staff/requests/${mine[0]}/refer`, {
        json: { version: 1, unit: away, reason: 'کار آن واحد است.' }, headers: { cookie: cookies[province], 'sec-fetch-site': 'same-origin' },
      });
      assert.ok([404, 409, 422].includes(refused.status), `${refused.status}`);
    }
  });
});
