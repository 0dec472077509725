const mark = 'data-desk-print';
const rules = `@media print {
  :has(> [${mark}]) > :not([${mark}]) { display: none !important; }
  [${mark}] { position: static !important; max-block-size: none !important; overflow: visible !important; }
}`;

/**
 * Prints one element of ours as a document of its own: everything of the page beside it is left out while printing. The
 * sheet is constructed, so that a strict Content-Security-Policy does not stop it.
 */
export function printAlone(element: Element): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const roots = new Set<Document | ShadowRoot>();
  const marked: Element[] = [];
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (!(node instanceof Element)) continue;
    node.setAttribute(mark, '');
    marked.push(node);
    roots.add(node.getRootNode() as Document | ShadowRoot);
  }
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const restore = () => {
    for (const node of marked) node.removeAttribute(mark);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}
