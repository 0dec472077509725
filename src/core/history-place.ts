/**
 * Where somebody is in an element, in the entry of the tab's history, beside whatever the host page keeps there. Not in the
 * address, which ends in the logs of servers; it goes with the tab.
 */
const state = (): Record<string, unknown> | undefined => {
  const kept: unknown = history.state;
  return kept === null ? {} : typeof kept === 'object' && !Array.isArray(kept) ? (kept as Record<string, unknown>) : undefined;
};

/** Which element of the page it is. */
export function placeName(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const which = element.id || [...root.querySelectorAll(element.localName)].indexOf(element);
  return `mizban-${'host' in root ? `${root.host.localName}-` : ''}${element.localName}-${which}`;
}

export const readPlace = <T>(name: string): T | undefined => state()?.[name] as T | undefined;

/** Adds an entry to the history, or corrects the present one. A host page whose state is no object keeps it. */
export function writePlace(name: string, place: object, how: 'push' | 'replace'): void {
  const kept = state();
  if (!kept) return;
  try {
    history[`${how}State`]({ ...kept, [name]: place }, '');
  } catch {
    // A frame without an address of its own: the element works without history.
  }
}
