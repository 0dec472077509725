import type { FileLink } from '../../contract/form.ts';
import { keyedSignature, signatureHolds } from '../crypto.ts';
import { preferred } from '../http/accept.ts';
import { linkOverPage } from '../http/pages.ts';
import { ProblemException, statusOf } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { audit } from '../staff/audit.ts';
import { fileResponse } from './content.ts';

export const linkMinutes = 5;
const purpose = 'file link';
const kinds = [{ mediaType: 'application/json' }, { mediaType: 'text/html' }] as const;

/**
 * A link to one file of a request, for who was found to be allowed to read it: `by` is the id of a member of staff, or
 * `citizen`. It opens to whoever holds it, so it lasts for minutes; nothing of it is kept. File, end and reader stand in
 * it, signed.
 */
export async function linkTo(ports: Ports, request: string, upload: string, by: string): Promise<FileLink> {
  const row = await ports.db.selectFrom('attachment').select('id').where('id', '=', upload).where('request', '=', request).executeTakeFirst();
  if (!row) throw new ProblemException('notFound');
  const until = Math.floor(ports.now().getTime() / 1000) + linkMinutes * 60;
  const what = `${row.id}.${until}.${by}`;
  return { link: `${what}.${await keyedSignature(ports.secrets.lookup, purpose, what)}`, expiresAt: new Date(until * 1000).toISOString() };
}

/**
 * The file of a link. What has run out and what was altered is answered alike, to a person's browser by a page. A file that
 * a member of staff reads is recorded as read by who asked for the link.
 */
export async function openLink(ports: Ports, link: string, request: Request): Promise<Response> {
  const [upload = '', until = '', by = '', signature = ''] = link.split('.');
  const holds = await signatureHolds(ports.secrets.lookup, purpose, `${upload}.${until}.${by}`, signature);
  if (!holds || Number(until) * 1000 <= ports.now().getTime()) {
    if (preferred(request.headers.get('accept'), kinds)?.mediaType === 'text/html') return linkOverPage(statusOf('file.linkOver'));
    throw new ProblemException('file.linkOver');
  }
  const row = await ports.db.selectFrom('attachment').selectAll().where('id', '=', upload).executeTakeFirst();
  if (!row) throw new ProblemException('notFound');
  if (by !== 'citizen') await audit(ports.db, ports, by, 'readFile', row.request);
  return fileResponse(ports, row);
}
