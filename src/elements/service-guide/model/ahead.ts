const idle = () => new Promise<void>((resolve) => (globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200)))(() => resolve()));

/**
 * Does one thing after the other while nothing else happens, until `next` has no more. Not where the person saves data, and
 * no further than to the first failure: what is missing is fetched when it is asked for.
 */
export async function whileIdle(next: () => Promise<unknown> | undefined): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  try {
    for (;;) {
      await idle();
      const work = next();
      if (!work) return;
      await work;
    }
  } catch {
    // Told where it is asked for again.
  }
}
