import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/sources.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
/** Every command that the README tells people of. */
const told = [...new Set([...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\|.*$/gm)].flatMap(([row]) => [...row.matchAll(/`npm (?:run )?([\w:-]+)/g)].map(([, name]) => name!)))];

/** Runs a script as npm does, without npm's own start. */
function run(name: string, word: string): Promise<{ code: number | null; out: string; errors: string }> {
  const [program, ...args] = scripts[name]!.replace(/^exec /, '').split(' ');
  assert.equal(program, 'node', `${name} is one program`);
  const child = spawn(process.execPath, [...args, word], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, errors })));
}

test('the README tells of commands that there are', () => {
  assert.ok(told.length >= 13, told.join());
  for (const name of told) assert.ok(scripts[name], name);
});

for (const name of told) {
  test(`${name} has help, and refuses what it does not know`, async () => {
    const help = await run(name, '--help');
    assert.equal(help.code, 0, help.errors);
    assert.match(help.out, name === 'start' || name === 'test' ? new RegExp(`^npm ${name}`) : new RegExp(`^npm run ${name}`));
    assert.equal(help.out.split(help.out.split('\n')[0]!).length, 2, 'the usage stands there once');
    const wrong = await run(name, '--no-such-option');
    assert.notEqual(wrong.code, 0);
    assert.match(wrong.errors, /no-such-option/);
    assert.doesNotMatch(wrong.errors, /\n\s+at /, 'no stack');
    // Those that go on running, and the tests, whose last line is their count, have no result to give.
    if (!['gateway', 'test'].includes(name)) assert.equal(typeof JSON.parse(wrong.out.trim().split('\n').at(-1)!).error, 'string');
  });
}
