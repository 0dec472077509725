import type { Offering } from '../../contract/offering.ts';
import { staleDays } from '../declarations/lint/lint.ts';
import { judgeRow } from '../declarations/read.ts';
import { declaredColumns, tableRow } from '../open-data/table.ts';

/** What is said of the published services of an agency on a day. */
export interface Judged {
  services: number;
  clean: number;
  warnings: number;
  advice: number;
  staleEdits: number;
  /** Sums over services, each from 0 to 1. */
  valid: number;
  plain: number;
}

export const nothingJudged = (): Judged => ({ services: 0, clean: 0, warnings: 0, advice: 0, staleEdits: 0, valid: 0, plain: 0 });

/** Warnings that leave nothing of a service to rely on: one each for how long, how much, what to bring, whom to ask. */
const fatal = 4;
const plainRules = new Set(['long-sentence', 'office-jargon']);
const staleRules = new Set(['date-missing', 'date-stale']);

/**
 * Adds a published sheet. It is read as if its row were declared today, so that what came with the province, by officers and by
 * systems is judged alike, and by today's rules and date. What reading repairs by itself is no fault of what is published.
 */
export function judge(judged: Judged, sheet: Offering, today: string): void {
  const cells = tableRow({ sheet, at: new Date(0) }).slice(0, declaredColumns.length);
  const { findings } = judgeRow(1, cells, { columns: declaredColumns }, today);
  const warnings = findings.filter(({ severity }) => severity === 'warning' || severity === 'rejected').length;
  judged.services++;
  judged.warnings += warnings;
  judged.advice += findings.filter(({ severity }) => severity === 'advice').length;
  if (!warnings) judged.clean++;
  if (findings.some(({ rule }) => staleRules.has(rule))) judged.staleEdits++;
  judged.valid += 1 - Math.min(warnings, fatal) / fatal;
  if (!findings.some(({ rule }) => plainRules.has(rule))) judged.plain++;
}

const hundred = (part: number): number => Math.round(100 * part);

/**
 * Three scores from 0 to 100. All are averages over services, so that an agency with many is not worse for it, and linear, so
 * that each thing that is mended shows.
 *
 * - validity: mean of `1 − min(warnings, 4) / 4`. Advice does not count: what it is about is right as it is.
 * - plain: share of services in whose prose no sentence is too long and no office jargon stands.
 * - freshness: mean of two parts. One falls from 1 to 0 in the year after the last declaration (`days` since then; 0 when none
 *   is known); the other is the share of services edited within a year. A new file with old texts is half fresh.
 *
 * The year is the one after which the linter calls a sheet old. The weights are ours and stand in no law.
 */
export function scoresOf({ services, valid, plain, staleEdits }: Judged, days: number | null): { validity: number | null; plain: number | null; freshness: number | null } {
  if (!services) return { validity: null, plain: null, freshness: null };
  const declared = days === null ? 0 : 1 - Math.min(Math.max(days, 0), staleDays) / staleDays;
  const edited = 1 - staleEdits / services;
  return { validity: hundred(valid / services), plain: hundred(plain / services), freshness: hundred((declared + edited) / 2) };
}
