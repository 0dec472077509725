import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { FileProblem, limits, tooInflated } from '../limits.ts';

/** The parts of a compressed file by name, each read as text piece by piece. */
export interface Archive {
  names: string[];
  /** Undefined when there is no such part. */
  part(name: string): ((onPart?: (part: number) => void) => AsyncIterable<string>) | undefined;
}

const cutOff = (): FileProblem =>
  new FileProblem('file-cut-off', 'فایل ناقص رسیده یا خراب است و باز نمی‌شود؛ آن را دوباره ذخیره کنید و بفرستید.');
const locked = (): FileProblem => new FileProblem('file-locked', 'فایل گذرواژه دارد؛ آن را بدون گذرواژه ذخیره کنید.');

/** Counts what comes out of one file, for a small file may hold an endless one. */
class Meter {
  #total = 0;

  add(bytes: number): void {
    this.#total += bytes;
    if (this.#total > limits.inflated) throw tooInflated();
  }
}

async function* inflate(entry: FileEntry, meter: Meter, onPart?: (part: number) => void): AsyncGenerator<string> {
  if (entry.encrypted) throw locked();
  // What a file says of itself may be less than what comes out, but hardly more.
  if (entry.uncompressedSize > limits.inflated) throw tooInflated();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const stop = new AbortController();
  let failure: unknown;
  const done = entry.getData(writable, { useWebWorkers: false, signal: stop.signal, checkSignature: false }).catch((error: unknown) => {
    failure = error;
  });
  const reader = readable.getReader();
  const decoder = new TextDecoder();
  let length = 0;
  try {
    for (;;) {
      const { done: ended, value } = await reader.read();
      if (ended) break;
      length += value.length;
      meter.add(value.length);
      if (length > limits.freelyInflated && length > entry.compressedSize * limits.ratio) throw tooInflated();
      onPart?.(Math.min(1, length / (entry.uncompressedSize || length)));
      yield decoder.decode(value, { stream: true });
    }
    await done;
    if (failure) throw cutOff();
  } catch (error) {
    throw error instanceof FileProblem ? error : cutOff();
  } finally {
    stop.abort();
    await reader.cancel().catch(() => undefined);
    await done;
  }
}

/** Opens a ZIP by its directory, which stands at the end: a file that is cut off has none. */
export async function openArchive(file: Blob): Promise<Archive> {
  const entries = new Map<string, FileEntry>();
  const reader = new ZipReader(new BlobReader(file));
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (!entry.directory) entries.set(entry.filename.replace(/^\//, ''), entry as FileEntry);
      if (entries.size > 5_000) throw tooInflated();
    }
  } catch (error) {
    throw error instanceof FileProblem ? error : cutOff();
  } finally {
    await reader.close();
  }
  const meter = new Meter();
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      return entry && ((onPart) => inflate(entry, meter, onPart));
    },
  };
}
