import { JSONParser, TokenType } from '@streamparser/json';
import type { DecodedText } from '../encoding.ts';
import { repaired } from '../finding.ts';
import { sheetOfItems, type Item } from './items.ts';
import type { Sheet } from './sheet.ts';

const deepest = 50;

/** What lies under one of the paths, objects only, as it is met. */
export async function* objects(text: DecodedText, paths: string[], onPart?: (part: number) => void): AsyncGenerator<Record<string, unknown> | 'cut off'> {
  const found: Record<string, unknown>[] = [];
  const parser = new JSONParser({ paths, keepStack: false });
  let depth = 0;
  let failed = false;
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth++;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth--;
    if (depth > deepest) throw new Error('Too deep');
  };
  const inLists = paths.every((path) => path.endsWith('*'));
  parser.onValue = ({ key, value }) => {
    if ((!inLists || typeof key === 'number') && value && typeof value === 'object' && !Array.isArray(value)) found.push(value as Record<string, unknown>);
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

export const isList = (text: DecodedText): boolean => text.head.trimStart().startsWith('[');

/** JSON: an array of objects, or one under `rows` or under `data.rows`; which, the header tells. Names of the objects are the header, in row 1. */
export const readJson = (text: DecodedText): Sheet[] => (isList(text) ? ['$.*'] : ['$.*.*', '$.*.*.*']).map((path) =>
  sheetOfItems(repaired('json', 'فایل JSON است: نام‌ها سرستون شمرده شد و نخستین خدمت سطر ۲ است.'), async function* (onPart): AsyncGenerator<Item | 'cut off'> {
    for await (const values of objects(text, [path], onPart)) yield values === 'cut off' ? values : { values };
  }));
