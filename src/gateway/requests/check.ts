import type { Transaction } from 'kysely';
import type { Answers, FormDefinition, Upload } from '../../contract/form.ts';
import type { Offering } from '../../contract/offering.ts';
import type { RequestInput } from '../../contract/request.ts';
import { canonicalAnswers, checkForm } from '../../rules/form.ts';
import '../../rules/form-rarer.ts';
import { dateOfDay, wallTime } from '../../rules/working-calendar.ts';
import { province as findProvince } from '../catalogue/store.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { toUpload } from '../uploads/content.ts';
import { answeredFiles } from '../uploads/fields.ts';
import { unboundSince } from '../uploads/unbound.ts';
import { calendarVersion } from './context.ts';
import { onlineOffering } from './online-offering.ts';
import type { FiledContent } from './view.ts';

/** A request that may be filed as it stands. */
export interface CheckedRequest extends FiledContent {
  sheet: Offering;
  form: FormDefinition;
  language: string;
}

/**
 * Holds a request against its form and finds its files. `held`: an accepted one that this one replaces, whose files may be
 * named again. Throws all that is wrong with it.
 */
export async function checkRequest(trx: Transaction<Database>, ports: Ports, body: RequestInput, held?: string): Promise<CheckedRequest> {
  const { sheet, form } = await onlineOffering(trx, body.offering);
  if (body.form.id !== form.id || body.form.version !== form.version) {
    throw new ProblemException('form.changed', {
      detail: `This offering is filed with ${form.id} version ${form.version}, not ${body.form.id} version ${body.form.version}.`,
    });
  }
  const { answers, files } = await checkAnswers(trx, ports, sheet.province, form, body.answers, { offering: sheet.id, held });
  return { sheet, form, answers, files, mobile: contactIn(form, answers), language: languageOf(body.language) };
}

/** Where the files that answers name were sent to. */
interface SentFor {
  offering: string;
  /** A question of the desk, which they reply to. */
  question?: string;
  /** An accepted request whose files may be named again. */
  held?: string | undefined;
}

/** Holds answers against a form, as of today in the province, and finds their files. Throws all that is wrong with them. */
export async function checkAnswers(
  trx: Transaction<Database>, ports: Ports, provinceId: string, form: FormDefinition, given: Answers, sentFor: SentFor,
): Promise<Pick<FiledContent, 'answers' | 'files'>> {
  const province = await findProvince(trx, provinceId);
  const calendar = await calendarVersion(trx, ports, province.id, province.calendarVersion);
  const today = dateOfDay(wallTime(calendar, ports.now()).day);
  requireValid(form, given, today);
  const answers = canonicalAnswers(form, given, today);
  const files = await takeFiles(trx, ports, form, answers, sentFor);
  // Once more, now with what the files really are.
  requireValid(form, answers, today);
  return { answers, files };
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

/** Finds the uploads named in the answers and puts what we know of them in the place of what the caller said. */
async function takeFiles(
  trx: Transaction<Database>, ports: Ports, form: FormDefinition, answers: Answers, { offering, question, held }: SentFor,
): Promise<FiledContent['files']> {
  const named = answeredFiles(form, answers);
  if (!named.length) return [];
  const rows = await trx.selectFrom('attachment').selectAll()
    .where('id', 'in', named.map(({ upload }) => upload.id))
    .where('offering', '=', offering)
    .where((eb) => (question === undefined ? eb('question', 'is', null) : eb('question', '=', question)))
    .where((eb) => eb.or([eb.and([eb('request', 'is', null), eb('created_at', '>=', unboundSince(ports))]), eb('request', '=', held ?? null)]))
    .forUpdate().execute();
  const left = new Map(rows.map((row) => [row.id, row]));
  const missing: { path: string; code: string }[] = [];
  const taken: FiledContent['files'] = [];
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

const languageOf = (asked: string | undefined): string => (asked && /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(asked) ? asked : 'fa');
