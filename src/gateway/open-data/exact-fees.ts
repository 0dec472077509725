import type { Fee } from '../../contract/offering.ts';

/** Only what is exact: of a range, a formula or a fee from some amount on the words tell more than a number. */
export function exactFees({ kind, lines }: Fee): { label: string | null; amountRial: number }[] {
  if (kind === 'free' && !lines.length) return [{ label: null, amountRial: 0 }];
  if (kind !== 'fixed') return [];
  return lines.flatMap(({ label, amountRial, maxRial }) => (amountRial === null || maxRial !== null ? [] : [{ label, amountRial }]));
}
