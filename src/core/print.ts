const mark = 'data-desk-not-printed';
const rules = `@media print { [${mark}] { display: none !important; } }`;

/**
 * Prints one element of ours as a document of its own: everything of the page beside it is left out while printing. The
 * sheet is constructed, so that a strict Content-Security-Policy does not stop it.
 */
export function printAlone(element: Element): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const roots = new Set<Document | ShadowRoot>();
  const left: Element[] = [];
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (!(node instanceof Element) || node === document.body || node === document.documentElement) continue;
    roots.add(node.getRootNode() as Document | ShadowRoot);
    for (const beside of node.parentNode?.children ?? []) {
      if (beside === node || beside.hasAttribute(mark)) continue;
      beside.setAttribute(mark, '');
      left.push(beside);
    }
  }
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const restore = () => {
    for (const node of left) node.removeAttribute(mark);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  addEventListener('afterprint', restore, { once: true });
  print();
}
