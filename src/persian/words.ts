import { foldKey, repairText } from './fold.ts';

/** Endings that a half-space parts from their word. */
const endings = new Set(
  ('ها های هایی هام هات هاش هامون هاتون هاشون هایم هایت هایش هایمان هایتان هایشان ی ای ام ات اش م ت ش مان تان شان مون تون شون مو تو شو ' +
    'رو و اند اید ایم است تر ترین').split(' '),
);
/** Beginnings that belong to the word after them, parted by a half-space or a space. */
const beginnings = new Set(['', 'بر', 'در', 'وا', 'فرا', 'فرو'].flatMap((before) => [`${before}می`, `${before}نمی`]));

/**
 * Folded words of a sentence as somebody means them: «نمی‌ذاره» is one word, «خونه‌مون» is «خونه». Other half-spaces part
 * words, as «پایان‌کار», for they are written in three ways.
 */
export function words(text: string): string[] {
  const found: string[] = [];
  let begun = '';
  for (const written of repairText(text).split(/[^\p{L}\p{N}\p{M}\u200c]+/u)) {
    written.split('\u200c').forEach((part, at) => {
      // «سلااام»: letters that are drawn out. One letter over and over is no word.
      const word = foldKey(part).replace(/^(\p{L})\1{2,}$/u, '').replace(/(\p{L})\1{2,}/gu, '$1');
      if (!word || (at > 0 && endings.has(word))) return;
      if (beginnings.has(word)) begun = word;
      else {
        found.push(begun + word);
        begun = '';
      }
    });
  }
  if (begun) found.push(begun);
  return found;
}
