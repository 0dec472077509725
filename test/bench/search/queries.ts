import { readFileSync } from 'node:fs';
import { foldKey } from '../../../src/persian/fold.ts';

export interface Query {
  text: string;
  kind: string;
  /** `agency::folded title` of services any of which is right; none where nothing must be found. */
  right: string[];
}

export const nameOf = (agency: string, title: string): string => `${agency}::${foldKey(title)}`;

/** The development queries of the demo's province. */
export function developmentQueries(): Query[] {
  const table = readFileSync(new URL('../../../demo/data/search/queries.dev.tsv', import.meta.url), 'utf8');
  return table
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [text = '', kind = '', expected = ''] = line.split('\t');
      const right = expected === 'NONE' ? [] : expected.split('|').map((each) => nameOf(...(each.split('::') as [string, string])));
      return { text, kind, right };
    });
}

/** A part of the values that is at most the answer; `part` from 0 to 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** By class the median time of each query. */
export function mediansByClass(measured: ReadonlyMap<{ kind: string }, number[]>): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (const [{ kind }, own] of measured) (times[kind] ??= []).push(percentile(own, 0.5));
  return times;
}

/** Of the classes' 95th percentiles the largest. */
export function worstClass(times: Record<string, number[]>): { kind: string; p95: number } {
  const all = Object.entries(times).map(([kind, values]) => ({ kind, p95: percentile(values, 0.95) }));
  return all.reduce((worst, each) => (each.p95 > worst.p95 ? each : worst), { kind: '', p95: 0 });
}
