import type { Transaction } from 'kysely';
import type { Draft, PublicationList } from '../../contract/intake.ts';
import { publishAgain, publishDeclared, restoreUnits, type AgencyPlace, type AgencyPublished } from '../catalogue/publish-agency.ts';
import { lockPublishing, publicationInForce, sheetsInForce } from '../catalogue/publications.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { audit } from '../staff/audit.ts';
import type { DraftRecord } from './access.ts';
import { draftAnswer, namesOf, servicesOf } from './drafts.ts';
import { openDraft } from './mend.ts';

type Trx = Transaction<Database>;

/** Who publishes: somebody of the staff, or an agency's own system under the name of its token. */
export interface Publisher {
  staff: string | null;
  name: string;
}

interface Added {
  place: AgencyPlace;
  version: number;
  published: AgencyPublished;
  by: Publisher;
  note: string | null;
  draft?: string;
  rolledBackTo?: number;
}

async function addPublication(trx: Trx, ports: Ports, { place, version, published, by, note, draft, rolledBackTo }: Added): Promise<void> {
  await trx.insertInto('publication').values({
    ...place, version, draft: draft ?? null, sheets: JSON.stringify(published.sheets), published_at: ports.now(), published_by: by.staff, by_name: by.name,
    note: note?.trim() || null, rolled_back_to: rolledBackTo ?? null, catalogue: published.catalogue,
  }).execute();
}

/** The first time somebody publishes for an agency, what it had until then becomes its first publication, so that it can be put back. */
async function keepFirst(trx: Trx, ports: Ports, place: AgencyPlace): Promise<number> {
  const inForce = await publicationInForce(trx, place.province, place.agency);
  if (inForce) return inForce;
  const sheets = await sheetsInForce(trx, place.province, place.agency);
  if (!sheets.length) return 0;
  const declared = await trx.selectFrom('declaration').select(['received_at', 'received_by'])
    .where('province', '=', place.province).where('agency', '=', place.agency).orderBy('received_at', 'desc').limit(1).executeTakeFirst();
  const { catalogue_version: catalogue } = await trx.selectFrom('province').select('catalogue_version').where('id', '=', place.province).executeTakeFirstOrThrow();
  await trx.insertInto('publication').values({
    ...place, version: 1, draft: null, sheets: JSON.stringify(sheets.map(({ offering, version, service }) => ({ offering, version, service }))),
    published_at: declared?.received_at ?? ports.now(), published_by: null, by_name: declared?.received_by ?? 'mizban', note: null, rolled_back_to: null,
    catalogue: catalogue ?? '',
  }).execute();
  return 1;
}

/** So much is wrong with a draft that nobody means it. */
export const isMostlyRejected = (draft: Pick<DraftRecord, 'row_count'>, counts: Draft['counts']): boolean => !counts.services || counts.rejected * 2 > draft.row_count;

/**
 * Publishes a draft in the place of what its agency had published. `base`: the publication that the publisher has seen what it
 * changes of. Throws `declaration.changed` when the draft or what is published changed since, `declaration.notReady` when more
 * than half of its rows are rejected or none is left, `declaration.ownDraft` where another person has to publish.
 */
