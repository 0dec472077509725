import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Catalogue, SearchAnswer } from '../../../src/contract/catalogue.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';

const run = promisify(execFile);
interface Told { province: string; version: string; agencies: number; offerings: number; changed: number; withdrawn: number; rejected: number; error?: string }

describe('a further province, by one command from a folder', () => {
  let gateway: TestGateway;
  let out: string;
  let folder: string;
  before(async () => {
    gateway = await startTestGateway({ agencies: ['sabt-ahval'] });
    out = await mkdtemp(join(tmpdir(), 'province-'));
    folder = join(out, 'gilan');
    await cp('demo/data/isfahan', folder, { recursive: true });
    await cp('demo/data/forms', join(out, 'forms'), { recursive: true });
    for (const name of ['province.json', 'calendar.json']) await edit(name, (text) => text.replaceAll('isfahan', 'gilan').replaceAll('اصفهان', 'گیلان'));
  });
  after(async () => {
    await gateway.stop();
    await rm(out, { recursive: true });
  });

  const edit = async (name: string, change: (text: string) => string): Promise<void> =>
    writeFile(join(folder, name), change(await readFile(join(folder, name), 'utf8')));
  const publish = async (path = folder): Promise<Told> => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'src/gateway/commands/province.ts', path], {
      env: { ...process.env, DATABASE_URL: gateway.databaseUrl, NODE_ENV: 'test' },
    }).catch((error: { stdout: string }) => error);
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as Told;
  };
  const read = async <T>(path: string): Promise<T> => (await (await gateway.fetch(path)).json()) as T;

  it('stands beside the others, and is searched', async () => {
    const told = await publish();
    assert.deepEqual({ ...told, version: '' }, { province: 'gilan', version: '', agencies: 5, offerings: told.offerings, changed: told.offerings, withdrawn: 0, rejected: 0 });
    assert.ok(told.offerings > 20);
    const catalogue = await read<Catalogue>('/v1/catalogue?province=gilan');
    assert.deepEqual([catalogue.province.name.fa, catalogue.version, catalogue.offerings], ['گیلان', told.version, told.offerings]);
    const { items } = await read<SearchAnswer>(`/v1/search?province=gilan&q=${encodeURIComponent('شناسنامه')}`);
    assert.ok(items.length > 0 && items.every(({ entry }) => entry.id.startsWith('gilan.')));
    assert.ok((await read<Catalogue>('/v1/catalogue')).agencies.every(({ id }) => id === 'sabt-ahval'), 'Alborz is as it was');
  });

  it('is published again without a change, and follows its files', async () => {
    assert.deepEqual((({ changed, withdrawn }) => [changed, withdrawn])(await publish()), [0, 0]);
    await edit('agencies.json', (text) => {
      const file = JSON.parse(text) as { agencies: { id: string }[] };
      return JSON.stringify({ ...file, agencies: file.agencies.filter(({ id }) => id !== 'post') });
    });
    const { agencies, withdrawn } = await publish();
    assert.equal(agencies, 4);
    assert.ok(withdrawn > 0);
  });

  it('says in which file what is wrong', async () => {
    const wrong = async (name: string, change: (text: string) => string): Promise<string> => {
      const before = await readFile(join(folder, name), 'utf8');
      await edit(name, change);
      const { error } = await publish();
      await writeFile(join(folder, name), before);
      return error!;
    };
    assert.match(await wrong('province.json', () => '{'), /^province\.json: it is no JSON/);
    assert.match(await wrong('province.json', (text) => text.replace('"id": "gilan"', '"id": "گیلان"')), /^province\.json: id: /);
    assert.match(await wrong('agencies.json', (text) => text.replace('"hoursRef":"office"', '"hoursRef":"sometimes"')), /^agencies\.json: agencies\.0\.units\.0\.hoursRef: /);
    assert.match(await wrong('agencies.json', (text) => text.replace('declarations/ostandari.csv', 'declarations/none.csv')), /^agencies\.json: the declaration declarations\/none\.csv of “ostandari” is not there/);
    assert.match(await wrong('agencies.json', (text) => text.replace('declarations/ostandari.csv', '../isfahan/x.csv')), /lies outside the folder/);
    assert.match(await wrong('calendar.json', (text) => text.replaceAll('gilan', 'isfahan')), /^calendar\.json: it is that of “isfahan”/);
    assert.match((await publish(join(out, 'nowhere'))).error!, /^province\.json: there is no such file in /);
    assert.match((await publish('')).error!, /Name the folder/);
  });
});
