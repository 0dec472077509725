import { infinitivesOf, type Verbs } from '../persian/verbs.ts';
import { fromLatin, skeleton, sound } from './sounds.ts';
import { distance } from './distance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is written or spoken on to a word, in this order: plural, of or a, my, your, and it, is. */
const endings = (() => {
  const made = new Set<string>();
  for (const plural of ['', 'ها', 'ا', 'ات', 'ان'])
    for (const of of ['', 'ی', 'یی', 'ای'])
      for (const whose of ['', 'م', 'ت', 'ش', 'ام', 'ات', 'اش', 'مان', 'تان', 'شان', 'مون', 'تون', 'شون'])
        for (const last of ['', 'و', 'رو', 'ه', 'ست']) made.add(plural + of + whose + last);
  made.delete('');
  return [...made].sort((one, other) => one.length - other.length);
})();
/** What a word may have lost, as in «بچم» for «بچه». */
const lost = ['های', 'ها', 'ه', 'ی'];
/** Letters that alone are what is left of an ending: no beginning of a word. */
const enclitics = new Set(['م', 'ت', 'ش', 'و', 'ی', 'ه']);
const mostPrefixed = 60;
const mostOfLetter = 300;

/** Numbers of the words for which a typed word may stand, each with how sure that is (0 to 1). */
export type Meanings = Map<number, number>;

export function resolve(vocabulary: Vocabulary, verbs: Verbs, word: string, unfinished: boolean): Meanings {
  const found: Meanings = new Map();
  const offer = (number: number | undefined, quality: number) => {
    if (number !== undefined && (found.get(number) ?? 0) < quality) found.set(number, quality);
  };
  const exact = vocabulary.numberOf(word);
  offer(exact, 1);
  if (unfinished && !enclitics.has(word)) {
    const share = exact === undefined ? 0.9 : 0.55;
    for (const number of vocabulary.startingWith(word, word.length > 1 ? mostPrefixed : mostOfLetter))
      offer(number, share * (word.length / vocabulary.words[number]!.length) ** 0.3);
  }
  if (word.length < 2 || /\d/.test(word)) return found;
  if (/[a-z]/.test(word)) {
    if (exact === undefined) readLatin(vocabulary, verbs, word, offer);
    return found;
  }

  const verb = infinitivesOf(verbs, word);
  for (const infinitive of verb.infinitives) offer(vocabulary.numberOf(infinitive), 0.9);
  const sure = exact === undefined;
  const standing = !sure && vocabulary.stands(exact);
  // «بدیم» is a form of «دادن» and hardly «بد» with an ending.
  const own = verb.sure || standing ? 0.62 : sure ? 0.88 : 0.8;
  withoutEnding(vocabulary, word, own, offer);
  // «خونه» is «خانه», «نون» is «نان»: spoken ون for ان.
  if (!standing) {
    for (const written of [word.replace('ون', 'ان'), word.replace('وم', 'ام')]) {
      if (written === word) continue;
      offer(vocabulary.numberOf(written), 0.9);
      withoutEnding(vocabulary, written, 0.8, offer);
    }
  }
  if (!sure) return found;

  const heard = sound(word);
  if (heard.length > 2) for (const number of vocabulary.sounding(heard)) offer(number, 0.9);
  // PDF readers turn «لا» into «ال».
  if (word.includes('ال')) {
    offer(vocabulary.numberOf(word.replaceAll('ال', 'لا')), 0.95);
    offer(vocabulary.numberOf(word.replace(/ال(?!.*ال)/, 'لا')), 0.95);
  }
  const known = [...found.keys()].some((number) => vocabulary.stands(number));
  // A cut ending may be chance: «سختمان» is hardly «سختِ ما».
  if (!verb.infinitives.length && word.length > (known ? 4 : 2)) readNear(vocabulary, word, known, offer);
  return found;
}

function withoutEnding(vocabulary: Vocabulary, word: string, own: number, offer: (number: number | undefined, quality: number) => void): void {
  // The least is cut first: «کارتم» is «کارت» and hardly «کار».
  let share = own;
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    // An ending on a very short word is most often a part of another word.
    if (stem.length < 2 || (stem.length === 2 && ending.length !== 2)) continue;
    const known = vocabulary.numberOf(stem);
    // «بچم» is «بچه‌ام»: the silent last letter goes when an ending comes.
    const silent = vocabulary.numberOf(`${stem}ه`);
    offer(known, share);
    offer(silent, share * 0.95);
    if (known !== undefined || silent !== undefined) share = own * 0.6;
  }
  if (word.length > 2) for (const ending of lost) offer(vocabulary.numberOf(word + ending), own * 0.9);
}

/** Two words that were written as one. */
export function splits(vocabulary: Vocabulary, word: string): [number, number][] {
  const pairs: [number, number][] = [];
  if (vocabulary.numberOf(word) !== undefined) return pairs;
  for (let at = 2; at <= word.length - 2; at++) {
    const first = vocabulary.numberOf(word.slice(0, at));
    const second = first !== undefined ? vocabulary.numberOf(word.slice(at)) : undefined;
    if (second !== undefined) pairs.push([first!, second]);
  }
  return pairs;
}

function readNear(vocabulary: Vocabulary, word: string, known: boolean, offer: (number: number, quality: number) => void): void {
  const limit = word.length > 7 ? 2 : 1;
  vocabulary.near(sound(word), limit, (number, away) => {
    const candidate = vocabulary.words[number]!;
    // A wrong first letter is rare, and what stands in no service is a weaker guess.
    const sameStart = candidate[0] === word[0];
    // Of three letters too little is left when one is wrong; one that was left out may be guessed.
    if (word.length === 3 && (!sameStart || candidate.length !== 4 || !vocabulary.stands(number))) return;
    if (known && (away > 1 || !vocabulary.stands(number))) return;
    offer(number, (away < 2 ? 0.8 : 0.62) - (sameStart ? 0 : 0.12) - (vocabulary.stands(number) ? 0 : 0.05));
  });
}

/** Persian in Latin letters: by its sound, or by its consonants, for vowels are written in many ways. */
function readLatin(vocabulary: Vocabulary, verbs: Verbs, word: string, offer: (number: number | undefined, quality: number) => void): void {
  // «booye gaz»: the spoken link between two words is written on to the first.
  const spellings = new Set([word, word.replace(/y?e$/, ''), word.replace(/e$/, '')].filter(({ length }) => length > 1));
  for (const spelling of spellings) {
    const persian = fromLatin(spelling);
    const { infinitives } = infinitivesOf(verbs, persian);
    for (const infinitive of infinitives) offer(vocabulary.numberOf(infinitive), 0.8);
    const heard = sound(persian);
    for (const number of vocabulary.sounding(heard)) offer(number, 0.9);
    const bones = skeleton(persian);
    if (bones.length < 2 || infinitives.length) continue;
    for (const number of vocabulary.withBones(bones)) {
      const candidate = vocabulary.words[number]!;
      const away = distance(heard, sound(candidate), 3);
      if (away <= 3 && away < candidate.length - 1) offer(number, 0.88 - away * 0.08);
    }
  }
}
