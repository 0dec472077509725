import { randomKey } from '../random-key.ts';
import { readDraft, removeDraft, writeDraft, type Draft } from './draft-store.ts';

const channelName = 'mizban-drafts';
/** Keystrokes of one moment are written together. */
const delay = 300;

type Note = { key: string; tab: string; kind: 'saved' | 'removed' | 'filed'; savedAt: number };

export interface KeeperHost<T> {
  /** What is to be kept now; undefined when there is nothing. */
  content(): T | undefined;
  /** Something that is shown about the draft has changed. */
  changed(): void;
}

/**
 * Keeps one form's draft: writes soon after each change and at once when the page is left, hears what other tabs do with
 * the same draft, and is silent and harmless where the browser keeps nothing.
 */
export class DraftKeeper<T> {
  /** Milliseconds since 1970 of what lies on the device now; undefined when nothing does. */
  savedAt?: number;
  /** The browser keeps nothing here. */
  failed = false;
  /** What another tab has done to this draft since this one last wrote. */
  elsewhere?: Note['kind'];

  readonly #tab = randomKey();
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    readonly key: string,
    private readonly host: KeeperHost<T>,
  ) {
    this.#channel?.addEventListener('message', this.#onNote);
    addEventListener('pagehide', this.#onLeave);
    document.addEventListener('visibilitychange', this.#onLeave);
  }

  /** Lets go of the page; what is still to be written is written. */
  close(): void {
    this.#onLeave();
    this.#closed = true;
    removeEventListener('pagehide', this.#onLeave);
    document.removeEventListener('visibilitychange', this.#onLeave);
    this.#channel?.removeEventListener('message', this.#onNote);
    this.#channel?.close();
  }

  /** What was kept. Undefined also when the browser keeps nothing. */
  async restore(): Promise<Draft<T> | undefined> {
    try {
      const draft = await readDraft<T>(this.key);
      this.savedAt = draft?.savedAt;
      this.elsewhere = undefined;
      return draft;
    } catch {
      this.failed = true;
      return undefined;
    }
  }

  /** To be called after each change of what is kept. */
  touch(): void {
    this.#timer ??= setTimeout(() => void this.flush(), delay);
  }

  /** Writes now. Never throws. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const content = this.host.content();
    if (content === undefined || this.#closed) return;
    const savedAt = Date.now();
    try {
      await writeDraft({ key: this.key, savedAt, tab: this.#tab, content });
      this.savedAt = savedAt;
      this.elsewhere = undefined;
      this.failed = false;
      this.#tell('saved', savedAt);
    } catch {
      this.failed = true;
    }
    this.host.changed();
  }

  /** `filed`: it has become a request; other tabs say so. */
  async remove(kind: 'removed' | 'filed'): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.savedAt = undefined;
    try {
      await removeDraft(this.key);
    } catch {
      // Nothing could be kept, so nothing is left.
    }
    this.#tell(kind, Date.now());
  }

  #tell(kind: Note['kind'], savedAt: number): void {
    if (!this.#closed) this.#channel?.postMessage({ key: this.key, tab: this.#tab, kind, savedAt } satisfies Note);
  }

  #onNote = ({ data }: MessageEvent<Note>): void => {
    if (data.key !== this.key || data.tab === this.#tab) return;
    this.elsewhere = data.kind;
    if (data.kind !== 'saved') this.savedAt = undefined;
    this.host.changed();
  };

  #onLeave = (event?: Event): void => {
    if (event?.type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
    if (this.#timer !== undefined) void this.flush();
  };
}
