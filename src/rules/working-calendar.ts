import type { HoursRef } from '../contract/agency.ts';
import type { Interval, WorkingCalendar } from '../contract/calendar.ts';
import { toJalali } from '../persian/jalali.ts';

/** Where a clock runs: closures and hours of other places do not touch it. */
export interface Place {
  agency?: string;
  /** Null or absent: not known, so closures of counties do not touch it. */
  county?: string | null;
  /** Hours of the office when absent. */
  hours?: HoursRef;
}

/** What a day is: minutes of wall time in which the place is open, and why it is closed when there are none. */
export interface Day {
  date: string;
  /** Half-open, sorted, apart. */
  open: readonly (readonly [number, number])[];
  closed: { reason: 'weekend' | 'holiday' | 'closure'; title: string | null } | null;
}

/** Days are numbered from 1970-01-01 in the wall time of the calendar; minutes from its midnight. */
const minute = 60_000;
const minutesOfDay = 1440;
/** How far to look for an open day before saying that there is none. */
const horizonDays = 400;
const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;

interface Compiled {
  offset: number;
  lunar: Map<string, string[]>;
  solar: Map<string, WorkingCalendar['solarHolidays']>;
  closures: Map<string, WorkingCalendar['closures']>;
  places: Map<string, Timeline>;
  /** The one that was asked for last. */
  last?: { hours: string; agency: string; county: string; timeline: Timeline };
}

/** The days of one place, made when asked for and kept: a clock asks for the same days again and again. */
interface Timeline {
  day(day: number): Day;
  /** Open minutes from the calendar's first day to the midnight before this one; negative before it. */
  openBefore(day: number): number;
}
const compiled = new WeakMap<WorkingCalendar, Compiled>();

function compile(calendar: WorkingCalendar): Compiled {
  let made = compiled.get(calendar);
  if (made) return made;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(calendar.utcOffset) ?? [];
  if (!sign) throw new RangeError(`utcOffset "${calendar.utcOffset}" is not like +03:30`);
  made = {
    offset: (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1),
    lunar: new Map(),
    solar: new Map(),
    closures: new Map(),
    places: new Map(),
  };
  for (const { date, title } of calendar.lunarHolidays) made.lunar.set(date, [...(made.lunar.get(date) ?? []), title]);
  for (const holiday of calendar.solarHolidays) {
    const key = `${holiday.month}/${holiday.day}`;
    made.solar.set(key, [...(made.solar.get(key) ?? []), holiday]);
  }
  for (const closure of calendar.closures) {
    made.closures.set(closure.date, [...(made.closures.get(closure.date) ?? []), closure]);
  }
  compiled.set(calendar, made);
  return made;
}

/** Wall time of an instant: number of the day and minutes of it; seconds are a fraction. */
export function wallTime(calendar: WorkingCalendar, instant: Date): { day: number; minutes: number } {
  const total = instant.getTime() / minute + compile(calendar).offset;
  const day = Math.floor(total / minutesOfDay);
  return { day, minutes: total - day * minutesOfDay };
}

/** Instant of a minute of a day; `1440` is the end of the day. */
export const instantAt = (calendar: WorkingCalendar, day: number, minutes: number): Date =>
  new Date(Math.round((day * minutesOfDay + minutes - compile(calendar).offset) * minute));

export const dateOfDay = (day: number): string => new Date(day * minutesOfDay * minute).toISOString().slice(0, 10);
export const dayOfDate = (date: string): number => {
  const day = Date.parse(`${date}T00:00:00Z`) / (minutesOfDay * minute);
  if (!Number.isInteger(day)) throw new RangeError(`"${date}" is no date`);
  return day;
};

/** `2026-11-28T10:12:00+03:30`: an instant as the wire carries it, in the wall time of the calendar. */
export function wireInstant(calendar: WorkingCalendar, instant: Date): string {
  const text = new Date(instant.getTime() + compile(calendar).offset * minute).toISOString();
  return text.slice(0, text.endsWith('.000Z') ? -5 : -1) + calendar.utcOffset;
}

