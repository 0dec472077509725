import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines, readLines } from '../../src/search/lines.ts';
import { inPieces } from '../../src/elements/service-finder/parts/keep.ts';

const never = (): Promise<void> => Promise.reject(new Error('It took no time.'));
const read = (text: string) => readLines(text, () => Promise.resolve());

test('what is written in lines is JSON to anyone, and comes back the same', async () => {
  const content = { version: 'a', 'a "name"\n': ['one\ntwo', '{"x":\n'], nothing: null, none: [], deep: { of: [{ many: 1 }] }, '‌': '\u2028' };
  const text = inLines(content);
  assert.deepEqual(JSON.parse(text), content);
  assert.deepEqual(await read(text), content);
});

test('JSON that is laid out in another way is read whole', async () => {
  const content = { a: [1, 2], b: { c: 'd' } };
  for (const text of [JSON.stringify(content), JSON.stringify(content, null, 2), `${JSON.stringify(content)}\n`, `\n${inLines(content)}`, '{"a":\n[1,2], "b":{\n"c":"d"\n}}'])
    assert.deepEqual(await readLines(text, never), content, text);
});

test('what is no JSON, or was cut off, is refused', async () => {
  const whole = inLines({ a: [1, 2], b: 'c' });
  for (let length = 0; length < whole.length; length++) await assert.rejects(read(whole.slice(0, length)), SyntaxError, `after ${length} characters`);
});

test('a page gets its turn after a value that took long', async () => {
  const long = Array.from({ length: 400_000 }, (_, at) => `${at}`);
  let turns = 0;
  assert.deepEqual(await readLines(inLines({ long, short: 1, also: long }), () => Promise.resolve(void turns++)), { long, short: 1, also: long });
  assert.ok(turns > 0);
});

test('bytes are read in pieces, also where a piece ends within a letter', async () => {
  for (const shift of ['', 'x']) {
    const content = { text: `${shift}${'سجل'.repeat(30_000)}` };
    assert.deepEqual(await inPieces(new Blob([inLines(content)])), content);
  }
});
