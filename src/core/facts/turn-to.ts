import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FoundOffice, GuideContact } from '../../contract/guide.ts';
import type { Locale } from '../../i18n/locale.ts';
import { phoneIcon, pinIcon } from '../icons.ts';
import { declared } from './declared.ts';
import { localText, phoneHref, phoneText, placeText } from './place.ts';
import { told } from './told.ts';

/** A number to call; with core/styles/turn-to.ts. `first`: the one for a danger. Call while rendering. */
export function contactView(locale: Locale, { name, phone, note, always, illustrative }: GuideContact, first: boolean): TemplateResult {
  return html`<li>
    <a class=${first ? 'contact first' : 'contact'} href=${phoneHref(phone)}>
      ${phoneIcon}<span
        ><strong>${told(locale, name)}</strong>${always ? html`<span class="small always">${msg('شبانه‌روزی', { id: 'guide.always' })}</span>` : nothing}</span
      ><bdi class="digits" dir="ltr">${phoneText(locale, phone)}</bdi>
    </a>
    ${note ? html`<p class="soft small measure">${told(locale, note)}</p>` : nothing}
    ${illustrative ? html`<p class="soft small">${msg('این شماره نمونه است و هنوز با دستگاه تطبیق داده نشده.', { id: 'guide.illustrative' })}</p>` : nothing}
  </li>`;
}

/** An office to go to; with core/styles/turn-to.ts. Call while rendering. */
export function officeView(locale: Locale, { agency, unit }: FoundOffice): TemplateResult {
  const place = unit && placeText(locale, unit);
  return html`<li class="office">
    ${pinIcon}
    <div>
      <strong>${declared(localText(locale, agency.name))}</strong>
      ${unit ? html`<p>${declared(localText(locale, unit.name))}</p>` : nothing}
      ${place || unit?.city ? html`<p class="soft small">${place}${place && unit?.city ? ' · ' : nothing}${unit?.city ? declared(unit.city) : nothing}</p>` : nothing}
      ${unit?.phone ? html`<p><a class="phone" href=${phoneHref(unit.phone)}>${phoneIcon}<bdi dir="ltr">${phoneText(locale, unit.phone)}</bdi></a></p>` : nothing}
    </div>
  </li>`;
}
