import type { RequestKind } from '../../contract/form.ts';
import type { RouteBody } from '../../contract/route-schemas.ts';
import { clockOf } from '../../rules/clock.ts';
import { verifyReceipt } from '../../rules/receipt.ts';
import { offering, province } from '../catalogue/store.ts';
import { ProblemException } from '../http/problem.ts';
import { take } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import { contentDisposition } from '../uploads/file-names.ts';
import { requestByCode } from './code.ts';
import { calendarVersion, contextOf } from './context.ts';
import { receiptKeySet } from './keys.ts';

/** Papers that one receipt gives, whoever asks: to lay one out takes the gateway longer than most of what it does. */
const perReceipt = { limit: 12, seconds: 3600 };

/** Tells with a receipt whether it can be had on paper too. */
export const withPdf = <T extends { receipt: string }>(ports: Ports, told: T): T & { pdf?: true } => (ports.receiptPdf ? { ...told, pdf: true } : told);

/**
 * The receipt on paper, for whoever holds it: the signed receipt and the code of one request, both. It says what was signed
 * and what was true in that moment, whatever has become of the request since. Throws `notFound` where this gateway makes
 * none, `request.notFound` for a receipt that is not ours and for a code of another request, `rate.limited`.
 */
export async function receiptPdf(ports: Ports, { receipt, code, language, page }: RouteBody<'receiptPdf'>): Promise<Response> {
  if (!ports.receiptPdf) throw new ProblemException('notFound');
  const claims = await verifyReceipt(receipt, await receiptKeySet(ports.db)).catch(() => undefined);
  const row = await requestByCode(ports, code);
  if (!claims || row?.id !== claims.request) throw new ProblemException('request.notFound');
  await take(ports, `receiptPdf ${row.id}`, perReceipt.limit, perReceipt.seconds);

  const { title, time } = await offering(ports.db, row.offering, row.offering_version);
  const { agency, units, events, place } = await contextOf(ports.db, ports, row);
  const [filed] = events;
  const calendar = await calendarVersion(ports.db, ports, row.province, claims.calendarVersion);
  const clock = clockOf({ events: [filed!], calendar, place, now: row.filed_at });
  const unit = filed?.type === 'filed' ? filed.payload.unit : null;
  const pdf = await ports.receiptPdf({
    code, jws: receipt, kind: row.kind as RequestKind, province: (await province(ports.db, row.province)).name, title, agency,
    holder: (unit && units.get(unit)) || null, filedAt: claims.filedAt, clock: { ...clock, dueAt: claims.dueAt }, time, page,
  }, language ?? 'fa', ports.now());
  return new Response(pdf, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(pdf.byteLength),
      'content-disposition': contentDisposition(`receipt-${code.slice(-4)}.pdf`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
