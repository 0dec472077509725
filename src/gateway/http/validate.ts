import type { z } from '../../contract/zod.ts';
import { ProblemException } from './problem.ts';

interface Issue {
  path: PropertyKey[];
  code?: string;
}
const errorsOf = (issues: readonly Issue[], root: string) =>
  issues.slice(0, 50).map((issue) => ({ path: issue.path.map(String).join('.') || root, code: issue.code ?? 'invalid' }));

/** The value as the schema reads it. Throws `input.invalid` with every issue's path and zod's code. */
export function parse<T extends z.ZodMiniType>(schema: T, value: unknown, root: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data as z.infer<T>;
  throw new ProblemException('input.invalid', { errors: errorsOf(result.error.issues as readonly Issue[], root) });
}

/** Outside production: an answer that is not what the contract says is our own fault and becomes `server.failed`. */
export function requireContract(schema: z.ZodMiniType, answer: unknown, name: string): void {
  const result = schema.safeParse(answer);
  if (result.success) return;
  const what = errorsOf(result.error.issues as readonly Issue[], 'answer').map(({ path, code }) => `${path}: ${code}`).join('; ');
  throw new Error(`The answer of ${name} is not what the contract says: ${what}`);
}
