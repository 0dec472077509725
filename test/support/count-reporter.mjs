/** Writes one line that `test/run.mjs` adds to its sum: `{"passed":…,"failed":…}`. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      const walk = (suite) => {
        for (const test of suite?.tests ?? []) {
          if (test.passed) passed++;
          else failed++;
        }
        for (const inner of suite?.suites ?? []) walk(inner);
      };
      for (const session of sessions) {
        walk(session.testResults);
        // A file that could not be loaded has no results and is no success.
        if (session.errors.length || !session.testResults) failed++;
      }
      console.log(JSON.stringify({ passed, failed }));
    },
  };
}
