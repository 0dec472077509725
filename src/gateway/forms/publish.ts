import type { Transaction } from 'kysely';
import type { FormDefinition } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import { officersFormId } from '../catalogue/officers-forms.ts';
import { renewIndex } from '../catalogue/publish-agency.ts';
import { lockPublishing, newestSheets } from '../catalogue/publications.ts';
import { formVersion, offering } from '../catalogue/store.ts';
import { keepSheets } from '../catalogue/versions.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import { twoPersonAgencies } from '../intake/drafts.ts';
import type { Ports } from '../ports.ts';
import { audit } from '../staff/audit.ts';
import { findingsOf, publications, type FormDraft } from './store.ts';

type Trx = Transaction<Database>;

interface Seen { offering: string; version: number; staff: string }

/** The draft row for a change; `form.changed` when it is not as the caller has seen it. */
async function seenDraft(trx: Trx, { offering: id, version }: Seen): Promise<FormDraft | undefined> {
  const draft = await trx.selectFrom('form_draft').selectAll().where('offering', '=', id).forUpdate().executeTakeFirst();
  if ((draft?.version ?? 0) !== version) throw new ProblemException('form.changed');
  return draft;
}

/** Saves what is being written. Throws `form.changed`. */
export async function saveDraft(ports: Ports, { definition, ...seen }: Seen & { definition: FormDefinition }): Promise<void> {
  await ports.db.transaction().execute(async (trx) => {
    const draft = await seenDraft(trx, seen);
    const [newest] = await publications(trx, seen.offering);
    const values = {
      definition: JSON.stringify({ ...definition, id: officersFormId(seen.offering), version: (newest?.version ?? 0) + 1 } satisfies FormDefinition),
      version: seen.version + 1, changed_at: ports.now(), changed_by: seen.staff,
      drafters: JSON.stringify([...new Set([...(draft?.definition ? draft.drafters : []), seen.staff])]),
    };
    if (draft) await trx.updateTable('form_draft').set(values).where('offering', '=', seen.offering).execute();
    else {
      // Two may begin at one moment: one of them was first.
      const { numInsertedOrUpdatedRows } = await trx.insertInto('form_draft').values({ offering: seen.offering, ...values })
        .onConflict((conflict) => conflict.column('offering').doNothing()).executeTakeFirst();
      if (Number(numInsertedOrUpdatedRows) !== 1) throw new ProblemException('form.changed');
    }
    await audit(trx, ports, seen.staff, 'formDrafted', null);
  });
}

/** Throws the draft away. Throws `form.changed`. */
export async function discardDraft(ports: Ports, seen: Seen): Promise<void> {
  await ports.db.transaction().execute(async (trx) => {
    const draft = await seenDraft(trx, seen);
    if (!draft?.definition) return;
    await settle(trx, ports, seen);
    await audit(trx, ports, seen.staff, 'formDiscarded', null);
  });
}

/** There is nothing drafted any more. */
const settle = (trx: Trx, ports: Ports, { offering: id, version, staff }: Seen) =>
  trx.updateTable('form_draft').set({ definition: null, version: version + 1, changed_at: ports.now(), changed_by: staff, drafters: '[]' }).where('offering', '=', id).execute();

/**
 * Publishes the draft as the next version of the offering's own form, with a new version of its sheet that points to it.
 * Throws `form.changed`, `form.noDraft`, `form.invalid` with what is wrong, `form.ownDraft` where another person has to publish.
 */
export async function publishForm(ports: Ports, { province, note, ...seen }: Seen & { province: string; note?: string }): Promise<void> {
  await ports.db.transaction().execute(async (trx) => {
    await lockPublishing(trx, province);
    const draft = await seenDraft(trx, seen);
    if (!draft?.definition) throw new ProblemException('form.noDraft');
    const sheet = await offering(trx, seen.offering);
    if (draft.drafters.includes(seen.staff) && (await twoPersonAgencies(trx, province)).has(sheet.agency.id)) throw new ProblemException('form.ownDraft');
    const errors = findingsOf(draft.definition);
    if (errors.length) throw new ProblemException('form.invalid', { errors });
    const version = (await keepFirst(trx, sheet)) + 1;
    await addVersion(trx, { offering: sheet.id, version, definition: draft.definition, at: ports.now(), by: seen.staff, note: note?.trim() || null });
    await settle(trx, ports, seen);
    const form = { id: officersFormId(sheet.id), version };
    await keepSheets(trx, [{ ...sheet, form }], await newestSheets(trx, province, sheet.agency.id), ports.now());
    await renewIndex(trx, province, ports.now());
    await audit(trx, ports, seen.staff, 'formPublished', null);
  });
}

async function addVersion(
  trx: Trx, { offering: id, version, definition, at, by, note }: { offering: string; version: number; definition: FormDefinition; at: Date; by: string | null; note: string | null },
): Promise<void> {
  const form = officersFormId(id);
  await trx.insertInto('form_version').values({ form, version, definition: JSON.stringify({ ...definition, id: form, version } satisfies FormDefinition), created_at: at }).execute();
  await trx.insertInto('form_publication').values({ offering: id, version, published_at: at, published_by: by, note }).execute();
}

/** The first time officers publish, the form that stood there becomes the first version, so that it can be put back. */
async function keepFirst(trx: Trx, { id, form }: Offering): Promise<number> {
  const [newest] = await publications(trx, id);
  if (newest || !form) return newest?.version ?? 0;
  const { created_at: at } = await trx.selectFrom('form_version').select('created_at').where('form', '=', form.id).where('version', '=', form.version).executeTakeFirstOrThrow();
  await addVersion(trx, { offering: id, version: 1, definition: await formVersion(trx, form.id, form.version), at, by: null, note: null });
  return 1;
}
