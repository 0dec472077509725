import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StaffCase } from '../../../contract/staff.ts';
import { describedBy, field, fieldset, type FieldView } from '../../../core/controls/field.ts';
import { localText, placeText } from '../../../core/facts/place.ts';
import { refreshIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { foldKey } from '../../../persian/fold.ts';
import type { CaseModel } from '../model/case.ts';

type UnitItem = NonNullable<CaseModel['units']>[number];

/** So many are drawn; a word more in the search narrows the rest. */
const most = 60;

/**
 * Units of the province by agency, narrowed by what is typed. Radio buttons: unlike the lines of a list box, long names
 * wrap, and keyboard and screen readers know them.
 */
export function unitPicker(locale: Locale, model: CaseModel, shown: StaffCase, onPick: () => void): TemplateResult {
  const { draft, units } = model;
  if (model.unitsFailed) {
    return html`<p class="error">${msg('فهرست واحدها گرفته نشد.', { id: 'console.units.failed' })}</p>
      <button class="button quiet" type="button" @click=${() => void model.loadUnits()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button>`;
  }
  if (!units) return html`<p class="skeleton sk-row" aria-hidden="true"></p>`;
  const words = foldKey(draft.unitSearch).split(' ').filter(Boolean);
  const found = units.filter((item) => item.unit.id !== shown.holder?.id && (item.unit.id === draft.unit || matches(locale, item, words)));
  const drawn = found.filter((item, at) => at < most || item.unit.id === draft.unit);
  const search: FieldView = { id: 'unit-search', label: msg('جست‌وجوی واحد', { id: 'console.unit.search' }), hint: msg('نام واحد، دستگاه یا شهر', { id: 'console.unit.search.hint' }) };
  const view: FieldView = {
    id: 'draft-unit',
    label: msg(str`واحد (${formatNumber(locale, found.length)})`, { id: 'console.unit' }),
    error: draft.missing.has('unit') ? msg('واحد را برگزینید.', { id: 'console.unit.missing' }) : undefined,
  };
  const pick = (unit: string) => () => {
    draft.unit = unit;
    onPick();
  };
  return html`
    ${field(search, html`<input class="input" id="unit-search" type="search" autocomplete="off" aria-describedby=${describedBy(search)} .value=${live(draft.unitSearch)}
      @input=${(event: InputEvent) => {
        draft.unitSearch = (event.target as HTMLInputElement).value;
        model.port.update();
      }}
      @keydown=${(event: KeyboardEvent) => {
        // Enter here looks for a unit; it does not send the referral.
        if (event.key === 'Enter') event.preventDefault();
      }} />`)}
    <div class=${view.error ? 'invalid' : ''}>${fieldset(view, html`<div class="units">
      ${[...grouped(drawn).values()].map(
        (items) => html`<div role="group" aria-label=${localText(locale, items[0]!.agency.name)}>
          <p class="small unit-agency" aria-hidden="true"><bdi>${localText(locale, items[0]!.agency.name)}</bdi></p>
          ${items.map(({ unit }) => {
            const where = [unit.city, placeText(locale, unit)].filter(Boolean);
            return html`<label class="unit"><input type="radio" name="unit" value=${unit.id} .checked=${live(unit.id === draft.unit)} @change=${pick(unit.id)} />
              <span><bdi>${localText(locale, unit.name)}</bdi>${where.map((text) => html` <span class="soft small">· <bdi>${text}</bdi></span>`)}</span></label>`;
          })}
        </div>`,
      )}
      ${found.length ? nothing : html`<p class="soft">${msg('واحدی با این نام نیست؛ واژه‌ای را کم کنید.', { id: 'console.unit.none' })}</p>`}
      ${drawn.length < found.length
        ? html`<p class="soft small">${msg(str`${formatNumber(locale, found.length - drawn.length)} واحد دیگر هم هست؛ نام را بنویسید.`, { id: 'console.unit.more' })}</p>`
        : nothing}
    </div>`)}</div>
  `;
}

function grouped(items: UnitItem[]): Map<string, UnitItem[]> {
  const groups = new Map<string, UnitItem[]>();
  for (const item of items) groups.set(item.agency.id, [...(groups.get(item.agency.id) ?? []), item]);
  return groups;
}

function matches(locale: Locale, { agency, unit }: UnitItem, words: string[]): boolean {
  const key = foldKey(`${localText(locale, unit.name)} ${unit.name.fa} ${localText(locale, agency.name)} ${agency.name.fa} ${unit.city ?? ''}`);
  return words.every((word) => key.includes(word));
}
