import { sweepWaiting } from './messages/news-choices.ts';
import { sweepUndelivered } from './messages/undelivered.ts';
import type { Ports } from './ports.ts';
import { sweepAccepted } from './requests/accepted.ts';
import { sweepUnanswered } from './search/unanswered.ts';
import { sweepReports } from './sheets/reports.ts';

/** Rate-limit windows are short; an hour is longer than any of them. */
const windowHours = 1;

/** Deletes what has run out. Any number of copies may do it at once, at any time. */
export async function sweep(ports: Ports): Promise<void> {
  const now = ports.now();
  const old = new Date(now.getTime() - windowHours * 3_600_000);
  await ports.db.deleteFrom('rate_limit').where('window_start', '<', old).execute();
  for (const table of ['idempotency', 'staff_session', 'one_time_code', 'proof', 'carried_draft'] as const) {
    await ports.db.deleteFrom(table).where('expires_at', '<', old).execute();
  }
  await sweepAccepted(ports);
  await sweepUnanswered(ports);
  await sweepReports(ports);
  await sweepUndelivered(ports);
  await sweepWaiting(ports.db, now);
}
