import type { CSSResult } from 'lit';

/** Gives styles that come after the first view to the root that shows it; each once. */
export function adoptStyles(renderRoot: HTMLElement | DocumentFragment, ...styles: CSSResult[]): void {
  const root = renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...styles.map(({ styleSheet }) => styleSheet!)])];
}
