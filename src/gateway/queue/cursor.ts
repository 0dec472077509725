import { fromBase64Url, toBase64Url } from '../crypto.ts';
import { ProblemException } from '../http/problem.ts';

/** Last row of a page: the next one starts after it, however many came or went meanwhile. */
export interface Cursor {
  dueAt: Date;
  filedAt: Date;
  id: string;
}

export const writeCursor = ({ dueAt, filedAt, id }: Cursor): string =>
  toBase64Url(new TextEncoder().encode(`${dueAt.toISOString()} ${filedAt.toISOString()} ${id}`));

export function readCursor(text: string): Cursor {
  try {
    const [due = '', filed = '', id = '', ...rest] = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(text)).split(' ');
    if (id && !rest.length && isInstant(due) && isInstant(filed)) return { dueAt: new Date(due), filedAt: new Date(filed), id };
  } catch {
    // Not base64, or not our text: told below.
  }
  throw new ProblemException('input.invalid', { errors: [{ path: 'cursor', code: 'invalid_format' }] });
}

/** As we write it; also no year that the database does not know. */
const isInstant = (text: string): boolean => /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text));

export function readLimit(text: string | undefined): number {
  if (text === undefined) return 25;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new ProblemException('input.invalid', { errors: [{ path: 'limit', code: 'range', params: { min: 1, max: 100 } }] });
  }
  return limit;
}
