import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CatalogueDelta } from '../../src/contract/catalogue-delta.ts';
import { readLexicon } from '../../src/gateway/node/lexicon.ts';
import { buildIndex, readOfferings, type Indexable } from '../../src/search/build.ts';
import { compileLexicon } from '../../src/search/compile-lexicon.ts';
import { applyDelta, deltaBetween } from '../../src/search/delta.ts';
import { provinceOfferings } from './province-index.ts';

const lexicon = compileLexicon(await readLexicon(), 'test');
const offerings = provinceOfferings();
const build = (version: string, list: Indexable[], asked?: Map<string, number>) =>
  buildIndex({ version, offerings: readOfferings(list), lexicon, ...(asked && { asked }) });
const base = offerings.slice(0, 40);
const spare = offerings.slice(40, 70);

/** One edit of a catalogue, by chance: what an officer does between two publications. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('leave' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('come' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('fee' as const), at: fc.nat(), amount: fc.nat(9_000_000) }),
  fc.record({ kind: fc.constant('title' as const), at: fc.nat(), word: fc.constantFrom('تازه', 'ویژه', 'Ü', 'a"b\\c', 'زوزوزو') }),
  fc.record({ kind: fc.constant('agency' as const), at: fc.nat(), name: fc.constantFrom('اداره نو', 'شرکت آب') }),
  fc.record({ kind: fc.constant('documents' as const), at: fc.nat(), word: fc.constantFrom('گواهی', 'فرم شماره ۷', '😀') }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(list: Indexable[], edits: Edit[]): Indexable[] {
  let now = list;
  const change = (at: number, how: (one: Indexable) => Indexable) => {
    if (now.length) now = now.map((one, number) => (number === at % now.length ? how(one) : one));
  };
  for (const each of edits) {
    if (each.kind === 'leave') now = now.filter((_, number) => number !== each.at % now.length);
    else if (each.kind === 'come') {
      const one = spare[each.at % spare.length]!;
      if (!now.some(({ id }) => id === one.id)) now = [...now, one];
    } else if (each.kind === 'fee') change(each.at, (one) => ({ ...one, fee: { ...one.fee, kind: 'fixed', lines: [{ label: 'هزینه', amountRial: each.amount, maxRial: null }] } }));
    else if (each.kind === 'title') change(each.at, (one) => ({ ...one, title: `${one.title} ${each.word}` }));
    else if (each.kind === 'documents') change(each.at, (one) => ({ ...one, documents: [...one.documents.slice(1), { title: each.word }] }));
    else {
      const id = now[each.at % (now.length || 1)]?.agency.id;
      now = now.map((one) => (one.agency.id === id ? { ...one, agency: { ...one.agency, name: { fa: each.name } } } : one));
    }
  }
  return now;
}

test('puts any edits on an index and gives the published one, byte by byte', () => {
  const old = build('old', base);
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.boolean(), (edits, popular) => {
      const list = edited(base, edits);
      const next = build('new', list, popular ? new Map(list.map(({ id }, at) => [id, at % 9])) : undefined);
      const delta = deltaBetween(old, next);
      assert.ok(delta, 'no delta');
      assert.deepEqual(CatalogueDelta.parse(delta), delta);
      const sent = JSON.parse(JSON.stringify(delta)) as CatalogueDelta;
      assert.equal(JSON.stringify(applyDelta(old, sent)), JSON.stringify(next));
    }),
    { numRuns: 40, seed: 1405 },
  );
});

test('leads from nothing to everything and back, and from one lexicon to another', () => {
  const empty = build('empty', []);
  const whole = build('whole', base);
  const other = buildIndex({ version: 'other', offerings: readOfferings(base), lexicon: compileLexicon([{ filler: ['لطفا'] }], 'none') });
  for (const [from, to] of [[empty, whole], [whole, empty], [whole, other], [other, whole], [empty, empty]] as const)
    assert.equal(JSON.stringify(applyDelta(from, deltaBetween(from, to)!)), JSON.stringify(to));
});

test('is small where little changed', () => {
  const list = provinceOfferings();
  const next = edited(list, [{ kind: 'fee', at: 7, amount: 10 }, { kind: 'title', at: 90, word: 'تازه' }, { kind: 'leave', at: 120 }]);
  const whole = build('new', next);
  const delta = deltaBetween(build('old', list), whole)!;
  assert.ok(JSON.stringify(delta).length < JSON.stringify(whole).length / 25, `${JSON.stringify(delta).length} of ${JSON.stringify(whole).length}`);
});

test('is refused by another index than its own', () => {
  const [one, two, three] = [build('one', base.slice(0, 5)), build('two', base.slice(0, 6)), build('three', base.slice(0, 4))];
  assert.throws(() => applyDelta(three, deltaBetween(one, two)!), RangeError);
});
