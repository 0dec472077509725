/** What Persians call the letters of Latin abbreviations, folded, with the letters that are called so: «ای» is A, E, or «آی». */
const letters = new Map(
  ('ای aei,بی b,سی c,دی d,یی e,اف f,جی gj,اچ h,ایچ h,کی k,کا k,ال l,ام m,ان n,او o,پی p,کیو q,ار r,اس s,تی t,یو u,وی v,دبلیو w,دابلیو w,' +
    'ایکس x,وای y,زد z').split(',').map((row) => row.split(' ') as [string, string]),
);
/** Of fewer letters an abbreviation is too like words: «ان دی». */
const fewest = 3;
const most = 6;

/**
 * The abbreviation that is read aloud from word `from` on, with how many words that are: «جی پی اس» is “gps”. The
 * longest that `isKnown`.
 */
export function spelledOut(words: readonly string[], from: number, isKnown: (abbreviation: string) => boolean): { abbreviation: string; length: number } | undefined {
  let begun = [''];
  let found: { abbreviation: string; length: number } | undefined;
  for (let length = 1; length <= most; length++) {
    const called = letters.get(words[from + length - 1] ?? '');
    if (!called) break;
    begun = begun.flatMap((text) => [...called].map((letter) => text + letter));
    const abbreviation = length < fewest ? undefined : begun.find(isKnown);
    if (abbreviation) found = { abbreviation, length };
  }
  return found;
}
