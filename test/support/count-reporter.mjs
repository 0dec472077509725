// Reporter for browser tests: failures in full, one line a file, and the counts as JSON at the end, which test/run.mjs adds up.
import { relative } from 'node:path';

const indent = (text, by = '    ') => String(text).split('\n').map((line) => by + line).join('\n');

function details({ message, stack, expected, actual }) {
  const lines = [message ?? 'failed without a message'];
  if (expected !== undefined || actual !== undefined) lines.push(`expected: ${expected}`, `actual:   ${actual}`);
  if (stack) lines.push(stack);
  return indent(lines.join('\n'));
}

export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const sum = { passed: 0, failed: 0 };
      const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);
      for (const { testFile, testResults, errors, logs } of [...sessions].sort((a, b) => a.testFile.localeCompare(b.testFile))) {
        const file = relative(process.cwd(), testFile);
        const count = { passed: 0, failed: 0, time: 0 };
        const walk = (suite, trail) => {
          for (const test of suite?.tests ?? []) {
            count.time += test.duration ?? 0;
            if (test.passed) {
              count.passed++;
              continue;
            }
            count.failed++;
            console.log(`  ✗ ${file}: ${[...trail, test.name].join(' › ')}\n${test.skipped ? '    is skipped; no test is.' : details(test.error ?? {})}`);
          }
          for (const inner of suite?.suites ?? []) walk(inner, [...trail, inner.name]);
        };
        walk(testResults, []);
        // A file that could not be loaded has no results and is no success.
        if (errors.length || !testResults) {
          count.failed++;
          for (const error of errors) console.log(`  ✗ ${file}\n${details(error)}`);
        }
        if (count.failed) for (const log of logs) console.log(indent(`console: ${log.map(String).join(' ')}`));
        console.log(`  ${count.failed ? '✗' : '✓'} ${file} (${count.passed + count.failed}, ${seconds(count.time)} s)`);
        sum.passed += count.passed;
        sum.failed += count.failed;
      }
      console.log(JSON.stringify(sum));
    },
  };
}
