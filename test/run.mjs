// `npm test`: everything that must hold, from a fresh clone. Plain Node: nothing is installed yet when it starts.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode, root, stop } from '../demo/setup.mjs';
import { findBrowser } from './support/chromium.mjs';

const bin = (path) => join(root, 'node_modules', path);
const tsx = ['--import', 'tsx'];

/** Test files of Node below a folder; browser tests have their own runner. */
const nodeTests = (folder, except = () => false) =>
  readdirSync(join(root, 'test', folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join('test', folder, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts') && !except(path))
    .sort();

const nodeRunner = (files, concurrency) => [
  ...tsx, '--test', `--test-concurrency=${concurrency}`, '--test-timeout=600000', `--test-reporter=./test/support/node-reporter.mjs`, ...files,
];

/** Whole pages, which need a browser; those of foreign pages and the journey also need what was built. */
const withBrowser = (path) => /^test\/(embed|e2e|stories)\//.test(path);

const stages = [
  { name: 'types', says: 'Types', args: () => [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'lint', says: 'Lint', args: () => [bin('eslint/bin/eslint.js'), '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'] },
  { name: 'node', says: 'Node tests', counts: true, args: () => nodeRunner(nodeTests('.', withBrowser), 2) },
  { name: 'build', says: 'Build of the widgets', args: () => ['demo/build.mjs'] },
  { name: 'size', says: 'Byte budgets', counts: true, built: true, args: () => [...tsx, 'test/size/check.ts'] },
  { name: 'browser', says: 'Browser tests', counts: true, browser: true, args: () => [bin('@web/test-runner/dist/bin.js')] },
  { name: 'stories', says: 'Stories', counts: true, browser: true, args: () => nodeRunner(nodeTests('stories'), 1) },
  { name: 'embed', says: 'Embedding in foreign pages', counts: true, built: true, browser: true, args: () => nodeRunner(nodeTests('embed'), 1) },
  { name: 'e2e', says: 'End to end', counts: true, built: true, browser: true, args: () => nodeRunner(nodeTests('e2e'), 1) },
];

const help = `npm test: everything that must hold. Installs what is missing, a browser included.
Its last line is "N passed, N failed"; the exit code is 1 when something failed.

  npm test                   all stages
  npm test -- types lint     only these, and the build they need: ${stages.map(({ name }) => name).join(', ')}

CHROME_PATH names the Chromium or Chrome to use.`;

/** A browser, installed by Debian's apt where that may be done without asking. */
function needBrowser() {
  if (process.env.CHROME_PATH && !findBrowser()) stop(`CHROME_PATH names ${process.env.CHROME_PATH}, which cannot be run. Name a Chromium or Chrome there, or unset it.`);
  if (findBrowser()) return;
  const apt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (apt && process.getuid?.() === 0) {
    console.log('Installing Chromium for the browser tests by apt-get (a minute or two) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', 'chromium']]) {
      const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
      if (status !== 0) stop(`Chromium could not be installed: \`apt-get ${args.join(' ')}\` failed. Install it yourself, or name a browser in CHROME_PATH.`);
    }
    if (findBrowser()) return;
  }
  stop('The browser tests need Chromium or Chrome, and none was found. Install one (Debian and Ubuntu: `sudo apt-get install chromium`), or name it: CHROME_PATH=/path/to/chrome npm test');
}

/** Runs one stage; gives what it counted. A stage that does not count is one check. */
function run({ says, counts, args }, number, all) {
  const started = Date.now();
  console.log(`\n[${number}/${all}] ${says} …`);
  return new Promise((resolve) => {
    // NODE_ENV stays unset: a build would take lit's development code, and commands have defaults of their own.
    const env = { ...process.env, TZ: 'UTC', FORCE_COLOR: '0' };
    delete env.NODE_ENV;
    const child = spawn(process.execPath, args(), { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let counted;
    let rest = '';
    let wrote = '';
    const line = (said) => {
      // The runner of browser tests moves the cursor about.
      const text = said.replace(/\u001b\[[\d;]*[A-Za-z]/g, '');
      if (counts && !text.trim()) return;
      if (counts && /^\{"passed":\d+,"failed":\d+\}$/.test(text)) counted = JSON.parse(text);
      else if (counts) console.log(text);
      else wrote += `${text}\n`;
    };
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      lines.forEach(line);
    });
    child.stderr.on('data', (chunk) => { wrote += chunk; });
    child.on('close', (code) => {
      if (rest) line(rest);
      const result = counts ? (counted ?? { passed: 0, failed: 1 }) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
      // A runner that failed without a failed test was itself at fault.
      if (code !== 0 && result.failed === 0) result.failed = 1;
      if (result.failed && wrote.trim()) console.log(wrote.trimEnd());
      console.log(`    ${result.failed ? '✗' : '✓'} ${result.passed} passed, ${result.failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`);
      resolve(result);
    });
  });
}

const asked = process.argv.slice(2);
if (asked.includes('--help')) {
  console.log(help);
  process.exit(0);
}
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length) stop(`No stage is called ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`);

requireNode();
install();
const wanted = stages.filter(({ name }) => !asked.length || asked.includes(name));
const building = new Set(wanted.some(({ built }) => built) ? ['build'] : []);
const chosen = stages.filter((stage) => wanted.includes(stage) || building.has(stage.name));
if (chosen.some(({ browser }) => browser)) needBrowser();

const sum = { passed: 0, failed: 0 };
for (const [at, stage] of chosen.entries()) {
  const { passed, failed } = await run(stage, at + 1, chosen.length);
  sum.passed += passed;
  sum.failed += failed;
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed ? 1 : 0;
