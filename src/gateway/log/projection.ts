import type { Kysely, Selectable } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import { calendarIn } from '../../rules/clock-events.ts';
import { clockOf } from '../../rules/clock.ts';
import type { Place } from '../../rules/working-calendar.ts';
import type { Database } from '../database/schema.ts';
import { projected, toStored, type RequestRow, type StoredEvent } from '../requests/events.ts';

type EventRow = Selectable<Database['request_event']>;
type Holds = (row: RequestRow, events: readonly EventRow[]) => Promise<boolean>;

/** Tells of each of these rows whether it says what its events say, column by column. */
export async function projectionReader(db: Kysely<Database>, rows: readonly RequestRow[]): Promise<Holds> {
  const offerings = await db.selectFrom('offering').select(['id', 'province']).where('id', 'in', ['', ...rows.map(({ offering }) => offering)]).execute();
  const provinces = new Map(offerings.map(({ id, province }) => [id, province]));
  const units = await db.selectFrom('unit').select(['province', 'id', 'agency'])
    .where('province', 'in', ['', ...new Set(provinces.values())]).execute();
  const calendars = new Map<string, WorkingCalendar | undefined>();
  const calendarOf = async (province: string, version: number) => {
    const key = `${province} ${version}`;
    if (!calendars.has(key)) {
      const found = await db.selectFrom('calendar_version').select('calendar').where('province', '=', province).where('version', '=', version).executeTakeFirst();
      calendars.set(key, found?.calendar);
    }
    return calendars.get(key);
  };

  return async (row, eventRows) => {
    const events = eventRows.map(toStored);
    const [filed] = events;
    if (filed?.type !== 'filed') return false;
    const { payload } = filed;
    const province = provinces.get(payload.offering);
    const calendar = province === undefined ? undefined : await calendarOf(province, calendarIn(events));
    if (province === undefined || !calendar) return false;
    let expected: Partial<RequestRow>;
    let clocks: Partial<RequestRow>[];
    let first: Partial<RequestRow> = {};
    try {
      const { paused_since: pausedSince, ...columns } = projected(events);
      expected = {
        ...columns, province, agency: payload.agency, offering: payload.offering, offering_version: payload.offeringVersion,
        form: payload.form.id, form_version: payload.form.version, kind: payload.kind, filed_at: new Date(filed.at),
        policy_source: payload.policy.source, policy_length: payload.policy.length,
      };
      clocks = clockColumns(events, calendar, pausedSince);
      const objected = events.findIndex(({ type }) => type === 'objected');
      if (objected < 0) first = { first_due_at: null };
      else if (row.first_due_at) {
        const before = events.slice(0, objected);
        const { due_at: due } = clockColumns(before, (await calendarOf(province, calendarIn(before)))!, null)[0]!;
        if (due) first = { first_due_at: due };
      }
    } catch {
      return false;
    }
    const says = (columns: Partial<RequestRow>) => Object.entries(columns).every(([column, value]) => plain(row[column as keyof RequestRow]) === plain(value));
    return says(expected) && says(first) && clocks.some(says) &&
      holdersOf(events, (unit) => units.find((one) => one.province === province && one.id === unit)?.agency).includes(row.holder_agency);
  };
}

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value);

/**
 * As the last event left them, or the end of a wait for a reply that never came. Where an old event does not say the place of its clock, the
 * due time is not its to tell.
 */
function clockColumns(events: readonly StoredEvent[], calendar: WorkingCalendar, waiting: string | null): Partial<RequestRow>[] {
  const [filed] = events;
  if (filed?.type !== 'filed' || !filed.payload.place) return [{ paused_since: waiting === null ? null : new Date(waiting) }];
  const { county, hours } = filed.payload.place;
  const place: Place = { agency: filed.payload.agency, county, hours: hours ?? undefined };
  const at = (now: Date) => {
    const clock = clockOf({ events, calendar, place, now });
    return { clock, columns: { due_at: new Date(clock.dueAt), paused_since: clock.pausedSince === null ? null : new Date(clock.pausedSince) } };
  };
  const { clock, columns } = at(new Date(events.at(-1)!.at));
  return [columns, ...(clock.paused?.until ? [at(new Date(clock.paused.until)).columns] : [])];
}

/** Whose desk it may lie on: the agency of the last referral; before one that of the unit or the one it was filed with. */
function holdersOf(events: readonly StoredEvent[], agencyOf: (unit: string) => string | undefined): (string | undefined)[] {
  const referred = events.findLast(({ type }) => type === 'referred');
  if (referred?.type === 'referred') return [referred.payload.agency ?? agencyOf(referred.payload.unit)];
  const [filed] = events;
  if (filed?.type !== 'filed') return [];
  return [(filed.payload.unit && agencyOf(filed.payload.unit)) || filed.payload.agency, filed.payload.agency];
}
