import { readLines } from '../../../search/lines.ts';
import { pause } from './pause.ts';

/**
 * What was published, kept on the device for the time without network, and so that the next visit need not wait. Cache
 * Storage is there on secure pages only; elsewhere the browser's own cache does what it can.
 */
export const placeOnDevice = 'mizban-catalogue';

/**
 * Whether something lies there: to open that place takes an old phone half a second, and who comes for the first time does
 * not wait for nothing.
 */
export function keeps(): boolean {
  try {
    // eslint-disable-next-line no-restricted-syntax -- a mark without content, and only this store answers at once
    return placeOnDevice in localStorage;
  } catch {
    return false;
  }
}

/** Reads a large file of JSON so that the page does not stand still meanwhile. */
export const inPieces = (text: string): Promise<unknown> => readLines(text, pause);

/** What lies on the device of what was at an address, or undefined. */
export async function kept<T>(address: string): Promise<T | undefined> {
  try {
    const answer = await (await caches.open(placeOnDevice)).match(address);
    return answer && ((await inPieces(await answer.text())) as T);
  } catch {
    return undefined;
  }
}
