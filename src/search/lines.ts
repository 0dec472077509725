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

/** A page stays alive when nothing takes longer than this at a stretch. Milliseconds. */
const sliceMs = 6;

/** Reads such a file, with a pause where it has taken a while; any other JSON in one go. Throws `SyntaxError`. */
export async function readLines(text: string, pause: () => Promise<void>): Promise<unknown> {
  const lines = text.split('\n');
  const content: Record<string, unknown> = {};
  let until = performance.now() + sliceMs;
  try {
    for (let at = 0; at + 1 < lines.length; at += 2) {
      // The name stands between a brace or a comma and a colon.
      content[JSON.parse(lines[at]!.slice(1, -1)) as string] = JSON.parse(lines[at + 1]!);
      if (performance.now() < until) continue;
      await pause();
      until = performance.now() + sliceMs;
    }
    // Else it was cut off.
    if (lines.length > 1 && lines.at(-1) === '}') return content;
  } catch {
    // Laid out in another way.
  }
  return JSON.parse(text);
}
