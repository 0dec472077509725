import type { Indexable } from '../../src/search/build.ts';
import { provinceOfferings } from '../search/province-index.ts';

/** A small generator of numbers from 0 to 1 that gives the same ones every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const letters = 'بپتجچخدرزسشفقکگلمنوه';
const vowels = ['', 'ا', 'و', 'ی'];

/** Words that are spelt as Persian ones are, so that the vocabulary grows as it would with more agencies. */
function inventedWords(random: () => number, count: number): string[] {
  const words = new Set<string>();
  const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(random() * from.length)]!;
  while (words.size < count) {
    let word = '';
    for (let syllables = 2 + Math.floor(random() * 2); syllables > 0; syllables--) word += pick(letters) + pick(vowels) + pick(letters);
    words.add(word);
  }
  return [...words];
}

/**
 * As many services as asked for. More than half are national ones that every county's office gives under the same title;
 * the rest have titles of their own. Nothing is random: the same count gives the same catalogue.
 */
export function generatedCatalogue(count: number): Indexable[] {
  const random = seeded(count);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const national = provinceOfferings();
  const objects = inventedWords(random, Math.min(8000, 400 + Math.round(count * 0.35)));
  const places = inventedWords(random, Math.ceil(count / 60) + 1);
  const actions = [...new Set(national.map(({ title }) => title.split(' ')[0]!))];
  const made: Indexable[] = [];
  for (let at = 0; at < count; at++) {
    const like = national[at % national.length]!;
    const place = places[Math.floor(at / 60)]!;
    const agency = { id: `${like.agency.id}-${Math.floor(at / 60)}`, name: { fa: `${like.agency.name.fa} ${place}` } };
    const own = random() < 0.45;
    const object = pick(objects);
    const title = own ? `${pick(actions)} ${object} ${random() < 0.5 ? pick(objects) : like.title.split(' ').at(-1)!}` : like.title;
    made.push({
      ...like,
      id: `generated.${agency.id}.${at.toString(36).padStart(5, '0')}`,
      agency,
      title,
      code: random() < 0.2 ? String(13_000_000_000 + Math.floor(random() * 1e9)) : null,
      keywords: own ? [object, pick(objects)] : like.keywords,
      documents: like.documents,
    });
  }
  return made;
}
