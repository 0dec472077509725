import type { Interval, WeeklyHours, WorkingCalendar } from '../contract/calendar.ts';

/** What is wrong in a calendar file, and where. */
export class CalendarFileError extends Error {
  override readonly name = 'CalendarFileError';
  constructor(readonly path: string, readonly expected: string) {
    super(`calendar file, ${path || 'whole'}: expected ${expected}`);
  }
}

const weekdays = ['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
const kinds = ['closed', 'remote', 'reduced'] as const;

/** A value of the file and the path to it, so that every complaint names its place. */
class Node {
  constructor(readonly value: unknown, readonly path = '') {}

  fail(expected: string): never {
    throw new CalendarFileError(this.path, expected);
  }
  get(key: string): Node {
    return new Node(this.object()[key], this.path ? `${this.path}.${key}` : key);
  }
  get absent(): boolean {
    return this.value === undefined || this.value === null;
  }
  object(): Record<string, unknown> {
    const { value } = this;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : this.fail('an object');
  }
  list(): Node[] {
    return Array.isArray(this.value) ? this.value.map((item, i) => new Node(item, `${this.path}[${i}]`)) : this.fail('a list');
  }
  text(): string {
    return typeof this.value === 'string' && this.value.trim() ? this.value.trim() : this.fail('a text');
  }
  integer(min: number, max: number): number {
    const { value } = this;
    return Number.isInteger(value) && (value as number) >= min && (value as number) <= max
      ? (value as number)
      : this.fail(`a whole number from ${min} to ${max}`);
  }
  date(): string {
    const text = this.text();
    const parsed = new Date(`${text}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(+parsed) && parsed.toISOString().startsWith(text)
      ? text
      : this.fail('a date like 2026-11-24');
  }
  time(): string {
    const text = this.text();
    return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text) ? text : this.fail('a time like 07:30');
  }
  intervals(): Interval[] {
    return this.list().map((item): Interval => {
      const [start, end, more] = item.list();
      if (!start || !end || more) return item.fail('a start and an end');
      if (start.time() >= end.time()) item.fail('a start before its end');
      return [start.time(), end.time()];
    });
  }
  week(): WeeklyHours {
    for (const key of Object.keys(this.object())) {
      if (!(weekdays as readonly string[]).includes(key)) this.fail(`weekdays ${weekdays.join(', ')}, not "${key}"`);
    }
    return Object.fromEntries(weekdays.map((day) => [day, this.get(day).intervals()])) as WeeklyHours;
  }
}

/** Text under its plain name or, as the province's files have it, with `Fa` behind. */
const named = (node: Node, name: string): Node => (node.get(name).absent ? node.get(`${name}Fa`) : node.get(name));
const optional = (node: Node): string | undefined => (node.absent ? undefined : node.text());

/** Turns a province's calendar file into the contract's form. Throws `CalendarFileError` at the first thing that is wrong. */
export function readCalendarFile(raw: unknown, version: number): WorkingCalendar {
  const file = new Node(raw);
  const utcOffset = file.get('utcOffset').text();
  if (!/^[+-]\d{2}:\d{2}$/.test(utcOffset)) file.get('utcOffset').fail('an offset like +03:30');

  const weeklyHours = file.get('weeklyHours').list().map((period) => {
    const from = period.get('from').date();
    const toExclusive = period.get('toExclusive').absent ? null : period.get('toExclusive').date();
    if (toExclusive !== null && toExclusive <= from) period.get('toExclusive').fail('a date after `from`');
    const mark = optional(period.get('mark'));
    return { from, toExclusive, hours: period.get('hours').week(), ...(mark && { mark }) };
  });
  weeklyHours.sort((a, b) => (a.from < b.from ? -1 : 1));
  weeklyHours.forEach((period, i) => {
    const before = weeklyHours[i - 1];
    if (before && (before.toExclusive === null || before.toExclusive > period.from)) {
      file.get('weeklyHours').fail(`periods that do not overlap; ${before.from} and ${period.from} do`);
    }
  });

  const others = file.get('otherHours');
  const otherHours = Object.fromEntries(
    others.absent
      ? []
      : Object.keys(others.object()).filter((key) => key !== 'mark' && key !== 'note').map((key) => [key, others.get(key).week()]),
  );

  return {
    province: file.get('province').text(),
    version,
    utcOffset,
    weeklyHours,
    otherHours,
    solarHolidays: file.get('solarHolidays').list().map(readSolarHoliday),
    lunarHolidays: file.get('lunarHolidays').list().map((day) => {
      const mark = optional(day.get('mark'));
      return { date: day.get('date').date(), title: named(day, 'title').text(), ...(mark && { mark }) };
    }),
    closures: file.get('closures').absent ? [] : file.get('closures').list().map(readClosure),
  };
}

/** `fromYear` and `untilYear`: first and last Persian year in which it is a holiday. */
function readSolarHoliday(node: Node): WorkingCalendar['solarHolidays'][number] {
  const year = (name: string) => (node.get(name).absent ? undefined : node.get(name).integer(1300, 1500));
  const [fromYear, untilYear] = [year('fromYear'), year('untilYear')];
  if (fromYear !== undefined && untilYear !== undefined && untilYear < fromYear) node.get('untilYear').fail('a year not before `fromYear`');
  const month = node.get('month').integer(1, 12);
  const day = node.get('day').integer(1, month <= 6 ? 31 : 30);
  // That day exists in leap years alone; of any other it would have to be computed.
  if (node.get('onlyLeapYears').value === true && !(month === 12 && day === 30)) node.get('onlyLeapYears').fail('nothing, but for the 30th of Esfand');
  return {
    month, day, title: named(node, 'title').text(),
    ...(fromYear !== undefined && { fromYear }), ...(untilYear !== undefined && { untilYear }),
  };
}

function readClosure(node: Node): WorkingCalendar['closures'][number] {
  const scope = node.get('scope');
  const province = optional(scope.get('province'));
  const ids = (name: string) => (scope.get(name).absent ? undefined : scope.get(name).list().map((id) => id.text()));
  const counties = ids('counties');
  const agencies = ids('agencies');
  if (!province && !counties && !agencies) scope.fail('a province, counties or agencies');
  const kind = kinds.find((name) => name === node.get('kind').value) ?? node.get('kind').fail(kinds.join(', '));
  const hours = node.get('hours').absent ? [] : node.get('hours').intervals();
  if (kind === 'reduced' && !hours.length) node.get('hours').fail('the hours of the reduced day');
  if (kind === 'closed' && hours.length) node.get('hours').fail('no hours on a closed day');
  return {
    date: node.get('date').date(),
    scope: { ...(province && { province }), ...(counties && { counties }), ...(agencies && { agencies }) },
    kind,
    hours,
    reason: named(node, 'reason').text(),
  };
}
