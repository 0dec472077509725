import { measureAll } from './measure.ts';

const help = `npm run size: bytes of every published file and of what each element loads first: raw, gzip, brotli.
Needs \`npm run build\`. The last line is JSON; the exit code is 1 when a budget of test/size/budgets.ts is exceeded.`;

if (process.argv.includes('--help')) {
  console.log(help);
  process.exit(0);
}
try {
  const { files, first, failures } = measureAll();
  const line = (name: string, ...values: (number | string)[]) => console.log(name.padEnd(48) + values.map((value) => String(value).padStart(10)).join(''));
  line('published file', 'raw', 'gzip', 'brotli');
  for (const [path, { raw, gzip, brotli }] of Object.entries(files)) line(path, raw, gzip, brotli);
  console.log();
  line('loaded first', 'raw', 'gzip', 'brotli', 'budget', 'files');
  for (const [name, { raw, gzip, brotli, limit, files: needed }] of Object.entries(first)) line(name, raw, gzip, brotli, limit ?? '', needed.length);
  console.log(failures.map((failure) => `\n✗ ${failure}`).join(''));
  console.log(JSON.stringify({ ok: failures.length === 0, failures, first, files }));
  if (failures.length) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  console.log(JSON.stringify({ ok: false, failures: [(error as Error).message] }));
  process.exitCode = 1;
}
