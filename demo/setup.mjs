// What `npm start` and `npm test` need before anything else can be imported: plain Node, nothing installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => join(root, ...parts);

/** Ends the process with one sentence that says what to do. */
export function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
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
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    stop('The packages could not be installed: see the lines of npm above. Check the network, the npm registry and write permission for node_modules, then run the same command again.');
  }
  writeFileSync(marker, lock);
}

/** Digest of all that the browser build is made of. */
function sourcesDigest() {
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
  return hash.digest('hex');
}

/** Builds the widgets when their sources changed since the last build. */
export function build() {
  const digest = sourcesDigest();
  const marker = inRoot('dist', '.mizban-sources');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === digest) return;
  console.log('Building the widgets …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    process.stderr.write(result.stdout + result.stderr);
    stop('The widgets could not be built: see the lines above. `npm run build` repeats just this step.');
  }
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(marker, digest);
}
