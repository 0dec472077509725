import type { WorkingCalendar } from '../../../contract/calendar.ts';
import type { RequestStatus } from '../../../contract/request.ts';
import { openingAt, openingText } from '../../../core/facts/opening.ts';
import type { OpenNow } from './holder-view.ts';

/** A chunk of its own: the working calendar's rules are not needed to tell where a request stands. */
export function openNowOf(calendar: WorkingCalendar, { holder }: RequestStatus, now: Date): OpenNow | undefined {
  if (!holder) return undefined;
  const opening = openingAt(calendar, now, { agency: holder.agency, county: holder.county, hours: holder.hours });
  return { open: opening.open, text: (locale) => openingText(locale, opening, now) };
}
