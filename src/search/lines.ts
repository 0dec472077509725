import { inSlices } from './slices.ts';

/**
 * A large file of JSON has each property of its outermost object on two lines, the name and the value. Whoever reads JSON
 * reads it; who must not stand still over it writes and reads it value by value.
 */
export function* linesOf(content: object): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(content)) {
    yield `${before}${JSON.stringify(name)}:\n${JSON.stringify(value)}\n`;
    before = ',';
  }
  yield '}';
}

/** Of an object that is not empty. */
export const inLines = (content: object): string => [...linesOf(content)].join('');

function* reading(text: string): Generator<void, unknown> {
  const lines = text.split('\n');
  const content: Record<string, unknown> = {};
  try {
    for (let at = 0; at + 1 < lines.length; at += 2) {
      // The name stands between a brace or a comma and a colon.
      content[JSON.parse(lines[at]!.slice(1, -1)) as string] = JSON.parse(lines[at + 1]!);
      yield;
    }
    // Else it was cut off.
    if (lines.length > 1 && lines.at(-1) === '}') return content;
  } catch {
    // Laid out in another way.
  }
  return JSON.parse(text);
}

/** Reads such a file, with a pause where it has taken a while; any other JSON in one go. Throws `SyntaxError`. */
export const readLines = (text: string, pause: () => Promise<void>): Promise<unknown> => inSlices(reading(text), pause);
