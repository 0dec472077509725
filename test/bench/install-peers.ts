import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../../src/gateway/commands/command.ts';

/** Installs the other libraries of a bench in their folder below test/bench, when they are not there as pinned. Gives the folder. */
export function installPeers(name: 'peers' | 'form-peers'): URL {
  const folder = new URL(`${name}/`, import.meta.url);
  const pins = (JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
  const there = Object.entries(pins).every(([library, version]) => {
    const file = new URL(`node_modules/${library}/package.json`, folder);
    return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version;
  });
  if (there) return folder;
  process.stdout.write('Installing the other libraries for this bench …\n');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: fileURLToPath(folder), encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new CommandError(`The other libraries could not be installed in test/bench/${name}: ${stderr.trim().split('\n').at(-1)}`);
  return folder;
}