function timelineOf(calendar: WorkingCalendar, place: Place): Timeline {
  const made = compile(calendar);
  const hours = place.hours ?? 'office';
  const agency = place.agency ?? '';
  const county = place.county ?? '';
  // A clock asks hundreds of times for the same place.
  const { last } = made;
  if (last?.hours === hours && last.agency === agency && last.county === county) return last.timeline;
  const key = `${hours}|${agency}|${county}`;
  let timeline = made.places.get(key);
  if (!timeline) made.places.set(key, (timeline = makeTimeline(calendar, { ...place })));
  made.last = { hours, agency, county, timeline };
  return timeline;
}

function makeTimeline(calendar: WorkingCalendar, place: Place): Timeline {
  const days = new Map<number, Day>();
  const first = dayOfDate(calendar.weeklyHours[0]?.from ?? '2022-09-23');
  const sums = [0];
  const day = (number: number): Day => {
    let found = days.get(number);
    if (!found) days.set(number, (found = makeDay(calendar, number, place)));
    return found;
  };
  const length = (number: number) => day(number).open.reduce((total, [start, end]) => total + end - start, 0);
  const openBefore = (number: number): number => {
    if (number < first) {
      let total = 0;
      for (let d = number; d < first; d++) total -= length(d);
      return total;
    }
    for (let d = first + sums.length - 1; d < number; d++) sums.push(sums.at(-1)! + length(d));
    return sums[number - first]!;
  };
  return { day, openBefore };
}

export const dayAt = (calendar: WorkingCalendar, day: number, place: Place): Day => timelineOf(calendar, place).day(day);

function makeDay(calendar: WorkingCalendar, day: number, place: Place): Day {
  const { lunar, solar, closures } = compile(calendar);
  const date = dateOfDay(day);
  const usual = minutesOf(weeklyHours(calendar, date, place)?.[weekdays[((day % 7) + 7) % 7]!] ?? []);
  // A place that never closes keeps no holidays either: that is what its hours say.
  if (place.hours === 'around-the-clock') return { date, open: usual, closed: null };
  if (!usual.length) return { date, open: [], closed: { reason: 'weekend', title: null } };

  const { year, month, day: dayOfMonth } = toJalali(date);
  const inForce = (solar.get(`${month}/${dayOfMonth}`) ?? []).filter(({ fromYear = year, untilYear = year }) => fromYear <= year && year <= untilYear);
  // Several occasions on one day are all named.
  const holidays = [...inForce.map(({ title }) => title), ...(lunar.get(date) ?? [])];
  if (holidays.length) return { date, open: [], closed: { reason: 'holiday', title: [...new Set(holidays)].join(' و ') } };

  const touching = (closures.get(date) ?? []).filter(({ scope }) => touches(scope, calendar.province, place));
  if (!touching.length) return { date, open: usual, closed: null };
  // Several on one day: open only where each of them leaves it open.
  const open = touching.map(({ hours }) => minutesOf(hours)).reduce(intersect);
  const titles = [...new Set(touching.map(({ reason }) => reason).filter(Boolean))].join(' و ');
  return { date, open, closed: open.length ? null : { reason: 'closure', title: titles || null } };
}

function weeklyHours(calendar: WorkingCalendar, date: string, place: Place) {
  const hours = place.hours ?? 'office';
  if (hours !== 'office') return calendar.otherHours[hours];
  return calendar.weeklyHours.find((p) => p.from <= date && (p.toExclusive === null || date < p.toExclusive))?.hours;
}

/** All that the scope names must fit; a scope that names nothing is the whole province. */
const touches = (scope: WorkingCalendar['closures'][number]['scope'], province: string, place: Place): boolean =>
  (scope.province === undefined || scope.province === province) &&
  (scope.counties === undefined || (place.county != null && scope.counties.includes(place.county))) &&
  (scope.agencies === undefined || (place.agency !== undefined && scope.agencies.includes(place.agency)));

type Minutes = readonly (readonly [number, number])[];

