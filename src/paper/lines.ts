import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** A piece of a line in one direction, with its letters in the order in which they are read. */
export interface Run {
  text: string;
  rtl: boolean;
}

/** A line as it stands on paper. */
export interface Line {
  text: string;
  /** Its pieces as they stand from left to right. */
  fromLeft: Run[];
}

/** Marks of direction say where something stands and are nothing themselves. */
const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const withoutMarks = (text: string): string => text.replace(marks, '');

/** Breaks a paragraph at spaces into lines of a width, and a word that is longer than a line where the line ends. */
export function linesOf(text: string, rtl: boolean, width: number, measure: (text: string) => number): Line[] {
  const { levels } = bidi.getEmbeddingLevels(text, rtl ? 'rtl' : 'ltr');
  return breaks(text, width, measure).map(([start, end]) => lineOf(text.slice(start, end), levels.slice(start, end)));
}

function breaks(text: string, width: number, measure: (text: string) => number): [start: number, end: number][] {
  const lines: [number, number][] = [];
  const space = measure(' ');
  let start = 0;
  let end = 0;
  let used = 0;
  const close = (at: number): void => void (at > start && lines.push([start, at]));
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    let wide = measure(word);
    if (end > start && used + space + wide <= width) {
      used += space + wide;
    } else {
      close(end);
      start = index;
      for (let fits = 1; wide > width && fits < word.length - (start - index); ) {
        while (measure(text.slice(start, start + fits + 1)) <= width) fits++;
        close(start + fits);
        start += fits;
        fits = 1;
        wide = measure(text.slice(start, index + word.length));
      }
      used = wide;
    }
    end = index + word.length;
  }
  close(end);
  return lines;
}

function lineOf(text: string, levels: Uint8Array): Line {
  const runs: (Run & { level: number })[] = [];
  let at = 0;
  for (const letter of text) {
    const level = levels[at]!;
    at += letter.length;
    if (!withoutMarks(letter)) continue;
    const last = runs.at(-1);
    if (last?.level === level) last.text += letter;
    else runs.push({ text: letter, rtl: level % 2 === 1, level });
  }
  return { text: withoutMarks(text), fromLeft: turned(runs) };
}

/** Rule L2 of the bidirectional algorithm over whole runs: whatever has a level or a higher one is turned, from the highest down. */
function turned<R extends { level: number }>(runs: readonly R[]): R[] {
  const order = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && order[to]!.level >= level) to++;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}

/** Brackets and quotes of a run from right to left as they are drawn. */
export const mirrored = (text: string): string => [...text].map((letter) => bidi.getMirroredCharacter(letter) ?? letter).join('');
