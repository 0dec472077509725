import { toAsciiDigits } from './digits.ts';

const presentationForms = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;
/** Letters and vowel marks of the Arabic script, as the inside of a class of a pattern: many times quicker over long texts than `\p{L}`. */
export const scriptLetters = '\\u0620-\\u065f\\u066e-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06fc\\u06ff';
/** Marks of direction, soft hyphen, byte order mark, kashida: nobody sees them, or only as a longer stroke. */
const invisible = /[\u00ad\u061c\u0640\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const letters: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  '\u200b': '\u200c',
  '\u2028': '\n',
  '\u2029': '\n',
};

/** Letters as they stand on their own for those drawn for one place in a word: «ﻛﻠﻴﻪ», «ﻻ». */
export const plainLetters = (text: string): string => text.replace(presentationForms, (run) => run.normalize('NFKC'));

/** Persian ی and ک for Arabic ones, half-spaces and line breaks for their doubles. */
export const persianLetters = (text: string): string => text.replace(/[يىكڪ\u200b\u2028\u2029]/g, (letter) => letters[letter]!);

export const withoutInvisible = (text: string): string => text.replace(invisible, '');

/** One space, half-space or line break where there were several, an empty line at most; none at the ends. */
export const evenSpaces = (text: string): string =>
  text
    // What stands alone and is right already is not looked at: it is nearly all there is.
    .replace(/[\s\u200c]{2,}|[^\S \n]/g, (run) => {
      const lines = run.split('\n').length - 1;
      return lines > 1 ? '\n\n' : lines ? '\n' : /\s/.test(run) ? ' ' : '\u200c';
    })
    .replace(/^[\s\u200c]+|[\s\u200c]+$/g, '');

/**
 * The faithful key. Repairs how text is stored without changing how a reader reads it: presentation forms, Arabic ي and ك,
 * kashida, marks of direction, doubled spaces. Half-spaces, آ and digits stay. Doing it twice changes nothing more.
 */
export const repairText = (text: string): string =>
  // Composed before letters are changed: a ي with a hamza on it is ئ.
  evenSpaces(withoutInvisible(persianLetters(plainLetters(text).normalize('NFC')).replace(/\r\n?/g, '\n')).normalize('NFC'));

const sameLetter: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
};

/** Lower case without marks: decomposed, the hamza and the madda are marks too, which folds آ أ إ ؤ ئ ۀ in one go. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/[\p{M}\u0640]/gu, '');

/** One letter for those that look or are used alike: ی, ک, ه, ا. */
export const alikeLetters = (text: string): string => text.replace(/[يىېكڪةەہھٱ]/g, (letter) => sameLetter[letter]!);

/**
 * The folded key, by which two spellings of one text meet: lower case, آأإ as ا, ؤ as و, ئ as ی, ة and ۀ as ه, no vowel
 * marks, half-space as space, ASCII digits. For comparing and searching, never for showing.
 */
export const foldKey = (text: string): string =>
  toAsciiDigits(alikeLetters(withoutMarks(repairText(text))).replace(/[\s\u200c\u200d]+/g, ' ').trim()).normalize('NFC');

/**
 * Folded words of a text. A word with a half-space inside gives its joined form and then its parts, for people write
 * «گواهی‌نامه»، «گواهی نامه» and «گواهینامه» alike. `fold`: `foldKey`, or one that remembers.
 */
export function tokens(text: string, fold = foldKey): string[] {
  const found: string[] = [];
  for (const word of repairText(text).split(/[^\p{L}\p{N}\p{M}\u200c]+/u)) {
    const parts = word.split('\u200c').map((part) => fold(part)).filter(Boolean);
    if (parts.length > 1) found.push(parts.join(''));
    found.push(...parts);
  }
  return found;
}
