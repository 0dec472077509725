import { parseArgs } from 'node:util';
import { ConfigError, readConfig, variables } from './config.ts';
import { newSecrets } from './node/keep-secrets.ts';
import { jsonLog } from './node/log.ts';
import { startGateway } from './node/start.ts';

const help = `npm run gateway

The gateway alone, with production settings: the contract under /v1, /desk for experts, the widgets under /desk.js.
Stops on SIGTERM and Ctrl+C after the calls that run have ended.

  --new-secrets FOLDER   makes the secrets that production needs, ends, and names their file on the last line: {"file"}
  --help                 this text

Settings come from the environment:
${variables.map(([name, meaning]) => `  ${name.padEnd(24)} ${meaning}`).join('\n')}
`;

/** Ends with one message that says what to do; a stack only for what nobody foresaw. */
function giveUp(error: unknown): never {
  const unknown = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${unknown ? 'See npm run gateway -- --help\n' : ''}`);
  process.exit(unknown || error instanceof ConfigError ? 2 : 1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' }, 'new-secrets': { type: 'string' } } });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  if (values['new-secrets']) {
    const file = await newSecrets(values['new-secrets']);
    process.stdout.write(`Made ${file}: load it into the gateway's environment, and keep a copy in a safe place.\n${JSON.stringify({ file })}\n`);
    return;
  }
  const log = jsonLog();
  const gateway = await startGateway(readConfig(process.env), log);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second signal is from somebody who does not want to wait.
      if (stopping) process.exit(1);
      stopping = true;
      log.info('stopping', { signal });
      void gateway.stop().then(() => {
        log.info('stopped');
        process.exit(0);
      });
    });
  }
}

main().catch(giveUp);
