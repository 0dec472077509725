import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Linked } from './address.ts';
import { cameBack } from './came-back.ts';

/** All that is to be there again when somebody comes back. */
export interface Asked extends Linked {
  /** How many rows beyond the first. */
  more: number;
  tiles: boolean;
}

/** The row from which somebody left, and where in the window it stood. */
interface Left {
  row: number;
  title: string;
  top: number;
}

interface Kept {
  entry: string;
  place: string;
  /** Of the page that wrote it. */
  visit: number;
  asked: Asked;
  left?: Left | undefined;
}

const store = 'mizban-finder';
const most = 40;
/** A list that has stood there for so long does not take the reader back any more. */
const settledMs = 5000;

/**
 * What was asked in each step of the tab's history, so that who looks at a service and comes back finds their list again. It
 * lies in sessionStorage: gone with the tab, as a shared computer needs it. Not in the address, which servers write down and
 * browsers offer to the next person; and not in history.state, which is the host page's: some pages take any state for one
 * of their own.
 */
export class Memory implements ReactiveController {
  readonly #place: string;
  #last: string;
  #left?: Left | undefined;
  #found = 0;

  /** `restore` is called at once when something was asked here before and nothing has been asked yet. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    scope: string,
    private readonly now: () => Asked,
    restore: (asked: Asked) => void,
    wanted: (asked: Asked) => boolean,
  ) {
    this.#place = scope + placeOf(host);
    const { text, narrowing } = now();
    const begun = text || narrowing.life;
    // What was asked before this part came is still to be written.
    this.#last = begun ? '' : JSON.stringify(now());
    const entry = entryNow();
    const kept = read().find((each) => each.entry === entry && each.place === this.#place);
    // Who follows a link to the page they are on begins anew, though it is the same step.
    const back = cameBack() || kept?.visit === performance.timeOrigin;
    if (kept && back && !begun && wanted(kept.asked)) {
      this.#left = kept.left;
      this.#last = JSON.stringify(kept.asked);
      restore(kept.asked);
    }
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(type, this.#onMoved, { capture: true, passive: true });
    host.shadowRoot!.addEventListener('click', this.#onClick);
    host.addController(this);
  }

  hostUpdated(): void {
    const last = JSON.stringify(this.now());
    if (last !== this.#last) {
      this.#last = last;
      this.#left = undefined;
      this.#write();
    }
    this.#goBack();
  }

  get #links(): HTMLElement[] {
    return [...this.host.shadowRoot!.querySelectorAll<HTMLElement>('a.go')];
  }

  #onClick = (event: Event): void => {
    const links = this.#links;
    const row = links.findIndex((link) => event.composedPath().includes(link));
    if (row < 0) return;
    this.#write({ row, title: links[row]!.textContent.trim(), top: links[row]!.getBoundingClientRect().top });
  };

  /** Whoever moves by themselves is not moved by us. */
  #onMoved = (): void => {
    this.#left = undefined;
  };

  /** Rows, and what everyday words mean, come one after the other: until then the row is not there, or not in its place. */
  #goBack(): void {
    const { row, title, top } = this.#left ?? {};
    if (row === undefined) return;
    const named = this.#links.map((link) => (link.textContent.trim() === title ? link : undefined));
    const link = named[row] ?? named.find(Boolean);
    if (!link) return;
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused === this.host) link.focus({ preventScroll: true });
    if (history.scrollRestoration === 'auto') scrollBy({ top: link.getBoundingClientRect().top - top!, behavior: 'instant' });
    this.#found ||= Date.now();
    if (Date.now() - this.#found > settledMs) this.#left = undefined;
  }

  #write(left?: Left): void {
    const entry = entryNow();
    const others = read().filter((each) => each.entry !== entry || each.place !== this.#place);
    // Only one list of a page is the one that was left.
    if (left) for (const each of others) if (each.entry === entry) each.left = undefined;
    try {
      sessionStorage.setItem(store, JSON.stringify([...others.slice(1 - most), { entry, place: this.#place, visit: performance.timeOrigin, asked: this.now(), left }]));
    } catch {
      // A frame that may keep nothing, or a full store.
    }
  }
}

/** Forgets all searches of this tab but what is on the page now. */
export function forget(): void {
  try {
    sessionStorage.removeItem(store);
  } catch {
    // Nothing could be kept either.
  }
}

function read(): Kept[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(store) ?? '[]') as Kept[];
    return kept.filter(({ asked }) => asked);
  } catch {
    return [];
  }
}

/** The step of the history; a browser that gives it no name has its address. */
function entryNow(): string {
  const { navigation } = globalThis as { navigation?: { currentEntry?: { key: string } | null } };
  return navigation?.currentEntry?.key ?? location.pathname + location.search;
}

/** Which of the finders on a page it is, shadow roots of the host page included. */
function placeOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const at = element.id || [...root.querySelectorAll(element.localName)].indexOf(element);
  return `${'host' in root ? placeOf(root.host) : ''}|${element.localName}|${at}`;
}
