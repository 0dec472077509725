// `npm run build`: the published files. Plain Node, because nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMarker, install, only, requireNode, root, sourcesDigest } from './setup.mjs';

const help = `npm run build

Makes the files that a gateway publishes, in dist/browser: desk.js with the chunks that it loads on demand, desk.all.js
with everything in one, desk.css. Installs what is missing. \`npm run size\` then holds them against their budgets.

Last line: {"ok", "folder", "files", "bytes"}. Exit code 1 when the build failed.`;

requireNode();
if (only(help)) {
  install();
  const started = Date.now();
  rmSync(buildMarker, { force: true });
  // What is changed while it builds may not be in it: the next look finds another digest and builds again.
  const sources = sourcesDigest();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const ok = [[], ['--mode', 'all']].every((mode) => spawnSync(process.execPath, [vite, 'build', ...mode], { cwd: root, stdio: 'inherit' }).status === 0);
  const folder = 'dist/browser';
  const sizes = ok
    ? readdirSync(join(root, folder), { recursive: true }).map((name) => statSync(join(root, folder, name))).filter((file) => file.isFile()).map(({ size }) => size)
    : [];
  if (ok) writeFileSync(buildMarker, sources);
  console.log(ok ? `\nBuilt in ${((Date.now() - started) / 1000).toFixed(1)} s.` : '\nThe build failed: see the lines above.');
  console.log(JSON.stringify({ ok, folder, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }));
  process.exitCode = ok ? 0 : 1;
}
