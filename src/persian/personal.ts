import { toAsciiDigits } from './digits.ts';
import { repairText } from './fold.ts';

/** National numbers, mobiles, plates, tracking codes: also in groups, as people write them. */
const longNumber = /\d(?:[\s\u200c./_–-]?\d){4}/;
const address = /@|:\/\/|www\.|\.(?:ir|com|org|net)\b/i;
/** Words with which somebody speaks of one person by name. */
const naming = /(?:^|\s)(?:اینجانب|اینجانبه|نام پدر|به نام|بنام|آقای|اقای|خانم|سرکار|متولد|کد ملی من|شماره ملی من)(?:\s|$)/u;
/** What is longer is a story, and stories are about somebody. */
const longest = { characters: 80, words: 12 };

/** Whether a query may hold something about a person. In doubt it does: what is lost is one entry of a statistic. */
export function looksPersonal(query: string): boolean {
  const text = toAsciiDigits(repairText(query));
  return text.length > longest.characters || text.split(/[\s\u200c]+/).length > longest.words || longNumber.test(text) || address.test(text) || naming.test(text);
}
