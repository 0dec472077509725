// What `npm start` and `npm test` need before anything else can be imported: plain Node, nothing installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
// As a whole: a Node that is too old to have parseArgs must come as far as being told so.
import util from 'node:util';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

/** Ends the process with one sentence that says what to do. */
export function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** For commands without options: prints the help when it is asked for, refuses anything else; true: go on. */
export function only(help) {
  let asked;
  try {
    asked = util.parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values.help;
  } catch (error) {
    const name = help.slice(0, help.indexOf('\n'));
    console.error(`${error.message}\nSee ${name} -- --help`);
    console.log(JSON.stringify({ error: error.message }));
    process.exitCode = 2;
    return false;
  }
  if (asked) console.log(help);
  return !asked;
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Mizban needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from your system or nodejs.org and try again.`);
  }
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Installs from the lock file when that was not done yet or the lock file changed since. */
export function install() {
  const lock = sha256(readFileSync(inRoot('package-lock.json')));
  const marker = inRoot('node_modules', '.mizban-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  console.log('Installing packages from package-lock.json (about a minute the first time) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    stop('The packages could not be installed: see the lines of npm above. Check the network, the npm registry and write permission for node_modules, then run the same command again.');
  }
  writeFileSync(marker, lock);
}

let digest;
/** Digest of all of src and of what builds it: when it stays, so does what is built and published. */
export function sourcesDigest() {
  if (digest) return digest;
  const hash = createHash('sha256');
  const walk = (folder) => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  walk(inRoot('src'));
  for (const name of ['vite.config.ts', 'tsconfig.json', 'package-lock.json']) hash.update(readFileSync(inRoot(name)));
  return (digest = hash.digest('hex'));
}

/** Holds the digest of the sources of the last build. */
export const buildMarker = inRoot('dist', '.mizban-sources');

/** Builds the widgets when their sources changed since the last build. */
export function build() {
  if (existsSync(buildMarker) && readFileSync(buildMarker, 'utf8') === sourcesDigest()) return;
  console.log('Building the widgets …');
  const result = spawnSync(process.execPath, [inRoot('demo', 'build.mjs')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (result.status !== 0) {
    process.stderr.write(result.stdout + result.stderr);
    stop('The widgets could not be built: see the lines above. `npm run build` repeats just this step.');
  }
}
