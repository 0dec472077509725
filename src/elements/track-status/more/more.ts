import { moreStyles } from './more.styles.ts';
import { ReceiptCheck, type CheckPort } from './receipt-check.ts';
import { receiptView } from './receipt-view.ts';

export { refusalView } from './refusal.ts';

/** What comes after the first view: the check of receipts, and words for what a gateway refuses. */
export function receiptCheck(port: CheckPort): () => ReturnType<typeof receiptView> {
  port.root.adoptedStyleSheets = [...port.root.adoptedStyleSheets, moreStyles.styleSheet!];
  const check = new ReceiptCheck(port);
  return () => receiptView(check);
}
