import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CatalogueIndex } from '../../src/contract/catalogue.ts';
import { buildIndex, type Indexable } from '../../src/search/build.ts';
import { provinceOfferings, provinceSynonyms } from './province-index.ts';

const synonyms = provinceSynonyms();
const offerings = provinceOfferings();

test('an index of all offerings keeps the contract', () => {
  const index = buildIndex({ version: 'v', offerings, synonyms });
  assert.equal(index.entries.length, offerings.length);
  assert.deepEqual(CatalogueIndex.parse(JSON.parse(JSON.stringify(index))), index);
});

test('the same offerings in another order give the same bytes', () => {
  const one = buildIndex({ version: 'v', offerings, synonyms });
  const two = buildIndex({ version: 'v', offerings: [...offerings].reverse(), synonyms });
  assert.equal(JSON.stringify(one), JSON.stringify(two));
});

test('online is what has a form here or can be asked for by internet', () => {
  const base = offerings[0]!;
  const online = (change: Partial<Indexable>) =>
    buildIndex({ version: 'v', offerings: [{ ...base, ...change }], synonyms: [] }).entries[0]!.online;
  const channels = { inform: [], request: [], produce: [], deliver: [] };
  assert.equal(online({ form: null, channels }), false);
  assert.equal(online({ form: { id: 'f', version: 1 }, channels }), true);
  assert.equal(online({ form: null, channels: { ...channels, request: ['inPerson', 'internet'] } }), true);
  // Being told by internet is not getting it by internet.
  assert.equal(online({ form: null, channels: { ...channels, inform: ['internet'] } }), false);
});
