import type { AnswerValue } from '../contract/form.ts';
import { toAsciiDigits } from '../persian/digits.ts';
import type { Check } from '../persian/identity/check.ts';

export type Params = Record<string, string | number>;
/** What is wrong with one answer; without a path, which only the form knows. */
export interface Fault {
  code: string;
  severity: 'error' | 'warning';
  params?: Params;
  /** The part that it concerns, where an answer has parts that are asked for one by one. */
  at?: string;
}
/** An answer in canonical form; an answer that is wrong stays as it was given. */
export interface Reading {
  value: AnswerValue | undefined;
  faults: Fault[];
}

export const good = (value: AnswerValue | undefined): Reading => ({ value, faults: [] });
export const error = (code: string, params?: Params): Fault => ({ code, severity: 'error', ...(params && { params }) });
export const bad = (value: AnswerValue | undefined, code: string, params?: Params): Reading => ({ value, faults: [error(code, params)] });

/** A free text as it is filed: as it was written, letter for letter, without empty space around it. */
export const asWritten = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Nothing that a person could do something about: no public checksum, a prefix that was put in, a bill not written yet. */
const silent: readonly unknown[] = ['no-public-checksum', 'ir-prefix-added', 'bill-missing'];

/** What a check of `persian/identity` found, as a reading; `kind` stands before its reasons. */
export function fromCheck(kind: string, text: string, check: Check): Reading {
  if (!check.valid) {
    const digits = toAsciiDigits(text).replace(/\D/g, '').length;
    const reason = check.mayAlsoBe ?? check.reason;
    return bad(text, `${kind}.${reason}`, { digits, ...(check.suggest && { suggest: check.suggest }) });
  }
  if (!check.warn || silent.includes(check.warn)) return good(check.normalized);
  return { value: check.normalized, faults: [{ code: `${kind}.${check.warn}`, severity: 'warning' }] };
}
