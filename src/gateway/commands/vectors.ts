import { readFile } from 'node:fs/promises';
import * as identity from '../../persian/identity/index.ts';
import type { Check } from '../../persian/identity/index.ts';
import { command, CommandError } from './command.ts';

interface Vector {
  input: string;
  valid: boolean;
  normalized?: string;
  reason?: string;
  warn?: string;
  suggest?: string;
  type?: string;
  amountRial?: number;
  iso?: string;
  bill?: string;
  context?: { province?: string };
}

const checks: Record<string, (vector: Vector) => Check> = {
  'national-id': ({ input }) => identity.checkNationalId(input),
  'legal-id': ({ input }) => identity.checkLegalId(input),
  'foreigner-code': ({ input }) => identity.checkForeignerId(input),
  mobile: ({ input }) => identity.checkMobile(input),
  landline: ({ input, context }) => identity.checkLandline(input, context),
  'postal-code': ({ input }) => identity.checkPostalCode(input),
  sheba: ({ input }) => identity.checkSheba(input),
  card: ({ input }) => identity.checkCard(input),
  'bill-id': ({ input }) => identity.checkBillId(input),
  'payment-id': ({ input, bill }) => identity.checkPaymentId(input, { bill }),
  plate: ({ input }) => identity.checkPlate(input),
  'birth-certificate-number': ({ input }) => identity.checkBirthCertificateNumber(input),
  email: ({ input }) => identity.checkEmail(input),
  'jalali-date': ({ input }) => identity.checkJalaliDate(input),
};
const told = ['valid', 'normalized', 'reason', 'warn', 'suggest', 'type', 'amountRial', 'iso'] as const;

interface Failure {
  field: string;
  input: string;
  expected: Partial<Vector>;
  actual: Partial<Vector>;
}

const only = (source: object): Partial<Vector> =>
  Object.fromEntries(told.filter((key) => key in source).map((key) => [key, (source as Record<string, unknown>)[key]]));

command({
  name: 'npm run vectors -- FILE.json',
  help: `
Runs a file of inputs in the format of demo/data/validation/vectors.dev.json through the validators of src/persian/identity
and prints those that come out otherwise. Last line: {"passed", "failed", "failures": [{field, input, expected, actual}]}.
Exit code 1 when any failed.`,
  takes: 1,
  run: async ({ positionals }) => {
    const [file] = positionals;
    if (!file) throw new CommandError('Name a file of vectors.');
    let fields: Record<string, Vector[]>;
    try {
      fields = (JSON.parse(await readFile(file, 'utf8')) as { fields: Record<string, Vector[]> } | null)?.fields ?? {};
    } catch (error) {
      throw new CommandError(`Cannot read ${file}: ${(error as Error).message}`);
    }
    if (typeof fields !== 'object' || Object.keys(fields).length === 0) throw new CommandError(`${file} has no "fields".`);
    const failures: Failure[] = [];
    let passed = 0;
    for (const [field, vectors] of Object.entries(fields)) {
      const check = checks[field];
      if (!Array.isArray(vectors)) throw new CommandError(`"${field}" of ${file} is not a list.`);
      for (const vector of vectors) {
        const result = check?.(vector);
        const actual = result ? only(result) : {};
        const expected = only(vector);
        // Where numbers alone cannot tell two reasons apart, the validator names both and either is right.
        const right = told.every(
          (key) =>
            expected[key] === actual[key] ||
            (key === 'reason' && result?.valid === false && result.mayAlsoBe === expected.reason),
        );
        if (right) passed++;
        else failures.push({ field, input: vector.input, expected, actual });
      }
      if (!check) process.stdout.write(`${field}: no validator of this name\n`);
    }
    for (const { field, input, expected, actual } of failures) {
      process.stdout.write(
        `${field} ${JSON.stringify(input)}\n  expected ${JSON.stringify(expected)}\n  actual   ${JSON.stringify(actual)}\n`,
      );
    }
    return { json: { passed, failed: failures.length, failures }, ok: failures.length === 0 };
  },
});
