import { command, CommandError } from '../../src/gateway/commands/command.ts';
import { checkGateway } from './checks.ts';

const help = `
Holds any gateway against the contract, as a page of an agency meets it: the public routes that read, the shapes of
errors, the headers that elements on other origins need. It writes nothing that stays. Every check that does not hold is
told on a line; the last line is {"url", "passed", "failed", "checks": [{"name", "ok", "why"}]}.
`;

command({
  name: 'npm run conformance -- URL',
  help,
  takes: 1,
  run: async ({ positionals }) => {
    const [url] = positionals;
    if (!url || !URL.canParse(url) || !/^https?:/.test(url)) throw new CommandError('Give the address of a gateway, such as https://desk.example.ir.');
    await fetch(url).catch((error: Error) => {
      throw new CommandError(`Nothing answers at ${url}: ${error.cause instanceof Error && error.cause.message ? error.cause.message : error.message}.`);
    });
    const checks = await checkGateway(url.replace(/\/$/, ''));
    for (const { name, ok, why } of checks) process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name}${why ? `: ${why}` : ''}\n`);
    const failed = checks.filter(({ ok }) => !ok).length;
    return { json: { url, passed: checks.length - failed, failed, checks }, ok: failed === 0 };
  },
});
