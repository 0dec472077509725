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

const latin: [RegExp, string][] = [
  [/sh/g, 'ش'],
  [/ch/g, 'چ'],
  [/kh/g, 'خ'],
  [/gh|q/g, 'ق'],
  [/zh/g, 'ژ'],
  [/th/g, 'ت'],
  [/ph/g, 'ف'],
  [/ck|c|k/g, 'ک'],
  [/x/g, 'کس'],
  [/oo|ou|[ou]/g, 'و'],
  [/ee|[iy]/g, 'ی'],
  [/[vw]/g, 'و'],
  [/a+/g, 'ا'],
  [/e/g, ''],
];
const letters = {
  b: 'ب',
  p: 'پ',
  t: 'ت',
  s: 'س',
  j: 'ج',
  h: 'ه',
  d: 'د',
  r: 'ر',
  z: 'ز',
  f: 'ف',
  g: 'گ',
  l: 'ل',
  m: 'م',
  n: 'ن',
};

/** Persian as it is typed in Latin letters («shenasname»), letter by letter; its skeleton is what can be trusted. */
export function fromLatin(word: string): string {
  const open = word.replace(/^e/, 'a').replace(/^(?=[iou])/, 'a').replace(/(eh|e)$/, 'h');
  const text = latin.reduce((result, [from, to]) => result.replace(from, to), open);
  return text.replace(/[a-z]/g, (letter) => letters[letter as keyof typeof letters] ?? '');
}
