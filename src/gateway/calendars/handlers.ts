import type { Transaction } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { CalendarEdit, CalendarList, CalendarPreview } from '../../contract/calendar-edit.ts';
import { calendarDiff } from '../../rules/calendar-diff.ts';
import { CalendarFileError, readCalendarFile } from '../../rules/calendar-file.ts';
import { setsRules } from '../../rules/staff-roles.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import { counties } from '../catalogue/counties.ts';
import { workingCalendar } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import { editorIn, lockProvince } from '../desk-log/append.ts';
import { requireRuler } from '../desk-log/rulers.ts';
import type { Handlers, StaffCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { signedIn } from '../staff/access.ts';
import { previewOf } from './preview.ts';
import { putInForce } from './store.ts';

const mostVersions = 50;

async function list({ db }: Ports, { province, role }: StaffCaller): Promise<CalendarList> {
  const rows = await db.selectFrom('calendar_version').selectAll().where('province', '=', province).orderBy('version', 'desc').limit(mostVersions + 1).execute();
  const calendar = await workingCalendar(db, province);
  return {
    calendar,
    versions: rows.slice(0, mostVersions).map(({ version, created_at: at, created_by: by, why, calendar: own }, index) => {
      const before = rows[index + 1]?.calendar;
      return { version, at: wireInstant(calendar, at), by, why, changes: before ? calendarDiff(before, own) : [] };
    }),
    counties: await counties(db, province),
    agencies: await db.selectFrom('agency').select(['id', 'name']).where('province', '=', province).orderBy('id').execute(),
    mayChange: setsRules(role),
  };
}

/** The calendar as it would be; whoever edited another version than the one in force sees theirs first. */
async function edited(trx: Transaction<Database>, province: string, { version, content }: CalendarEdit): Promise<{ current: WorkingCalendar; newer: WorkingCalendar }> {
  const current = await workingCalendar(trx, province);
  if (current.version !== version) throw new ProblemException('calendar.changed', { detail: `It is at version ${current.version}, not ${version}.` });
  try {
    const newer = readCalendarFile({ ...current, ...content }, version + 1);
    const last = newer.weeklyHours.at(-1);
    // Else nothing that is filed after its end could ever be due.
    if (last?.toExclusive !== null || !Object.values(last.hours).some(({ length }) => length)) throw new CalendarFileError('weeklyHours', 'hours that hold without an end');
    return { current, newer };
  } catch (error) {
    if (!(error instanceof CalendarFileError)) throw error;
    throw new ProblemException('input.invalid', { detail: error.message, errors: [{ path: `content.${error.path.replace(/\[(\d+)\]/g, '.$1')}`, code: 'calendar', params: { expected: error.expected } }] });
  }
}

/** The working calendar: all of the staff reads it, and whoever edits it is named in the log. */
export function calendarHandlers(ports: Ports): Pick<Handlers, 'calendars' | 'previewCalendar' | 'saveCalendar'> {
  return {
    calendars: async (_input, caller) => list(ports, signedIn(caller)),

    async previewCalendar({ body }, caller): Promise<CalendarPreview> {
      const staff = signedIn(caller);
      requireRuler(staff);
      return ports.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (trx) => {
        const { current, newer } = await edited(trx, staff.province, body);
        return previewOf(trx, ports, current, newer, ports.now());
      });
    },

    async saveCalendar({ body }, caller) {
      const staff = signedIn(caller);
      requireRuler(staff);
      await ports.db.transaction().execute(async (trx) => {
        await lockProvince(trx, staff.province);
        const { newer } = await edited(trx, staff.province, body);
        await putInForce(trx, staff.province, newer, { by: editorIn(staff), at: ports.now(), why: body.why });
      });
      return list(ports, staff);
    },
  };
}
