import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);
const declare = (...args: string[]) => run(process.execPath, ['--import', 'tsx', 'src/gateway/commands/declare.ts', ...args]);
const lastLine = (text: string) => JSON.parse(text.trim().split('\n').at(-1)!);
const folder = 'demo/data/alborz/declarations';

test('counts, findings and the report agree', async () => {
  const out = await mkdtemp(join(tmpdir(), 'declare-'));
  try {
    const report = join(out, 'report.json');
    const { stdout } = await declare(`${folder}/fanni-herfei.csv`, `${folder}/abfa.csv`, `${folder}/post.csv`, '--report', report);
    const counts = lastLine(stdout);
    const written = JSON.parse(await readFile(report, 'utf8'));
    assert.deepEqual(counts, { files: 3, rejectedFiles: 0, rows: 23, published: 21, repaired: counts.repaired, warned: counts.warned, rejected: 1, superseded: 1 });
    assert.deepEqual(written.reports.map(({ file, published, rejected }: Record<string, unknown>) => [file, published, rejected]), [
      ['fanni-herfei.csv', 6, 1], ['abfa.csv', 11, 0], ['post.csv', 4, 0],
    ]);
    assert.match(stdout, /^fanni-herfei\.csv:8: rejected too-many-cells: /m);
    assert.match(stdout, /^abfa\.csv:4 مدارک لازم: warning forbidden-copy: /m);
    assert.equal(stdout.trim().split('\n').length - 1, written.reports.flatMap(({ findings }: { findings: unknown[] }) => findings).length);
  } finally {
    await rm(out, { recursive: true });
  }
});

test('a file rejected as a whole makes the command fail, a missing one is told', async () => {
  const out = await mkdtemp(join(tmpdir(), 'declare-'));
  try {
    const file = join(out, 'letter.csv');
    await writeFile(file, 'این یک نامه است، نه جدول خدمات.');
    await assert.rejects(declare(file), (error: { code: number; stdout: string }) => {
      assert.equal(error.code, 1);
      assert.deepEqual(lastLine(error.stdout), { files: 1, rejectedFiles: 1, rows: 0, published: 0, repaired: 0, warned: 0, rejected: 0, superseded: 0 });
      return true;
    });
    await assert.rejects(declare(join(out, 'none.csv')), { code: 2 });
    await assert.rejects(declare(), { code: 2 });
    assert.match((await declare('--help')).stdout, /--report/);
  } finally {
    await rm(out, { recursive: true });
  }
});

test('writes a template once, and reads what was filled in of any kind', async () => {
  const out = await mkdtemp(join(tmpdir(), 'declare-'));
  try {
    const file = join(out, 'template.xlsx');
    assert.deepEqual(lastLine((await declare('--template', file)).stdout), { template: file });
    await assert.rejects(declare('--template', file), { code: 2 });
    const { stdout } = await declare(file, 'test/fixtures/declarations/openpyxl.xlsx');
    assert.match(stdout, /^template\.xlsx:2: repaired example-row: /m);
    assert.match(stdout, /^openpyxl\.xlsx:4 نشانی اینترنتی: warning formula: /m);
    assert.equal(lastLine(stdout).published, 4);
  } finally {
    await rm(out, { recursive: true });
  }
});

test('a large file tells on the error output how far it is', async () => {
  const out = await mkdtemp(join(tmpdir(), 'declare-'));
  try {
    const file = join(out, 'large.csv');
    const row = `خدمت,${'شرح خدمت '.repeat(400)},رایگان,۱ روز,سند\n`;
    await writeFile(file, `عنوان خدمت,شرح خدمت,هزینه,مدت زمان ارائه,مدارک لازم\n${row.repeat(900)}`);
    const { stderr } = await declare(file);
    assert.deepEqual(stderr.match(/\d+%/g), ['10%', '20%', '30%', '40%', '50%', '60%', '70%', '80%', '90%', '100%']);
  } finally {
    await rm(out, { recursive: true });
  }
});
