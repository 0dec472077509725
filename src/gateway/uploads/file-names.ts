/** Media types that fields accept by default, and the endings that go with a type. */
export const defaultAccept = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

const endings: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
};

const longest = 120;

/** Letters that nobody sees (Unicode's own list of them), and marks between lines of notes; the two joiners apart. */
const unseen = /(?![\u200C\u200D])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** A half-space parts two letters of a word («می‌شود») and stands nowhere else. */
const looseHalfSpace = /(?<![\p{L}\p{M}\p{N}])\u200C|\u200C(?![\p{L}\p{M}\p{N}])/gu;
/** A joiner keeps the shape of a letter that stands alone («ه‍.ش») or makes one picture of two. */
const looseJoiner = /(?<![\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200D|\u200D(?=[\u200C\u200D])/gu;

/**
 * The name that a person gave, safe to show and to save: no path, no control letters, nothing unseen (two names that look
 * alike are alike), no letters that turn the direction (`fdp.exe` reads as `exe.pdf` with one of them), and an ending that
 * says what the content is. Half-spaces of Persian words stay.
 */
export function cleanName(name: string, mediaType: string, found: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1)!
    .replace(unseen, '').replace(looseJoiner, '').replace(/\u200C+/g, '\u200C').replace(looseHalfSpace, '')
    .replace(/["<>:|?*]/g, ' ').replace(/\s+/g, ' ').replace(/[. ]+$/, '');
  const wanted = endings[mediaType] ?? [found];
  const dot = base.lastIndexOf('.');
  const given = dot < 0 ? '' : base.slice(dot + 1).toLowerCase();
  const right = wanted.includes(given);
  const stem = (right ? base.slice(0, dot) : base).replace(/^[. ]+/, '');
  const ending = right ? base.slice(dot) : `.${wanted[0]}`;
  return `${[...(stem || 'file')].slice(0, longest - ending.length).join('')}${ending}`;
}

/** RFC 6266: an ASCII name for old browsers and the real one by RFC 5987. Always saved, never shown in place. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
