import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CatalogueIndex, CatalogueLexicon } from '../../src/contract/catalogue.ts';
import { buildIndex, readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { entriesOf } from '../../src/search/entry.ts';
import { openIndex } from '../../src/search/learn.ts';
import { buildWithLexicon } from '../../src/search/served.ts';
import { provinceIndex, provinceOfferings } from './province-index.ts';

const { index, lexicon } = await provinceIndex();
const offerings = provinceOfferings();
const nothing = compileLexicon([], 'none');

test('the index and the lexicon hold to the contract and lose no service', () => {
  assert.deepEqual(CatalogueIndex.parse(index), index);
  assert.deepEqual(CatalogueLexicon.parse(lexicon), lexicon);
  assert.deepEqual(new Set(entriesOf(index).map(({ id, title }) => `${id} ${title}`)), new Set(offerings.map(({ id, title }) => `${id} ${title}`)));
});

test('the same offerings give the same bytes in whatever order they come', () => {
  const one = buildIndex({ version: 'v', offerings: readOfferings(offerings), lexicon: nothing });
  const two = buildIndex({ version: 'v', offerings: readOfferings([...offerings].reverse()), lexicon: nothing });
  assert.equal(JSON.stringify(one), JSON.stringify(two));
});

test('a service is online when it can be filed here or asked for on the net', () => {
  const base = offerings.find(({ channels }) => channels.request.includes('inPerson') && !channels.request.includes('internet'))!;
  const facts = (change: Partial<Indexable>) => entriesOf(buildIndex({ version: 'v', offerings: readOfferings([{ ...base, ...change }]), lexicon: nothing }))[0]!;
  assert.equal(facts({}).online, base.channels.request.some((channel) => channel === 'electronic' || channel === 'mobileApp'));
  assert.equal(facts({ form: { id: 'f', version: 1 } }).online, true);
  assert.equal(facts({ channels: { ...base.channels, request: ['internet'] } }).online, true);
  assert.equal(facts({}).inPerson, true);
});

test('every situation that is published leads to a service, and other names to words of the catalogue', async () => {
  assert.equal(index.needs.length, lexicon.situations.length);
  assert.ok(index.needs.every(Boolean));
  const { published } = compileLexicon(await readLexicon(), 'test');
  assert.ok(lexicon.situations.length > 400 && lexicon.situations.length < published.situations.length, `${lexicon.situations.length} of ${published.situations.length}`);
  const words = new Set(index.words.split(' '));
  for (const { terms } of lexicon.groups) assert.ok(terms.some((term) => term.split(' ').every((word) => words.has(word))), terms.join('/'));
  assert.ok(lexicon.groups.length < published.groups.length);
});

test('whoever publishes one service is given what belongs to it', async () => {
  const whole = compileLexicon(await readLexicon(), 'test');
  const one = buildWithLexicon({ version: 'v', offerings: readOfferings(offerings.filter(({ title }) => title === 'صدور گذرنامه')), lexicon: whole });
  assert.ok(one.lexicon.situations.length < 40, `${one.lexicon.situations.length}`);
  assert.equal(openIndex(one.index, one.lexicon).search('پاسپورت می‌خوام برای کربلا').hits[0]?.entry.title, 'صدور گذرنامه');
});

test('a class that no file defines is told', () => {
  assert.throws(() => compileLexicon([{ intents: [{ id: 'lost', says: ['{nothing} گم'], means: ['المثنی'] }] }], 'v'), /“lost” names the class “nothing”/);
});
