export { printAlone } from '../../../core/print.ts';
export { copyText } from '../../../core/copy-text.ts';
export { receipt } from '../receipt/receipt.ts';
export { trackingLink } from '../receipt/tracking-link.ts';
export { receiptStyles as styles } from './receipt.styles.ts';
