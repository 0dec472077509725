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

const pieceBytes = 65_536;

/** Reads a large file of JSON so that the page does not stand still meanwhile: to make half a megabyte of Persian text of its bytes stalls an old phone as much as to parse it. */
export async function inPieces(file: Blob): Promise<unknown> {
  const decoder = new TextDecoder();
  let text = '';
  for (let at = 0; at < file.size; at += pieceBytes) text += decoder.decode(await file.slice(at, at + pieceBytes).arrayBuffer(), { stream: true });
  return readLines(text, pause);
}

/** What lies on the device of what was at an address, or undefined. */
export async function kept<T>(address: string): Promise<T | undefined> {
  try {
    const answer = await (await caches.open(placeOnDevice)).match(address);
    return answer && ((await inPieces(await answer.blob())) as T);
  } catch {
    return undefined;
  }
}
