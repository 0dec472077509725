/** The order of texts by their characters: the same everywhere, whatever the language of the machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The best first; equals in the order of the index. */
export const byRank = (a: { score: number; number: number }, b: { score: number; number: number }): number =>
  b.score - a.score || a.number - b.number;
