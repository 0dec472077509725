import type { GatewayClient } from '../../../client/client.ts';
import { MalformedAnswerError, ProblemError, UnreachableError } from '../../../client/errors.ts';
import type { Field, Upload } from '../../../contract/form.ts';
import { comesAgain } from '../../../core/outbox/post.ts';
import { Waiting } from '../../../core/outbox/waiting.ts';
import type { SentFor } from '../../../core/question.ts';
import { randomKey } from '../../../core/random-key.ts';
import { faultOf, mayRetry, shrinks, type FileFault } from './file-fault.ts';

/** A file on its way, paused, or refused. A file that arrived is an answer and no longer here. */
export interface PendingFile {
  id: string;
  name: string;
  bytes: number;
  /** 0 to 1 while it is on its way. */
  progress: number;
  paused: boolean;
  /** It did not get through, and is tried again by itself. */
  again?: boolean;
  fault?: FileFault;
}
interface Entry extends PendingFile {
  file?: File;
  shrunk?: boolean;
  field: Field;
  mark?: string;
  upload?: string;
  /** While it is being sent. */
  abort?: AbortController;
  /** Since it did not get through. */
  waiting?: Waiting;
  /** The greatest `progress` it ever had. */
  furthest?: number;
  /** Tries that did not get it any further. */
  tries?: number;
}
/** So often a file is tried without getting any further, some eight minutes, before a person has to press. */
const mostTries = 10;

/**
 * A file that was on its way when the page was left: kept beside the draft, so that the same file, chosen again, goes on
 * where it stopped. The id of its upload lets whoever reads it go on with that upload or take it back, for a day at most; it
 * gives nothing of the file away and proves nobody.
 */
export interface HalfFile {
  path: string;
  upload: string;
  name: string;
  bytes: number;
  /** By which the same file is known again. */
  mark: string;
}

/** Its upload goes on, or will: by itself, by a press, or once the same file is chosen again. */
const mayArrive = (fault: FileFault | undefined): boolean => !fault || fault === 'half' || mayRetry(fault);

const markOf = ({ name, size, lastModified }: File): string => `${name}|${size}|${lastModified}`;

export interface UploadsHost {
  readonly client: GatewayClient;
  readonly sentFor: SentFor;
  fieldAt(path: string): Field | undefined;
  files(path: string): Upload[];
  arrived(path: string, upload: Upload): void;
  /** What {@link Uploads.halves} gives has changed. */
  halvesChanged(): void;
  changed(): void;
}

/** Files of a form on their way to the gateway, by path of their field. */
export class Uploads {
  readonly #entries = new Map<string, Entry[]>();

  constructor(private readonly host: UploadsHost) {}

  pending(path: string): readonly PendingFile[] {
    return this.#entries.get(path) ?? [];
  }

  /** Whether a file that is meant to go along has not come: on its way, paused, or in need of a press or another choice. What was refused is told at its field. */
  get busy(): boolean {
    return [...this.#entries.values()].flat().some(({ fault }) => mayArrive(fault) || fault === 'unreadable');
  }

  /** What of the files on their way is kept with a draft. */
  get halves(): HalfFile[] {
    return [...this.#entries].flatMap(([path, entries]) => entries.flatMap(({ upload, name, bytes, mark, fault }) =>
      upload && mark && mayArrive(fault) ? [{ path, upload, name, bytes, mark }] : []));
  }

  /** Files of an earlier visit: each is asked for again, and goes on where it stopped. */
  restore(halves: readonly HalfFile[]): void {
    for (const { path, upload, name, bytes, mark } of halves) {
      const field = this.host.fieldAt(path);
      const entries = this.#at(path);
      if (field?.type !== 'file' || entries.some((each) => each.upload === upload)) continue;
      this.#entries.set(path, [...entries, { id: randomKey(), name, bytes, progress: 0, paused: false, field, mark, upload, fault: 'half' }]);
    }
    this.host.changed();
  }

