import type { Difference } from '../../contract/intake.ts';
import type { SystemDeclaration } from '../../contract/token.ts';
import { publicationInForce } from '../catalogue/publications.ts';
import { digestOf, randomToken } from '../crypto.ts';
import type { SystemCaller } from '../http/handler.ts';
import { ProblemException } from '../http/problem.ts';
import { matches } from '../http/respond.ts';
import type { DraftRecord } from '../intake/access.ts';
import { differenceOf } from '../intake/difference.ts';
import { draftAnswer, rowAnswer, rowsAfter, wordsOf } from '../intake/drafts.ts';
import { discardDraft, draftById, handIn } from '../intake/hand-in.ts';
import { isMostlyRejected, publishDraft } from '../intake/publish.ts';
import type { Ports } from '../ports.ts';
import { declaredTag } from './published-rows.ts';

export interface SystemInput {
  file: Blob;
  fileName: string;
  /** Tag of what the system believes is published; null when it does not say. */
  ifMatch: string | null;
  /** Only reads. */
  dryRun: boolean;
  publish: boolean;
  /** More than half of the services may go. */
  confirmGone: boolean;
}

/** Rows that are told in an answer, and findings in a problem. */
const most = { rows: 200, errors: 50 };

/**
 * An agency's own system declares all its services: read, compared and published by the same code as what officers hand in.
 * It takes the place of what the system sent before and nobody has published or mended.
 *
 * Throws `declaration.outdated` (`ifMatch`), `declaration.rejected` (the file cannot be read, or most of it), `declaration.mostGone`,
 * `declaration.changed` when somebody published at the same moment.
 */
export async function declareBySystem(ports: Ports, system: SystemCaller, input: SystemInput): Promise<SystemDeclaration> {
  const tag = await declaredTag(ports, system);
  if (input.ifMatch !== null && !matches(input.ifMatch, tag)) throw new ProblemException('declaration.outdated', { detail: `Published now: ${tag}` });
  const sha256 = await digestOf(input.file);
  const known = input.dryRun ? undefined : await knownDraft(ports, system, sha256);
  if (known?.state === 'published') {
    const told = await answer(ports, system, known, 'unchanged', 'This very file is what is published.');
    await declaredAgain(ports, system, known, told.draft.counts.services);
    return told;
  }
  if (known?.drafters.length) {
    return answer(ports, system, known, 'waiting', 'An officer is mending what this very file said; nothing was done.', await differenceOf(ports.db, known, ports.now()));
  }
  const draft = known ?? (await handIn(ports, { ...system, fileName: input.fileName, file: input.file, staff: null }));
  if (input.dryRun) {
    try {
      const difference = await compared(ports, draft);
      return await answer(ports, system, { ...draft, state: 'discarded' }, 'checked', 'Nothing was kept.', difference);
    } finally {
      await discardDraft(ports, draft.id);
    }
  }
  await replaceEarlier(ports, draft);
  const difference = await compared(ports, draft);
  const { added, changed, gone, same } = difference.counts;
  if (!added && !changed && !gone) {
    const told = await answer(ports, system, { ...draft, state: 'discarded' }, 'unchanged', 'The file says what is published; nothing was kept.', difference);
    await discardDraft(ports, draft.id);
    await declaredAgain(ports, system, draft, same);
    return told;
  }
  if (!input.publish) return answer(ports, system, draft, 'drafted', 'An officer publishes it at /desk, or the system does with ?publish=true.', difference);
  const reason = await whyWait(ports, draft);
  if (reason) return answer(ports, system, draft, 'waiting', reason, difference);
  if (gone * 2 > gone + changed + same && !input.confirmGone) {
    throw new ProblemException('declaration.mostGone', {
      detail: `${gone} of ${gone + changed + same} published services are not in the file. It waits as a draft for an officer. If it is meant, send it again with confirm-gone=true.`,
    });
  }
  await publishDraft(ports, draft.id, { version: draft.version, base: difference.base, by: { staff: null, name: system.name } });
  return answer(ports, system, await draftById(ports, draft.id), 'published', 'Published in the place of what was published before.', difference);
}

/** Nothing changed, but the agency has said today that all of it still holds: it counts for how fresh its declaration is. */
async function declaredAgain({ db, now }: Ports, { province, agency, name }: SystemCaller, file: DraftRecord, rows: number): Promise<void> {
  await db.insertInto('declaration').values({
    id: randomToken(16), province, agency, file_name: file.file_name, sha256: file.sha256, received_at: now(), received_by: name, rows_published: rows,
  }).execute();
}

