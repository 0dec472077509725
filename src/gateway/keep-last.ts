/** Makes things that cost much once, keeps the newest `most`, and lets all who ask meanwhile wait for the same one. */
export class KeepLast<T> {
  readonly #most: number;
  readonly #made = new Map<string, Promise<T>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What was made under this key, or what `make` gives now. What could not be made takes no place and is tried again. */
  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#made.get(key);
    if (known) return known;
    const made = make();
    this.#made.set(key, made);
    made.then(
      () => void (this.#made.size > this.#most && this.#made.delete(this.#made.keys().next().value!)),
      () => this.drop(key, made),
    );
    return made;
  }

  /** Makes it anew when it is asked for next; who has it goes on with it. */
  forget(key: string): void {
    this.#made.delete(key);
  }

  /** Forgets what lies under a key, if it is still this. */
  drop(key: string, made: Promise<T>): void {
    if (this.#made.get(key) === made) this.#made.delete(key);
  }
}