  add(path: string, field: Field, files: Iterable<File>): void {
    const most = field.maxFiles ?? 1;
    const before = this.#at(path);
    // What was refused before has been read; the new choice stands in its place. Of several, a half one may be the next choice.
    const entries = before.filter(({ fault }) => !fault || (fault === 'half' && most > 1));
    this.#entries.set(path, entries);
    const room = most - this.host.files(path).length - entries.filter(({ fault }) => !fault).length;
    [...files].forEach((file, index) => {
      const mark = markOf(file);
      const half = before.find((each) => each.fault === 'half' && each.mark === mark);
      const entry: Entry = { id: randomKey(), name: file.name, bytes: half?.bytes ?? file.size, progress: 0, paused: false, file, field, mark, upload: half?.upload };
      const found = faultOf(file, field);
      entry.fault = (found === 'tooLarge' && shrinks(file, field) ? undefined : found) ?? (index >= room ? 'tooMany' : undefined);
      // Some devices give the same photo a new date each time it is chosen: it begins anew, in its own place.
      const place = half ?? before.find((each) => each.fault === 'half' && each.name === file.name && each.bytes === file.size);
      if (place && entries.includes(place)) entries.splice(entries.indexOf(place), 1, entry);
      else entries.push(entry);
      if (!entry.fault) void this.#send(entry);
    });
    // Where others have taken its room, nobody means a half one any more.
    const halves = entries.filter(({ fault }) => fault === 'half');
    const free = most - this.host.files(path).length - entries.filter(({ fault }) => !fault).length;
    for (const half of halves.slice(0, Math.max(0, halves.length - free))) entries.splice(entries.indexOf(half), 1);
    for (const each of before) {
      if (!entries.includes(each)) rest(each);
      if (each.upload && !entries.some(({ upload }) => upload === each.upload)) this.discard(each.upload);
    }
    this.host.halvesChanged();
  }

  /** Files that had arrived and are no longer with the gateway. */
  gone(path: string, field: Field, files: Upload[]): void {
    const lost = files.map(({ id, name, bytes }): Entry => ({ id, name, bytes, progress: 0, paused: false, field, fault: 'gone' }));
    this.#entries.set(path, [...this.#at(path), ...lost]);
  }

  /** Goes on, at once, with a file that was paused or did not get through. */
  goOn(path: string, id: string): void {
    const entry = this.#at(path).find((each) => each.id === id);
    if (!entry?.fault && !entry?.paused && !entry?.again) return;
    rest(entry);
    entry.fault = undefined;
    entry.paused = false;
    void this.#send(entry);
    this.host.changed();
  }

  pause(path: string, id: string): void {
    const entry = this.#at(path).find((each) => each.id === id);
    if (!entry || entry.fault) return;
    entry.paused = true;
    rest(entry);
    this.host.changed();
  }

  /** Takes a file back that has not arrived. */
  cancel(path: string, id: string): void {
    const entry = this.#at(path).find((each) => each.id === id);
    if (entry) rest(entry);
    if (entry?.upload) this.discard(entry.upload);
    this.#entries.set(path, this.#at(path).filter((each) => each.id !== id));
    this.host.halvesChanged();
  }

  /** The gateway erases a file, whole or not, that the person took back. What it does not hear of goes after a day. */
  discard(upload: string): void {
    this.host.client.call('removeUpload', { params: { upload } }, { headers: { 'tus-resumable': '1.0.0' } }).catch(() => undefined);
  }

