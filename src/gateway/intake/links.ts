import { sql } from 'kysely';
import type { CheckedDraftLinks } from '../../contract/intake.ts';
import type { Finding } from '../declarations/finding.ts';
import { lintLinks } from '../declarations/lint/links.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import type { DraftRecord } from './access.ts';
import { servicesOf } from './drafts.ts';
import { openDraft, putRows } from './mend.ts';

/** Milliseconds for all links of a draft together: an answer that takes longer is cut off by proxies. */
const patienceMs = 45_000;
const rule = 'link-dead';

/**
 * Asks the links of a draft and says at its rows which are dead, in the place of what an earlier check said. It stays said until the
 * link is mended. What is mended meanwhile stays mended, and nothing is said of a link that is another by then; the version stays, for
 * nothing that would be published has changed. Throws `links.notAllowed` where the gateway may not call others, and
 * `declaration.notReady` for what is no draft any more.
 */
export async function checkLinks({ db, checkLink, now }: Ports, draft: DraftRecord): Promise<CheckedDraftLinks> {
  if (!checkLink) throw new ProblemException('links.notAllowed');
  if (draft.state !== 'draft') throw new ProblemException('declaration.notReady');
  const services = await servicesOf(db, draft);
  const asked = new Map(services.map(({ row, link }) => [row, link]));
  const { findings, ...counts } = await lintLinks(services, checkLink, AbortSignal.timeout(patienceMs));
  const dead = new Map(findings.map((finding) => [finding.row!, finding]));
  await db.transaction().execute(async (trx) => {
    await openDraft(trx, draft.id);
    const rows = await trx.selectFrom('intake_row').select(['row', 'cells', 'notes', 'findings', 'service']).where('draft', '=', draft.id)
      .where(sql<boolean>`(row = any(${[...dead.keys()]}::int[]) or findings @> ${JSON.stringify([{ rule }])}::jsonb)`).execute();
    await putRows(trx, draft.id, rows.map(({ row, cells, notes, findings: told, service }) => {
      const own = service?.link === asked.get(row) ? dead.get(row) : undefined;
      const renewed = (list: Finding[]) => [...list.filter((each) => each.rule !== rule), ...(own ? [own] : [])];
      // A note stays when other cells of the row are mended, and goes when its own is.
      return { row, raw: { cells, notes: renewed(notes) }, findings: renewed(told), service };
    }));
    await trx.updateTable('intake_draft').set({ changed_at: now() }).where('id', '=', draft.id).execute();
  });
  return counts;
}
