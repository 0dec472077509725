import { command, CommandError } from '../../src/gateway/commands/command.ts';
import { measureAll } from './measure.ts';

const measured = (): ReturnType<typeof measureAll> => {
  try {
    return measureAll();
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
};

command({
  name: 'npm run size',
  help: `
Bytes of every published file and of what each element loads first: raw, gzip, brotli. Needs \`npm run build\`.

Last line: {"ok", "failures", "first", "files"}. Exit code 1 when a budget of test/size/budgets.ts is exceeded.`,
  run: () => {
    const { files, first, failures } = measured();
    const line = (name: string, ...values: (number | string)[]) => console.log(name.padEnd(48) + values.map((value) => String(value).padStart(10)).join(''));
    line('published file', 'raw', 'gzip', 'brotli');
    for (const [path, { raw, gzip, brotli }] of Object.entries(files)) line(path, raw, gzip, brotli);
    console.log();
    line('loaded first', 'raw', 'gzip', 'brotli', 'budget', 'files');
    for (const [name, { raw, gzip, brotli, limit, files: needed }] of Object.entries(first)) line(name, raw, gzip, brotli, limit ?? '', needed.length);
    console.log(failures.map((failure) => `\n✗ ${failure}`).join(''));
    return { json: { ok: failures.length === 0, failures, first, files }, ok: failures.length === 0 };
  },
});
