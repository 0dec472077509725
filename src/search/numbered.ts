/** Numbers things by their text, in order of first appearance. */
export class Numbered<T> {
  readonly list: T[] = [];
  readonly #numbers = new Map<string, number>();
  numberOf(thing: T, text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      this.#numbers.set(text, (number = this.list.length));
      this.list.push(thing);
    }
    return number;
  }
}
