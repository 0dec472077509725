/** Work on what this tab keeps (`sessionStorage`). Where the browser keeps nothing, or the store is full, one goes on without it: undefined. */
export function inTab<T>(work: (store: Storage) => T): T | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}
