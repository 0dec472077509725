import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { StaffCase } from '../../../contract/staff.ts';
import { describedBy, field, type FieldView } from '../../../core/controls/field.ts';
import { isolated } from '../../../core/facts/isolate.ts';
import { localText, placeText } from '../../../core/facts/place.ts';
import { refreshIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { foldKey } from '../../../persian/fold.ts';
import type { CaseModel } from '../model/case.ts';

type UnitItem = NonNullable<CaseModel['units']>[number];

/** Units of the province by agency, narrowed by what is typed. Native controls: keyboard and screen readers know them. */
export function unitPicker(locale: Locale, model: CaseModel, shown: StaffCase, onPick: () => void): TemplateResult {
  const { draft, units } = model;
  if (model.unitsFailed) {
    return html`<p class="error">${msg('فهرست واحدها گرفته نشد.', { id: 'console.units.failed' })}</p>
      <button class="button quiet" type="button" @click=${() => void model.loadUnits()}>${refreshIcon}${msg('دوباره امتحان کن', { id: 'console.retry' })}</button>`;
  }
  if (!units) return html`<p class="skeleton sk-row" aria-hidden="true"></p>`;
  const words = foldKey(draft.unitSearch).split(' ').filter(Boolean);
  const found = units.filter((item) => item.unit.id !== shown.holder?.id && (item.unit.id === draft.unit || matches(locale, item, words)));
  const groups = grouped(found);
  const search: FieldView = { id: 'unit-search', label: msg('جست‌وجوی واحد', { id: 'console.unit.search' }), hint: msg('نام واحد، دستگاه یا شهر', { id: 'console.unit.search.hint' }) };
  const view: FieldView = {
    id: 'draft-unit',
    label: msg(str`واحد (${formatNumber(locale, found.length)})`, { id: 'console.unit' }),
    error: draft.missing.has('unit') ? msg('واحد را برگزینید.', { id: 'console.unit.missing' }) : undefined,
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
    ${field(view, html`<select class="input" id="draft-unit" size="6" aria-describedby=${describedBy(view)} aria-invalid=${view.error ? 'true' : nothing}
      @change=${(event: Event) => {
        draft.unit = (event.target as HTMLSelectElement).value;
        onPick();
      }}>
      ${[...groups.values()].map(
        (items) => html`<optgroup label=${localText(locale, items[0]!.agency.name)}>
          ${items.map((item) => html`<option value=${item.unit.id} .selected=${item.unit.id === draft.unit}>${optionText(locale, item)}</option>`)}
        </optgroup>`,
      )}
    </select>`)}
  `;
}

function grouped(items: UnitItem[]): Map<string, UnitItem[]> {
  const groups = new Map<string, UnitItem[]>();
  for (const item of items) groups.set(item.agency.id, [...(groups.get(item.agency.id) ?? []), item]);
  return groups;
}

function optionText(locale: Locale, { unit }: UnitItem): string {
  const names = [localText(locale, unit.name), unit.city].filter((name) => name !== null).map((name) => isolated(locale, name));
  return [...names, placeText(locale, unit)].filter(Boolean).join(locale === 'fa' ? '، ' : ', ');
}

function matches(locale: Locale, { agency, unit }: UnitItem, words: string[]): boolean {
  const key = foldKey(`${localText(locale, unit.name)} ${unit.name.fa} ${localText(locale, agency.name)} ${agency.name.fa} ${unit.city ?? ''}`);
  return words.every((word) => key.includes(word));
}
