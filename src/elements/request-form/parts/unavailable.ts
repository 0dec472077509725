import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Offering } from '../../../contract/offering.ts';
import { localText, phoneHref, phoneText, placeText } from '../../../core/facts/place.ts';
import { buildingIcon, linkIcon, phoneIcon, pinIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** There is no form for this service: how to get it instead, from what its agency has declared. */
export function unavailable(locale: Locale, offering: Offering): TemplateResult {
  const { unit, link, phone } = offering;
  const number = phone ?? unit?.phone;
  const place = unit && placeText(locale, unit);
  return html`
    <h2 id="heading" tabindex="-1">${msg('این خدمت از اینجا درخواست نمی‌شود', { id: 'form.unavailable' })}</h2>
    <p>${link
      ? msg(str`«${offering.title}» را در سامانه خود ${localText(locale, offering.agency.name)} بگیرید.`, { id: 'form.ownSystem' })
      : msg(str`برای «${offering.title}» به ${localText(locale, offering.agency.name)} مراجعه کنید یا تماس بگیرید.`, { id: 'form.goThere' })}</p>
    <ul class="ways">
      ${link ? html`<li><a class="button primary" href=${link} target="_blank" rel="noopener">${linkIcon}${msg('رفتن به سامانه دستگاه', { id: 'form.openSystem' })}</a></li>` : nothing}
      ${unit ? html`<li>${buildingIcon} ${localText(locale, unit.name)}</li>` : nothing}
      ${place ? html`<li>${pinIcon} ${place}</li>` : nothing}
      ${number ? html`<li>${phoneIcon} <a href=${phoneHref(number)}><bdi dir="ltr">${phoneText(locale, number)}</bdi></a></li>` : nothing}
    </ul>
  `;
}
