import type { Ports } from '../ports.ts';

/** A file that no request took up within this time is erased. */
export const unboundHours = 24;

export const unboundSince = (ports: Ports): Date => new Date(ports.now().getTime() - unboundHours * 3_600_000);

/**
 * Erases expired files that belong to no request and gives their number. The row is locked while its bytes go, so a
 * filing that names the file at the same moment either has it or is told that it is gone.
 */
export async function collectOrphans(ports: Ports, most = 500): Promise<number> {
  let collected = 0;
  for (; collected < most; collected++) {
    const more = await ports.db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('attachment').select('id')
        .where('request', 'is', null).where('created_at', '<', unboundSince(ports))
        .orderBy('created_at').limit(1).forUpdate().skipLocked().executeTakeFirst();
      if (!row) return false;
      await ports.files.delete(row.id);
      await trx.deleteFrom('attachment').where('id', '=', row.id).execute();
      return true;
    });
    if (!more) break;
  }
  return collected;
}
