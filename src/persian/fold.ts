import { toAsciiDigits } from './digits.ts';

const presentationForms = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;
/** Marks of direction, soft hyphen, byte order mark, kashida: nobody sees them, or only as a longer stroke. */
const invisible = /[\u00ad\u061c\u0640\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const letters: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  '\u200b': '\u200c',
  '\u2028': '\n',
  '\u2029': '\n',
};

/**
 * Repairs how text is stored without changing how a reader reads it: presentation forms, Arabic ي and ك, kashida,
 * marks of direction, doubled spaces. Half-spaces, آ and digits stay. Doing it twice changes nothing more.
 */
export function repairText(text: string): string {
  return text
    .replace(presentationForms, (run) => run.normalize('NFKC'))
    .replace(/[يىكڪ\u200b\u2028\u2029]/g, (letter) => letters[letter]!)
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[\s\u200c]+/g, (run) => {
      const lines = run.split('\n').length - 1;
      return lines > 1 ? '\n\n' : lines ? '\n' : /\s/.test(run) ? ' ' : '\u200c';
    })
    .replace(/^[\s\u200c]+|[\s\u200c]+$/g, '');
}

const sameLetter: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
};

/**
 * The key by which two spellings of one text meet: lower case, آأإ as ا, ؤ as و, ئ as ی, ة and ۀ as ه, no vowel marks,
 * half-space as space, ASCII digits. For comparing and searching, never for showing.
 */
export function foldKey(text: string): string {
  const folded = repairText(text)
    // Decomposed, the hamza and the madda are marks: dropping marks folds آ أ إ ؤ ئ ۀ in one go.
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[يىېكڪةەہھٱ]/g, (letter) => sameLetter[letter]!)
    .replace(/[\u200c\u200d]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return toAsciiDigits(folded).normalize('NFC');
}

/**
 * Folded words of a text. A word with a half-space inside gives its joined form and then its parts, for people write
 * «گواهی‌نامه»، «گواهی نامه» and «گواهینامه» alike.
 */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const word of repairText(text).split(/[^\p{L}\p{N}\p{M}\u200c]+/u)) {
    const parts = word.split('\u200c').map(foldKey).filter(Boolean);
    if (parts.length > 1) found.push(parts.join(''));
    found.push(...parts);
  }
  return found;
}
