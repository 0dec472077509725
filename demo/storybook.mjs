// `npm run storybook`: every element in every state. Plain Node, because nothing may be installed yet.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, requireNode, root } from './setup.mjs';

const help = `npm run storybook [-- --port 6006]

Every element in every state, with the gateway running inside the page, at http://127.0.0.1:6006. Installs what is missing.
What comes after the -- goes to \`storybook dev\`. Ctrl+C stops it. \`npm run storybook:build\` makes the same as files, in
storybook-static.

Last line, once it can be opened: {"url"}. Exit code 1 when it could not start.`;

requireNode();
const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  console.log(help);
  process.exit(0);
}
install();
const bin = join(root, 'node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js');
const usual = ['--host', '127.0.0.1', '--port', '6006', '--exact-port', '--no-open', '--ci', '--no-version-updates'];
const child = spawn(process.execPath, [bin, 'dev', ...usual, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...(!process.stdout.isTTY && { NO_COLOR: '1' }) } });
let said = '';
let url;
child.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  if (url) return;
  said += chunk;
  url = /https?:\/\/[\w.-]+:\d+(?=\/?\s)/.exec(said)?.[0];
  if (url) console.log(`\n${JSON.stringify({ url })}`);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  if (!url) console.log(JSON.stringify({ error: `Storybook ended (${code}) before it could be opened: see the lines above.` }));
  process.exit(url ? 0 : 1);
});
