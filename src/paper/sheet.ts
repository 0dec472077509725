import PDFDocument from 'pdfkit';
import { qrPath } from '../core/facts/qr-path.ts';
import { linesOf, mirrored, type Line, type Run } from './lines.ts';
import { addTypefaces, fromRight, type Weight } from './typeface.ts';

/** Colours of LOOK.md's light theme, on paper. */
export const colours = { ink: '#1b2426', soft: '#55636a', line: '#b9c4c7', accent: '#0b6e75' };

/** In points: A4 with margins that every office printer keeps. */
export const paper = { width: 595.28, height: 841.89, margin: 48 };
export const innerWidth = paper.width - 2 * paper.margin;

export interface SheetOptions {
  language: string;
  rtl: boolean;
  title: string;
  madeAt: Date;
  /** Further entries of the document's information, ASCII: they stand in the file as they are. */
  info: Record<string, string>;
}

export interface TextStyle {
  /** What it is for people who listen: `H1`, `H2`, `P`; `Artifact` is passed over by them. */
  tag?: 'H1' | 'H2' | 'P' | 'Link' | 'Artifact';
  size: number;
  weight?: Weight;
  colour?: string;
  /** Points from where a line of the language begins. */
  start?: number;
  width?: number;
  /** Reads from left to right whatever the language: codes, addresses. It begins where the language begins. */
  ltr?: boolean;
  centred?: boolean;
  /** Height of a line in sizes. */
  leading?: number;
  /** Opens at a press. */
  link?: string;
}

/**
 * One page of A4 that is read in one direction. Everything has a place by its distance from where lines begin, right or
 * left, and from above; each piece of text is tagged and carries its words in order, whatever stands where.
 */
export class Sheet {
  /** Also measured: then nothing is drawn. */
  measuring = false;
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;

  constructor(private readonly options: SheetOptions) {
    const { language, title, madeAt, info } = options;
    this.#doc = new PDFDocument({
      size: 'A4', margin: 0, pdfVersion: '1.7', lang: language, tagged: true, displayTitle: true,
      info: { Title: title, Creator: 'Mizban', Producer: 'Mizban', CreationDate: madeAt, ModDate: madeAt, ...info },
    });
    addTypefaces(this.#doc);
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  /** Writes a paragraph from `top` down. Gives where it ends. */
  text(text: string, top: number, style: TextStyle): number {
    const { size, weight = 'regular', start = 0, width = innerWidth - start, leading = 1.6 } = style;
    const rtl = this.options.rtl && !style.ltr;
    this.#doc.font(weight).fontSize(size);
    const lines = linesOf(text, rtl, width, (part) => this.#widthOf({ text: part, rtl }));
    const height = size * leading;
    if (!this.measuring) this.#tagged(style, lines, (element) => lines.forEach((line, at) => this.#line(line, top + at * height, { ...style, start, width }, element)));
    return top + lines.length * height;
  }

  /** A QR code with its quiet around it, for people who see; the rest hear what it is. */
  qr(text: string, top: number, { start, side, alt }: { start: number; side: number; alt: string }): number {
    if (this.measuring) return top + side;
    const { d, size } = qrPath(text);
    const left = this.#left(start, side);
    const unit = side / size;
    const figure = this.#doc.struct('Figure', { alt, bbox: [left, top, left + side, top + side], placement: 'Block' } as PDFKit.Mixins.StructureElementOptions);
    this.#root.add(figure);
    const content = this.#doc.markStructureContent('Figure');
    this.#doc.save().translate(left, top).scale(unit).path(d).fill('#000').restore();
    this.#doc.endMarkedContent();
    figure.add(content);
    figure.end();
    return top + side;
  }

  rule(top: number, { colour = colours.line, thick = 0.5, start = 0, width = innerWidth }: { colour?: string; thick?: number; start?: number; width?: number } = {}): void {
    const left = this.#left(start, width);
    this.#artifact(() => this.#doc.moveTo(left, top).lineTo(left + width, top).lineWidth(thick).stroke(colour));
  }

  frame(top: number, bottom: number): void {
    this.#artifact(() => this.#doc.roundedRect(paper.margin, top, innerWidth, bottom - top, 6).lineWidth(1).stroke(colours.ink));
  }

  /** The file. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.#root.end();
    const parts: Uint8Array[] = [];
    const done = new Promise((resolve, reject) => this.#doc.on('data', (part: Uint8Array) => parts.push(part)).on('end', resolve).on('error', reject));
    this.#doc.end();
    await done;
    return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  }

  #left(start: number, width: number): number {
    return this.options.rtl ? paper.width - paper.margin - start - width : paper.margin + start;
  }

  #widthOf({ text, rtl }: Run): number {
    return this.#doc.widthOfString(text, { features: rtl ? [...fromRight] : [] });
  }

  #line({ fromLeft }: Line, top: number, { start, width, size, leading = 1.6, colour = colours.ink, centred, link }: TextStyle & { start: number; width: number }, element?: PDFKit.PDFStructureElement): void {
    const whole = fromLeft.reduce((sum, run) => sum + this.#widthOf(run), 0);
    const left = this.#left(start, width);
    const begin = centred ? left + (width - whole) / 2 : this.options.rtl ? left + width - whole : left;
    // As they stand from left to right: readers put lines of two directions in order by this.
    let x = begin;
    for (const { text, rtl } of fromLeft) {
      this.#doc.fillColor(colour).text(rtl ? mirrored(text) : text, x, top + ((leading - 1.56) * size) / 2, { lineBreak: false, features: rtl ? [...fromRight] : [] });
      x += this.#widthOf({ text, rtl });
    }
    if (link) this.#doc.link(begin, top, whole, size * leading, link, { structParent: element } as PDFKit.Mixins.AnnotationOption);
  }

  #tagged({ link, tag = link ? 'Link' : 'P' }: TextStyle, lines: Line[], draw: (element?: PDFKit.PDFStructureElement) => void): void {
    if (tag === 'Artifact') return this.#artifact(draw);
    const element = this.#doc.struct(tag, { actual: lines.map(({ text }) => text).join(' ') });
    this.#root.add(element);
    const content = this.#doc.markStructureContent(tag);
    draw(element);
    this.#doc.endMarkedContent();
    element.add(content);
    element.end();
  }

  #artifact(draw: () => void): void {
    if (this.measuring) return;
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }
}
