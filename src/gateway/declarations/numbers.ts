import { toAsciiDigits } from '../../persian/digits.ts';

const words: Record<string, number> = {
  یک: 1,
  دو: 2,
  سه: 3,
  چهار: 4,
  پنج: 5,
  شش: 6,
  هفت: 7,
  هشت: 8,
  نه: 9,
  ده: 10,
  یازده: 11,
  دوازده: 12,
  پانزده: 15,
  بیست: 20,
  سی: 30,
  چهل: 40,
  پنجاه: 50,
  شصت: 60,
  هفتاد: 70,
  هشتاد: 80,
  نود: 90,
  صد: 100,
  صدوپنجاه: 150,
  دویست: 200,
  سیصد: 300,
  پانصد: 500,
  نیم: 0.5,
};

/** Source of a pattern for a small number in digits or words, to build patterns of. Digits must be ASCII already. */
export const numberPattern = `(?:(?<!\\d)\\d{1,7}(?!\\d)(?:[./٫]\\d{1,3}(?!\\d))?|(?<![\\p{L}\\u200c])(?:${Object.keys(
  words,
)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\p{L}\\u200c]))`;

/** «۱۵»، «پانزده»، «۱٫۵» to a number; undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const plain = toAsciiDigits(text.trim());
  if (/^\d+(?:[./٫]\d+)?$/.test(plain)) return Number(plain.replace(/[/٫]/, '.'));
  return words[plain];
}
