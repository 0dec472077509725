import { infinitivesOf, type Verbs } from '../persian/verbs.ts';
import { distance } from './distance.ts';
import type { Hearing } from './hearing.ts';
import { fromLatin, spellings } from './latin.ts';
import { withoutEnding, type Guess, type Offer } from './resolve.ts';
import { skeleton, sound } from './sounds.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Guesses at words of one vocabulary, as they are heard. */
export const guessIn = (vocabulary: Vocabulary, hearing: Hearing, verbs: Verbs): Guess => ({
  alike: (word, offer) => readAlike(vocabulary, hearing, word, offer),
  spoken: (word, offer) => readSpoken(vocabulary, word, offer),
  near: (word, known, offer) => readNear(vocabulary, hearing, word, known, offer),
  latin(word, offer) {
    let known = false;
    readLatin(vocabulary, hearing, verbs, word, (number, quality) => {
      known ||= number !== undefined;
      offer(number, quality);
    });
    // «mashinamo»: «ماشینمو».
    if (!known) for (const written of spellings(word)) withoutEnding(vocabulary, written, 0.8, offer);
  },
  spellings,
});

/** «خونه» is «خانه», «نون» is «نان»: spoken ون for ان. */
function readSpoken(vocabulary: Vocabulary, word: string, offer: Offer): void {
  for (const written of [word.replace('ون', 'ان'), word.replace('وم', 'ام')]) {
    if (written === word) continue;
    offer(vocabulary.numberOf(written), 0.9);
    withoutEnding(vocabulary, written, 0.8, offer);
  }
}

function readAlike(vocabulary: Vocabulary, hearing: Hearing, word: string, offer: Offer): void {
  // PDF readers turn «لا» into «ال».
  for (const written of [word.replaceAll('ال', 'لا'), word.replace(/ال(?!.*ال)/, 'لا')]) if (written !== word) offer(vocabulary.numberOf(written), 0.95);
  const heard = sound(word);
  if (heard.length > 2) for (const number of hearing.sounding(heard)) offer(number, 0.9);
}

function readNear(vocabulary: Vocabulary, hearing: Hearing, word: string, known: boolean, offer: Offer): void {
  const limit = word.length > 7 ? 2 : 1;
  hearing.near(sound(word), limit, (number, away) => {
    const candidate = vocabulary.words[number]!;
    // A wrong first letter is rare, and what stands in no service is a weaker guess.
    const sameStart = candidate[0] === word[0];
    // Of three letters too little is left when one is wrong; one that was left out may be guessed.
    if (word.length === 3 && (!sameStart || candidate.length !== 4 || !vocabulary.stands(number))) return;
    if (known && (away > 1 || !vocabulary.stands(number))) return;
    offer(number, (away < 2 ? 0.8 : 0.62) - (sameStart ? 0 : 0.12) - (vocabulary.stands(number) ? 0 : 0.05));
  });
}

/** «sanat» is hardly «صنعتی»: this vowel is written at the end of a word in either script. */
const lastVowel = 0.2;
const ends = (word: string): boolean => word.endsWith('ی');

/** Persian in Latin letters: by its sound, or by its consonants, for vowels are written in many ways. */
function readLatin(vocabulary: Vocabulary, hearing: Hearing, verbs: Verbs, word: string, offer: Offer): void {
  // «booye gaz»: the spoken link between two words is written on to the first.
  const typed = new Set([word, word.replace(/y?e$/, ''), word.replace(/e$/, '')].filter(({ length }) => length > 1));
  for (const spelling of typed) {
    const persian = fromLatin(spelling);
    const written = spellings(spelling);
    for (const each of written) offer(vocabulary.numberOf(each), each.length > 2 ? 0.88 : 0.8);
    const infinitives = written.flatMap((each) => infinitivesOf(verbs, each).infinitives);
    for (const infinitive of infinitives) offer(vocabulary.numberOf(infinitive), 0.8);
    for (const each of new Set(written.map(sound))) if (each.length > 1) for (const number of hearing.sounding(each)) offer(number, 0.9);
    const heard = sound(persian);
    const bones = skeleton(persian);
    if (bones.length < 2 || infinitives.length) continue;
    for (const number of hearing.withBones(bones)) {
      const candidate = vocabulary.words[number]!;
      const away = distance(heard, sound(candidate), 3);
      // Only vowels differ; of a short word little is left then.
      if (away <= 3 && away < Math.max(candidate.length - 1, 2) && (bones.length > 2 || away < 2)) offer(number, 0.88 - away * 0.08 - (ends(candidate) === ends(persian) ? 0 : lastVowel));
    }
  }
}
