import '../../../client/receipt.ts';

export { printAlone } from '../../../core/print.ts';
export { ReceiptActions } from '../receipt/receipt-actions.ts';
export { receipt } from '../receipt/receipt.ts';
export { trackingLink } from '../receipt/tracking-link.ts';
export { receiptStyles as styles } from './receipt.styles.ts';
