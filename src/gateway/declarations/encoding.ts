import type { CellFinding } from './finding.ts';
import { repaired, warning } from './finding.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

/** Part of the letters that belong to Persian or Arabic script. */
const persianShare = (text: string): number => {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length ? letters.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length / letters.length : 0;
};

/**
 * Bytes of a declaration to text: by byte order mark, as strict UTF-8, as UTF-16 by its pattern of zero bytes, at last as
 * Windows-1256. Undefined when none of them gives Persian text.
 */
export function decodeDeclaration(
  bytes: Uint8Array,
): { text: string; encoding: Encoding; findings: CellFinding[] } | undefined {
  const found = ([text, encoding]: [string, Encoding], ...findings: CellFinding[]) =>
    persianShare(text) > 0.3 ? { text: text.replace(/^\ufeff/, ''), encoding, findings } : undefined;
  const decode = (encoding: Encoding, fatal = false): [string, Encoding] => [
    new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes),
    encoding,
  ];
  const utf16 = (encoding: Encoding) =>
    found(decode(encoding), repaired('encoding-utf-16', 'کدگذاری فایل UTF-16 است.'));

  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16('utf-16be');
  const head = bytes.subarray(0, 4000);
  // Letters of Persian have the high byte 06: text in UTF-16 alternates, UTF-8 and 1256 never hold that byte.
  const sixes = (odd: number): number => head.filter((byte, i) => i % 2 === odd && (byte === 6 || byte === 0)).length;
  if (sixes(1) > head.length * 0.35) return utf16('utf-16le');
  if (sixes(0) > head.length * 0.35) return utf16('utf-16be');
  try {
    const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return found(
      decode('utf-8', true),
      ...(bom ? [repaired('byte-order-mark', 'نشان BOM از آغاز فایل برداشته شد.')] : []),
    );
  } catch {
    return found(
      decode('windows-1256'),
      warning(
        'encoding-windows-1256',
        'کدگذاری فایل Windows-1256 است و به UTF-8 برگردانده شد. دفعه بعد فایل را با کدگذاری UTF-8 ذخیره کنید.',
      ),
    );
  }
}
