import { toPersianDigits } from '../../../persian/digits.ts';
import { advice, type CellFinding } from '../finding.ts';
import { jargonIn, plainWord } from './jargon.ts';

/** Words of a sentence that is read without going back. */
export const longSentence = 25;

const sentencesOf = (text: string): string[][] =>
  text.split(/[.!؟؛\n]+/).map((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))).filter((words) => words.length > 0);

/**
 * How plainly a Persian text is written, 0 to 100: 100, less 2 for each word by which its sentences are on average longer than
 * 15, less 4 for each word beyond 25 in its longest (40 at most), less 8 for each office word (./jargon.ts; 40 at most). An
 * empty text is plain.
 */
export function plainScore(text: string): number {
  const lengths = sentencesOf(text).map((words) => words.length);
  if (!lengths.length) return 100;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const long = Math.max(...lengths) - longSentence;
  const less = Math.max(0, mean - 15) * 2 + Math.min(40, Math.max(0, long) * 4) + Math.min(40, jargonIn(text).length * 8);
  return Math.max(0, Math.round(100 - less));
}

/** What keeps a text from being plain: sentences that are too long, words of offices. */
export function lintText(text: string): CellFinding[] {
  const findings: CellFinding[] = [];
  const longest = Math.max(0, ...sentencesOf(text).map((words) => words.length));
  if (longest > longSentence) {
    findings.push(advice('long-sentence', `جمله‌ای ${toPersianDigits(longest)} واژه دارد؛ آن را به چند جمله کوتاه بشکنید.`));
  }
  const found = jargonIn(text);
  if (found.length) {
    const told = found.map((word) => `«${word}» (${plainWord(word)})`).join('، ');
    findings.push(advice('office-jargon', `این واژه‌های اداری ساده‌تر هم دارد: ${told}.`));
  }
  return findings;
}
