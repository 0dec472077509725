// Browser tests: test/**/*.browser.test.ts in Chromium, against the real gateway that support/gateway-plugin.mjs starts.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { fileURLToPath } from 'node:url';
import { chromiumFlags, findBrowser } from './test/support/chromium.mjs';
import { countReporter } from './test/support/count-reporter.mjs';
import { bundled } from './test/support/bundled.mjs';
import { testGateway } from './test/support/gateway-plugin.mjs';

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chromium found. Install chromium or chrome, or name one in CHROME_PATH.');

const gateway = testGateway();

/** Noise of the development build that is no fault of a test. */
const expected = [/^Lit is in dev mode/];

export default {
  files: 'test/**/*.browser.test.ts',
  nodeResolve: { exportConditions: ['development', 'browser'] },
  middleware: [gateway.middleware],
  plugins: [
    gateway.plugin,
    // Made of CommonJS, which no browser reads.
    bundled('tus-js-client'),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  browsers: [chromeLauncher({ launchOptions: { executablePath, args: chromiumFlags }, concurrency: 1 })],
  concurrentBrowsers: 1,
  concurrency: 1,
  reporters: [countReporter()],
  filterBrowserLogs: ({ args }) => !expected.some((pattern) => pattern.test(String(args[0]))),
  testFramework: { config: { timeout: 10_000, failZero: true } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testRunnerHtml: (path) => `<!doctype html>
<html lang="fa" dir="rtl">
  <head><meta charset="utf-8"><title>آزمون</title></head>
  <body><script type="module" src="${path}"></script></body>
</html>`,
};
