import { html, type nothing, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { adoptStyles } from '../../../core/adopt-styles.ts';
import { keepActions, type KeepPort } from './keep.ts';
import { lateNote } from './late.ts';
import { Live, type LivePort } from './live.ts';
import { moreStyles } from './more.styles.ts';
import { ReceiptCheck, type CheckPort } from './receipt-check.ts';
import { invitation, type InvitePort } from './invitation.ts';
import { receiptView } from './receipt-view.ts';

export { refusalView } from './refusal.ts';

export interface Later {
  /** The check of receipts, where no state is shown. */
  check(): TemplateResult;
  /** What may be done with a state: rate an answer, take it along. */
  keep(status: RequestStatus): TemplateResult;
  /** Why it is late, and what to do about it. */
  late(status: RequestStatus): TemplateResult | typeof nothing;
}

/** What comes after the first view; from then on it is kept up to date. */
export function later(port: CheckPort & KeepPort & InvitePort & LivePort): Later {
  adoptStyles(port.root, moreStyles);
  const check = new ReceiptCheck(port);
  const invite = invitation(port);
  const keep = keepActions(port);
  new Live(port);
  return { check: () => html`${receiptView(check)}`, keep: (status) => html`${invite(status)}${keep(status)}`, late: (status) => lateNote(port.locale(), status) };
}
