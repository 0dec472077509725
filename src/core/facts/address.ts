import { msg, str } from '@lit/localize';
import type { Address } from '../../contract/form.ts';
import { localDigits } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { provinceNames } from '../../persian/provinces.ts';
import { localText } from './place.ts';

/** What a part of an address is called. Call while rendering. */
export function addressPartName(part: string): string {
  switch (part) {
    case 'province': return msg('استان', { id: 'address.province' });
    case 'county': return msg('شهرستان', { id: 'address.county' });
    case 'city': return msg('شهر یا روستا', { id: 'address.city' });
    case 'postalCode': return msg('کدپستی', { id: 'address.postalCode' });
    default: return msg('بقیه نشانی', { id: 'address.rest' });
  }
}

/** Name of a province by its id; the id itself where there is none of that name. */
export const provinceName = (locale: Locale, id: string): string =>
  Object.hasOwn(provinceNames, id) ? localText(locale, provinceNames[id]!) : id;

/** An address in one line, the largest part first. Call while rendering. */
export function addressText(locale: Locale, { province, county, city, rest, postalCode }: Address): string {
  return [
    province && provinceName(locale, province), county, city, rest,
    postalCode && msg(str`کدپستی ${localDigits(locale, postalCode)}`, { id: 'address.withPostalCode' }),
  ].filter(Boolean).join(locale === 'fa' ? '، ' : ', ');
}
