import { ProblemError } from '../../../client/errors.ts';
import type { Field, Upload } from '../../../contract/form.ts';
import { randomKey } from '../../../core/random-key.ts';
import { sendFile } from './send-file.ts';

/** Why a file is not with the gateway. The last two may be tried again. */
export type FileFault = 'empty' | 'tooLarge' | 'type' | 'infected' | 'tooMany' | 'gone' | 'busy' | 'unreachable' | 'failed';

/** A file on its way, or refused. A file that arrived is an answer and no longer here. */
export interface PendingFile {
  id: string;
  name: string;
  bytes: number;
  /** 0 to 1 while it is on its way. */
  progress: number;
  fault?: FileFault;
}
type Entry = PendingFile & { file?: File; field: Field; key: string; abort?: AbortController };

export interface UploadsHost {
  /** Address to which a file of a field is sent. */
  uploadUrl(field: string, name: string): string;
  files(path: string): Upload[];
  arrived(path: string, upload: Upload): void;
  changed(): void;
}

/** Extensions for the types that forms ask for; a type that is not here is left to the gateway. */
const extensions: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/tiff': ['tif', 'tiff'],
  'application/zip': ['zip'],
};
const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Value for `accept` of the control: types and extensions, for systems that know only one of them. */
export const acceptOf = ({ accept = [] }: Field): string =>
  accept.flatMap((type) => [type, ...(extensions[type] ?? []).map((each) => `.${each}`)]).join();

/** What can be seen without sending: nothing in it, too large, plainly another kind. The content is the gateway's to judge. */
export function faultOf(file: Pick<File, 'size' | 'name' | 'type'>, field: Field): FileFault | undefined {
  if (file.size === 0) return 'empty';
  if (field.maxBytes && file.size > field.maxBytes) return 'tooLarge';
  const accept = field.accept ?? [];
  const known = accept.flatMap((type) => extensions[type] ?? []);
  if (!accept.length || accept.includes(file.type) || !known.length) return undefined;
  return known.includes(extensionOf(file.name)) ? undefined : 'type';
}

/** Photos of this size and more are made smaller first, which a slow line feels. */
const worthShrinking = 500_000;
const shrinks = (file: File, { accept = [] }: Field): boolean =>
  file.size > worthShrinking && /^image\/(jpeg|png|webp)$/.test(file.type) && accept.some((type) => type === 'image/jpeg' || type === 'image/*');

/** Files of a form on their way to the gateway, by path of their field. */
export class Uploads {
  readonly #entries = new Map<string, Entry[]>();

  constructor(private readonly host: UploadsHost) {}

  pending(path: string): readonly PendingFile[] {
    return this.#entries.get(path) ?? [];
  }

  /** Whether a file is still on its way anywhere. */
  get busy(): boolean {
    return [...this.#entries.values()].flat().some(({ fault }) => !fault);
  }

  add(path: string, field: Field, files: Iterable<File>): void {
    // What was refused before has been read; the new choice stands in its place.
    const entries = this.pending(path).filter(({ fault }) => !fault) as Entry[];
    this.#entries.set(path, entries);
    const room = (field.maxFiles ?? 1) - this.host.files(path).length - entries.length;
    [...files].forEach((file, index) => {
      const entry: Entry = { id: randomKey(), key: randomKey(), name: file.name, bytes: file.size, progress: 0, file, field };
      const found = faultOf(file, field);
      entry.fault = (found === 'tooLarge' && shrinks(file, field) ? undefined : found) ?? (index >= room ? 'tooMany' : undefined);
      entries.push(entry);
      if (!entry.fault) void this.#send(entry);
    });
    this.host.changed();
  }

  /** Files that had arrived and are no longer with the gateway. */
  gone(path: string, field: Field, files: Upload[]): void {
    const lost = files.map(({ id, name, bytes }): Entry => ({ id, key: id, name, bytes, progress: 0, field, fault: 'gone' }));
    this.#entries.set(path, [...(this.pending(path) as Entry[]), ...lost]);
  }

  retry(path: string, id: string): void {
    const entry = this.#entries.get(path)?.find((each) => each.id === id);
    if (!entry?.fault) return;
    entry.fault = undefined;
    entry.progress = 0;
    void this.#send(entry);
    this.host.changed();
  }

  /** Takes a file back that has not arrived. */
  cancel(path: string, id: string): void {
    const entry = this.#entries.get(path)?.find((each) => each.id === id);
    entry?.abort?.abort();
    this.#entries.set(path, ((this.#entries.get(path) ?? []) as Entry[]).filter((each) => each.id !== id));
    this.host.changed();
  }

  /** A row of a group has gone: its files go, those of later rows move up. */
  rowRemoved(group: string, row: number): void {
    const moved: [string, Entry[]][] = [];
    for (const [path, entries] of [...this.#entries]) {
      const [id, at, inner] = path.split('.');
      if (id !== group || inner === undefined || Number(at) < row) continue;
      this.#entries.delete(path);
      if (Number(at) === row) entries.forEach(({ abort }) => abort?.abort());
      else moved.push([`${group}.${Number(at) - 1}.${inner}`, entries]);
    }
    moved.forEach(([path, entries]) => this.#entries.set(path, entries));
  }

  stop(): void {
    for (const { abort } of [...this.#entries.values()].flat()) abort?.abort();
    this.#entries.clear();
  }

  /** Gives whether it may be sent. */
  async #shrink(entry: Entry): Promise<boolean> {
    if (!entry.file || !shrinks(entry.file, entry.field)) return true;
    const { downscale } = await import('./downscale.ts');
    entry.file = await downscale(entry.file);
    entry.name = entry.file.name;
    entry.bytes = entry.file.size;
    entry.fault = faultOf(entry.file, entry.field);
    return !entry.fault && !entry.abort!.signal.aborted;
  }

  async #send(entry: Entry): Promise<void> {
    entry.abort = new AbortController();
    try {
      if (!(await this.#shrink(entry))) return this.host.changed();
      const upload = await sendFile(this.host.uploadUrl(entry.field.id, entry.name), entry.file!, {
        idempotencyKey: entry.key,
        signal: entry.abort.signal,
        onProgress: (share) => {
          entry.progress = share;
          this.host.changed();
        },
      });
      const now = [...this.#entries].find(([, entries]) => entries.includes(entry))?.[0];
      if (now === undefined) return;
      this.#entries.set(now, (this.#entries.get(now) ?? []).filter((each) => each !== entry));
      this.host.arrived(now, upload);
    } catch (error) {
      if (entry.abort.signal.aborted) return;
      entry.fault = faultOfError(error);
    }
    this.host.changed();
  }
}

function faultOfError(error: unknown): FileFault {
  if (error instanceof ProblemError) {
    switch (error.code) {
      case 'upload.empty': return 'empty';
      case 'upload.tooLarge': case 'input.tooLarge': return 'tooLarge';
      case 'upload.typeNotAllowed': return 'type';
      case 'upload.infected': return 'infected';
      case 'rate.limited': return 'busy';
      default: return 'failed';
    }
  }
  return error instanceof Error && error.name === 'UnreachableError' ? 'unreachable' : 'failed';
}

/** Faults after which the same file may be sent again. */
export const mayRetry = (fault: FileFault | undefined): boolean => fault === 'busy' || fault === 'unreachable' || fault === 'failed';
