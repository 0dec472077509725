import type { Kysely, Updateable } from 'kysely';
import type { AgencyRef, HoursRef, Unit } from '../../contract/agency.ts';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { DelayReason } from '../../contract/delay.ts';
import type { Clock } from '../../contract/clock.ts';
import { calendarIn } from '../../rules/clock-events.ts';
import { clockOf } from '../../rules/clock.ts';
import { dutiesOf } from '../../rules/duties.ts';
import type { Place } from '../../rules/working-calendar.ts';
import { asUnit, unitRows, workingCalendar } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import { reasonsOf } from '../desk-log/reasons.ts';
import { eventsOf, type RequestRow, type StoredEvent } from './events.ts';

/** A request with all that stands around it and is needed to show it or to count its time. Nothing personal. */
export interface RequestContext {
  row: RequestRow;
  events: StoredEvent[];
  title: string;
  agency: AgencyRef;
  /** Units named by the row and the events. */
  units: ReadonlyMap<string, Unit>;
  /** Reasons that were given for its delay, by their ids. */
  reasons: ReadonlyMap<string, DelayReason>;
  /** By which its clocks run now. */
  calendar: WorkingCalendar;
  /** Each version that the events name. */
  calendars: ReadonlyMap<number, WorkingCalendar>;
  /** Where the clock runs: the place of filing. A referral changes the holder, never the clock. */
  place: Place;
}

/** Versions of a calendar never change; keeping the object also keeps what the rules compiled from it. For as long as somebody does: the gateway by its ports. */
const calendars = new WeakMap<object, Map<string, WorkingCalendar>>();

export async function calendarVersion(db: Kysely<Database>, keeper: object, province: string, version: number): Promise<WorkingCalendar> {
  let known = calendars.get(keeper);
  if (!known) calendars.set(keeper, (known = new Map()));
  const key = `${province} ${version}`;
  const found = known.get(key) ?? (await workingCalendar(db, province, version));
  known.set(key, found);
  return found;
}

const unique = (values: Iterable<string | null | undefined>): string[] => [...new Set([...values].filter((value) => value != null))];

function unitsNamed(row: RequestRow, events: readonly StoredEvent[]): (string | null)[] {
  return [row.holder_unit, ...events.map((event) => ('unit' in event.payload ? event.payload.unit : null))];
}

/** All of a list with a handful of statements. Events are read unless the caller holds them. */
export async function contextsOf(
  db: Kysely<Database>, keeper: object, rows: readonly RequestRow[], events?: ReadonlyMap<string, StoredEvent[]>,
): Promise<RequestContext[]> {
  if (!rows.length) return [];
  const log = events ?? (await eventsOf(db, rows.map((row) => row.id)));
  const sheets = await db.selectFrom('offering_version')
    .select(({ ref }) => ['offering', 'version', ref('sheet', '->>').key('title').as('title')])
    .where('offering', 'in', unique(rows.map((row) => row.offering)))
    .where('version', 'in', [...new Set(rows.map((row) => row.offering_version))]).execute();
  const agencies = await db.selectFrom('agency').select(['province', 'id', 'name', 'county'])
    .where('id', 'in', unique(rows.map((row) => row.agency))).execute();
  const unitIds = unique(rows.flatMap((row) => unitsNamed(row, log.get(row.id) ?? [])));
  const units = unitIds.length ? await unitRows(db).where('u.id', 'in', unitIds).execute() : [];

  const late = rows.filter(({ id }) => log.get(id)?.some(({ type }) => type === 'delayExplained'));
  const reasons = new Map<string, ReadonlyMap<string, DelayReason>>();
  for (const province of unique(late.map((row) => row.province))) {
    reasons.set(province, new Map((await reasonsOf(db, province)).map(({ id, title, rule }) => [id, { id, title, rule }])));
  }

  const contexts: RequestContext[] = [];
  for (const row of rows) {
    const own = log.get(row.id) ?? [];
    const agency = agencies.find(({ province, id }) => province === row.province && id === row.agency);
    const sheet = sheets.find(({ offering, version }) => offering === row.offering && version === row.offering_version);
    const ofProvince = units.filter(({ province }) => province === row.province);
    const filed = own[0]?.type === 'filed' ? own[0].payload : undefined;
    const calendars = new Map<number, WorkingCalendar>();
    for (const { payload } of own) if ('calendarVersion' in payload) calendars.set(payload.calendarVersion, await calendarVersion(db, keeper, row.province, payload.calendarVersion));
    contexts.push({
      row,
      events: own,
      title: String(sheet?.title ?? ''),
      agency: { id: row.agency, name: agency?.name ?? { fa: row.agency }, county: agency?.county ?? null },
      units: new Map(ofProvince.map((unit) => [unit.id, asUnit(unit)])),
      reasons: reasons.get(row.province) ?? new Map(),
      calendar: calendars.get(calendarIn(own))!,
      calendars,
      // As it was when the request was filed: a unit that changes its hours later moves no promise.
      place: filed?.place
        ? { agency: row.agency, county: filed.place.county, hours: filed.place.hours ?? undefined }
        : {
          agency: row.agency,
          county: agency?.county ?? null,
          hours: ofProvince.find(({ id }) => id === filed?.unit)?.hours as HoursRef | undefined,
        },
    });
  }
  return contexts;
}

export async function contextOf(
  db: Kysely<Database>, keeper: object, row: RequestRow, events?: StoredEvent[],
): Promise<RequestContext> {
  const [context] = await contextsOf(db, keeper, [row], events && new Map([[row.id, events]]));
  return context!;
}

export const clockIn = ({ events, calendar, place }: RequestContext, now: Date): Clock => clockOf({ events, calendar, place, now });

/** When time alone brings something about for it. */
export const wakeIn = ({ events, calendar, place }: Pick<RequestContext, 'events' | 'calendar' | 'place'>, now: Date): Date | null => dutiesOf({ events, calendar, place, now }).wakeAt;

/** Columns of a request that go by its clock. */
export function timesIn(context: RequestContext, now: Date): Pick<Updateable<Database['request']>, 'due_at' | 'paused_since' | 'wake_at' | 'wake_tries'> {
  const { dueAt, pausedSince } = clockIn(context, now);
  return { due_at: dueAt, paused_since: pausedSince, wake_at: wakeIn(context, now), wake_tries: 0 };
}

export const holderIn = ({ row, units }: RequestContext): Unit | null => (row.holder_unit && units.get(row.holder_unit)) || null;
