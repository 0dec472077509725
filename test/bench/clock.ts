import { clockOf } from '../../src/rules/clock.ts';
import type { EventPayloads, RequestEvent } from '../../src/rules/lifecycle.ts';
import { usualTerms } from '../../src/rules/terms.ts';
import { alborz, tehran } from '../rules/support/calendar.ts';
import type { BenchResult } from './bench.ts';

/** Milliseconds for one clock of a request with this many events over two years. */
const limit = 0.2;
const events = 200;
const dayMs = 86_400_000;
const lengths = ['P10D', 'P25WD', 'P300WD', 'PT72H', 'PT200WH'] as const;
/** Evaluations of which the median counts. */
const runs = 2_000;

/** One evaluation of a clock: its request was asked and replied to a hundred times in two years. */
export function clock(): Promise<BenchResult> {
  const filedAt = tehran('2026-02-01T09:00');
  const at = (n: number) => new Date(filedAt.getTime() + Math.floor((n * 730 * dayMs) / events) + n * 7 * 60_000).toISOString();
  const logOf = (length: string): RequestEvent[] => Array.from({ length: events }, (_, n) => {
    const [type, payload] = n === 0
      ? ['filed', {
        offering: 'o', offeringVersion: 1, agency: 'a', kind: 'application', form: { id: 'f', version: 1 }, unit: null, policy: { source: 'sheet', length }, calendarVersion: 1, dueAt: '', terms: usualTerms,
      } satisfies EventPayloads['filed']]
      : n === 1 ? ['taken', {}] : n % 2 ? ['citizenReplied', {}] : ['askedCitizen', {}];
    return { type, seq: n + 1, at: at(n), actor: { role: 'expert', id: null }, payload } as RequestEvent;
  });
  const now = new Date(Date.parse(at(events)));
  const values: Record<string, number> = {};
  for (const length of lengths) {
    const log = logOf(length);
    const times: number[] = [];
    for (let n = 0; n < runs; n++) {
      const start = performance.now();
      clockOf({ events: log, calendar: alborz, place: {}, now });
      times.push(performance.now() - start);
    }
    values[length] = Number(times.sort((a, b) => a - b)[runs / 2]!.toFixed(3));
  }
  return Promise.resolve({
    name: 'clock', unit: `ms, one evaluation of a request with ${events} events over two years`, values,
    ratios: Object.fromEntries(Object.entries(values).map(([length, value]) => [`${length} / limit`, value / limit])),
  });
}
