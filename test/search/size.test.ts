import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { buildIndex, readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { generatedCatalogue } from '../support/generated-catalogue.ts';
import { provinceOfferings } from './province-index.ts';

const lexicon = compileLexicon(await readLexicon(), 'size');
const bytesOf = (offerings: Indexable[]): number => brotliCompressSync(JSON.stringify(buildIndex({ version: 'size', offerings: readOfferings(offerings), lexicon }))).byteLength;

test('the lexicon is at most 93 kB of brotli', () => {
  const bytes = brotliCompressSync(JSON.stringify(lexicon.published)).byteLength;
  assert.ok(bytes <= 93_000, `${bytes} bytes`);
});

test("the index of the demo's catalogue is at most 60 kB of brotli", () => {
  const bytes = bytesOf(provinceOfferings());
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
});

test('the index of 10,000 generated services is at most 350 kB of brotli', () => {
  const bytes = bytesOf(generatedCatalogue(10_000));
  assert.ok(bytes <= 350_000, `${bytes} bytes`);
});
