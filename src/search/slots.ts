import type { Vocabulary } from './vocabulary.ts';

/** Words of one alternative; all must be found. */
export type Alternative = number[];

/** Reads slots of patterns: alternatives `a/b`, or `{class}`; `_` joins the words of one. */
export class Slots {
  readonly #vocabulary: Vocabulary;
  readonly #classes: Record<string, string>;
  /** Many patterns share a slot. */
  readonly #known = new Map<string, Alternative[]>();

  constructor(vocabulary: Vocabulary, classes: Record<string, string>) {
    this.#vocabulary = vocabulary;
    this.#classes = classes;
  }

  /** Alternatives whose words are all known. */
  alternatives(text: string): Alternative[] {
    let found = this.#known.get(text);
    if (!found) {
      const expanded = text.replace(/\{([^}]*)\}/g, (_, name: string) => this.#classes[name] ?? '');
      this.#known.set(text, (found = expanded.split('/').flatMap((each) => [this.#vocabulary.numbersOf(each.split('_')) ?? []]).filter(({ length }) => length)));
    }
    return found;
  }
}