export async function publishDraft(
  ports: Ports, id: string, { version, base, note, by }: { version: number; base: number; note?: string; by: Publisher },
): Promise<number> {
  return ports.db.transaction().execute(async (trx) => {
    const { province } = await trx.selectFrom('intake_draft').select('province').where('id', '=', id).executeTakeFirstOrThrow();
    await lockPublishing(trx, province);
    const draft = await trx.selectFrom('intake_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
    const place: AgencyPlace = { province, agency: draft.agency };
    if (draft.version !== version) throw new ProblemException('declaration.changed');
    if (draft.state !== 'draft') throw new ProblemException('declaration.notReady');
    if ((await publicationInForce(trx, province, draft.agency)) !== base) throw new ProblemException('declaration.changed');
    const { second_person: secondPerson } = await trx.selectFrom('agency').select('second_person').where('province', '=', province).where('id', '=', draft.agency).executeTakeFirstOrThrow();
    // A system that drafts by night has nobody who looked at it.
    if (secondPerson && (by.staff === null || draft.drafters.includes(by.staff))) throw new ProblemException('declaration.ownDraft');
    const services = await servicesOf(trx, draft);
    const { counts } = await draftAnswer({ ...ports, db: trx }, draft);
    if (isMostlyRejected(draft, counts)) throw new ProblemException('declaration.notReady', { detail: 'More than half of the rows are rejected, or none is left.' });
    const next = (await keepFirst(trx, ports, place)) + 1;
    const published = await publishDeclared(trx, place, services, ports.now());
    await addPublication(trx, ports, { place, version: next, published, by, note: note ?? null, draft: id });
    await trx.updateTable('intake_draft').set({ state: 'published', published_as: next, version: version + 1, changed_at: ports.now() }).where('id', '=', id).execute();
    await trx.insertInto('declaration').values({
      id, ...place, file_name: draft.file_name, sha256: draft.sha256, received_at: draft.received_at, received_by: by.name, rows_published: services.length,
    }).execute();
    if (by.staff) await audit(trx, ports, by.staff, 'declarationPublished', null);
    return next;
  });
}

/**
 * Sends a draft back to those who drafted it. It stays as it is and can still be published; what they change takes the reason off.
 * Throws `declaration.changed` when it is not what was seen, `declaration.notReady` when it is no draft any more,
 * `declaration.ownDraft` to whoever had a hand in it.
 */
export async function returnDraft(ports: Ports, id: string, { version, reason, staff }: { version: number; reason: string; staff: string }): Promise<DraftRecord> {
  return ports.db.transaction().execute(async (trx) => {
    const draft = await openDraft(trx, id, version);
    if (draft.drafters.includes(staff)) throw new ProblemException('declaration.ownDraft');
    const returned = JSON.stringify({ by: staff, at: ports.now().toISOString(), reason: reason.trim() });
    await audit(trx, ports, staff, 'declarationReturned', null);
    return trx.updateTable('intake_draft').set({ returned, version: version + 1, changed_at: ports.now() }).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
  });
}

/**
 * Puts back what an earlier publication said, as a new publication: sheets, rooms, forms and the index are as they were, but for
 * what is national in them.
 * Throws `publication.notFound`, and `declaration.changed` when `base` is not in force any more.
 */
export async function rollBack(ports: Ports, place: AgencyPlace, { base, to, note, by }: { base: number; to: number; note?: string; by: Publisher }): Promise<number> {
  return ports.db.transaction().execute(async (trx) => {
    await lockPublishing(trx, place.province);
    const inForce = await publicationInForce(trx, place.province, place.agency);
    if (inForce !== base) throw new ProblemException('declaration.changed');
    const earlier = await trx.selectFrom('publication').select('sheets')
      .where('province', '=', place.province).where('agency', '=', place.agency).where('version', '=', to).executeTakeFirst();
    if (!earlier) throw new ProblemException('publication.notFound');
    const sheets = [];
    for (const { offering, version } of earlier.sheets) {
      sheets.push(await trx.selectFrom('offering_version').select(['sheet', 'created_at as at']).where('offering', '=', offering).where('version', '=', version).executeTakeFirstOrThrow());
    }
    await restoreUnits(trx, place, sheets.map(({ sheet }) => sheet));
    const published = await publishAgain(trx, place, sheets, ports.now());
    await addPublication(trx, ports, { place, version: inForce + 1, published, by, note: note ?? null, rolledBackTo: to });
    if (by.staff) await audit(trx, ports, by.staff, 'declarationRolledBack', null);
    return inForce + 1;
  });
}

/** What an agency published, newest first. */
export async function publicationsOf({ db }: Ports, { province, agency }: AgencyPlace): Promise<PublicationList> {
  const rows = await db.selectFrom('publication').selectAll().where('province', '=', province).where('agency', '=', agency).orderBy('version', 'desc').execute();
  const { second_person: secondPerson } = await db.selectFrom('agency').select('second_person').where('province', '=', province).where('id', '=', agency).executeTakeFirstOrThrow();
  const names = await namesOf(db, rows.map(({ published_by: by }) => by));
  return {
    agency, secondPerson,
    items: rows.map((row) => ({
      version: row.version, at: row.published_at.toISOString(), by: row.published_by ? { id: row.published_by, name: names.get(row.published_by) ?? row.by_name } : null,
      byName: row.by_name, note: row.note, draft: row.draft, offerings: row.sheets.length, rolledBackTo: row.rolled_back_to, catalogue: row.catalogue,
    })),
  };
}
