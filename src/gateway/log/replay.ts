import type { WorkingCalendar } from '../../contract/calendar.ts';
import { calendarIn } from '../../rules/clock-events.ts';
import { clockOf } from '../../rules/clock.ts';
import { canonicalJson, verifyChain, type ChainFault } from '../../rules/event-hash.ts';
import { firstResponseOf } from '../../rules/first-response.ts';
import type { ClockName, RequestEvent } from '../../rules/lifecycle.ts';
import type { ExportedEvent, ExportLine } from './export-lines.ts';

/** What a replay found otherwise than the export says. */
export type ReplayFault =
  /** `field`: the first of the clock that differs, with both values as JSON. */
  | { request: string; reason: 'clock'; clock: ClockName; field: string; says: string; replayed: string }
  | { request: string; reason: ChainFault; seq: number }
  /** An event that the one before it does not allow, or a calendar that is not there; `detail` says which. */
  | { request: string; reason: 'events'; detail: string };

export interface ReplayReport {
  ok: boolean;
  asOf: string;
  requests: number;
  events: number;
  /** Clocks that were counted anew. */
  clocks: number;
  faults: ReplayFault[];
}

/** A file that is no export, or not a whole one. */
export class ExportFileError extends Error {
  override readonly name = 'ExportFileError';
}

type RequestLine = Extract<ExportLine, { line: 'request' }>;

/**
 * Counts every clock of an exported log anew, from events and calendars alone, and holds the result against what the gateway said; checks the hash chains as
 * well. Needs no database and no secret: whoever has the file can do it. Throws {@link ExportFileError}.
 */
export async function replayLog(lines: AsyncIterable<string>): Promise<ReplayReport> {
  const calendars = new Map<string, Map<number, WorkingCalendar>>();
  const report: ReplayReport = { ok: true, asOf: '', requests: 0, events: 0, clocks: 0, faults: [] };
  let ended: Extract<ExportLine, { line: 'end' }> | undefined;
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (!text.trim()) continue;
    const line = readLine(text, number);
    if (number === 1) {
      if (line.line !== 'log' || (line.v as number) !== 1) throw new ExportFileError('It does not begin as an exported log of this version does.');
      report.asOf = line.asOf;
    } else if (ended) throw new ExportFileError(`Line ${number}: there is something after the end.`);
    else if (line.line === 'calendar') {
      const own = calendars.get(line.province) ?? new Map<number, WorkingCalendar>();
      calendars.set(line.province, own.set(line.version, line.calendar));
    }
    else if (line.line === 'desk') {
      report.events += line.events.length;
      await checkChain(line.chain, line.events, report);
    } else if (line.line === 'request') {
      report.requests += 1;
      report.events += line.events.length;
      await checkChain(line.request, line.events, report);
      replayRequest(line, calendars.get(line.province) ?? new Map(), new Date(report.asOf), report);
    } else if (line.line === 'end') ended = line;
  }
  if (!ended) throw new ExportFileError('It has no end: it was cut off, or is still being written.');
  if (ended.requests !== report.requests || ended.events !== report.events) {
    throw new ExportFileError(`It says ${ended.requests} requests and ${ended.events} events, and there are ${report.requests} and ${report.events}: something was left out.`);
  }
  report.ok = report.faults.length === 0;
  return report;
}

function readLine(text: string, number: number): ExportLine {
  try {
    return JSON.parse(text) as ExportLine;
  } catch {
    throw new ExportFileError(`Line ${number} is no JSON.`);
  }
}

async function checkChain(request: string, events: readonly ExportedEvent[], report: ReplayReport): Promise<void> {
  const check = await verifyChain(events.map((event) => ({ request, ...event })));
  if (!check.ok) report.faults.push({ request, reason: check.reason, seq: check.seq });
}

function replayRequest({ request, province, place, events: exported, clocks }: RequestLine, calendars: ReadonlyMap<number, WorkingCalendar>, now: Date, report: ReplayReport): void {
  const events = exported.map(({ seq, type, at, actorRole, actor, payload }) => ({ seq, type, at, actor: { role: actorRole, id: actor ?? null }, payload })) as RequestEvent[];
  let replayed: RequestLine['clocks'];
  try {
    const version = calendarIn(events);
    const calendar = calendars.get(version);
    if (!calendar) throw new RangeError(`calendar ${version} of ${province} is not in the file`);
    const input = { events, calendar, calendars, place: { agency: place.agency, county: place.county, hours: place.hours ?? undefined }, now };
    replayed = { answer: clockOf(input), firstResponse: firstResponseOf(input) };
  } catch (error) {
    report.faults.push({ request, reason: 'events', detail: error instanceof Error ? error.message : String(error) });
    return;
  }
  for (const clock of ['answer', 'firstResponse'] as const) {
    report.clocks += Number(replayed[clock] !== null);
    const [says, counted] = [clocks[clock], replayed[clock]] as (Record<string, unknown> | null)[];
    const field = differing(says ?? {}, counted ?? {});
    if (field) report.faults.push({ request, reason: 'clock', clock, field, says: JSON.stringify(says?.[field] ?? null), replayed: JSON.stringify(counted?.[field] ?? null) });
  }
}

/** The first field in which they differ. */
const differing = (a: Record<string, unknown>, b: Record<string, unknown>): string | undefined =>
  [...new Set([...Object.keys(b), ...Object.keys(a)])].find((field) => text(a[field]) !== text(b[field]));
const text = (value: unknown): string => canonicalJson(value ?? null);
