// `npm start`: all set-up, then the whole desk. Everything it does is told on the screen.
import { spawn } from 'node:child_process';
import { build, install, requireNode, root } from './setup.mjs';

requireNode();
install();
build();
const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 0)));
