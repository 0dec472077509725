import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CatalogueIndex, CatalogueLexicon } from '../../src/contract/catalogue.ts';
import { buildIndex, readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { entriesOf } from '../../src/search/entry.ts';
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

test('every situation leads to services that meet its needs, or to none', () => {
  const ids = index.ids.length;
  assert.equal(index.needs.length, lexicon.situations.length);
  const met = index.needs.filter(Boolean);
  assert.ok(met.length > lexicon.situations.length / 2, `only ${met.length} situations are met by the demo's services`);
  assert.ok(ids > 0);
});

test('a class that no file defines is told', () => {
  assert.throws(() => compileLexicon([{ intents: [{ id: 'lost', says: ['{nothing} گم'], means: ['المثنی'] }] }], 'v'), /“lost” names the class “nothing”/);
});
