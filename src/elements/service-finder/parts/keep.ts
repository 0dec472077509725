/**
 * What was published, kept on the device for the time without network, and so that the next visit need not wait. Cache
 * Storage is there on secure pages only; elsewhere the browser's own cache does what it can.
 */
export const placeOnDevice = 'mizban-catalogue';

/** What lies on the device of what was at an address, or undefined. */
export async function kept<T>(address: string): Promise<T | undefined> {
  try {
    const answer = await (await caches.open(placeOnDevice)).match(address);
    return (await answer?.json()) as T | undefined;
  } catch {
    return undefined;
  }
}
