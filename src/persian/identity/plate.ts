import { bare, invalid, valid, type Check } from './check.ts';

/** What stands between the numbers of a plate, in the order of the alphabet. */
export const plateLetters: readonly string[] = ['الف', ...'بپتثجدزژسشصطعفقکگلمنوهی', 'D', 'S'];

/** Number plate of a car, to `12ب345-68`. */
export function checkPlate(input: string): Check {
  const text = bare(input)
    .toUpperCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ایران|IRAN|IR/g, '');
  if (!text) return invalid('empty');
  if (/^\d+$/.test(text)) return invalid('letter-missing');
  const [, first, written = '', second, code] = /^(\d+)(\p{L}+)(\d{3})(\d*)$/u.exec(text) ?? [];
  if (first?.length !== 2 || !second || (code && code.length !== 2)) return invalid('format');
  const letter = /^[اآ]$/.test(written) ? 'الف' : written;
  if (!plateLetters.includes(letter)) return invalid('letter');
  if (!code) return invalid('province-code-missing');
  // ژ stands on cars of disabled people and veterans only.
  return valid(`${first}${letter}${second}-${code}`, letter === 'ژ' ? 'uncommon-letter' : undefined);
}

/** The four parts of a whole plate from left to right, each as it is stored; undefined when it is none. */
export function splitPlate(input: string): string[] | undefined {
  const read = checkPlate(input);
  return read.valid ? /^(\d+)(\D+)(\d+)-(\d+)$/.exec(read.normalized)!.slice(1) : undefined;
}
