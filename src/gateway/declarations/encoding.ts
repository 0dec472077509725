import type { CellFinding } from './finding.ts';
import { repaired, warning } from './finding.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

/** A file as text, with what its encoding had to say. */
export interface DecodedText {
  encoding: Encoding;
  findings: CellFinding[];
  /** The beginning, enough to tell what the text is. */
  head: string;
  /** The head is the whole text. */
  isWhole: boolean;
  /** Part of the letters of the head that belong to Persian or Arabic script. */
  persianShare: number;
  /** The text from its start, in pieces. `onPart` hears how much is read, 0 to 1. */
  pieces(onPart?: (part: number) => void): AsyncIterable<string>;
}

const headBytes = 256 * 1024;
const pieceBytes = 128 * 1024;

const persianShare = (text: string): number => {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length ? letters.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length / letters.length : 0;
};

/** Slices, for the stream of a file in memory is one piece. */
async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceBytes) yield new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
}

/** A file that was cut off within a letter is still UTF-8. */
async function isUtf8(file: Blob): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of bytesOf(file)) decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Other encodings give hardly a letter when they are read as UTF-8; where a program has cut within letters, most are whole. */
function isBrokenUtf8(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head, { stream: true });
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  return persianShare(text) > 0.3 && lost * 20 < (text.match(/\p{Script=Arabic}/gu)?.length ?? 0);
}

async function detect(file: Blob, head: Uint8Array): Promise<[Encoding, ...CellFinding[]]> {
  const utf16 = repaired('encoding-utf-16', 'کدگذاری فایل UTF-16 است.');
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le', utf16];
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be', utf16];
  // Letters of Persian have the high byte 06: text in UTF-16 alternates, UTF-8 and 1256 never hold that byte.
  const start = head.subarray(0, 4000);
  const highs = (odd: number): number => start.filter((byte, i) => i % 2 === odd && (byte === 6 || byte === 0)).length;
  if (highs(1) > start.length * 0.35) return ['utf-16le', utf16];
  if (highs(0) > start.length * 0.35) return ['utf-16be', utf16];
  if (await isUtf8(file)) {
    const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    return ['utf-8', ...(mark ? [repaired('byte-order-mark', 'نشان BOM از آغاز فایل برداشته شد.')] : [])];
  }
  if (isBrokenUtf8(head)) return ['utf-8', warning('encoding-broken', 'چند نویسه فایل خراب است و خوانده نشد؛ خانه‌هایی که چنین نویسه‌ای دارند نشان داده شده‌اند.')];
  return [
    'windows-1256',
    warning(
      'encoding-windows-1256',
      'کدگذاری فایل Windows-1256 است و به UTF-8 برگردانده شد. دفعه بعد فایل را با کدگذاری UTF-8 ذخیره کنید.',
    ),
  ];
}

/** Bytes to text: by byte order mark, as UTF-16 by its pattern of bytes, as UTF-8 with hardly a broken letter, at last as Windows-1256. */
export async function decodeText(file: Blob): Promise<DecodedText> {
  const start = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const [encoding, ...findings] = await detect(file, start);
  const isWhole = file.size <= headBytes;
  const head = new TextDecoder(encoding).decode(start, { stream: !isWhole });
  return {
    encoding,
    findings,
    head,
    isWhole,
    persianShare: persianShare(head),
    async *pieces(onPart) {
      const decoder = new TextDecoder(encoding);
      let read = 0;
      for await (const bytes of bytesOf(file)) {
        read += bytes.length;
        yield decoder.decode(bytes, { stream: true });
        onPart?.(read / file.size);
      }
      const rest = decoder.decode();
      if (rest) yield rest;
    },
  };
}
