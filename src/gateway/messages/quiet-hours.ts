import { startOfTehranDay, tehranDay } from '../tehran-day.ts';

const dayMinutes = 24 * 60;
const minuteMs = 60_000;

/** Minutes of the day in Iran, half-open: quiet from `from`, and no longer at `to`. May go over midnight. */
export interface QuietHours {
  from: number;
  to: number;
}

/** Reads `21:00-07:30`; undefined when it is none, or no time at all. */
export function readQuietHours(text: string): QuietHours | undefined {
  const parts = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = parts.slice(1).map(Number) as [number, number, number, number];
  if (fromHour > 23 || toHour > 23 || fromMinute > 59 || toMinute > 59) return undefined;
  const hours = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
  return hours.from === hours.to ? undefined : hours;
}

/** The same moment, or in quiet hours their end. */
export function afterQuiet(at: Date, { from, to }: QuietHours): Date {
  const startOfDay = startOfTehranDay(tehranDay(at.getTime())).getTime();
  const minute = (at.getTime() - startOfDay) / minuteMs;
  const quiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!quiet) return at;
  const nextDay = minute >= to ? dayMinutes : 0;
  return new Date(startOfDay + (to + nextDay) * minuteMs);
}
