import { fromBase64Url, toBase64Url } from '../crypto.ts';
import { ProblemException } from '../http/problem.ts';

/** Last row of a page: the next one starts after it, however many came or went meanwhile. */
export interface Cursor {
  dueAt: Date;
  id: string;
}

export const writeCursor = ({ dueAt, id }: Cursor): string => toBase64Url(new TextEncoder().encode(`${dueAt.toISOString()} ${id}`));

export function readCursor(text: string): Cursor {
  try {
    const [at = '', id = '', ...rest] = new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(text)).split(' ');
    const dueAt = new Date(at);
    // As we write it; also no year that the database does not know.
    if (id && !rest.length && !Number.isNaN(dueAt.getTime()) && /^\d{4}-/.test(at)) return { dueAt, id };
  } catch {
    // Not base64, or not our text: told below.
  }
  throw new ProblemException('input.invalid', { errors: [{ path: 'cursor', code: 'invalid_format' }] });
}

export function readLimit(text: string | undefined): number {
  if (text === undefined) return 25;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw new ProblemException('input.invalid', { errors: [{ path: 'limit', code: 'range', params: { min: 1, max: 100 } }] });
  }
  return limit;
}
