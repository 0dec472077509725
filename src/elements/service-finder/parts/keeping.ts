import { sourceOf } from '../../../client/client.ts';
import { placeOnDevice } from './keep.ts';

/** Puts something on the device when the page has nothing else to do; a few older versions stay for other provinces. */
export async function keep(address: string, content: object): Promise<void> {
  try {
    const cache = await caches.open(placeOnDevice);
    await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
    await cache.put(address, new Response(sourceOf(content) ?? JSON.stringify(content)));
    const same = (await cache.keys()).filter(({ url }) => url !== address && folder(url) === folder(address));
    await Promise.all(same.slice(0, -2).map((request) => cache.delete(request)));
  } catch {
    // No secure page, a full disk, a private window.
  }
}

const folder = (address: string): string => address.slice(0, address.lastIndexOf('/'));