  /** A row of a group has gone: its files that are on their way go, those of later rows move up. */
  rowRemoved(group: string, row: number): void {
    for (const [path, entries] of [...this.#entries]) {
      if (!path.startsWith(`${group}.${row}.`)) continue;
      entries.forEach((entry) => this.cancel(path, entry.id));
      this.#entries.delete(path);
    }
    this.#shift(group, row + 1, -1);
  }

  /** A row has come back: those of later rows move down. */
  rowInserted(group: string, row: number): void {
    this.#shift(group, row, 1);
  }

  #shift(group: string, from: number, by: number): void {
    const moved: [string, Entry[]][] = [];
    for (const [path, entries] of [...this.#entries]) {
      const [id, at, inner] = path.split('.');
      if (id !== group || inner === undefined || Number(at) < from) continue;
      moved.push([`${group}.${Number(at) + by}.${inner}`, entries]);
      this.#entries.delete(path);
    }
    moved.forEach(([path, entries]) => this.#entries.set(path, entries));
  }

  /** The page is left: what has come stays with the gateway. */
  stop(): void {
    [...this.#entries.values()].flat().forEach(rest);
    this.#entries.clear();
  }

  /** Nothing of it is wanted any more. */
  removeAll(): void {
    for (const { upload } of this.halves) this.discard(upload);
    this.stop();
  }

  #at(path: string): Entry[] {
    return this.#entries.get(path) ?? [];
  }

  #pathOf(entry: Entry): string | undefined {
    return [...this.#entries].find(([, entries]) => entries.includes(entry))?.[0];
  }

  /** Gives whether it may be sent. */
  async #shrink(entry: Entry): Promise<boolean> {
    if (!entry.file || entry.shrunk || !shrinks(entry.file, entry.field)) return true;
    const { downscale } = await import('./downscale.ts');
    const smaller = await downscale(entry.file);
    // Other bytes than those that were begun.
    if (entry.upload && smaller.size !== entry.bytes) entry.upload = undefined;
    entry.file = smaller;
    entry.shrunk = true;
    entry.name = smaller.name;
    entry.bytes = smaller.size;
    const fault = faultOf(smaller, entry.field);
    if (fault) fail(entry, fault);
    return !fault;
  }

  async #send(entry: Entry): Promise<void> {
    const { client, sentFor } = this.host;
    const { signal } = (entry.abort = new AbortController());
    try {
      if (!(await this.#shrink(entry))) return this.host.changed();
      const { sendFile } = await import('./send-file.ts').catch((error: unknown) => { throw new UnreachableError(false, { cause: error }); });
      const upload = await sendFile(entry.file!, {
        endpoint: client.url('startUpload'),
        addressOf: (id) => client.url('uploadOffset', { upload: id }),
        metadata: { ...sentFor.metadata, field: this.#pathOf(entry) ?? '', name: entry.name },
        headers: sentFor.headers?.() ?? {},
        begun: entry.upload,
        signal,
        onBegun: (id) => {
          entry.upload = id;
          this.host.halvesChanged();
        },
        onProgress: (share) => {
          if (share > (entry.furthest ?? 0)) {
            entry.furthest = share;
            well(entry);
          }
          entry.progress = share;
          this.host.changed();
        },
      });
      const whole = await client.call('finishUpload', { params: { upload } }, { signal });
      well(entry);
      const now = this.#pathOf(entry);
      if (now === undefined) return;
      this.#entries.set(now, this.#at(now).filter((each) => each !== entry));
      this.host.arrived(now, whole);
    } catch (error) {
      // What became of a file that cannot be read looks like a line that is down.
      const unreadable = !(error instanceof ProblemError) && !(await isReadable(entry.file!));
      if (signal.aborted) return;
      entry.abort = undefined;
      const gone = error instanceof ProblemError && error.status === 404 && entry.upload !== undefined;
      // It is not there any more: the next try begins anew.
      if (gone) entry.upload = entry.furthest = undefined;
      if (unreadable) fail(entry, 'unreadable');
      else if (gone || mayComeThrough(error)) this.#again(entry, error);
      else fail(entry, faultOfError(error));
    }
    this.host.changed();
  }

  /** Plans another try by itself; after many in vain it waits for a press, for the line, or for the page to be looked at again. */
  #again(entry: Entry, error: unknown): void {
    entry.waiting ??= new Waiting(() => {
      if (entry.abort) return;
      if (entry.fault) entry.tries = 0;
      entry.fault = undefined;
      entry.again = true;
      void this.#send(entry);
      this.host.changed();
    });
    if (navigator.onLine) entry.tries = (entry.tries ?? 0) + 1;
    entry.again = (entry.tries ?? 0) <= mostTries;
    if (entry.again) entry.waiting.plan(error instanceof ProblemError ? error.problem.retryAfter : 0);
    else entry.fault = faultOfError(error);
  }
}

/** It gets through: nothing is planned any more. */
function well(entry: Entry): void {
  entry.waiting?.stop();
  entry.waiting = undefined;
  entry.again = false;
  entry.tries = 0;
}

/** Neither sent nor tried again. */
function rest(entry: Entry): void {
  entry.abort?.abort();
  entry.abort = undefined;
  well(entry);
}

function fail(entry: Entry, fault: FileFault): void {
  well(entry);
  entry.fault = fault;
}

/** The first byte of a file that was changed, moved or deleted after it was chosen is refused. */
const isReadable = (file: File): Promise<boolean> => file.slice(0, 1).arrayBuffer().then(() => true, () => false);

/** The line or the gateway of this moment is at fault, and not the file: a page with another refusal comes from a proxy that will not have it. */
const mayComeThrough = (error: unknown): boolean =>
  error instanceof MalformedAnswerError ? error.status < 400 || error.status >= 500
    : comesAgain(error) || (error instanceof ProblemError && error.code === 'upload.otherOffset');

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
