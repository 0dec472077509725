// Gives browser tests a gateway: one process for the run, the real code on a real PostgreSQL.
import { spawn } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const startLimit = 600_000;

/** Starts `browser-gateway.ts`, whose first line is `{"url": …}`. Rejects with what it wrote when it does not come up. */
function startGateway() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/browser-gateway.ts'], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => { errors = `${errors}${chunk}`.slice(-8000); });
  const started = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The gateway of the browser tests did not start.\n${errors}`)), startLimit);
    child.once('exit', (code) => reject(new Error(`The gateway of the browser tests ended (${code}).\n${errors}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{"url"')) return;
      clearTimeout(timer);
      resolve(JSON.parse(line));
    });
  });
  started.catch(() => {});
  return {
    started,
    /** The child stops by itself when its input ends, also when this process dies. */
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('exit', resolve);
      child.stdin.end();
    }),
  };
}

/** Hands a request on to the gateway as it came, so that staff pages can be tested on the gateway's own origin. */
function passOn(incoming, outgoing, target) {
  const to = httpRequest(new URL(incoming.url, target), { method: incoming.method, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  to.on('error', () => outgoing.destroy());
  outgoing.on('close', () => to.destroy());
  incoming.pipe(to);
}

/** A plugin that owns the process, and a middleware that stands before the runner's own files. */
export function testGateway() {
  let gateway;
  return {
    plugin: {
      name: 'mizban-gateway',
      serverStart: () => { gateway = startGateway(); },
      serverStop: () => gateway?.stop(),
    },
    async middleware(context, next) {
      if (context.path === '/test-gateway.json') {
        try {
          context.body = await gateway.started;
        } catch (error) {
          context.status = 500;
          context.body = error.message;
        }
      } else if (/^\/(v1|dev)\//.test(context.path)) {
        const { url } = await gateway.started;
        context.respond = false;
        passOn(context.req, context.res, url);
      } else {
        await next();
      }
    },
  };
}
