import type { Ports } from '../ports.ts';
import { eraseGrowing } from './growing.ts';
import { unboundSince } from './unbound.ts';

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
  const halves = await ports.db.selectFrom('upload').select('id').where('created_at', '<', unboundSince(ports)).orderBy('created_at').limit(most).execute();
  for (const { id } of halves) await eraseGrowing(ports, id);
  return collected + halves.length;
}
