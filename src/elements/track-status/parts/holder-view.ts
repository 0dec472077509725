import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalText } from '../../../contract/common.ts';
import type { RequestStatus } from '../../../contract/request.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText, phoneHref, phoneText, placeText } from '../../../core/facts/place.ts';
import { buildingIcon, doorIcon, phoneIcon, pinIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** Whether the unit that holds the request is open now, in words; found by a chunk that comes later. */
export interface OpenNow {
  open: boolean;
  text(locale: Locale): string;
  /** Its hours on the days to come. */
  week(locale: Locale): TemplateResult;
}

/** Who holds the request and how to reach them. */
export function holderView(locale: Locale, { holder, agency }: RequestStatus, openNow: OpenNow | undefined): TemplateResult {
  const place = holder && placeText(locale, holder);
  const city = holder?.city;
  const name = (text: LocalText) => isolated(locale, localText(locale, text));
  return html`
    <ul class="holder" aria-label=${msg('پرونده دست کیست', { id: 'track.holder' })}>
      <li>${buildingIcon}<span>${holder ? msg(str`${name(holder.name)}، ${name(agency.name)}`, { id: 'track.unitOfAgency' }) : name(agency.name)}</span></li>
      ${place || city ? html`<li>${pinIcon}<span>${[place, city && isolated(locale, city)].filter(Boolean).join(locale === 'fa' ? '، ' : ', ')}</span></li>` : nothing}
      ${holder?.phone
        ? html`<li>${phoneIcon}<a href=${phoneHref(holder.phone)}><bdi dir="ltr" translate="no">${phoneText(locale, holder.phone)}</bdi></a></li>`
        : nothing}
      ${openNow ? html`<li class=${openNow.open ? 'open' : 'shut'}>${doorIcon}<span>${openNow.text(locale)}</span></li>` : nothing}
    </ul>
    ${openNow?.week(locale)}
  `;
}
