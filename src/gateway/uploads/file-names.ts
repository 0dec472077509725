/** Media types that fields accept by default, and the endings that go with a type. */
export const defaultAccept = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

const endings: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
};

const longest = 120;

/**
 * The name that a person gave, safe to show and to save: no path, no control letters, no letters that turn the
 * direction (`fdp.exe` reads as `exe.pdf` with one of them), and an ending that says what the content is.
 */
export function cleanName(name: string, mediaType: string, found: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1)!
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu, '')
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
