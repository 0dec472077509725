import type { WorkingCalendar } from '../contract/calendar.ts';

export function readCalendarFile(raw: unknown, version: number): WorkingCalendar {
  throw new Error(`not yet ${raw} ${version}`);
}
