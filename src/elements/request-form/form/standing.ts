import { placeName } from '../../../core/history-place.ts';

interface Stood {
  name: string;
  address: string;
  /** End of the form, below the top of the window: what is told about a draft that came back stands above all that was written. */
  bottom: number;
}

const store = 'mizban-form-stood';
/** A form that has stood there for so long does not take the reader back any more. Milliseconds. */
const settledMs = 5000;

/**
 * Whoever loads a page anew in the middle of a form finds it where it stood in the window. The browser alone leads elsewhere: the
 * page has its height only once all of its elements have come. Gives what to call when the form is shown.
 */
export function standing(host: Element, signal: AbortSignal): () => void {
  const name = placeName(host);
  let bottom = stood(name);
  // Whoever moves by themselves is not moved by us.
  const settle = () => (bottom = undefined);
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) addEventListener(type, settle, { capture: true, passive: true, once: true, signal });
  addEventListener('pagehide', () => keep(name, host), { signal });
  return () => {
    if (bottom === undefined || history.scrollRestoration !== 'auto') return;
    const sizes = new ResizeObserver(() => {
      if (bottom === undefined || signal.aborted) sizes.disconnect();
      else scrollBy({ top: host.getBoundingClientRect().bottom - bottom, behavior: 'instant' });
    });
    sizes.observe(document.body);
    setTimeout(settle, settledMs);
  };
}

/** Only where the form is what the reader looks at. */
function keep(name: string, host: Element): void {
  const { top, bottom } = host.getBoundingClientRect();
  const middle = innerHeight / 2;
  try {
    if (top < middle && bottom > middle) sessionStorage.setItem(store, JSON.stringify({ name, address: location.href, bottom } satisfies Stood));
  } catch {
    // A frame that may keep nothing.
  }
}

function stood(name: string): number | undefined {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  try {
    const kept = JSON.parse(sessionStorage.getItem(store) ?? 'null') as Stood | null;
    if (kept?.name !== name || kept.address !== location.href) return undefined;
    sessionStorage.removeItem(store);
    return visit?.type === 'navigate' ? undefined : kept.bottom;
  } catch {
    return undefined;
  }
}
