import { command, CommandError } from '../../src/gateway/commands/command.ts';
import { bytes } from './bytes.ts';
import { clock } from './clock.ts';
import { declarations } from './declarations.ts';
import { firstField } from './first-field.ts';
import { forms } from './forms.ts';
import { keystroke } from './keystroke.ts';
import { monitor } from './monitor.ts';
import { search } from './search.ts';
import { sweep } from './sweep.ts';

export interface BenchResult {
  name: string;
  unit: string;
  values: Record<string, number>;
  /** What counts: how many times more than a peer or a limit. */
  ratios: Record<string, number>;
}

const benches: Record<string, () => Promise<BenchResult>> = { bytes, 'first-field': firstField, forms, keystroke, search, declarations, sweep, monitor, clock };

command({
  name: 'npm run bench -- [NAME...]',
  help: `
Measures side by side with peers or limits, as ratios: ${Object.keys(benches).join(', ')}. All of them when none is named.
Build first: npm run build. “search” and “forms” install other libraries in test/bench/peers and test/bench/form-peers. Last line: [{name, unit, values, ratios}].`,
  takes: Infinity,
  run: async ({ positionals }) => {
    const unknown = positionals.filter((name) => !(name in benches));
    if (unknown.length) throw new CommandError(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
    const results: BenchResult[] = [];
    for (const name of positionals.length ? positionals : Object.keys(benches)) {
      const result = await benches[name]!();
      results.push(result);
      process.stdout.write(`\n${result.name}: ${result.unit}\n`);
      for (const [key, value] of Object.entries(result.values)) process.stdout.write(`  ${key.padEnd(34)} ${value}\n`);
      for (const [key, ratio] of Object.entries(result.ratios)) process.stdout.write(`  ${key.padEnd(34)} × ${ratio.toFixed(2)}\n`);
    }
    return { json: results, ok: true };
  },
});
