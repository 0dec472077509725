import type { Logger } from '../ports.ts';

/** One JSON object a line. What is an error goes to the error stream as well-formed lines too. */
export function jsonLog(out: (line: string) => void = (line) => process.stdout.write(line)): Logger {
  const write = (level: 'info' | 'error', event: string, fields: Record<string, unknown> = {}) =>
    out(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  return {
    info: (event, fields) => write('info', event, fields),
    error: (event, fields) => write('error', event, fields),
  };
}

/** For commands whose output people read: only failures are told. */
export const quietLog: Logger = {
  info: () => undefined,
  error: (event, fields) => process.stderr.write(`${JSON.stringify({ level: 'error', event, ...fields })}\n`),
};
