import type { Logger } from '../ports.ts';
import { ProblemException } from './problem.ts';

/** SQLSTATE classes and Node codes that mean: the database is away, not: we asked something wrong. */
const awayCodes = /^(08...|57P0[1235]|53[03]00|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;
const awayMessages = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|driver has already been destroyed/i;

export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && awayCodes.test(code)) || (typeof message === 'string' && awayMessages.test(message));
}

/** Every throw as a problem. What nobody foresaw is logged with its stack; the caller learns only that we failed. */
export function toProblem(error: unknown, log: Logger, fields: Record<string, unknown>): ProblemException {
  if (error instanceof ProblemException) return error;
  if (isDatabaseAway(error)) {
    log.error('database.away', { ...fields, message: (error as Error).message });
    return new ProblemException('server.unavailable', { retryAfter: 5 });
  }
  // PostgreSQL has no text with a zero byte, in JSON neither. None of ours holds one, so the caller sent it: in a path, a query or a name.
  if (['22021', '22P05'].includes((error as { code?: string } | null)?.code ?? '')) return new ProblemException('input.invalid');
  const { name, message, stack } = error instanceof Error ? error : { name: typeof error, message: String(error), stack: undefined };
  log.error('failure', { ...fields, error: name, message, stack });
  return new ProblemException('server.failed');
}
