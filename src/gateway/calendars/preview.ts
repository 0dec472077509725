import type { Transaction } from 'kysely';
import type { WorkingCalendar } from '../../contract/calendar.ts';
import type { CalendarPreview } from '../../contract/calendar-edit.ts';
import { calendarDiff } from '../../rules/calendar-diff.ts';
import { recalculate } from '../../rules/recalculate.ts';
import type { Database } from '../database/schema.ts';
import type { Ports } from '../ports.ts';
import { contextsOf } from '../requests/context.ts';

/** Enough to see what an edit does; the rest is counted when it is saved. */
const mostLooked = 2000;
const page = 200;
const nearest = 5;

/** What an edit would do to the open requests of its province, those that are due first before the others. Writes nothing. */
export async function previewOf(trx: Transaction<Database>, ports: Ports, current: WorkingCalendar, newer: WorkingCalendar, now: Date): Promise<CalendarPreview> {
  const { province } = current;
  const open = () => trx.selectFrom('request').where('province', '=', province).where('state', 'not in', ['answered', 'closed', 'withdrawn']);
  const { count } = await open().select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
  const preview: CalendarPreview = { changes: calendarDiff(current, newer), open: Number(count), looked: 0, moved: 0, nearest: [] };
  while (preview.looked < mostLooked) {
    const rows = await open().selectAll().orderBy('due_at').orderBy('id').offset(preview.looked).limit(page).execute();
    for (const context of await contextsOf(trx, ports, rows)) {
      const moved = recalculate({ ...context, newer, now });
      if (!moved || moved.before === moved.dueAt) continue;
      preview.moved++;
      const { row, title } = context;
      if (preview.nearest.length < nearest) preview.nearest.push({ id: row.id, codeTail: row.code_tail, offering: { id: row.offering, title }, ...moved });
    }
    preview.looked += rows.length;
    if (rows.length < page) break;
  }
  return preview;
}
