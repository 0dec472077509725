/**
 * An error that comes up when a field is left moves what is below it. A press that is under way would end beside the
 * button that it began on, and be lost: the error waits for it.
 */
export class Press {
  /** What waits for the end of a press; undefined while nothing is pressed. */
  #waiting?: (() => unknown)[] | undefined;

  after(work: () => unknown): void {
    if (this.#waiting) this.#waiting.push(work);
    else void work();
  }

  readonly begin = (): void => {
    if (this.#waiting) return;
    const waiting: (() => unknown)[] = (this.#waiting = []);
    const release = () => {
      removeEventListener('pointerup', release, true);
      removeEventListener('pointercancel', release, true);
      // The click comes right after the release.
      setTimeout(() => {
        this.#waiting = undefined;
        waiting.forEach((work) => work());
      });
    };
    addEventListener('pointerup', release, true);
    addEventListener('pointercancel', release, true);
  };
}
