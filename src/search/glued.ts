/** How many words one is taken apart into, and from how many letters on. */
const mostParts = 6;
const fewestLetters = 6;
const mostLetters = 40;
/** A letter in which one word ends and the next begins is often typed once: it makes a part less sure, and so does each short one. */
const costs = { part: 1, shared: 0.9, short: 0.8 };
/** Of more than one such short part any letters may be made. */
const short = 2;
/** The one word of a letter. */
const and = 'و';

interface Way {
  parts: string[];
  cost: number;
}

/**
 * Words that were typed as one, without the spaces between: «کارتبیمهتمدید». Few long ones rather than many short ones;
 * none where it is not made of words that `isKnown`.
 */
export function takenApart(word: string, isKnown: (part: string) => boolean): string[] | undefined {
  if (word.length < fewestLetters || word.length > mostLetters) return undefined;
  /** The best way to read the first letters. */
  const best: (Way | undefined)[] = [{ parts: [], cost: 0 }];
  for (let end = 2; end <= word.length; end++) {
    for (let start = 0; start < end; start++) {
      const part = word.slice(start, end);
      if (part.length < short && (part !== and || !start || end === word.length)) continue;
      // «کارتمدید»: the letter before belongs to both.
      for (const shared of start > short ? [false, true] : [false]) {
        const before = best[shared ? start + 1 : start];
        if (!before || before.parts.length >= mostParts || (shared && part.length <= 3)) continue;
        const cost = before.cost + costs.part + (shared ? costs.shared : 0) + (part.length <= short ? costs.short : 0);
        if (part.length === short && before.parts.some(({ length }) => length === short)) continue;
        if (cost < (best[end]?.cost ?? Infinity) && (part === and || isKnown(part))) best[end] = { parts: [...before.parts, part], cost };
      }
    }
  }
  const way = best[word.length];
  return way && way.parts.length > 1 ? way.parts : undefined;
}
