// Reporter for `node --test`: failures in full, progress in one line a file, and the counts as JSON at the end.
import { relative } from 'node:path';

const indent = (text, by = '    ') => String(text).split('\n').map((line) => by + line).join('\n');

/** A test that ended by a hook or a file that could not be loaded carries its reason in `cause`. */
function reasonOf(error) {
  const cause = error?.cause ?? error;
  return cause?.stack ?? cause?.message ?? String(cause);
}

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  const files = new Map();
  const trail = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      trail[data.nesting] = data.name;
      trail.length = data.nesting + 1;
    }
    if (type === 'test:pass' || type === 'test:fail') {
      const file = data.file ? relative(process.cwd(), data.file) : '';
      const suite = data.details?.type === 'suite' || data.details?.error?.failureType === 'subtestsFailed';
      // A file stands for itself only when it could not be run.
      const isFile = data.nesting === 0 && data.name.endsWith('.ts') && type === 'test:pass';
      if (suite || isFile) continue;
      const count = files.get(file) ?? { passed: 0, failed: 0 };
      files.set(file, count);
      if (data.skip !== undefined || data.todo !== undefined) {
        failed++;
        count.failed++;
        yield `  ✗ ${file}: ${data.name}\n    is skipped; no test is.\n`;
      } else if (type === 'test:pass') {
        passed++;
        count.passed++;
      } else {
        failed++;
        count.failed++;
        yield `  ✗ ${file}: ${trail.slice(0, data.nesting).concat(data.name).join(' › ')}\n${indent(reasonOf(data.details?.error))}\n`;
      }
    }
    if (type === 'test:stderr' && process.env.VERBOSE) yield data.message;
  }
  for (const [file, count] of [...files].sort()) yield `  ${count.failed ? '✗' : '✓'} ${file} (${count.passed + count.failed})\n`;
  yield `${JSON.stringify({ passed, failed })}\n`;
}
