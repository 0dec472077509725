/**
 * Words of office letters, and what people say instead. Both stand as whole words and in the same grammar, so that one can be
 * put in the place of the other.
 */
export const jargon: readonly (readonly [officeWord: string, plain: string])[] = [
  ['می‌باشند', 'هستند'],
  ['نمی‌باشند', 'نیستند'],
  ['می‌باشد', 'است'],
  ['نمی‌باشد', 'نیست'],
  ['می‌گردند', 'می‌شوند'],
  ['نمی‌گردند', 'نمی‌شوند'],
  ['می‌گردد', 'می‌شود'],
  ['نمی‌گردد', 'نمی‌شود'],
  ['گردیده است', 'شده است'],
  ['اخذ نمایند', 'بگیرند'],
  ['اخذ نماید', 'بگیرد'],
  ['نمایند', 'کنند'],
  ['نمایید', 'کنید'],
  ['نماید', 'کند'],
  ['می‌نمایند', 'می‌کنند'],
  ['می‌نماید', 'می‌کند'],
  ['استحضار', 'آگاهی'],
  ['مستدعی است', 'خواهشمند است'],
  ['مقتضی است', 'لازم است'],
  ['متعاقباً', 'سپس'],
  ['متعاقب', 'پس از'],
  ['عنداللزوم', 'هر گاه لازم باشد'],
  ['ذی‌ربط', 'مربوط'],
  ['ذیربط', 'مربوط'],
  ['علی‌ایحال', 'در هر حال'],
  ['فی‌مابین', 'میان'],
  ['فی‌الفور', 'بی‌درنگ'],
  ['من‌حیث‌المجموع', 'روی هم رفته'],
  ['لغایت', 'تا'],
  ['کماکان', 'همچنان'],
  ['معطوفاً به', 'با توجه به'],
  ['معروض می‌دارد', 'می‌گوید'],
  ['مشارالیه', 'ایشان'],
  ['نامبرده', 'این شخص'],
  ['ممهور به مهر', 'مهرشده با مهر'],
  ['صدرالاشاره', 'یادشده'],
  ['فوق‌الذکر', 'یادشده'],
  ['مارالذکر', 'یادشده'],
  ['به‌منظور', 'برای'],
  ['در راستای', 'برای'],
  ['در خصوص', 'درباره'],
];

const escaped = jargon.map(([word]) => word).sort((a, b) => b.length - a.length);
const pattern = new RegExp(`(?<![\\p{L}\\u200c])(?:${escaped.join('|')})(?![\\p{L}\\u200c])`, 'gu');
const plainOf = new Map(jargon);

/** Office words of a text, each once. */
export const jargonIn = (text: string): string[] => [...new Set(text.match(pattern) ?? [])];

/** The text with plain words in the place of office words. */
export const withoutJargon = (text: string): string => text.replace(pattern, (word) => plainOf.get(word)!);

/** How people would say an office word. */
export const plainWord = (word: string): string | undefined => plainOf.get(word);
