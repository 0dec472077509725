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
