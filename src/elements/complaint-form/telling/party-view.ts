import { msg, str } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { agencyOptions } from '../../../core/facts/agencies.ts';
import { combobox } from '../../../core/controls/combobox.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Telling } from './telling.ts';

/** Whom or what the complaint is about: chosen from the offices on the gateway, or written where it is none of them. */
export function partyView(locale: Locale, telling: Telling): TemplateResult {
  const { options, find } = telling.here ? agencyOptions(locale, telling.here) : { options: [], find: () => [] };
  const n = (count: number) => formatNumber(locale, count);
  return combobox({
    id: 'said-party',
    label: msg('شکایت از چه کسی یا کجاست؟', { id: 'complaint.party' }),
    hint: msg('نام اداره را بنویسید و از فهرست برگزینید. اگر در فهرست نیست، همان را که می‌دانید بنویسید.', { id: 'complaint.party.hint' }),
    optional: msg('اختیاری', { id: 'form.optional' }),
    options,
    find,
    text: telling.said.party,
    active: telling.active,
    told: (found) => found
      ? msg(str`${n(found)} گزینه`, { id: 'form.optionCount' })
      : msg('در فهرست نیست؛ همین نوشته می‌ماند.', { id: 'form.agencyNotListed' }),
    onActive: (active) => telling.open(active),
    onInput: (text) => telling.set('party', text),
    onChoose: ({ label }) => telling.set('party', label),
  });
}
