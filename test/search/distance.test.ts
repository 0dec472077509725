import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance } from '../../src/search/distance.ts';

test('insertions, deletions, changes and swapped neighbours count one each', () => {
  assert.equal(distance('گاز', 'گاز', 2), 0);
  assert.equal(distance('آسفات', 'آسفالت', 2), 1);
  assert.equal(distance('برقق', 'برق', 2), 1);
  assert.equal(distance('ساختمان', 'ساختمون', 2), 1);
  assert.equal(distance('شنسا', 'شناسه', 2), 2);
  assert.equal(distance('گوهاینامه', 'گواهینامه', 2), 1);
});

test('beyond the limit it stops counting', () => {
  assert.equal(distance('برق', 'گذرنامه', 2), 3);
  assert.equal(distance('abcdefgh', 'hgfedcba', 1), 2);
  assert.equal(distance('', '', 1), 0);
  assert.equal(distance('', 'ab', 1), 2);
});
