import { JSONParser, TokenType } from '@streamparser/json';
import type { DecodedText } from '../encoding.ts';
import { repaired } from '../finding.ts';
import { plainNumber } from './shown.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Objects whose names make the header: not every object has every name. */
const named = 200;
const deepest = 50;

type Item = Record<string, unknown>;

/** A list as values of the template, a number as people write it. What lies deeper is taken flat. */
function shown(value: unknown): string {
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'بله' : 'خیر';
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join('؛ ');
  if (value && typeof value === 'object') return Object.values(value).map(shown).filter(Boolean).join('|');
  return '';
}

/** The objects of an array, or of the arrays that stand in one object. */
async function* items(text: DecodedText, onPart?: (part: number) => void): AsyncGenerator<Item | 'cut off'> {
  const found: Item[] = [];
  const parser = new JSONParser({ paths: [text.head.trimStart().startsWith('[') ? '$.*' : '$.*.*'], keepStack: false });
  let depth = 0;
  let failed = false;
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth++;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--;
    if (depth > deepest) throw new Error('Too deep');
  };
  parser.onValue = ({ key, value }) => {
    if (typeof key === 'number' && value && typeof value === 'object' && !Array.isArray(value)) found.push(value as Item);
  };
  parser.onError = () => {
    failed = true;
  };
  for await (const piece of text.pieces(onPart)) {
    try {
      if (!parser.isEnded) parser.write(piece);
    } catch {
      failed = true;
    }
    yield* found.splice(0);
    if (failed) break;
  }
  if (failed || !parser.isEnded) yield 'cut off';
}

async function* rows(text: DecodedText, onPart?: (part: number) => void): AsyncGenerator<SheetRow> {
  const first: (Item | 'cut off')[] = [];
  const names = new Map<string, number>();
  let row = 1;
  const toRow = (item: Item | 'cut off'): SheetRow => {
    if (item === 'cut off') return { row: ++row, cells: [], cutOff: true };
    const cells = [...names.keys()].map(() => '');
    for (const [name, value] of Object.entries(item)) {
      const at = names.get(name);
      if (at !== undefined) cells[at] = shown(value);
    }
    return { row: ++row, cells };
  };
  const header = (): SheetRow => {
    for (const item of first) {
      for (const name of item === 'cut off' ? [] : Object.keys(item)) if (!names.has(name)) names.set(name, names.size);
    }
    return { row: 1, cells: [...names.keys()] };
  };
  let told = false;
  for await (const item of items(text, onPart)) {
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

/** JSON: an array of objects, or one under `rows`. Names of the objects are the header, in row 1. */
export const readJson = (text: DecodedText): Sheet[] => [
  {
    name: null,
    findings: [repaired('json', 'فایل JSON است: نام‌ها سرستون شمرده شد و نخستین خدمت سطر ۲ است.')],
    rows: (onPart) => rows(text, onPart),
  },
];
