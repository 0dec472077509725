/** So many steps can be taken back. */
const most = 50;

/** What stood there before each of the last changes. */
export class Undo<T> {
  #steps: T[] = [];
  #lastKey = '';

  get some(): boolean {
    return this.#steps.length > 0;
  }

  /** Before a change. Changes of the same `key`, one after the other, are one step to take back. */
  keep(key: string, before: T): void {
    if (key !== this.#lastKey) this.#steps = [...this.#steps, before].slice(-most);
    this.#lastKey = key;
  }

  /** Whatever comes next is a step of its own. */
  part(): void {
    this.#lastKey = '';
  }

  /** What stood there before the last step; undefined where there is none. */
  take(): T | undefined {
    this.part();
    return this.#steps.pop();
  }

  clear(): void {
    this.#steps = [];
    this.part();
  }
}
