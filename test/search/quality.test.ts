import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/gateway/commands/search-eval.ts', ...args], {
    cwd: root,
  });
const lastLine = (output: string) => JSON.parse(output.trim().split('\n').at(-1)!) as Record<string, never>;

test('the right service is among the first five for at least 95 of 100 queries, and for 80 of each class', async () => {
  const { stdout } = await run('demo/data/search/queries.dev.tsv', '--least', '0.95');
  const { all, byClass } = lastLine(stdout) as unknown as {
    all: { recall5: number };
    byClass: Record<string, { recall5: number }>;
  };
  assert.ok(all.recall5 >= 0.95);
  for (const [name, { recall5 }] of Object.entries(byClass)) assert.ok(recall5 >= 0.8, `class ${name}: ${recall5}`);
});

test('search:eval fails below what was demanded and tells what it cannot read', async () => {
  await assert.rejects(
    run('demo/data/search/queries.dev.tsv', '--least', '1'),
    (error: { code: number; stdout: string }) => {
      assert.equal(error.code, 1);
      assert.ok(lastLine(error.stdout)['all']);
      return true;
    },
  );
  await assert.rejects(run('demo/data/search/none.tsv'), { code: 2 });
  await assert.rejects(run('demo/data/agencies.json'), { code: 2 });
});
