import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { buildWithLexicon } from '../../src/search/served.ts';
import { generatedCatalogue } from '../support/generated-catalogue.ts';
import { provinceOfferings } from './province-index.ts';

const lexicon = compileLexicon(await readLexicon(), 'size');
const published = (offerings: Indexable[]) => buildWithLexicon({ version: 'size', offerings: readOfferings(offerings), lexicon });
const bytesOf = (part: object): number => brotliCompressSync(JSON.stringify(part)).byteLength;

test("what the demo's catalogue needs of the lexicon is at most 107 kB of brotli", () => {
  const bytes = bytesOf(published(provinceOfferings()).lexicon);
  assert.ok(bytes <= 107_000, `${bytes} bytes`);
});

test("the index of the demo's catalogue is at most 60 kB of brotli", () => {
  const bytes = bytesOf(published(provinceOfferings()).index);
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
});

test('the index of 10,000 generated services is at most 350 kB of brotli', () => {
  const bytes = bytesOf(published(generatedCatalogue(10_000)).index);
  assert.ok(bytes <= 350_000, `${bytes} bytes`);
});
