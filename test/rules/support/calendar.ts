import { readFileSync } from 'node:fs';
import type { WorkingCalendar } from '../../../src/contract/calendar.ts';
import { readCalendarFile } from '../../../src/rules/calendar-file.ts';

/** The province's own calendar, as the demo publishes it. */
export const rawCalendar = (province = 'alborz'): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../demo/data/${province}/calendar.json`, import.meta.url), 'utf8')) as Record<string, unknown>;

export const alborz: WorkingCalendar = readCalendarFile(rawCalendar(), 1);

/** The same calendar with more closures, as after a late announcement. */
export const withClosure = (...closures: WorkingCalendar['closures']): WorkingCalendar => ({
  ...alborz, version: 2, closures: [...alborz.closures, ...closures],
});

/** Wall time in Tehran. */
export const tehran = (text: string): Date => new Date(`${text}:00+03:30`);
