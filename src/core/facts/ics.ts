const encoder = new TextEncoder();

export interface CalendarEvent {
  /** The same for each writing of one event, so that a later one takes the place of the one before. */
  uid: string;
  /** Which writing it is, from 0. */
  sequence: number;
  /** When it was written. */
  now: Date;
  /** A day (`2026-12-08`), or an instant where the hour counts. */
  at: string | Date;
  summary: string;
  description: string;
  url?: string;
}

/** One event as a calendar reads it, RFC 5545: with a reminder the day before at nine, or two hours before an instant. */
export function calendarFile({ uid, sequence, now, at, summary, description, url }: CalendarEvent): string {
  const start = typeof at === 'string' ? `DTSTART;VALUE=DATE:${at.replace(/-/g, '')}` : `DTSTART:${utc(at)}`;
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mizban//track-status//FA', 'METHOD:PUBLISH',
    'BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(now)}`, start, `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`,
    // Nobody is busy because an answer is due.
    ...(url ? [`URL:${url}`] : []), 'TRANSP:TRANSPARENT',
    'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${typeof at === 'string' ? '-PT15H' : '-PT2H'}`, 'END:VALARM',
    'END:VEVENT', 'END:VCALENDAR',
  ].map((line) => `${folded(line)}\r\n`).join('');
}

const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');
/** Control characters other than the end of a line cannot stand in a calendar. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\p{Cc}/gu, '');

/** Lines have at most 75 bytes; one that goes on begins with a space. Letters are not cut. */
function folded(line: string): string {
  let out = '';
  let room = 75;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (bytes > room) {
      out += '\r\n ';
      room = 74;
    }
    out += letter;
    room -= bytes;
  }
  return out;
}
