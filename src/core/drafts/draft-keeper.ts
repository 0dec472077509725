import { randomKey } from '../random-key.ts';
import { draftDays, hearClock, readDraft, removeDraft, writeDraft, type Draft } from './draft-store.ts';
import { chooseShared, isShared, readTabDraft, removeTabDraft, writeTabDraft } from './tab-store.ts';

const channelName = 'mizban-drafts';
/** Keystrokes of one moment are written together. */
const delay = 300;

type Note = { key: string; tab: string; kind: 'saved' | 'removed' | 'filed'; savedAt: number };

export interface KeeperHost<T> {
  /** What is to be kept now; undefined when there is nothing. */
  content(): T | undefined;
  /** Whose clock counts, and by how much this device's is ahead of it; undefined while that is not known. */
  ahead(): number | undefined;
  /** Something that is shown about the draft has changed. */
  changed(): void;
}

/** A draft that no page has open has become a request; should one have it open after all, it is told. */
export async function forgetFiled(key: string): Promise<void> {
  await removeDraft(key);
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ key, tab: '', kind: 'filed', savedAt: Date.now() } satisfies Note);
  channel.close();
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
  /** Many people use this computer: nothing outlives the tab. */
  shared = false;
  /** What another tab has done to this draft since this one last wrote. */
  elsewhere?: Note['kind'];

  readonly #tab = randomKey();
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    readonly key: string,
    private readonly host: KeeperHost<T>,
    /** How long it stays after the last change. */
    public days = draftDays,
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
      hearClock(this.host.ahead());
      this.shared = isShared();
      const draft = this.shared ? readTabDraft<T>(this.key) : await readDraft<T>(this.key);
      this.savedAt = draft?.savedAt;
      this.days = draft?.days ?? this.days;
      this.elsewhere = undefined;
      return draft;
    } catch {
      this.failed = true;
      return undefined;
    }
  }

  /** What this page has kept is there no more: another one filed or removed it. */
  async isGone(): Promise<boolean> {
    // Heard of since this page wrote last.
    if (this.elsewhere === 'filed' || this.elsewhere === 'removed') return true;
    if (this.failed || this.savedAt === undefined) return false;
    try {
      if (this.shared || (await readDraft<T>(this.key))) return false;
    } catch {
      return false;
    }
    this.savedAt = undefined;
    this.elsewhere ??= 'filed';
    return true;
  }

  /** To be called after each change of what is kept. */
  touch(): void {
    this.#timer ??= setTimeout(() => void this.flush(), delay);
  }

  /** Writes at once what has changed. A look alone does not make a draft younger. */
  writePending(): void {
    if (this.#timer !== undefined) void this.flush();
  }

  /** Writes now. Never throws. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const content = this.host.content();
    if (content === undefined || this.#closed) return;
    const savedAt = Date.now();
    try {
      const draft = { key: this.key, savedAt, tab: this.#tab, days: this.days, content };
      if (this.shared) writeTabDraft(draft);
      else await writeDraft(draft);
      this.savedAt = savedAt;
      this.elsewhere = undefined;
      this.failed = false;
      this.#tell('saved', savedAt);
    } catch {
      this.failed = true;
    }
    this.host.changed();
  }

  /** From now on nothing of any form outlives this tab; what lies on the device of this one goes. */
  async keepInTab(): Promise<void> {
    try {
      chooseShared();
      await removeDraft(this.key);
      this.#tell('removed', Date.now());
      this.shared = true;
    } catch {
      this.failed = true;
    }
    await this.flush();
  }

  /** `filed`: it has become a request; other tabs say so. */
  async remove(kind: 'removed' | 'filed'): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.savedAt = undefined;
    try {
      if (this.shared) removeTabDraft(this.key);
      else await removeDraft(this.key);
    } catch {
      // Nothing could be kept, so nothing is left.
    }
    this.#tell(kind, Date.now());
  }

  #tell(kind: Note['kind'], savedAt: number): void {
    if (!this.#closed && !this.shared) this.#channel?.postMessage({ key: this.key, tab: this.#tab, kind, savedAt } satisfies Note);
  }

  #onNote = ({ data }: MessageEvent<Note>): void => {
    if (data.key !== this.key || data.tab === this.#tab || this.shared) return;
    this.elsewhere = data.kind;
    if (data.kind !== 'saved') this.savedAt = undefined;
    this.host.changed();
  };

  #onLeave = (event?: Event): void => {
    if (event?.type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
    this.writePending();
  };
}