/** What this very file became before: what is published now, or a draft of the system that still waits. */
async function knownDraft({ db }: Ports, { province, agency }: SystemCaller, sha256: string): Promise<DraftRecord | undefined> {
  const inForce = await publicationInForce(db, province, agency);
  return db.selectFrom('intake_draft').selectAll().where('province', '=', province).where('agency', '=', agency).where('sha256', '=', sha256)
    .where(({ and, eb, or }) => or([
      and([eb('state', '=', 'published'), eb('published_as', '=', inForce)]),
      and([eb('state', '=', 'draft'), eb('token', 'is not', null), eb('base', '=', inForce)]),
    ]))
    .orderBy('state', 'desc').orderBy('received_at', 'desc').limit(1).executeTakeFirst();
}

/** What a system sent before and nobody has looked after has no use beside what it sends now. */
async function replaceEarlier(ports: Ports, draft: DraftRecord): Promise<void> {
  const earlier = await ports.db.selectFrom('intake_draft').select(['id', 'drafters'])
    .where('province', '=', draft.province).where('agency', '=', draft.agency).where('id', '!=', draft.id).where('token', 'is not', null)
    .where('state', 'in', ['draft', 'rejected']).where('received_at', '<=', draft.received_at).execute();
  for (const { id, drafters } of earlier) if (!drafters.length) await discardDraft(ports, id);
}

/** Why a person has to publish a draft; undefined where the system may. */
async function whyWait({ db }: Ports, { province, agency, sha256 }: DraftRecord): Promise<string | undefined> {
  const { second_person: second } = await db.selectFrom('agency').select('second_person').where('province', '=', province).where('id', '=', agency).executeTakeFirstOrThrow();
  if (second) return 'The head of the agency wants a person to publish what others drafted. It waits as a draft at /desk.';
  const newest = await db.selectFrom('publication').select('rolled_back_to').where('province', '=', province).where('agency', '=', agency)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  if (!newest?.rolled_back_to) return undefined;
  const undone = await db.selectFrom('intake_draft').select('id').where('province', '=', province).where('agency', '=', agency)
    .where('sha256', '=', sha256).where('published_as', '>', newest.rolled_back_to).limit(1).executeTakeFirst();
  return undone && 'Officers took this very file back after it was published. It waits as a draft for them at /desk.';
}

/** What a draft would change. Throws `declaration.rejected` with what is wrong and where, when it cannot be read. */
async function compared(ports: Ports, draft: DraftRecord): Promise<Difference> {
  const { counts } = await draftAnswer(ports, draft);
  if (draft.state !== 'rejected' && !isMostlyRejected(draft, counts)) return differenceOf(ports.db, draft, ports.now());
  const rows = await rowsAfter(ports.db, draft, { after: 0, limit: most.errors, only: 'told' });
  const findings = [...draft.findings, ...rows.flatMap((row) => rowAnswer(row, draft.across).findings)].filter(({ severity }) => severity === 'rejected');
  const [ofFile] = draft.findings.filter(({ severity, row }) => severity === 'rejected' && row === null);
  throw new ProblemException('declaration.rejected', {
    detail: ofFile?.message ?? `${counts.rejected} of ${draft.row_count} rows are rejected, which is more than half, or none is left.`,
    errors: findings.slice(0, most.errors).map(({ row, rule, message }) => ({ path: row === null ? 'file' : `row ${row}`, code: rule, params: { message } })),
  });
}

async function answer(
  ports: Ports, system: SystemCaller, draft: DraftRecord, outcome: SystemDeclaration['outcome'], detail: string, difference: Difference | null = null,
): Promise<SystemDeclaration> {
  const rows = await rowsAfter(ports.db, draft, { after: 0, limit: most.rows + 1, only: 'told' });
  const items = rows.slice(0, most.rows).map((row) => rowAnswer(row, draft.across));
  return {
    outcome, detail, tag: await declaredTag(ports, system), draft: await draftAnswer(ports, draft),
    rows: { items, next: rows.length > most.rows ? String(items.at(-1)!.row) : null, rules: wordsOf(items.flatMap(({ findings }) => findings)) },
    difference,
  };
}
