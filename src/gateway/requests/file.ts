import type { Transaction } from 'kysely';
import type { Answers, FormDefinition, Upload } from '../../contract/form.ts';
import type { Filed } from '../../contract/request.ts';
import type { RouteBody } from '../../contract/route-schemas.ts';
import { choosePolicy } from '../../rules/clock.ts';
import { canonicalAnswers, checkForm } from '../../rules/form.ts';
import '../../rules/form-rarer.ts';
import { signReceipt } from '../../rules/receipt.ts';
import { makeTrackingCode } from '../../rules/tracking-code.ts';
import { dateOfDay, wallTime, wireInstant } from '../../rules/working-calendar.ts';
import { agencies, agencyRef, province as findProvince, unit as findUnit } from '../catalogue/store.ts';
import { randomBytes, randomToken } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import type { CallerContext } from '../http/handler.ts';
import { claim, remember } from '../http/idempotency.ts';
import { ProblemException } from '../http/problem.ts';
import { most, sourceOf, take, used } from '../http/rate-limit.ts';
import { requireWork } from '../proof/work.ts';
import { enqueue } from '../messages/outbox.ts';
import { filedText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { toUpload } from '../uploads/content.ts';
import { answeredFiles } from '../uploads/fields.ts';
import { unboundSince } from '../uploads/unbound.ts';
import { trackingCodeHash } from './code.ts';
import { calendarVersion, clockIn, holderIn, contextOf } from './context.ts';
import { projected, writeEvent } from './events.ts';
import { publishReceiptKey } from './keys.ts';
import { onlineOffering } from './online-offering.ts';
import { join, matterHash, openAbout } from './same-matter.ts';
import { contactHash, filedContext, newVault } from './vault.ts';
import type { FiledContent, FiledSecret } from './view.ts';

/** Requests that one mobile number may file in an hour: enough for an office that files for others. */
const perContact = { limit: 30, seconds: 3600 };
/** Filings of one address, and for one number, that cost nothing. Beyond, each costs a proof of work. */
const calm = { source: { limit: 20, seconds: 600 }, contact: { limit: 5, seconds: 3600 } };

/**
 * Files a request in one transaction: request, first event, log, code, private data, files, message and the answer for
 * repeated calls. The code is answered only after commit, so whoever holds a code holds a request.
 */
export async function fileRequest(ports: Ports, body: RouteBody<'fileRequest'>, caller: CallerContext): Promise<Filed> {
  await publishReceiptKey(ports);
  // Counted where calls come in (../http/mount.ts), in windows of the same length.
  const fromHere = await used(ports, `fileRequest ${sourceOf(caller.address)}`, calm.source.seconds);
  const done = await ports.db.transaction().execute(async (trx) => {
    const before = await claim(trx, ports, caller, 'fileRequest', caller.fingerprint);
    if (before) {
      caller.headers.set('idempotency-replayed', 'true');
      return before.answer as Filed;
    }
    const filed = await file(trx, ports, body, caller, fromHere > most(ports, calm.source.limit));
    if (!(filed instanceof ProblemException)) await remember(trx, ports, caller, 'fileRequest', caller.fingerprint, { status: 201, answer: filed });
    return filed;
  });
  if (done instanceof ProblemException) throw done;
  return done;
}

async function file(
  trx: Transaction<Database>, ports: Ports, body: RouteBody<'fileRequest'>, caller: CallerContext, busy: boolean,
): Promise<Filed | ProblemException> {
  const { sheet, form } = await onlineOffering(trx, body.offering);
  if (body.form.id !== form.id || body.form.version !== form.version) {
    throw new ProblemException('form.changed', {
      detail: `This offering is filed with ${form.id} version ${form.version}, not ${body.form.id} version ${body.form.version}.`,
    });
  }
  const province = await findProvince(trx, sheet.province);
  const calendar = await calendarVersion(trx, ports, province.id, province.calendarVersion);
  const now = ports.now();
  const today = dateOfDay(wallTime(calendar, now).day);
  requireValid(form, body.answers, today);
  const answers = canonicalAnswers(form, body.answers, today);
  const files = await takeFiles(trx, ports, sheet.id, form, answers);
  // Once more, now with what the files really are.
  requireValid(form, answers, today);
  const mobile = contactIn(form, answers);
  const contact = `fileRequest contact ${mobile}`;
  const inside = { ...ports, db: trx };
  await take(inside, contact, perContact.limit, perContact.seconds);
  // Refused for want of work, this filing is not counted: the transaction takes it back.
  if (busy || (await used(inside, contact, perContact.seconds)) > most(ports, calm.contact.limit)) await requireWork(inside, caller.request);

  const matter = form.matter ? await matterHash(ports, form, sheet.id, mobile, answers, { province, agencies: await agencies(trx, province.id) }) : null;
  const open = matter && body.sameMatter !== 'separate' ? await openAbout(trx, matter) : undefined;
  if (open) {
    const joined = await join(trx, ports, open, { form, answers, files, language: languageOf(body.language), sameMatter: body.sameMatter, address: caller.address });
    if (!(joined instanceof ProblemException)) await bindFiles(trx, open, files.map(({ id }) => id));
    return joined;
  }

  const agency = await agencyRef(trx, province.id, sheet.agency.id);
  const holder = sheet.unit ? await findUnit(trx, province.id, sheet.unit.id) : undefined;
  const place = { agency: sheet.agency.id, county: agency?.county ?? null, hours: holder?.hours };
  const { policy, dueAt } = choosePolicy({ kind: form.kind, time: sheet.time, filedAt: now, calendar, place });

  const id = randomToken(16);
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
      place: { county: place.county, hours: place.hours ?? null },
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
    policy_source: policy.source, policy_length: policy.length, calendar_version: calendar.version, language: languageOf(body.language), receipt,
  }).returningAll().executeTakeFirstOrThrow();
  await trx.insertInto('request_private').values({
    request: id,
    wrapped_key: vault.wrapped,
    answers: await vault.seal(filedContext(id), JSON.stringify({ content, code } satisfies FiledSecret)),
    contact_hash: await contactHash(ports, mobile),
    matter_hash: matter,
  }).execute();
  await bindFiles(trx, id, files.map((file) => file.id));
  const sender = { province: province.name.fa, language: row.language };
  await enqueue(trx, ports, { request: id, mobile, text: filedText(sender, code) });

  const context = await contextOf(trx, ports, row, [event]);
  return {
    code, receipt, filedAt: wireInstant(calendar, now), offering: { id: sheet.id, title: sheet.title }, agency: context.agency,
    holder: holderIn(context), clock: clockIn(context, now),
  };
}

