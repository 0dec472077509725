import { sql, type Transaction } from 'kysely';
import type { Answers, FormDefinition } from '../../contract/form.ts';
import type { Filed, RequestInput } from '../../contract/request.ts';
import { transitions } from '../../rules/lifecycle.ts';
import { wireInstant } from '../../rules/working-calendar.ts';
import { agencies, province as findProvince } from '../catalogue/store.ts';
import { keyedHash } from '../crypto.ts';
import type { Database } from '../database/schema.ts';
import { ProblemException } from '../http/problem.ts';
import { sourceOf } from '../http/rate-limit.ts';
import { enqueue } from '../messages/outbox.ts';
import { eventText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { redeemRequestCode, sendRequestCode, validSeconds } from '../proof/request-proof.ts';
import { additionText } from './addition-text.ts';
import { append } from './append.ts';
import type { CheckedRequest } from './check.ts';
import { trackingCodeHash } from './code.ts';
import { clockIn, holderIn } from './context.ts';
import { lockRequest, vaultOf } from './events.ts';
import { matterKey, type MatterPlace } from './matter-key.ts';
import { openFiled, type AddedContent } from './view.ts';

/**
 * Two complaints of one person about one matter are worked on once: the second is recognised by the mobile number, the service
 * and the answers that its form names (`matter`), and added to the first while that is open.
 *
 * Whoever files learns that there is an earlier one, and nothing else of it, without proof: they know the number, the service
 * and what the matter is. Each such asking sends a code to the number and is limited like every other, so its owner sees it.
 * The code, the receipt and the clock of the first are for who proves the number.
 */
async function matterHash(
  ports: Pick<Ports, 'secrets'>, form: FormDefinition, offering: string, mobile: string, answers: Answers, place: MatterPlace,
): Promise<string | null> {
  const fields = new Map(form.steps.flatMap(({ items }) => items).flatMap((item) => (item.type === 'group' ? [] : [[item.id, item]])));
  const said = (form.matter ?? []).map((id) => matterKey(fields.get(id)!, answers[id], place));
  if (said.every((value) => value === null || value === '')) return null;
  return keyedHash(ports.secrets.lookup, 'matter', JSON.stringify([mobile, offering, said]));
}

/** The matter of a checked request; null where its form tells none from another. */
export async function matterOf(
  trx: Transaction<Database>, ports: Ports, { sheet, form, mobile, answers }: Pick<CheckedRequest, 'sheet' | 'form' | 'mobile' | 'answers'>,
): Promise<string | null> {
  if (!form.matter) return null;
  const place = await findProvince(trx, sheet.province);
  return matterHash(ports, form, sheet.id, mobile, answers, { province: place, agencies: await agencies(trx, place.id) });
}

/** The open request about a matter, for this transaction alone: of two that come at once the second finds the first. */
export async function openAbout(trx: Transaction<Database>, matter: string): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`matter ${matter}`}, 0))`.execute(trx);
  const states = transitions.joined.from.filter((state) => state !== null);
  const row = await trx.selectFrom('request_private').innerJoin('request', 'request.id', 'request_private.request').select('request.id')
    .where('request_private.matter_hash', '=', matter).where('request.state', 'in', states).orderBy('request.filed_at').limit(1).executeTakeFirst();
  return row?.id;
}

/** What is to be added to an open request. */
export interface Addition {
  form: FormDefinition;
  answers: Answers;
  files: { id: string; sha256: string }[];
  language: string;
  /** `proven`: the number was proven by another code, of the addition itself. */
  sameMatter: RequestInput['sameMatter'] | 'proven';
  /** Network address of the caller. */
  address: string;
}

/**
 * Adds a complaint to the open one about the same matter when the caller proves the mobile; otherwise sends the one-time code
 * by which they can. A problem is given, not thrown: a wrong code has to be counted, so the transaction goes through.
 */
export async function join(trx: Transaction<Database>, ports: Ports, request: string, addition: Addition): Promise<Filed | ProblemException> {
  const target = await lockRequest(trx, ports, request);
  const opened = target && (await vaultOf(trx, ports, request));
  if (!target || !opened) throw new ProblemException('request.notFound');
  const { form, answers, files, language, sameMatter, address } = addition;
  const { content, code } = await openFiled(opened.vault, request, opened.filed);
  const within = { ...ports, db: trx };
  const codeHash = await trackingCodeHash(ports, code);
  const source = sourceOf(address);
  if (!sameMatter || sameMatter === 'separate') {
    const asked = await sendRequestCode(within, codeHash, source);
    return new ProblemException('request.sameMatter', { proof: { validSeconds, ...asked } });
  }
  if (sameMatter !== 'proven' && !(await redeemRequestCode(within, { codeHash, source, ...sameMatter }))) return new ProblemException('proof.wrong');
  const text = additionText(form, content.answers, answers, language);
  const context = await append(trx, ports, target, {
    type: 'joined', actor: { role: 'citizen', id: null }, payload: { form: { id: form.id, version: form.version } },
    private: { text, answers, files } satisfies AddedContent,
  });
  const { name } = await findProvince(trx, target.row.province);
  const from = { province: name.fa, language: target.row.language };
  const message = eventText(from, code, 'joined');
  if (message) await enqueue(trx, ports, { request, to: content.mobile, about: 'joined', from, text: message });
  const { row, calendar, title, agency } = context;
  return {
    code, receipt: row.receipt, filedAt: wireInstant(calendar, row.filed_at), offering: { id: row.offering, title }, agency,
    holder: holderIn(context), clock: clockIn(context, ports.now()), joined: true,
  };
}
