import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/sources.ts';

interface Unit {
  source: string;
  target?: string;
}
const placeholders = (text: string) => [...text.matchAll(/<x id="(\d+)"/g)].map(([, id]) => id).sort();

function readUnits(path: string): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const [, id, inner] of readFileSync(path, 'utf8').matchAll(/<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g)) {
    units.set(id!, { source: /<source>([\s\S]*?)<\/source>/.exec(inner!)![1]!, target: /<target>([\s\S]*?)<\/target>/.exec(inner!)?.[1] });
  }
  return units;
}

const english = readUnits(join(root, 'src/i18n/xliff/en.xlf'));

/** The messages that stand in the sources now, by the same tool into a folder of its own. */
function extracted(): Map<string, Unit> {
  const folder = mkdtempSync(join(root, 'node_modules', '.mizban-i18n-'));
  try {
    const config = JSON.parse(readFileSync(join(root, 'lit-localize.json'), 'utf8'));
    config.inputFiles = [join(root, 'src/**/*.ts')];
    config.interchange.xliffDir = folder;
    config.output.outputDir = folder;
    const file = join(folder, 'lit-localize.json');
    writeFileSync(file, JSON.stringify(config));
    execFileSync(process.execPath, [join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js'), 'extract', '--config', file], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return readUnits(join(folder, 'en.xlf'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('translations', () => {
  const now = extracted();

  it('know every message of the sources as it stands there now (npm run i18n)', () => {
    assert.ok(now.size > 50);
    const stale = [...now].filter(([id, { source }]) => english.get(id)?.source !== source).map(([id]) => id);
    assert.deepEqual(stale, []);
    assert.deepEqual([...english.keys()].filter((id) => !now.has(id)), [], 'messages that are no longer there');
  });

  it('have English for every message', () => {
    assert.deepEqual([...english].filter(([, { target }]) => !target?.trim()).map(([id]) => id), []);
  });

  it('hold the same placeholders as the Persian', () => {
    const differing = [...english].filter(([, { source, target }]) => target && placeholders(source).join() !== placeholders(target).join()).map(([id]) => id);
    assert.deepEqual(differing, []);
  });

  it('are English: no Persian letter but in what is quoted', () => {
    const persian = [...english].filter(([, { target }]) => /[\u0600-\u06ff]/.test((target ?? '').replace(/[«“"][^»”"]*[»”"]/g, ''))).map(([id]) => id);
    assert.deepEqual(persian, []);
  });

  it('are built into the locale that elements load', () => {
    const built = readFileSync(join(root, 'src/i18n/generated/en.ts'), 'utf8');
    const lost = [...english].filter(([id, { target }]) => target && !built.includes(`'${id}': `)).map(([id]) => id);
    assert.deepEqual(lost, []);
  });
});

describe('Persian messages', () => {
  it('use Persian letters, Persian digits and no doubled spaces', () => {
    const text = (source: string) => source.replace(/<x [^>]*\/>/g, '…');
    const wrong = [...english].filter(([, { source }]) => /[\u064a\u0643\u0660-\u0669]|(?<=\S) {2,}(?=\S)/.test(text(source))).map(([id]) => id);
    assert.deepEqual(wrong, []);
  });
});
