import { measureAll } from './measure.ts';

/** The stage of `npm test`: one check a budget, and one for code that must not be where it is. */
const { first, failures } = measureAll();
let passed = 0;
let failed = 0;
const check = (name: string, holds: boolean) => {
  if (holds) passed++;
  else failed++;
  console.log(`  ${holds ? '✓' : '✗'} ${name}`);
};
const overBudget = (failure: string) => failure.includes('over its budget');
for (const [name, { brotli, limit }] of Object.entries(first)) {
  if (limit !== null) check(`${name}: ${brotli} of ${limit} bytes brotli`, brotli <= limit);
}
const misplaced = failures.filter((failure) => !overBudget(failure));
check(`no code where it does not belong${misplaced.map((failure) => `\n    ${failure}`).join('')}`, misplaced.length === 0);
console.log(JSON.stringify({ passed, failed }));
process.exitCode = failed ? 1 : 0;
