import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { declared } from '../../../core/facts/declared.ts';
import { localText, phoneHref, phoneText, placeText } from '../../../core/facts/place.ts';
import { calendarIcon, phoneIcon, pinIcon } from '../../../core/icons.ts';
import { section, undeclaredText } from './section.ts';
import type { SheetModel } from './sheet.ts';

/** Unit, floor, room, hours, phone. */
export function placeView({ locale, offering, openNow }: SheetModel) {
  const { unit, hoursText } = offering;
  const heading = msg('کجا و کی', { id: 'sheet.place' });
  const phone = offering.phone ?? unit?.phone ?? null;
  if (!unit && !hoursText && !phone) return section('place', heading, undeclaredText());
  const place = unit && placeText(locale, unit);
  return section(
    'place',
    heading,
    html`<ul class="facts" role="list">
      <li>
        ${pinIcon}<span
          >${
            unit
              ? html`<strong>${declared(localText(locale, unit.name))}</strong>
                  ${place ? html`<br />${place}` : html`<br /><span class="soft">${msg('طبقه و اتاق اعلام نشده', { id: 'sheet.noRoom' })}</span>`}
                  ${unit.city ? html`<br />${declared(unit.city)}` : nothing}`
              : html`<span class="soft">${msg('واحد اعلام نشده', { id: 'sheet.noUnit' })}</span>`
          }</span
        >
      </li>
      <li>
        ${calendarIcon}<span>
          ${hoursText ? declared(hoursText) : html`<span class="soft">${msg('ساعت کار اعلام نشده', { id: 'sheet.noHours' })}</span>`}
          ${openNow ? html`<span class="open-line no-print small ${openNow.open ? 'open' : 'closed'}"><span class="dot" aria-hidden="true"></span>${openNow.text}</span>` : nothing}</span
        >
      </li>
      <li>
        ${phoneIcon}<span>
          ${phone ? html`<a href=${phoneHref(phone)}><bdi dir="ltr">${phoneText(locale, phone)}</bdi></a>` : html`<span class="soft">${msg('تلفن اعلام نشده', { id: 'sheet.noPhone' })}</span>`}</span
        >
      </li>
    </ul>`,
  );
}
