import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { alertIcon, checkIcon, pinIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { PlaceParts } from '../form/raw.ts';
import { mapSource } from '../map/map-source.ts';
import { awaited, type FormModel } from './model.ts';

/** A typed address is always enough; the position of the device can be added where the browser lets us ask for it. */
export function locationView(model: FormModel, view: FieldView, path: string, place: PlaceParts): TemplateResult {
  const { locale, locating } = model;
  const hint = view.hint ?? msg('نشانی را بنویسید: شهر، خیابان، کوچه، پلاک', { id: 'form.locationHint' });
  const here = locating?.path === path ? locating.state : undefined;
  const known = place.latitude !== undefined && place.longitude !== undefined;
  const number = (value: number) => formatNumber(locale, value, { minimumFractionDigits: 5, maximumFractionDigits: 5 });
  const source = mapSource();
  const { popup } = model;
  const mapOpen = !!popup && 'map' in popup && popup.path === path;
  return field({ ...view, hint }, html`
    <textarea
      class="input"
      id=${view.id}
      rows="2"
      autocomplete="street-address"
      aria-describedby=${describedBy({ ...view, hint })}
      aria-invalid=${view.error ? 'true' : 'false'}
      aria-required=${view.optional ? 'false' : 'true'}
      .value=${live(place.text)}
      @input=${(event: Event & { target: HTMLTextAreaElement }) => model.set(path, { ...place, text: event.target.value })}
      @change=${() => model.leave(path)}
    ></textarea>
    ${known
      ? html`<p class="row place">
          <span class="good">${checkIcon} ${msg('موقعیت افزوده شد', { id: 'form.located' })}</span>
          <bdi class="soft small" dir="ltr">${msg(str`${number(place.latitude!)}، ${number(place.longitude!)}`, { id: 'form.coordinates' })}</bdi>
          <button type="button" class="link small" @click=${() => model.set(path, { text: place.text })}>${msg('برداشتن', { id: 'form.removePosition' })}</button>
        </p>`
      : canLocate()
        ? html`<p class="place">
            <button type="button" class="button quiet" aria-disabled=${here === 'asking' ? 'true' : 'false'} @click=${() => model.locate(path)}>
              ${pinIcon}${here === 'asking' ? msg('در حال گرفتن موقعیت…', { id: 'form.locating' }) : msg('افزودن موقعیت همین دستگاه', { id: 'form.locate' })}
            </button>
          </p>`
        : nothing}
    ${source
      ? html`<p class="place"><button type="button" class="button quiet" id="${view.id}-map" aria-expanded=${mapOpen ? 'true' : 'false'} @click=${() => model.open(mapOpen ? undefined : { path, map: true })}>
          ${pinIcon}${msg('انتخاب روی نقشه', { id: 'form.map' })}
        </button></p>
        ${mapOpen ? (model.pieces.map?.mapView(model, view.id, view.label, path, place, source) ?? html`<p role="status">${awaited()}</p>`) : nothing}`
      : nothing}
    ${here === 'denied'
      ? html`<p class="warning" role="status">${alertIcon}<span>${msg('مرورگر اجازه نداد. نشانی نوشته‌شده کافی است.', { id: 'form.locateDenied' })}</span></p>`
      : here === 'failed'
        ? html`<p class="warning" role="status">${alertIcon}<span>${msg('موقعیت پیدا نشد. نشانی نوشته‌شده کافی است.', { id: 'form.locateFailed' })}</span></p>`
        : nothing}
  `);
}

/** Browsers tell the place on https only, and not in frames that were not allowed to ask. */
const canLocate = (): boolean => isSecureContext && 'geolocation' in navigator;
