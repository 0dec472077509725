import { msg, str } from '@lit/localize';
import type { Unit } from '../../contract/agency.ts';
import { localDigits } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';

/** A text of a province in the reader's language when it has one, else Persian. */
export const localText = (locale: Locale, text: { fa: string; [language: string]: string | undefined }): string =>
  text[locale] ?? text.fa;

/** «طبقه ۱، اتاق ۴»; undefined when neither was declared. Call while rendering. */
export function placeText(locale: Locale, unit: Pick<Unit, 'floor' | 'room'>): string | undefined {
  const floor = unit.floor && floorText(locale, unit.floor);
  const room = unit.room && msg(str`اتاق ${localDigits(locale, unit.room)}`, { id: 'facts.room' });
  if (floor && room) return msg(str`${floor}، ${room}`, { id: 'facts.floorAndRoom' });
  return floor || room || undefined;
}

function floorText(locale: Locale, floor: string): string {
  if (/همکف|^0$|^۰$/.test(floor)) return msg('طبقه همکف', { id: 'facts.groundFloor' });
  const text = localDigits(locale, floor.replace(/^طبقه\s*/, ''));
  return msg(str`طبقه ${text}`, { id: 'facts.floor' });
}

/** `026-32000041` from `02632000041`, in the reader's digits; stands in `<bdi dir="ltr">`. */
export const phoneText = (locale: Locale, phone: string): string =>
  localDigits(locale, phone.replace(/^(0\d{2})(\d{8})$/, '$1-$2'));

/** Address of a `tel:` link: `+982632000041`, short numbers as they are. */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/\D/g, '').replace(/^0(?=\d{10}$)/, '+98')}`;
