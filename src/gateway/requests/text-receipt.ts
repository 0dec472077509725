import { ProblemException } from '../http/problem.ts';
import { take } from '../http/rate-limit.ts';
import { enqueue } from '../messages/outbox.ts';
import { filedText } from '../messages/texts.ts';
import type { Ports } from '../ports.ts';
import { lookupHash } from './code.ts';
import { vaultOf } from './events.ts';
import { openFiled } from './view.ts';

/** Messages that one phone gets in this way, whoever asks: somebody else may have seen the code. */
const perPhone = { limit: 3, seconds: 3600 };

/**
 * Sends the tracking code once more to the mobile number that was filed, and to no other. Throws `request.notFound` and
 * `rate.limited`.
 */
export async function textReceipt(ports: Ports, code: string): Promise<void> {
  const row = await ports.db.selectFrom('request_code').innerJoin('request', 'request.id', 'request_code.request')
    .innerJoin('province', 'province.id', 'request.province')
    .innerJoin('request_private', 'request_private.request', 'request.id')
    .select(['request.id', 'request.language', 'province.name', 'request_private.contact_hash'])
    .where('request_code.code_hash', '=', await lookupHash(ports, code)).executeTakeFirst();
  const opened = row && (await vaultOf(ports.db, ports, row.id));
  if (!row || !opened) throw new ProblemException('request.notFound');
  await take(ports, `textReceipt ${row.contact_hash}`, perPhone.limit, perPhone.seconds);
  const filed = await openFiled(opened.vault, row.id, opened.filed);
  const from = { province: row.name.fa, language: row.language };
  await enqueue(ports.db, ports, { request: row.id, to: filed.content.mobile, about: 'filed', from, text: filedText(from, filed.code) });
}
