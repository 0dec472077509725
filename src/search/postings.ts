import { pack, unpackAt } from './pack.ts';

/** Where a word stands, the most telling place first. Posting lists name them by number. */
export const fields = ['title', 'keywords', 'agency', 'documents', 'steps', 'description'] as const;
/** What a word is worth there. */
export const weights = [10, 7, 4, 2, 1, 1.2];
/** A longer step between two entries is written as several. */
export const longestStep = 8000;

export interface Postings {
  entries: Uint32Array;
  fields: Uint8Array;
}

/** A posting list in the making: entries are added in their order. */
export class PostingList {
  readonly entries: number[] = [];
  readonly fields: number[] = [];

  add(entry: number, field: number): void {
    this.entries.push(entry);
    this.fields.push(field);
  }

  packed(): string {
    const numbers: number[] = [];
    let last = -1;
    this.entries.forEach((entry, at) => {
      let step = entry - last;
      for (; step > longestStep; step -= longestStep) numbers.push(0);
      numbers.push(step * fields.length + this.fields[at]!);
      last = entry;
    });
    return pack(numbers);
  }
}

export function readPostings(packed: string): Postings {
  const entries = new Uint32Array(packed.length);
  const where = new Uint8Array(packed.length);
  let entry = -1;
  let count = 0;
  for (let at = 0; at < packed.length; at++) {
    const number = unpackAt(packed, at);
    if (number === 0) {
      entry += longestStep;
      continue;
    }
    entry += Math.floor(number / fields.length);
    entries[count] = entry;
    where[count++] = number % fields.length;
  }
  return { entries: entries.subarray(0, count), fields: where.subarray(0, count) };
}

/** The field in which an entry holds the word, or -1. */
export function fieldIn({ entries, fields: where }: Postings, entry: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]! < entry) low = middle + 1;
    else high = middle;
  }
  return entries[low] === entry ? where[low]! : -1;
}
