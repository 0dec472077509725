import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import type { OpenData } from '../../../src/contract/open-data.ts';
import type { PublishedOffering } from '../../../src/contract/offering.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { openFile } from '../../../src/gateway/declarations/open.ts';
import { hostileTitle, openCatalogue, type OpenCatalogue } from './catalogue.ts';

describe('the catalogue as JSON, CSV and XLSX', () => {
  let open: OpenCatalogue;
  before(async () => { open = await openCatalogue(); });
  after(() => open.gateway.stop());
  const get = (name: string, init: RequestInit = {}, province = 'alborz') => open.gateway.fetch(`/v1/open-data/${province}/${name}`, init);
  const bytes = async (name: string) => new Uint8Array(await (await get(name)).arrayBuffer());

  it('says which files there are, and all of them are', async () => {
    const answer = await open.gateway.fetch('/v1/open-data/alborz');
    const data = (await answer.json()) as OpenData;
    assert.equal(data.offerings, (await open.sheets('alborz')).length);
    assert.equal(data.modified, '2026-11-24T06:30:00.000Z');
    for (const { path, mediaType } of data.files) {
      const file = await open.gateway.fetch(path);
      assert.equal(file.status, 200, path);
      assert.equal(file.headers.get('content-type'), mediaType);
      assert.equal(file.headers.get('access-control-allow-origin'), '*');
      assert.ok((await file.arrayBuffer()).byteLength > 10_000, path);
    }
  });

  it('gives whole sheets as JSON, and of one province only', async () => {
    for (const province of ['alborz', 'isfahan']) {
      const data = (await (await get('services.json', {}, province)).json()) as { total: number; services: PublishedOffering[]; province: { id: string } };
      assert.deepEqual(data.services.map(({ publishedAt: _, ...sheet }) => sheet), await open.sheets(province));
      const [first] = data.services;
      assert.deepEqual(first, await (await open.gateway.fetch(`/v1/offerings/${first!.id}`)).json());
      assert.equal(data.total, data.services.length);
      assert.ok(data.services.length > 20 && data.services.every((sheet) => sheet.province === province && sheet.id.startsWith(`${province}.`)));
    }
  });

  it('gives a table that another reader of CSV understands, with no cell that a spreadsheet would run', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes('services.csv'));
    assert.equal(text[0], '\ufeff');
    const { data, errors } = Papa.parse<string[]>(text.slice(1).replace(/\r\n$/, ''), { newline: '\r\n' });
    assert.deepEqual(errors, []);
    const sheets = await open.sheets('alborz');
    const [header, ...rows] = data;
    assert.equal(rows.length, sheets.length);
    const cell = (row: number, name: string) => rows[row]![header!.indexOf(name)];
    assert.equal(cell(0, 'عنوان خدمت'), `'${hostileTitle}`);
    assert.equal(cell(0, 'شرح خدمت'), sheets[0]!.description);
    sheets.forEach((sheet, at) => {
      assert.equal(rows[at]!.length, header!.length);
      assert.equal(cell(at, 'نشانه در درگاه'), sheet.id);
      if (at) assert.equal(cell(at, 'عنوان خدمت'), sheet.title);
    });
    assert.deepEqual(rows.flat().filter((each) => /^\s*[=+\-@]/.test(each)), []);
    assert.ok(rows.some((_, at) => cell(at, 'عنوان خدمت')!.includes('\u200c')));
  });

  it('gives the same table as XLSX, all of it text', async () => {
    const { sheets: [sheet] } = await openFile(new Blob([await bytes('services.xlsx')]));
    const rows: string[][] = [];
    for await (const { cells } of sheet!.rows()) rows.push(cells.map((one) => one.trim()));
    const { data } = Papa.parse<string[]>((await (await get('services.csv')).text()).replace(/^\ufeff/, '').replace(/\r\n$/, ''), { newline: '\r\n' });
    assert.equal(rows.length, data.length);
    const title = data[0]!.indexOf('عنوان خدمت');
    assert.equal(rows[1]![title], hostileTitle);
    data.slice(2).forEach((row, at) => assert.equal(rows[at + 2]![title], row[title]));
  });

  for (const name of ['services.csv', 'services.xlsx']) {
    it(`${name} can be declared again and means the same`, async () => {
      const { services } = await readDeclaration(await bytes(name), name);
      const byTitle = new Map((await open.sheets('alborz')).map((sheet) => [`${sheet.title} ${sheet.description}`, sheet]));
      let same = 0;
      for (const { title, description, time, code, lifeEvents, channels, steps, documents, editedOn, visits, fee } of services) {
        const sheet = byTitle.get(`${title} ${description}`);
        if (!sheet) continue;
        same++;
        const facts = { time, code, lifeEvents, channels, steps, documents, editedOn, visits, fee: fee.lines };
        assert.deepEqual(facts, {
          time: sheet.time, code: sheet.code, lifeEvents: sheet.lifeEvents, channels: sheet.channels, steps: sheet.steps,
          documents: sheet.documents, editedOn: sheet.editedOn, visits: sheet.visits, fee: sheet.fee.lines,
        }, title);
      }
      assert.ok(same > 150, `${same} came back`);
    });
  }

  it('is not sent again to who has it, until a sheet changes', async () => {
    for (const name of ['services.json', 'services.csv', 'services.xlsx']) {
      const first = await get(name);
      await first.body!.cancel();
      const tag = first.headers.get('etag')!;
      const again = await get(name, { headers: { 'if-none-match': tag } });
      assert.equal(again.status, 304, name);
      assert.equal(again.headers.get('etag'), tag);
      const head = await get(name, { method: 'HEAD' });
      assert.deepEqual([head.status, head.headers.get('etag'), (await head.arrayBuffer()).byteLength], [200, tag, 0]);
    }
    const tag = (await get('services.csv', { method: 'HEAD' })).headers.get('etag')!;
    const other = (await get('services.csv', { method: 'HEAD' }, 'isfahan')).headers.get('etag')!;
    await open.change('alborz', { phone: '02630000001' }, '2026-11-24T07:00:00Z');
    assert.equal((await get('services.csv', { headers: { 'if-none-match': tag } })).status, 200);
    assert.equal((await get('services.csv', { headers: { 'if-none-match': other } }, 'isfahan')).status, 304);
  });

  it('comes compressed to who takes that, the same content', async () => {
    const packed = await get('services.csv', { headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(packed.headers.get('content-encoding'), 'gzip');
    assert.deepEqual(new Uint8Array(gunzipSync(Buffer.from(await packed.arrayBuffer()))), await bytes('services.csv'));
  });

  it('reads the catalogue as the reader takes it, page by page', async () => {
    const { body } = await get('services.json');
    const reader = body!.getReader();
    const first = await reader.read();
    assert.ok(first.value!.length < 2_000, 'the head comes before any sheet is read');
    const second = await reader.read();
    assert.equal(new TextDecoder().decode(second.value).match(/"illustrative"/g)!.length, 100);
    await reader.cancel();
  });

  it('tells what is not there', async () => {
    assert.equal((await get('services.pdf')).status, 404);
    assert.equal((await get('services.csv', {}, 'nowhere')).status, 404);
  });
});
