import type { Terms } from '../contract/terms.ts';
import type { RequestEvent } from './lifecycle.ts';

/** Where a province has none of its own, and for what was filed before terms were kept. */
export const usualTerms: Terms = {
  singleWindow: 'P10D',
  complaint: 'PT72H',
  firstResponse: null,
  pauseCap: 'P10WD',
  ladder: [{ share: 0.5, level: 0 }, { share: 0.8, level: 1 }, { share: 1, level: 2 }, { share: 1.5, level: 3 }],
  objection: 'P10D',
};

/** The terms under which a request was filed. */
export const termsOf = ([filed]: readonly RequestEvent[]): Terms => (filed?.type === 'filed' && filed.payload.terms) || usualTerms;
