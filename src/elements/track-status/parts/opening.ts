import type { WorkingCalendar } from '../../../contract/calendar.ts';
import type { RequestStatus } from '../../../contract/request.ts';
import { openingAt, openingText } from '../../../core/facts/opening.ts';
import type { OpenNow } from './holder-view.ts';
import { weekView } from './week.ts';

/** A chunk of its own: the working calendar's rules are not needed to tell where a request stands. */
export function openNowOf(calendar: WorkingCalendar, { holder }: RequestStatus, now: Date): OpenNow | undefined {
  if (!holder) return undefined;
  const place = { agency: holder.agency, county: holder.county, hours: holder.hours };
  const opening = openingAt(calendar, now, place);
  return { open: opening.open, text: (locale) => openingText(locale, opening, now), week: (locale) => weekView(locale, calendar, place, now) };
}
