import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hints } from '../../src/search/hints.ts';
import { Slots } from '../../src/search/slots.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import { openIndex } from '../../src/search/learn.ts';
import { provinceIndex } from './province-index.ts';

const vocabulary = new Vocabulary('', '', 0);
vocabulary.add(['برق', 'رفتن', 'تاریک', 'شمع', 'آب', 'قطره', 'تشنه', 'شیر', 'خانه', 'یخچال']);
const classes = { home: 'خانه/یخچال' };

/** «برق رفتن» is a pattern of power, «شیر خشک_آب» would be one of water; whatever else is heard is said of one or both. */
function hints(): Hints<string> {
  const made = new Hints<string>(new Slots(vocabulary, classes));
  for (const slot of ['برق', 'رفتن']) made.add(slot, 'power', 0.5);
  for (const word of ['تاریک', 'شمع', '{home}']) made.add(word, 'power', 0.5);
  for (const slot of ['آب', 'رفتن']) made.add(slot, 'water', 0.5);
  for (const word of ['قطره', 'تشنه', 'شیر', '{home}']) made.add(word, 'water', 0.5);
  for (const other of ['gas', 'phone', 'post', 'tax']) made.add('{home}', other, 0.5);
  return made;
}
const sentence = (...words: string[]) => words.map((word) => new Map(vocabulary.numberOf(word) === undefined ? [] : [[vocabulary.numberOf(word)!, 1]]));

test('two words that are said of one thing hint at it, one alone at nothing', () => {
  const [first] = hints().read(sentence('تاریک', 'شمع'));
  assert.deepEqual([first!.owner, first!.at], ['power', [0, 1]]);
  assert.deepEqual(hints().read(sentence('تاریک')), []);
  assert.deepEqual(hints().read(sentence('ناشناس', 'نامعلوم')), []);
});

test('a word tells the less, the more things it is said of', () => {
  const [few] = hints().read(sentence('خانه', 'شمع'));
  const [own] = hints().read(sentence('تاریک', 'شمع'));
  assert.equal(few!.owner, 'power');
  assert.ok(few!.quality < own!.quality, `${few!.quality} ${own!.quality}`);
});

test('what else a sentence says makes its hints less sure, and so does a doubtful word', () => {
  const quality = (words: Map<number, number>[]) => hints().read(words)[0]!.quality;
  const plain = quality(sentence('قطره', 'تشنه'));
  assert.ok(quality(sentence('قطره', 'ناشناس', 'نامعلوم', 'تشنه')) < plain);
  const doubtful = sentence('قطره', 'تشنه').map((own) => new Map([...own].map(([word]) => [word, 0.8])));
  assert.ok(quality(doubtful) < plain);
  const guessed = sentence('قطره', 'تشنه').map((own) => new Map([...own].map(([word]) => [word, 0.5])));
  assert.deepEqual(hints().read(guessed), []);
});

test('in the catalogue they lead where no pattern does, and say what they were read as', async () => {
  const { index, lexicon } = await provinceIndex();
  const without = openIndex(index, { ...lexicon, situations: lexicon.situations.map((each) => ({ ...each, hears: '' })) });
  const searcher = openIndex(index, lexicon);
  const heard = lexicon.situations.filter(({ topic, hears }) => !topic && hears);
  assert.ok(heard.length > 300, String(heard.length));
  // Words of each, as nobody has put them into a pattern: most lead among the first three to a service of that situation.
  const leads = (by: typeof searcher) =>
    heard.filter(({ id, hears }) => {
      const needed = new Set(by.search(hears.split('/').slice(0, 4).join(' ')).hits.slice(0, 3).flatMap(({ why }) => why.map(({ meant }) => meant)));
      return needed.has(lexicon.situations.find((each) => each.id === id)!.title.fa);
    }).length / heard.length;
  assert.ok(leads(searcher) > 0.8, String(leads(searcher)));
  assert.ok(leads(without) < leads(searcher) - 0.3, String(leads(without)));
});
