import type { Interval, WorkingCalendar } from '../contract/calendar.ts';
import type { HoursRef } from '../contract/agency.ts';

/** Where a clock runs: closures and hours of other places do not touch it. */
export interface Place {
  agency?: string;
  county?: string | null;
  hours?: HoursRef;
}

export function openIntervals(calendar: WorkingCalendar, date: string, place: Place): Interval[] {
  throw new Error(`not yet ${calendar} ${date} ${place}`);
}
export function isOpenAt(calendar: WorkingCalendar, instant: Date, place: Place): boolean {
  throw new Error(`not yet ${calendar} ${instant} ${place}`);
}
export function nextOpening(calendar: WorkingCalendar, instant: Date, place: Place): Date | null {
  throw new Error(`not yet ${calendar} ${instant} ${place}`);
}
export function currentClosing(calendar: WorkingCalendar, instant: Date, place: Place): Date | null {
  throw new Error(`not yet ${calendar} ${instant} ${place}`);
}
