// `npm run reset`: the demo starts from nothing again.
import { install, requireNode, root } from './setup.mjs';
import { spawnSync } from 'node:child_process';

requireNode();
install();
process.exit(spawnSync(process.execPath, ['--import', 'tsx', 'demo/reset.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1);
