import type { CellFinding } from '../finding.ts';
import { plainNumber } from './shown.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A service as names and values, before it is a row, and what reading it had to say, by name. */
export interface Item {
  values: Record<string, unknown>;
  notes?: { name: string; finding: CellFinding }[];
}

/** Items whose names make the header: not every one has every name. */
const named = 200;

/** A list as values of the template, a number as people write it. What lies deeper is taken flat. */
function shown(value: unknown): string {
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'بله' : 'خیر';
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join('؛ ');
  if (value && typeof value === 'object') return Object.values(value).map(shown).filter(Boolean).join('|');
  return '';
}

async function* rows(items: AsyncIterable<Item | 'cut off'>): AsyncGenerator<SheetRow> {
  const first: (Item | 'cut off')[] = [];
  const names = new Map<string, number>();
  let row = 1;
  const toRow = (item: Item | 'cut off'): SheetRow => {
    if (item === 'cut off') return { row: ++row, cells: [], cutOff: true };
    const cells = [...names.keys()].map(() => '');
    for (const [name, value] of Object.entries(item.values)) {
      const at = names.get(name);
      if (at !== undefined) cells[at] = shown(value);
    }
    const notes = item.notes?.flatMap(({ name, finding }) => (names.has(name) ? [{ at: names.get(name)!, finding }] : []));
    return { row: ++row, cells, ...(notes && { notes }) };
  };
  const header = (): SheetRow => {
    for (const item of first) {
      for (const name of item === 'cut off' ? [] : Object.keys(item.values)) if (!names.has(name)) names.set(name, names.size);
    }
    return { row: 1, cells: [...names.keys()] };
  };
  let told = false;
  for await (const item of items) {
    if (!told) {
      first.push(item);
      if (first.length < named) continue;
      yield header();
      yield* first.map(toRow);
      told = true;
      continue;
    }
    yield toRow(item);
  }
  if (!told && first.length) {
    yield header();
    yield* first.map(toRow);
  }
}

/** A table of items: their names are the header, in row 1. */
export const sheetOfItems = (finding: CellFinding, items: (onPart?: (part: number) => void) => AsyncIterable<Item | 'cut off'>): Sheet => ({
  name: null,
  findings: [finding],
  rows: (onPart) => rows(items(onPart)),
});
