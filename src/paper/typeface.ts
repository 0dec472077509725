import { fileURLToPath } from 'node:url';

/** What is read of a font of pdfkit's: `fontkit` inside lays glyphs out, and pdfkit tells it no direction. */
interface Glyph {
  id: number;
  codePoints: number[];
}
interface Layout {
  glyphs: Glyph[];
  positions: { xAdvance: number }[];
}
interface Fontkit {
  layout(text: string, features?: string[], script?: string, language?: string, direction?: 'ltr' | 'rtl'): Layout;
  glyphForCodePoint(codePoint: number): Glyph;
}

const weights = { regular: 'Regular', bold: 'Bold' } as const;
export type Weight = keyof typeof weights;

const fileOf = (weight: Weight): string => fileURLToPath(import.meta.resolve(`vazirmatn/fonts/ttf/Vazirmatn-${weights[weight]}.ttf`));

/** The feature of OpenType by which a text says that it runs from right to left. */
export const fromRight = ['rtla'] as const;

/** The same with letters that are copied as they were written. */
function asWritten({ glyphs, positions }: Layout, rtl: boolean, { joiner, space }: { joiner: Glyph; space: Glyph }): Layout {
  return {
    positions,
    glyphs: glyphs.map((glyph, at) => {
      // The half-space is laid out as a space of no width; as itself it is also copied as itself.
      if (glyph.id === space.id && positions[at]!.xAdvance === 0) return joiner;
      // Readers turn what stands from left to right on the page; the letters of a ligature have to stand like the rest.
      return rtl && glyph.codePoints.length > 1 ? (Object.create(glyph, { codePoints: { value: [...glyph.codePoints].reverse() } }) as Glyph) : glyph;
    }),
  };
}

/** With positions of its own, since pdfkit scales them where they lie. */
function joined(words: Layout[]): Layout & { advanceWidth: number } {
  const positions = words.flatMap((word) => word.positions.map((position) => ({ ...position })));
  return { glyphs: words.flatMap(({ glyphs }) => glyphs), positions, get advanceWidth() { return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0); } };
}

/** Makes the typefaces of a document known to it, so that Persian stands and is copied as it was written. */
export function addTypefaces(doc: PDFKit.PDFDocument): void {
  for (const weight of Object.keys(weights) as Weight[]) {
    doc.registerFont(weight, fileOf(weight)).font(weight);
    const { font } = (doc as unknown as { _font: { font: Fontkit } })._font;
    const layout = font.layout.bind(font);
    const joiner = font.glyphForCodePoint(0x200c);
    const space = font.glyphForCodePoint(0x20);
    const done = new Map<string, Layout>();
    const laidOut = (word: string, rtl: boolean): Layout => {
      const key = `${rtl} ${word}`;
      let found = done.get(key);
      if (!found) done.set(key, (found = asWritten(layout(word, [], undefined, undefined, rtl ? 'rtl' : 'ltr'), rtl, { joiner, space })));
      return found;
    };
    font.layout = (text, features = []) => {
      const rtl = features.includes(fromRight[0]);
      // Letters join within a word only; most words come again, when the line is measured and when it is drawn.
      const words = (text.match(/ +|[^ ]+/g) ?? []).map((word) => laidOut(word, rtl));
      return joined(rtl ? words.reverse() : words);
    };
  }
}
