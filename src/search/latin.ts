/** Letters that are always written; `?`: that may be left out. The longer ones first. */
const written: [RegExp, string][] = [
  [/sh/g, 'ش'],
  [/ch/g, 'چ'],
  // «khastan» is «خواستن».
  [/kh(?=a)/g, 'خو?'],
  [/kh/g, 'خ'],
  [/gh|q/g, 'ق'],
  [/zh/g, 'ژ'],
  [/th/g, 'ت'],
  [/ph/g, 'ف'],
  // «cinema» and «cement» are written as they are in English.
  [/c(?=[eiy])/g, 'س'],
  [/ck|c|k/g, 'ک'],
  [/x/g, 'کس'],
  [/oo|ou|u/g, 'و'],
  [/o/g, 'و?'],
  [/ee|[iy]/g, 'ی'],
  [/[vw]/g, 'و'],
  [/(^|[^a])a(?!a)/g, '$1ا?'],
  [/a+/g, 'ا'],
  [/e/g, ''],
];
const letters: Record<string, string> = {
  b: 'ب', p: 'پ', t: 'ت', s: 'س', j: 'ج', h: 'ه', d: 'د', r: 'ر', z: 'ز', f: 'ف', g: 'گ', l: 'ل', m: 'م', n: 'ن',
};
/** «mazhab» is «مذهب»: the two letters are as often two as «ژ». */
const parted = (word: string): string => word.replaceAll('zh', "z'h");
/** Spellings double with each letter that may be left out; of a longer word only the first few are. */
const mostDoubtful = 5;

/** With `?` after each letter that Persian may not write. */
function pattern(word: string): string {
  // A vowel at the beginning is always written, and an e at the end is «ه».
  const open = word.replace(/^e/, 'a').replace(/^(?=[iou])/, 'a').replace(/(eh|e)$/, 'h');
  const text = written.reduce((result, [from, to]) => result.replace(from, to), open);
  return text.replace(/[a-z']/g, (letter) => letters[letter] ?? '').replace(/^(.)\?/, '$1');
}

/** Persian as it is typed in Latin letters («shenasname»), letter by letter; its skeleton is what can be trusted. */
export const fromLatin = (word: string): string => pattern(word).replace(/خو\?/g, 'خ').replaceAll('?', '');

/** The same in each way in which it may be written: short vowels are mostly not, «pedaram» is «پدرم». */
export const spellings = (word: string): string[] => (word.includes('zh') ? [word, parted(word)] : [word]).flatMap(spellingsOf);

function spellingsOf(word: string): string[] {
  let doubtful = 0;
  let all = [''];
  for (const [part] of pattern(word).matchAll(/.\??/gu)) {
    const letter = part[0]!;
    all = part.length > 1 && doubtful++ < mostDoubtful ? [...all.map((text) => text + letter), ...all] : all.map((text) => text + letter);
  }
  return all;
}
