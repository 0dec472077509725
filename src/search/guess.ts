import { infinitivesOf, type Verbs } from '../persian/verbs.ts';
import { distance } from './distance.ts';
import type { Guess, Offer } from './resolve.ts';
import { fromLatin, skeleton, sound } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Guesses at words of one vocabulary. */
export const guessIn = (vocabulary: Vocabulary, verbs: Verbs): Guess => ({
  near: (word, known, offer) => readNear(vocabulary, word, known, offer),
  latin: (word, offer) => readLatin(vocabulary, verbs, word, offer),
});

function readNear(vocabulary: Vocabulary, word: string, known: boolean, offer: Offer): void {
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
function readLatin(vocabulary: Vocabulary, verbs: Verbs, word: string, offer: Offer): void {
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
