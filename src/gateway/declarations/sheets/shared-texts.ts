const blockBytes = 1 << 20;

/**
 * Texts by number, as bytes in a few large blocks: a text of its own for each would hold on to the pieces of the file that
 * it was read from, and cost a hundred thousand objects.
 */
export class SharedTexts {
  readonly #blocks: Uint8Array[] = [];
  /** Of each text: its block, where it begins in it, and how many bytes it has. */
  #places = new Uint32Array(3 * 1024);
  #count = 0;
  #free = new Uint8Array(0);
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  add(text: string): void {
    // A sign of UTF-16 is three bytes of UTF-8 at most.
    if (this.#free.length < text.length * 3) {
      const block = new Uint8Array(Math.max(blockBytes, text.length * 3));
      this.#blocks.push(block);
      this.#free = block;
    }
    const { written } = this.#encoder.encodeInto(text, this.#free);
    if (this.#places.length === this.#count * 3) {
      const longer = new Uint32Array(this.#places.length * 2);
      longer.set(this.#places);
      this.#places = longer;
    }
    this.#places.set([this.#blocks.length - 1, this.#free.byteOffset, written], this.#count * 3);
    this.#free = this.#free.subarray(written);
    this.#count++;
  }

  /** Undefined where no text has this number. */
  at(number: number): string | undefined {
    if (!(Number.isInteger(number) && number >= 0 && number < this.#count)) return undefined;
    const [block, start, length] = this.#places.subarray(number * 3, number * 3 + 3) as unknown as [number, number, number];
    return length ? this.#decoder.decode(this.#blocks[block]!.subarray(start, start + length)) : '';
  }
}
