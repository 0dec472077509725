import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/gateway/commands/search-eval.ts', ...args], {
    cwd: root,
  });
/** A lexicon that knows nothing. */
const empty = mkdtempSync(join(tmpdir(), 'lexicon-'));
after(() => rmSync(empty, { recursive: true }));
const lastLine = (output: string) => JSON.parse(output.trim().split('\n').at(-1)!) as Record<string, never>;

test('the right service is among the first five for 98 of 100 queries and for 95 of each class, and first for 92', async () => {
  const { stdout } = await run('demo/data/search/queries.dev.tsv', '--least', '0.98');
  const { all, byClass } = lastLine(stdout) as unknown as {
    all: { recall1: number; recall5: number };
    byClass: Record<string, { recall5: number }>;
  };
  assert.ok(all.recall5 >= 0.98);
  assert.ok(all.recall1 >= 0.92, `first: ${all.recall1}`);
  for (const [name, { recall5 }] of Object.entries(byClass)) assert.ok(recall5 >= 0.95, `class ${name}: ${recall5}`);
});

test('search:eval fails below what was demanded and tells what it cannot read', async () => {
  await assert.rejects(
    run('demo/data/search/queries.dev.tsv', '--least', '1', '--lexicon', empty),
    (error: { code: number; stdout: string }) => {
      assert.equal(error.code, 1);
      assert.ok(lastLine(error.stdout)['all']);
      return true;
    },
  );
  await assert.rejects(run('demo/data/search/none.tsv'), { code: 2 });
  await assert.rejects(run('demo/data/alborz/agencies.json'), { code: 2 });
});
