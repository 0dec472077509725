import type { Transaction } from 'kysely';
import type { Filed } from '../../contract/request.ts';
import { choosePolicy } from '../../rules/clock.ts';
import { signReceipt } from '../../rules/receipt.ts';
import { makeTrackingCode } from '../../rules/tracking-code.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import { agencyRef, province as findProvince, unit as findUnit } from '../catalogue/store.ts';
import { termsInForce } from '../catalogue/terms.ts';
import { randomBytes } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { enqueue } from '../messages/outbox.ts';
import { filedText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import type { CheckedRequest } from './check.ts';
import { trackingCodeHash } from './code.ts';
import { calendarVersion, clockIn, contextOf, holderIn, wakeIn } from './context.ts';
import { projected, writeEvent } from './events.ts';
import { contactHash, filedContext, newVault } from './vault.ts';
import type { FiledContent, FiledSecret } from './view.ts';

/**
 * Writes a checked request down under an id: first event, log, row, code, private data, files and message. This is the
 * moment in which it is filed: the clock starts now, by the calendar, the policy and the sheet of now. One that was
 * accepted before is filed when its number is proven: until then nobody is known to stand behind it, no unit has it, and a
 * promise would be counted from something that may yet be erased.
 */
export async function writeRequest(
  trx: Transaction<Database>, ports: Ports, id: string, { sheet, form, answers, files, mobile, language }: CheckedRequest, matter: string | null,
): Promise<Filed> {
  const province = await findProvince(trx, sheet.province);
  const calendar = await calendarVersion(trx, ports, province.id, province.calendarVersion);
  const now = ports.now();
  const agency = await agencyRef(trx, province.id, sheet.agency.id);
  const holder = sheet.unit ? await findUnit(trx, province.id, sheet.unit.id) : undefined;
  const place = { agency: sheet.agency.id, county: agency?.county ?? null, hours: holder?.hours };
  const terms = await termsInForce(trx, province.id);
  const { policy, dueAt } = choosePolicy({ kind: form.kind, terms, time: sheet.time, filedAt: now, calendar, place });

  const vault = await newVault(ports, id);
  const content: FiledContent = { answers, mobile, files };
  const event = await writeEvent(trx, ports, id, [], vault, {
    type: 'filed',
    // The one reading of the time: event, row, clock, receipt and answer say the same to the millisecond.
    at: now,
    actor: { role: 'citizen', id: null },
    payload: {
      offering: sheet.id, offeringVersion: sheet.version, agency: sheet.agency.id, kind: form.kind, form: { id: form.id, version: form.version },
      unit: holder?.id ?? null, policy, calendarVersion: calendar.version, dueAt: wireInstant(calendar, dueAt),
      terms, place: { county: place.county, hours: place.hours ?? null },
    },
    private: content,
  });
  const receipt = await signReceipt({
    v: 1, request: id, offering: sheet.id, agency: sheet.agency.id, filedAt: wireInstant(calendar, now), dueAt: wireInstant(calendar, dueAt),
    policy: `${policy.source}:${policy.length}`, calendarVersion: calendar.version, event: event.hash,
  }, ports.secrets.receipt);

  const code = await giveCode(trx, ports, id);
  const row = await trx.insertInto('request').values({
    ...projected([event]),
    id, province: province.id, agency: sheet.agency.id, offering: sheet.id, offering_version: sheet.version, form: form.id, form_version: form.version,
    kind: form.kind, holder_agency: holder?.agency ?? sheet.agency.id, code_tail: code.slice(-4), filed_at: now, due_at: dueAt,
    policy_source: policy.source, policy_length: policy.length, calendar_checked: calendar.version, language, receipt,
    wake_at: wakeIn({ events: [event], calendar, place }, now),
  }).returningAll().executeTakeFirstOrThrow();
  await trx.insertInto('request_private').values({
    request: id,
    wrapped_key: vault.wrapped,
    answers: await vault.seal(filedContext(id), JSON.stringify({ content, code } satisfies FiledSecret)),
    contact_hash: await contactHash(ports, mobile),
    matter_hash: matter,
  }).execute();
  await bindFiles(trx, id, files.map((file) => file.id));
  const from = { province: province.name.fa, language };
  await enqueue(trx, ports, { request: id, to: mobile, about: 'filed', from, text: filedText(from, code) });

  const context = await contextOf(trx, ports, row, [event]);
  return {
    code, receipt, filedAt: wireInstant(calendar, now), offering: { id: sheet.id, title: sheet.title }, agency: context.agency,
    holder: holderIn(context), clock: clockIn(context, now),
  };
}

export async function bindFiles(trx: Transaction<Database>, request: string, ids: string[]): Promise<void> {
  if (ids.length) await trx.updateTable('attachment').set({ request }).where('id', 'in', ids).execute();
}

/** A code that nobody has yet. Two alike are one in 10¹⁵; a second draw settles even that. */
async function giveCode(trx: Transaction<Database>, ports: Ports, request: string): Promise<string> {
  for (let draw = 0; draw < 5; draw++) {
    const code = makeTrackingCode(randomBytes);
    const taken = await trx.insertInto('request_code').values({ code_hash: await trackingCodeHash(ports, code), request })
      .onConflict((conflict) => conflict.column('code_hash').doNothing()).returning('request').executeTakeFirst();
    if (taken) return code;
  }
  throw new Error('No free tracking code in five draws: the random source is broken.');
}
