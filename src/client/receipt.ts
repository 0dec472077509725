/** Imported where a receipt stands. */
import { receiptRoutes } from '../contract/receipt-routes.ts';
import { learnRoutes } from './client.ts';

learnRoutes(receiptRoutes);