function minutesOf(intervals: readonly Interval[]): Minutes {
  const read = (text: string): number => {
    const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? [];
    const total = Number(hours) * 60 + Number(minutes);
    if (!(total <= minutesOfDay)) throw new RangeError(`"${text}" is no time of the day`);
    return total;
  };
  const sorted = intervals.map(([start, end]) => [read(start), read(end)] as const).filter(([start, end]) => start < end);
  sorted.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

const intersect = (a: Minutes, b: Minutes): Minutes =>
  a.flatMap(([from, to]) =>
    b.map(([start, end]) => [Math.max(from, start), Math.min(to, end)] as const).filter(([start, end]) => start < end),
  );

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** When a place is open on a date (`2026-11-24`), in wall time; empty when it is closed. */
export const openIntervals = (calendar: WorkingCalendar, date: string, place: Place): Interval[] =>
  dayAt(calendar, dayOfDate(date), place).open.map(([start, end]) => [clockText(start), clockText(end)]);

/** At the opening minute it is open, at the closing minute it is closed. */
export function isOpenAt(calendar: WorkingCalendar, instant: Date, place: Place): boolean {
  const { day, minutes } = wallTime(calendar, instant);
  return dayAt(calendar, day, place).open.some(([start, end]) => start <= minutes && minutes < end);
}

/** The first opening at this instant or after it; null when none is in sight. While open: the opening after the closing. */
export function nextOpening(calendar: WorkingCalendar, instant: Date, place: Place): Date | null {
  const timeline = timelineOf(calendar, place);
  const { day, minutes } = wallTime(calendar, instant);
  let closedAt = timeline.day(day - 1).open.at(-1)?.[1] === minutesOfDay ? 0 : -1;
  for (let d = day; d <= day + horizonDays; d++) {
    for (const [start, end] of timeline.day(d).open) {
      // Open through midnight is not an opening.
      if (start !== closedAt && (d > day || start >= minutes)) return instantAt(calendar, d, start);
      closedAt = end;
    }
    closedAt = closedAt === minutesOfDay ? 0 : -1;
  }
  return null;
}

/** When the place that is open now will close; null when it is closed, or never closes. */
export function currentClosing(calendar: WorkingCalendar, instant: Date, place: Place): Date | null {
  const timeline = timelineOf(calendar, place);
  const { day, minutes } = wallTime(calendar, instant);
  let end = timeline.day(day).open.find(([start, end]) => start <= minutes && minutes < end)?.[1];
  if (end === undefined) return null;
  for (let d = day; d <= day + horizonDays; d++) {
    if (end < minutesOfDay) return instantAt(calendar, d, end);
    const next = timeline.day(d + 1).open[0];
    if (next?.[0] !== 0) return instantAt(calendar, d, end);
    end = next[1];
  }
  return null;
}

/** First day from this one on which is open, or undefined. */
export function openDayFrom(calendar: WorkingCalendar, day: number, place: Place): number | undefined {
  const timeline = timelineOf(calendar, place);
  for (let d = day; d <= day + horizonDays; d++) if (timeline.day(d).open.length) return d;
  return undefined;
}

/** Open time between two instants, in minutes. */
export function openMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date, place: Place): number {
  if (to <= from) return 0;
  const timeline = timelineOf(calendar, place);
  return openUntil(timeline, wallTime(calendar, to)) - openUntil(timeline, wallTime(calendar, from));
}

function openUntil(timeline: Timeline, { day, minutes }: { day: number; minutes: number }): number {
  let total = timeline.openBefore(day);
  for (const [start, end] of timeline.day(day).open) total += Math.max(0, Math.min(end, minutes) - start);
  return total;
}

/**
 * The instant by which so many open minutes have passed. One that falls on a closing is that closing, not the next
 * opening. Zero minutes leave the instant where it is. Throws `RangeError` when the calendar has no such time in sight.
 */
export function addOpenMinutes(calendar: WorkingCalendar, from: Date, count: number, place: Place): Date {
  if (count <= 0) return from;
  const timeline = timelineOf(calendar, place);
  const begin = wallTime(calendar, from);
  let left = count;
  let shut = 0;
  for (let d = begin.day; shut <= horizonDays; d++) {
    const { open } = timeline.day(d);
    shut = open.length ? 0 : shut + 1;
    for (const [start, end] of open) {
      const at = Math.max(start, d === begin.day ? begin.minutes : 0);
      if (at >= end) continue;
      // Half a millisecond of slack: instants are whole milliseconds, minutes are fractions.
      if (left - (end - at) <= 1e-5) return instantAt(calendar, d, Math.min(at + left, end));
      left -= end - at;
    }
  }
  throw new RangeError(`the calendar of ${calendar.province} has no open time after ${dateOfDay(begin.day)}`);
}
