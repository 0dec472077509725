/**
 * What people have typed, kept on their own device in IndexedDB for a week, unless they or the agency say otherwise. Never
 * on the gateway, never in localStorage, and never with a token or a tracking code in it.
 */
export interface Draft<T> {
  /** Which form of which gateway: `https://desk.example.ir|building-permit`. */
  key: string;
  /** Milliseconds since 1970, by the clock of this device. */
  savedAt: number;
  /** The page that wrote it last. */
  tab: string;
  /** How long it stays after it was saved; {@link draftDays} when absent. */
  days?: number;
  content: T;
}

const databaseName = 'mizban-drafts';
const storeName = 'drafts';
export const draftDays = 7;
const hour = 3_600_000;

/**
 * Milliseconds by which this device's clock is ahead; undefined until a gateway was heard. Drafts lie here by the gateway's
 * clock: one of a device that is wrong by a year must not make what was typed today a year old.
 */
let ahead: number | undefined;
/** A cached answer is some minutes old, and a zone set wrongly some hours: neither matters for days. */
export function hearClock(heard: number | undefined): void {
  if (heard !== undefined) ahead = Math.abs(heard) > 14 * hour ? heard : 0;
}

/** Until a gateway was heard nothing is over. */
const isOver = ({ savedAt, days = draftDays }: Draft<unknown>): boolean => ahead !== undefined && savedAt <= Date.now() - ahead - days * 24 * hour;
/** As this device tells the time. */
const here = <T>(draft: Draft<T>): Draft<T> => ({ ...draft, savedAt: draft.savedAt + (ahead ?? 0) });

let opening: Promise<IDBDatabase> | undefined;
/** Kept apart from the promise, so that a page that is being closed can write without waiting a turn. */
let open: IDBDatabase | undefined;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

/** What was put lies on the device only when its transaction has ended well: a full disk is told that late. */
const kept = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB failed'));
  });

/** Rejects where the browser keeps nothing: private windows of some browsers, a full disk, a forbidden frame. */
export function openDrafts(): Promise<IDBDatabase> {
  return (opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' }).createIndex('savedAt', 'savedAt');
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
    request.onblocked = () => reject(new Error('IndexedDB is blocked by another page'));
    request.onsuccess = () => {
      open = request.result;
      const forget = () => {
        open?.close();
        open = opening = undefined;
      };
      // Another copy of the desk may need a newer layout, and browsers may close a database under us.
      open.onversionchange = forget;
      open.onclose = forget;
      resolve(open);
    };
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  }));
}

const store = (database: IDBDatabase, mode: IDBTransactionMode) => database.transaction(storeName, mode).objectStore(storeName);

/** The draft under a key, or undefined. Drafts of all forms whose time is over are deleted on the way. */
export async function readDraft<T>(key: string): Promise<Draft<T> | undefined> {
  const drafts = store(await openDrafts(), 'readwrite');
  const all = (await done(drafts.getAll())) as Draft<T>[];
  for (const draft of all) if (isOver(draft)) drafts.delete(draft.key);
  const found = all.find((draft) => draft.key === key && !isOver(draft));
  return found && here(found);
}

/** All drafts of this origin, of whatever form and gateway. */
export async function listDrafts<T>(): Promise<Draft<T>[]> {
  const drafts = (await done(store(await openDrafts(), 'readonly').getAll())) as Draft<T>[];
  return drafts.filter((draft) => !isOver(draft)).map(here);
}

/** Writes at once when the database is open, so that the last keystroke before a page is closed is not lost. */
export async function writeDraft<T>(draft: Draft<T>): Promise<void> {
  const write = (database: IDBDatabase) => {
    const drafts = store(database, 'readwrite');
    drafts.put({ ...draft, savedAt: draft.savedAt - (ahead ?? 0) });
    const written = kept(drafts.transaction);
    // Without it the transaction waits for a turn that a page which is being closed has no more.
    drafts.transaction.commit?.();
    return written;
  };
  await (open ? write(open) : openDrafts().then(write));
}

export async function removeDraft(key: string): Promise<void> {
  const drafts = store(await openDrafts(), 'readwrite');
  drafts.delete(key);
  await kept(drafts.transaction);
}
