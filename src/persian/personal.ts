import { repairText } from './fold.ts';

/** What stands between the digits of one number: «0912 - 345 - 6789», `0912*345*6789`. */
const between = '[^\\p{L}\\p{N}]{0,4}';
/** National numbers, mobiles, accounts, cards, tracking codes: also in groups, as people write them. */
const longNumber = new RegExp(`\\p{Nd}(?:${between}\\p{Nd}){4}`, 'u');
/** Of a car: ۱۲ب۳۴۵, in either direction. */
const plate = new RegExp(`\\p{Nd}{2}${between}(?:\\p{L}|الف)${between}\\p{Nd}{3}|\\p{Nd}{3}${between}(?:\\p{L}|الف)${between}\\p{Nd}{2}`, 'u');
const address = /@|:\/\/|www\.|\.(?:ir|com|org|net)\b/i;
/** Where somebody lives. A street alone is no home: people ask for its light and asphalt. */
const home = new RegExp(`(?:پلاک|واحد|طبقه|کوچه|بن[\\s\\u200c]?بست|منزل)${between}\\p{Nd}|(?:کوچه|خیابان|بلوار|بن[\\s\\u200c]?بست)\\s+شهید\\s`, 'u');
/** Words with which somebody speaks of one person by name. */
const naming = /(?:^|\s)(?:اینجانب|اینجانبه|نام پدر|به نام|بنام|آقای|اقای|خانم|سرکار|متولد|کد ملی من|شماره ملی من)(?:\s|$)/u;
/** What is longer is a story, and stories are about somebody. */
const longest = { characters: 80, words: 12 };

/**
 * Whether a query may hold something about a person. In doubt it does: what is lost is one entry of a statistic.
 *
 * Digits of every script count. Names and streets are words like others («کارت ملی علی رضایی», «کوچه گلستان») and are not
 * known here. What protects those: the gateway keeps a text as a salted hash only, until five senders have written the same
 * within a day (src/gateway/search/unanswered.ts); nobody reads what one person alone has written.
 */
export function looksPersonal(query: string): boolean {
  const text = repairText(query).normalize('NFKC');
  if (text.length > longest.characters || text.split(/[\s\u200c]+/).length > longest.words) return true;
  return [longNumber, plate, address, home, naming].some((pattern) => pattern.test(text));
}
