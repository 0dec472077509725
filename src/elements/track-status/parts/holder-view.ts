import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { phoneHref, phoneText, placeText } from '../../../core/facts/place.ts';
import { buildingIcon, doorIcon, phoneIcon, pinIcon } from '../../../core/icons.ts';
import { localText } from '../../../core/facts/place.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** Whether the unit that holds the request is open now, in words; found by a chunk that comes later. */
export interface OpenNow {
  open: boolean;
  text(locale: Locale): string;
}

/** Who holds the request and how to reach them. */
export function holderView(locale: Locale, { holder, agency }: RequestStatus, openNow: OpenNow | undefined): TemplateResult {
  const place = holder && placeText(locale, holder);
  const city = holder?.city;
  return html`
    <ul class="holder" aria-label=${msg('پرونده دست کیست', { id: 'track.holder' })}>
      <li>${buildingIcon}<span>${holder ? msg(str`${localText(locale, holder.name)}، ${localText(locale, agency.name)}`, { id: 'track.unitOfAgency' }) : localText(locale, agency.name)}</span></li>
      ${place || city ? html`<li>${pinIcon}<span>${[place, city].filter(Boolean).join(locale === 'fa' ? '، ' : ', ')}</span></li>` : nothing}
      ${holder?.phone
        ? html`<li>${phoneIcon}<a href=${phoneHref(holder.phone)}><bdi dir="ltr" translate="no">${phoneText(locale, holder.phone)}</bdi></a></li>`
        : nothing}
      ${openNow ? html`<li class=${openNow.open ? 'open' : 'shut'}>${doorIcon}<span>${openNow.text(locale)}</span></li>` : nothing}
    </ul>
  `;
}
