import { sourceOf } from '../../../client/client.ts';
import { linesOf } from '../../../search/lines.ts';
import { placeOnDevice } from './keep.ts';
import { pause } from './pause.ts';

/** Puts something on the device when the page has nothing else to do; a few older versions stay for other provinces. */
export async function keep(address: string, content: object): Promise<void> {
  try {
    const cache = await caches.open(placeOnDevice);
    await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
    await cache.put(address, new Response(sourceOf(content) ?? (await written(content))));
    const same = (await cache.keys()).filter(({ url }) => url !== address && folder(url) === folder(address));
    // eslint-disable-next-line no-restricted-syntax -- a mark without content, and only this store answers at once
    localStorage.setItem(placeOnDevice, '');
    await Promise.all(same.slice(0, -2).map((request) => cache.delete(request)));
  } catch {
    // No secure page, a full disk, a private window.
  }
}

/** What the gateway did not send as it is. */
async function written(content: object): Promise<Blob> {
  const lines: string[] = [];
  for (const line of linesOf(content)) {
    lines.push(line);
    await pause();
  }
  return new Blob(lines);
}

const folder = (address: string): string => address.slice(0, address.lastIndexOf('/'));
