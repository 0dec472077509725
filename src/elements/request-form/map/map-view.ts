import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { define, tagOf } from '../../../core/define.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { PlaceParts } from '../form/raw.ts';
import type { FormModel } from '../parts/model.ts';
import type { MapSource } from './map-source.ts';
import type { Spot } from './mercator.ts';
import { PlaceMap, type MapWords } from './place-map.ts';

/** One map a form: it stands at the field that opened it. */
const maps = new WeakMap<FormModel['filling'], { path: string; map: PlaceMap }>();

function mapOf(model: FormModel, path: string, source: MapSource, { latitude, longitude }: PlaceParts): PlaceMap {
  const present = maps.get(model.filling);
  if (present?.path === path) return present.map;
  define('place-map', PlaceMap);
  const map = document.createElement(tagOf('place-map')) as PlaceMap;
  Object.assign(map, { source, spot: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude } });
  maps.set(model.filling, { path, map });
  return map;
}

/** The map of one location field, and what takes its middle as the place. */
export function mapView(model: FormModel, id: string, label: string, path: string, place: PlaceParts, source: MapSource): TemplateResult {
  const { locale } = model;
  const at = msg('عرض {lat}، طول {lng}', { id: 'map.at' });
  const degrees = (value: number) => formatNumber(locale, value, { minimumFractionDigits: 5, maximumFractionDigits: 5 });
  const words: MapWords = {
    label: msg('نقشه', { id: 'map.label' }),
    how: msg('نقشه را بکشید تا سوزن روی جای درست بایستد. با صفحه‌کلید: پیکان‌ها جابه‌جا می‌کنند، + و − نزدیک و دور.', { id: 'map.how' }),
    closer: msg('نزدیک‌تر', { id: 'map.closer' }),
    farther: msg('دورتر', { id: 'map.farther' }),
    failed: msg('بخشی از نقشه نیامد. نشانی نوشته‌شده کافی است.', { id: 'map.failed' }),
    at: (spot: Spot) => at.replace('{lat}', degrees(spot.latitude)).replace('{lng}', degrees(spot.longitude)),
  };
  const map = mapOf(model, path, source, place);
  map.words = words;
  const close = () => {
    maps.delete(model.filling);
    model.open(undefined);
    model.focusId(`${id}-map`);
  };
  const take = () => {
    model.set(path, { text: place.text, ...map.middle });
    model.say(() => msg('موقعیت افزوده شد', { id: 'form.located' }));
    close();
  };
  return html`<div role="group" aria-label=${label}>
    ${map}
    <div class="row place">
      <button type="button" class="button" @click=${take}>${msg('همین‌جاست', { id: 'map.take' })}</button>
      <button type="button" class="button quiet" @click=${close}>${msg('بستن نقشه', { id: 'map.close' })}</button>
    </div>
  </div>`;
}
