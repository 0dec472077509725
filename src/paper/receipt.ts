import { receiptLink } from '../core/facts/receipt-link.ts';
import { groupCode } from '../i18n/formats.ts';
import { directionOf, loadLocale, matchLocale, sourceLocale, withLocale } from '../i18n/locale.ts';
import { receiptWords, type PaperReceipt, type ReceiptWords } from './receipt-words.ts';
import { colours, innerWidth, paper, Sheet } from './sheet.ts';

export type { PaperReceipt } from './receipt-words.ts';

/** Under this name the signed receipt stands in the document's information, uncompressed: it is found by looking through the file. */
const signedEntry = 'Receipt';

/** For some hundred squares: what the camera of an old phone still parts (45 mm). */
const signedSide = 128;
const trackSide = 84;
/** Smallest size, as a part of the usual one, that is still read without glasses. */
const smallest = 0.72;

/**
 * A receipt as a PDF of one page: shown, printed and kept like any other paper, with the signed receipt in it for
 * `track-status`. `language` as a tag of BCP 47; Persian where it is none of ours.
 */
export async function receiptPdf(receipt: PaperReceipt, language: string, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const asked = matchLocale(language) ?? sourceLocale;
  const locale = (await loadLocale(asked)) ? asked : sourceLocale;
  const words = withLocale(locale, () => receiptWords(locale, receipt));
  const sheet = new Sheet({
    language: locale, rtl: directionOf(locale) === 'rtl', title: `${words.title} ${groupCode(receipt.code)}`, madeAt, info: { [signedEntry]: receipt.jws },
  });
  let scale = 1;
  sheet.measuring = true;
  while (scale > smallest && draw(sheet, words, receipt, scale) > paper.height - paper.margin) scale -= 0.04;
  sheet.measuring = false;
  draw(sheet, words, receipt, scale);
  return sheet.bytes();
}

/** Gives where the last line ends. */
function draw(sheet: Sheet, words: ReceiptWords, receipt: PaperReceipt, scale: number): number {
  const size = (points: number): number => points * scale;
  const { code, jws, page } = receipt;

  let y = sheet.text(words.desk, paper.margin - 8, { size: size(10), colour: colours.soft });
  y = sheet.text(words.title, y, { tag: 'H1', size: size(22), weight: 'bold', leading: 1.5 });
  y = sheet.text(words.agency, y, { size: size(11.5) }) + size(8);
  sheet.rule(y, { colour: colours.accent, thick: 2 });

  const top = y + size(14);
  const side = page ? trackSide * scale : 0;
  const beside = innerWidth - 2 * size(16) - (side && side + size(24));
  y = sheet.text(words.codeLabel, top + size(page ? 18 : 10), { size: size(10), colour: colours.soft, start: size(16), width: beside });
  y = sheet.text(groupCode(code), y, { size: size(27), weight: 'bold', start: size(16), width: beside, ltr: true, leading: 1.5 });
  y = sheet.text(words.keep, y, { size: size(10), start: size(16), width: beside }) + size(10);
  if (page) {
    const start = innerWidth - size(20) - side;
    const below = sheet.qr(page, top + size(12), { start, side, alt: words.qr.track });
    y = Math.max(y, sheet.text(words.qr.track, below + size(2), { tag: 'Artifact', size: size(8), colour: colours.soft, start: start - size(20), width: side + size(40), centred: true }) + size(4));
  }
  if (!sheet.measuring) sheet.frame(top, y);

  y = sheet.text(words.due, y + size(14), { tag: 'H2', size: size(16), weight: 'bold', leading: 1.5 });
  for (const sentence of words.why) y = sheet.text(sentence, y, { size: size(10) });

  y += size(10);
  for (const { name, lines } of words.facts) {
    sheet.rule(y);
    y += size(4);
    const label = sheet.text(name, y, { size: size(10), colour: colours.soft, width: 110 });
    for (const [at, { text, link }] of lines.entries()) {
      y = sheet.text(text, y, { size: size(at ? 9.5 : 10.5), colour: at ? colours.soft : colours.ink, start: 120, link });
    }
    y = Math.max(y, label) + size(3);
  }
  sheet.rule(y);

  y = sheet.text(words.follow.title, y + size(10), { tag: 'H2', size: size(12), weight: 'bold' });
  y = sheet.text(words.follow.how, y, { size: size(10) });
  if (words.follow.page) {
    y = sheet.text(words.follow.page.shown, y, { size: size(10), colour: colours.accent, ltr: true, link: words.follow.page.address });
  }
  y = sheet.text(words.follow.late, y, { size: size(10) }) + size(12);

  sheet.rule(y, { colour: colours.accent, thick: 1 });
  const signedTop = y + size(12);
  const signed = signedSide * Math.max(scale, 0.85);
  const half = innerWidth - signed - 24;
  y = sheet.text(words.signature.title, signedTop - size(4), { tag: 'H2', size: size(12), weight: 'bold', width: half });
  for (const line of words.signature.lines) y = sheet.text(line, y, { size: size(10), width: half });
  const pieces = { size: size(4.6), colour: colours.soft, width: half, ltr: true, leading: 1.35, tag: 'Artifact' } as const;
  y = sheet.text(jws, y + size(6), pieces);
  return Math.max(y, sheet.qr(receiptLink(page, jws), signedTop, { start: innerWidth - signed, side: signed, alt: words.qr.signed }));
}
