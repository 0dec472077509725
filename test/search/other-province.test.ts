import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = 'test/fixtures/other-province';

interface Evaluation {
  services: number;
  all: { queries: number; recall1: number; recall5: number; mrr: number };
  byClass: Record<string, { queries: number; recall1: number; recall5: number; mrr: number }>;
  p95ms: number;
}

async function evaluate(...args: string[]): Promise<{ json: Evaluation; lines: string[] }> {
  const command = ['--import', 'tsx', 'src/gateway/commands/search-eval.ts', `${fixture}/queries.tsv`, '--declarations', `${fixture}/declarations`, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
  const lines = stdout.trim().split('\n');
  return { json: JSON.parse(lines.pop()!) as Evaluation, lines };
}

/** With the gateway's own lexicon. */
const evaluated = evaluate();

test('a catalogue of agencies that the lexicon has never heard of is searched in everyday words', async () => {
  const { json, lines } = await evaluated;
  assert.equal(json.services, 15);
  assert.equal(json.all.queries, 25);
  assert.equal(Object.values(json.byClass).reduce((sum, { queries }) => sum + queries, 0), json.all.queries);
  assert.equal(lines.length, Math.round(json.all.queries * (1 - json.all.recall5)), 'each query that misses is told');
  assert.ok(json.all.recall5 >= 0.85, `recall@5 is ${json.all.recall5}: ${lines.join('; ')}`);
  assert.ok(json.p95ms > 0);
});

test('what is found there in everyday words is owed to the lexicon', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'mizban-no-lexicon-'));
  try {
    const [{ json: without }, { json: whole }] = await Promise.all([evaluate('--lexicon', empty), evaluated]);
    assert.ok(whole.all.recall5 >= without.all.recall5 + 0.1, `${whole.all.recall5} with it, ${without.all.recall5} without`);
  } finally {
    await rm(empty, { recursive: true });
  }
});

test('a folder without declarations is told', async () => {
  await assert.rejects(evaluate('--declarations', 'test/fixtures'), (error: { code: number; stdout: string }) => {
    assert.equal(error.code, 2);
    assert.match(error.stdout, /holds no declarations/);
    return true;
  });
});
