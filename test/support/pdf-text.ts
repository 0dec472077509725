import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  pages: number;
  /** What the document says to people who listen, in its order: tag and words, of pictures what they are. */
  tagged: [tag: string, words: string][];
  /** Letters of each piece of text as they stand from left to right. */
  drawn: string[];
  language: string;
  title: string;
  /** Size of the page in points. */
  size: [width: number, height: number];
  link: string[];
  /** How far above the end of the page its lowest text or picture ends, in points. */
  lowest: number;
}

/** As much of a PDF of ours as tests ask about: objects one by one, text by its fonts' own tables. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map([...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]));
  const object = (reference: string): string => objects.get(reference)!;
  const all = [...objects.values()];
  const page = all.filter((body) => /\/Type \/Page\n/.test(body));
  const root = all.find((body) => body.includes('/S /Document'))!;
  const kids = [...root.slice(root.indexOf('/K [')).matchAll(/(\d+) 0 R/g)].map(([, id]) => object(id!)).filter((body) => /^\/S \//m.test(body));
  const catalog = all.find((body) => body.includes('/Type /Catalog'))!;
  const info = object(/\/Info (\d+) 0 R/.exec(file)![1]!);
  const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page[0]!)!.slice(1).map(Number);
  const content = streamOf(object(/\/Contents (\d+) 0 R/.exec(page[0]!)![1]!));
  const ends = [...content.matchAll(/1 0 0 1 [\d.-]+ ([\d.-]+) Tm/g), ...kids.flatMap((body) => [...body.matchAll(/\/BBox \[[\d.-]+ ([\d.-]+)/g)])].map(([, y]) => Number(y));
  return {
    pages: page.length,
    tagged: kids.map((body) => [/\/S \/(\w+)/.exec(body)![1]!, literal(/\/(?:ActualText|Alt) (\((?:\\[\s\S]|[^\\)])*\))/.exec(body)![1]!)]),
    drawn: drawnBy(content, fontsOf(page[0]!, object)),
    language: literal(/\/Lang (\(\w+\))/.exec(catalog)![1]!),
    title: literal(object(/\/Title (\d+) 0 R/.exec(info)![1]!)),
    size: [width!, height!],
    link: [...file.matchAll(/\/URI \(([^)]*)\)/g)].map(([, address]) => address!),
    lowest: Math.min(...ends),
  };
}

/** A string in brackets: UTF-16 where it says so. */
function literal(text: string): string {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = Buffer.from(text.trim().slice(1, -1).replace(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter), 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

const streamOf = (body: string): string =>
  inflateSync(Buffer.from(/stream\r?\n([\s\S]*)\r?\nendstream/.exec(body)![1]!, 'latin1')).toString('latin1');

/** Letters by the number of a glyph, by the name of a font. */
function fontsOf(page: string, object: (reference: string) => string): Map<string, string[]> {
  const resources = object(/\/Resources (\d+) 0 R/.exec(page)![1]!);
  return new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => {
    const table = streamOf(object(/\/ToUnicode (\d+) 0 R/.exec(object(id!))![1]!));
    const letters = [...table.matchAll(/beginbfrange\n([\s\S]*?)\nendbfrange/g)].flatMap(([, ranges]) => [...ranges!.replace(/<\w+> <\w+> \[/g, '').matchAll(/<([\w ]+)>/g)])
      .map(([, codes]) => String.fromCodePoint(...codes!.split(' ').map((code) => parseInt(code, 16))));
    return [name!, letters];
  }));
}

function drawnBy(content: string, fonts: Map<string, string[]>): string[] {
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf\n\[(.*?)\] TJ/g)].map(([, font, shown]) =>
    [...shown!.matchAll(/<(\w+)>/g)].flatMap(([, glyphs]) => glyphs!.match(/.{4}/g)!.map((glyph) => fonts.get(font!)![parseInt(glyph, 16)])).join(''));
}