/** Enough for a person; an answer is never many times longer than what was sent. */
const mostErrors = 100;

/** Throws with every error of the answers. Warnings stop nobody. */
function requireValid(form: FormDefinition, answers: Answers, today: string): void {
  requireFewRows(form, answers);
  const errors = checkForm(form, answers, today).filter(({ severity }) => severity === 'error').slice(0, mostErrors)
    .map(({ path, code, params }) => ({ path, code, ...(params ? { params } : {}) }));
  if (errors.length) throw new ProblemException('input.invalid', { errors });
}

/** Before the rules look at each row: a body of a megabyte holds hundreds of thousands of empty ones. */
function requireFewRows(form: FormDefinition, answers: Answers): void {
  for (const item of form.steps.flatMap(({ items }) => items)) {
    if (item.type !== 'group') continue;
    const rows = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
    if (Array.isArray(rows) && rows.length > item.max) {
      throw new ProblemException('input.invalid', {
        errors: [{ path: item.id, code: 'groupTooMany', params: { max: item.max, count: rows.length } }],
      });
    }
  }
}

/** The mobile number to which messages and one-time codes go: without it nobody could ever open the request. */
function contactIn(form: FormDefinition, answers: Answers): string {
  const mobile = answers[form.contactField];
  if (typeof mobile !== 'string') throw new ProblemException('input.invalid', { errors: [{ path: form.contactField, code: 'required' }] });
  return mobile;
}

interface TakenFile { id: string; sha256: string }

/** Finds the uploads named in the answers and puts what we know of them in the place of what the caller said. */
async function takeFiles(
  trx: Transaction<Database>, ports: Ports, offering: string, form: FormDefinition, answers: Answers,
): Promise<TakenFile[]> {
  const named = answeredFiles(form, answers);
  if (!named.length) return [];
  const rows = await trx.selectFrom('attachment').selectAll()
    .where('id', 'in', named.map(({ upload }) => upload.id))
    .where('request', 'is', null).where('offering', '=', offering).where('created_at', '>=', unboundSince(ports))
    .forUpdate().execute();
  const left = new Map(rows.map((row) => [row.id, row]));
  const missing: { path: string; code: string }[] = [];
  const taken: TakenFile[] = [];
  for (const { path, key, upload, replace } of named) {
    const row = left.get(upload.id);
    // Each file once, and only in the field that it was sent for.
    if (!row || row.field !== key) {
      missing.push({ path, code: 'notFound' });
      continue;
    }
    left.delete(row.id);
    replace(toUpload(row) satisfies Upload);
    taken.push({ id: row.id, sha256: row.sha256 });
  }
  if (missing.length) throw new ProblemException('upload.notFound', { errors: missing });
  return taken;
}

async function bindFiles(trx: Transaction<Database>, request: string, ids: string[]): Promise<void> {
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

const languageOf = (asked: string | undefined): string => (asked && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(asked) ? asked : 'fa');
