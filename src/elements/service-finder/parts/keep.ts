import { readLines } from '../../../search/lines.ts';
import { pause } from './pause.ts';

/**
 * What was published, kept on the device for the time without network, and so that the next visit need not wait. Cache
 * Storage is there on secure pages only; elsewhere the browser's own cache does what it can.
 */
export const placeOnDevice = 'mizban-catalogue';

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
