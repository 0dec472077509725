import { msg, str } from '@lit/localize';
import type { Fee } from '../../contract/offering.ts';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';

/** «۵۰۰٬۰۰۰ ریال». Call while rendering. */
export const rialText = (locale: Locale, rial: number): string =>
  msg(str`${formatNumber(locale, rial)} ریال`, { id: 'facts.rial' });

/** «۵۰٬۰۰۰ تومان»: people count in toman, agencies declare in rial. */
export const tomanText = (locale: Locale, rial: number): string =>
  msg(str`${formatNumber(locale, rial / 10)} تومان`, { id: 'facts.toman' });

/** The amount of `feeText` in toman: «(از ۱۰۰٬۰۰۰ تومان)»; undefined when there is none to tell. Call while rendering. */
export function feeInToman(locale: Locale, fee: FeeFacts): string | undefined {
  const bounds = feeBounds(fee);
  if (!bounds?.most || fee.kind === 'free' || fee.kind === 'undeclared') return undefined;
  const { least, most } = bounds;
  if (least === 0) return msg(str`تا ${tomanText(locale, most)}`, { id: 'facts.upTo' });
  if (least === most) return tomanText(locale, most);
  return msg(str`${formatNumber(locale, least / 10)} تا ${tomanText(locale, most)}`, { id: 'facts.range' });
}

type FeeFacts = Pick<Fee, 'kind' | 'lines'>;

/** Smallest and largest amount of all lines; undefined when no line holds an amount. */
export function feeBounds({ lines }: FeeFacts): { least: number; most: number } | undefined {
  const amounts = lines.flatMap(({ amountRial, maxRial }) => [amountRial, maxRial]).filter((amount) => amount !== null);
  return amounts.length ? { least: Math.min(...amounts), most: Math.max(...amounts) } : undefined;
}

/** The fee in a few words: «رایگان», «۵۰۰٬۰۰۰ ریال», «از ۱٬۰۰۰٬۰۰۰ ریال», «طبق تعرفه». Call while rendering. */
export function feeText(locale: Locale, fee: FeeFacts): string {
  const bounds = feeBounds(fee);
  if (fee.kind === 'free') return msg('رایگان', { id: 'facts.free' });
  if (fee.kind === 'undeclared') return msg('اعلام نشده', { id: 'facts.undeclared' });
  if (!bounds) return msg('طبق تعرفه', { id: 'facts.byTariff' });
  if (bounds.most === 0) return msg('رایگان یا طبق تعرفه', { id: 'facts.freeOrTariff' });
  if (bounds.least === 0) return msg(str`رایگان تا ${rialText(locale, bounds.most)}`, { id: 'facts.freeUpTo' });
  if (fee.kind === 'from') return msg(str`از ${rialText(locale, bounds.least)}`, { id: 'facts.from' });
  if (bounds.least === bounds.most) {
    // A line without an amount beside one with an amount: there is more to pay than the amount says.
    const open = fee.kind === 'formula' || fee.lines.some((line) => line.amountRial === null);
    return open ? msg(str`از ${rialText(locale, bounds.least)}`, { id: 'facts.from' }) : rialText(locale, bounds.least);
  }
  return msg(str`${formatNumber(locale, bounds.least)} تا ${rialText(locale, bounds.most)}`, { id: 'facts.range' });
}
