import type { Filed } from '../../../contract/request.ts';
import { saveBlob } from '../../../core/save-blob.ts';
import { directionOf, type Locale } from '../../../i18n/locale.ts';

/** Without `>`, which is written out as an entity. */
const sheet = `
  body { font: 1rem/1.7 Vazirmatn, Tahoma, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
  h2 { font-size: 1.5rem; margin: .25em 0; }
  dl div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; padding: .5rem 0; border-top: 1px solid #ccc; }
  dd { margin: 0; }
  dl dd div { display: block; padding: 0; border: 0; }
  figure { margin: 0; width: 11rem; text-align: center; }
  figure.signed { width: 15rem; }
  figure svg { width: 100%; }
  svg:not(.qr-code) { display: none; }
  .code-box { display: flex; flex-wrap: wrap; gap: 1rem 2rem; justify-content: space-between; align-items: center; border: 1px solid #999; border-radius: .5rem; padding: 1rem; }
  .code { font-size: 1.6rem; }
  .signature { font: .7rem/1.4 monospace; overflow-wrap: anywhere; }
  @page { size: A4; margin: 15mm; }
`;

/**
 * Gives the receipt as a file that opens and prints everywhere without a network, with the signed receipt in it for
 * `track-status`.
 *
 * A page and no PDF, so that it needs no line: Persian on paper needs shaping, two directions and an embedded font, which is
 * half a megabyte in a browser. Where the gateway is reached it makes the PDF.
 */
export function saveReceipt(article: Element, filed: Filed, locale: Locale, title: string): void {
  const copy = article.cloneNode(true) as Element;
  for (const each of copy.querySelectorAll('.no-print')) each.remove();
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const unneeded: Node[] = [];
  while (comments.nextNode()) unneeded.push(comments.currentNode);
  unneeded.forEach((node) => node.parentNode!.removeChild(node));

  const page = document.implementation.createHTMLDocument(`${title} ${filed.code}`);
  page.documentElement.lang = locale;
  page.documentElement.dir = directionOf(locale);
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const signature = page.createElement('p');
  signature.className = 'signature';
  signature.dir = 'ltr';
  signature.textContent = filed.receipt;
  page.head.prepend(charset);
  page.body.append(page.importNode(copy, true), signature);
  // As text: a style element made here would fall under the host page's Content-Security-Policy.
  const [head, ...rest] = new XMLSerializer().serializeToString(page.documentElement).split('</head>');
  const blob = new Blob(['<!doctype html>\n', head!, `<style>${sheet}</style></head>`, ...rest], { type: 'text/html;charset=utf-8' });
  saveBlob(blob, `receipt-${filed.code.slice(-4)}.html`);
}
