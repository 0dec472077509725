import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { nationalInput } from '../../../src/gateway/catalogue/national-files.ts';
import { publishDeclared } from '../../../src/gateway/catalogue/publish-agency.ts';
import { publishNational } from '../../../src/gateway/catalogue/publish-national.ts';
import { lockPublishing, sheetsInForce } from '../../../src/gateway/catalogue/publications.ts';
import { allShards } from '../../../src/gateway/catalogue/shard-store.ts';
import { readDeclaration } from '../../../src/gateway/declarations/read.ts';
import { readNationalFolder } from '../../../src/gateway/node/province-folder.ts';
import { buildIndex, listsOf, readOfferings } from '../../../src/search/build.ts';
import { inLines } from '../../../src/search/lines.ts';
import { compileLexicon } from '../../../src/search/compile-lexicon.ts';
import type { LexiconData } from '../../../src/search/lexicon-data.ts';
import { servedBy } from '../../../src/search/served.ts';
import { buildShards } from '../../../src/search/shards.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { csvOf, officer, tableOf } from './officer.ts';

const agency = 'sabt-ahval';

describe('an index that is renewed is, byte for byte, the one that would be made of nothing', () => {
  let gateway: TestGateway;
  let mine: ReturnType<typeof officer>;
  before(async () => {
    gateway = await startTestGateway({ agencies: [agency, 'post'] });
    mine = officer(gateway, await gateway.signIn({ agency, role: 'officer' }));
  });
  after(() => gateway.stop());

  /** Compares what is published with what all sheets give that are in force, read anew. Gives the version. */
  async function compared(): Promise<string> {
    const { version, index, lexicon: lexiconVersion, source } = await gateway.db.selectFrom('province as p')
      .innerJoin('catalogue_version as c', (join) => join.onRef('c.province', '=', 'p.id').onRef('c.version', '=', 'p.catalogue_version'))
      .innerJoin('lexicon_version as l', 'l.version', 'c.lexicon').innerJoin('lexicon_source as s', 's.digest', 'l.source_digest').select(['c.version', 'c.index', 'c.lexicon', 's.source']).where('p.id', '=', 'alborz').executeTakeFirstOrThrow();
    const sheets = (await sheetsInForce(gateway.db, 'alborz')).map(({ sheet }) => sheet);
    const offerings = readOfferings(sheets);
    const lists = listsOf(offerings);
    const { lexicon, needs } = servedBy(lists, compileLexicon(JSON.parse(source) as LexiconData[], lexiconVersion));
    const input = { version, offerings, lexicon, asked: new Map() };
    assert.equal(index, inLines(buildIndex(input, lists, needs)));
    assert.deepEqual(await allShards(gateway.db, version), new Map([...buildShards(input, lists)].sort(([a], [b]) => (a < b ? -1 : 1))));
    return version;
  }
  const publish = async (table: string[][]) => mine.publish((await mine.handIn(agency, table)).id);
  /** The demo's table with a text of its first row written otherwise. */
  function changed(column: string, text: string): string[][] {
    const table = tableOf(agency);
    table[1]![table[0]!.indexOf(column)] = text;
    return table;
  }

  it('after one is changed, added, taken away and put back', async () => {
    const first = await compared();
    const [header, ...rows] = changed('شرح خدمت', 'شرحی تازه برای بادکنک‌های این خدمت.');
    await publish([header!, ...rows]);
    const withText = await compared();
    await publish(changed('عنوان خدمت', 'اجاره بادکنک شناسنامه‌ای'));
    const withTitle = await compared();
    await publish([header!, ...rows.slice(0, -1)]);
    const shorter = await compared();
    assert.equal(new Set([first, withText, withTitle, shorter]).size, 4);
    await mine.good(mine.post('/v1/staff/publications/roll-back', { agency, base: 4, to: 1 }));
    assert.equal(await compared(), first);
  });

  it('after a publication that was undone before its end, whose numbers the next one has', async () => {
    const title = (word: string) => changed('شرح خدمت', `شرحی با واژه ${word}.`);
    const { services } = await readDeclaration(csvOf(title('بلدرچین')), 'undone.csv');
    const undone = gateway.db.transaction().execute(async (trx) => {
      await lockPublishing(trx, 'alborz');
      await publishDeclared(trx, { province: 'alborz', agency }, services, gateway.ports.now());
      throw new Error('undone');
    });
    await assert.rejects(undone, /undone/);
    await compared();
    await publish(title('شترمرغ'));
    await compared();
  });

  it('after a national sheet is changed', async () => {
    const table = tableOf(agency);
    const [title, keywords] = ['عنوان خدمت', 'کلیدواژه‌ها'].map((name) => table[0]!.indexOf(name)) as [number, number];
    // What the agency does not say it has from the national sheet.
    table.find((row) => row[title] === 'تعویض شناسنامه')![keywords] = '';
    await publish(table);
    const was = await compared();
    const files = await readNationalFolder('demo/data/national');
    const path = 'declarations/sabt-ahval.csv';
    const text = new TextDecoder().decode(files.declarations[path]).replace('شناسنامه پاره', 'شناسنامه بادکنکی');
    await publishNational(gateway.ports, nationalInput({ ...files, declarations: { ...files.declarations, [path]: new TextEncoder().encode(text) } }, 'test'));
    assert.notEqual(await compared(), was);
  });
});
