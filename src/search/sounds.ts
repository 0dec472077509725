/** Letters that sound alike in Persian, folded to one: people write what they hear. */
const alike: Record<string, string> = {
  ذ: 'ز',
  ض: 'ز',
  ظ: 'ز',
  ص: 'س',
  ث: 'س',
  ط: 'ت',
  ح: 'ه',
  غ: 'ق',
  ع: '',
  ئ: 'ی',
  ء: '',
  ى: 'ی',
};

/** «اظحارنامه» and «اظهارنامه» sound the same; doubled letters count once. */
export const sound = (word: string): string =>
  word.replace(/[ذضظصثطحغعئءى]/g, (letter) => alike[letter]!).replace(/(.)\1+/g, '$1');

/** What is left of a word without its vowels, which Latin writing shows and Persian writing mostly hides. */
export const skeleton = (word: string): string =>
  sound(word)
    .replace(/ه$/, '')
    .replace(/(?!^)[اوی]|^ا/g, '');
