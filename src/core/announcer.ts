/**
 * One live region for all elements and all copies on the page, in the document itself: screen readers are not reliable
 * with live regions in nested shadow roots. Two slots take turns, so that the same sentence twice is heard twice.
 */
const key = Symbol.for('mizban.v1.announcer');
interface Announcer {
  slots: [HTMLElement, HTMLElement];
  turn: 0 | 1;
}

function announcer(): Announcer {
  const shared = globalThis as Record<symbol, unknown>;
  const present = shared[key] as Announcer | undefined;
  if (present?.slots[0].isConnected) return present;
  const region = document.createElement('div');
  const hide = region.style;
  // Not absolute: that would make a page that fills its window one pixel longer.
  hide.position = 'fixed';
  hide.inlineSize = '1px';
  hide.blockSize = '1px';
  hide.overflow = 'hidden';
  hide.clipPath = 'inset(50%)';
  hide.whiteSpace = 'nowrap';
  const slot = () => {
    const element = document.createElement('div');
    element.setAttribute('role', 'status');
    element.setAttribute('aria-live', 'polite');
    region.append(element);
    return element;
  };
  const made: Announcer = { slots: [slot(), slot()], turn: 0 };
  document.body.append(region);
  shared[key] = made;
  return made;
}

/** Makes the region before it is needed: a region that is born with text in it is often not read. */
export const prepareAnnouncer = (): void => void announcer();

/** Says a sentence to screen readers. `lang` is the language of the sentence. */
export function announce(text: string, lang: string): void {
  const live = announcer();
  const [first, second] = live.turn === 0 ? live.slots : [live.slots[1], live.slots[0]];
  second.textContent = '';
  first.lang = lang;
  first.textContent = text;
  live.turn = live.turn === 0 ? 1 : 0;
}
