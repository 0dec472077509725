import type { HoursRef } from '../../contract/agency.ts';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { Clock, FirstResponse } from '../../contract/clock.ts';

/** An event as its hash covers it; `actor` is absent in events of before it was hashed. */
export interface ExportedEvent {
  seq: number; type: string; at: string; actorRole: string; actor?: string | null; payload: object; privateDigest: string | null; previousHash: string; hash: string;
}

/** One line of an exported log, as JSON. The first is `log`, the last `end`; calendars stand before the requests that go by them. */
export type ExportLine =
  /** `asOf`: the moment at which the clocks were read. */
  | { line: 'log'; v: 1; asOf: string }
  | { line: 'calendar'; province: string; version: number; calendar: WorkingCalendar }
  /** Changes of a province's rules. */
  | { line: 'desk'; chain: string; events: ExportedEvent[] }
  /** `place`: where the clock runs. */
  | {
    line: 'request'; request: string; province: string; place: { agency: string | undefined; county: string | null; hours: HoursRef | null }; events: ExportedEvent[];
    clocks: { answer: Clock; firstResponse: FirstResponse | null };
  }
  /** How much there was: a file that was cut off does not end so. */
  | { line: 'end'; requests: number; events: number };
