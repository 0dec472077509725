/** Milliseconds between two tries: soon at first, then each minute for as long as it takes. */
const pauses = [5_000, 10_000, 20_000, 40_000, 60_000];

/**
 * Tries again by itself until it is stopped: after a while, when the network comes back, and when the page is looked at
 * again. Browsers hold timers of hidden pages back, and phones say late or never that they are on line.
 */
export class Waiting {
  #tries = 0;
  /** Milliseconds since 1970 until which the gateway wants to be left alone. */
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly again: () => void) {
    addEventListener('online', this.#now);
    document.addEventListener('visibilitychange', this.#now);
  }

  /** The next try; not before the seconds have passed that a gateway asked for. Gives in how many milliseconds it comes. */
  plan(retryAfter = 0): number {
    clearTimeout(this.#timer);
    this.#notBefore = Date.now() + retryAfter * 1000;
    const pause = Math.max(pauses[Math.min(this.#tries++, pauses.length - 1)]! * (0.75 + Math.random() / 2), retryAfter * 1000);
    this.#timer = setTimeout(this.again, pause);
    return pause;
  }

  stop(): void {
    clearTimeout(this.#timer);
    removeEventListener('online', this.#now);
    document.removeEventListener('visibilitychange', this.#now);
  }

  #now = (): void => {
    if (document.visibilityState === 'visible' && Date.now() >= this.#notBefore) this.again();
  };
}

/**
 * Runs `work` while no other page of this origin sends the same draft. Where there are no locks (plain http) or they are
 * forbidden (a sandboxed frame) the idempotency key alone keeps two sendings one request.
 */
export async function alone<T>(draft: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!('locks' in navigator)) return work();
  let begun = false;
  const locked = () => {
    begun = true;
    return work();
  };
  try {
    return await (navigator.locks.request(`mizban-send|${draft}`, { signal }, locked) as Promise<T>);
  } catch (error) {
    if (begun || signal?.aborted) throw error;
    return work();
  }
}
