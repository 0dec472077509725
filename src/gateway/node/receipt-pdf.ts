import type { ReceiptPdf } from '../ports.ts';

/** What lays Persian out on paper is large: it is read when the first receipt is asked for. */
export const receiptPdf: ReceiptPdf = async (...given) => (await import('../../paper/receipt.ts')).receiptPdf(...given);
