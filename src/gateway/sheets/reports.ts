import type { SheetReportInput, SheetReports } from '../../contract/sheet.ts';
import { randomToken } from '../crypto.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';

const dayMs = 86_400_000;
/** People may have written about themselves: nothing is kept for ever, looked after or not. */
const keptDays = 180;
const mostShown = 200;

/** Keeps what a reader found wrong. The version must be one that was published: throws `offering.notFound` otherwise. */
export async function addReport(ports: Ports, offering: string, { version, text }: SheetReportInput): Promise<void> {
  const { db } = ports;
  const sheet = await db.selectFrom('offering as o').innerJoin('offering_version as v', 'v.offering', 'o.id')
    .select('o.province').where('o.id', '=', offering).where('v.version', '=', version).executeTakeFirst();
  if (!sheet) throw new ProblemException('offering.notFound');
  await db.insertInto('sheet_report').values({ id: randomToken(12), province: sheet.province, offering, version, text, created_at: ports.now(), done_at: null, done_by: null }).execute();
}

/** What nobody has looked after yet, oldest first. */
export async function openReports({ db }: Ports, province: string): Promise<SheetReports> {
  const open = db.selectFrom('sheet_report as r').where('r.province', '=', province).where('r.done_at', 'is', null);
  const rows = await open
    .innerJoin('offering as o', 'o.id', 'r.offering')
    .innerJoin('offering_version as v', (join) => join.onRef('v.offering', '=', 'r.offering').onRef('v.version', '=', 'r.version'))
    .select(['r.id', 'r.offering', 'r.version', 'r.text', 'r.created_at', 'o.agency', 'o.published_version', 'v.sheet'])
    .orderBy('r.created_at').orderBy('r.id').limit(mostShown).execute();
  const { total } = await open.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  return {
    total: Number(total),
    items: rows.map((row) => ({
      id: row.id,
      offering: { id: row.offering, title: row.sheet.title },
      agency: row.agency,
      version: row.version,
      changedSince: row.published_version !== row.version,
      text: row.text,
      at: row.created_at.toISOString(),
    })),
  };
}

/** Somebody has looked after it. Throws `report.notFound`; done twice is done once. */
export async function closeReport(ports: Ports, province: string, id: string, staff: string): Promise<void> {
  const { db } = ports;
  const { numUpdatedRows } = await db.updateTable('sheet_report').set({ done_at: ports.now(), done_by: staff })
    .where('id', '=', id).where('province', '=', province).where('done_at', 'is', null).executeTakeFirstOrThrow();
  if (numUpdatedRows) return;
  const there = await db.selectFrom('sheet_report').select('id').where('id', '=', id).where('province', '=', province).executeTakeFirst();
  if (!there) throw new ProblemException('report.notFound');
}

/** Deletes what is too old. */
export const sweepReports = async (ports: Ports): Promise<void> =>
  void (await ports.db.deleteFrom('sheet_report').where('created_at', '<', new Date(ports.now().getTime() - keptDays * dayMs)).execute());
