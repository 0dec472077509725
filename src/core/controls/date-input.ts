import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../../i18n/formats.ts';
import type { Locale } from '../../i18n/locale.ts';
import { chevronDownIcon } from '../icons.ts';
import { splitDate, splitDay, type DateParts } from './date-parts.ts';
import { describedBy, fieldset, type FieldView } from './field.ts';
import { monthNames } from './months.ts';

export interface DateInputView extends FieldView {
  locale: Locale;
  value: DateParts;
  /** The control that holds the error. */
  wrong?: 'day' | 'month' | 'year';
  /** The browser knows birthdays in the Gregorian calendar only. */
  birthday?: boolean;
  /** Stands under the three controls. */
  below?: TemplateResult;
  onInput(value: DateParts): void;
  /** The person left all three controls. */
  onLeave?(): void;
}

/**
 * Day, month, year in three controls: quicker and surer than a calendar of boxes for a day that people know by heart, and
 * any digits will do.
 */
export function dateInput(view: DateInputView): TemplateResult {
  const { locale, value, id } = view;
  const words = { day: msg('روز', { id: 'form.day' }), month: msg('ماه', { id: 'form.month' }), year: msg('سال', { id: 'form.year' }) };
  // People know the months by name and by number.
  const months = monthNames(locale, value.calendar).map((name, index) =>
    value.calendar === 'persian' ? msg(str`${name} (${formatNumber(locale, index + 1)})`, { id: 'form.monthAndNumber' }) : name);
  const bday = view.birthday && value.calendar === 'gregorian';
  /** All three as they stand now: autofill writes them in one go, before anything is rendered again. */
  const read = (event: Event): DateParts => {
    const within = (event.target as Element).closest('.date-parts')!;
    const at = (part: string) => within.querySelector<HTMLInputElement | HTMLSelectElement>(`#${CSS.escape(`${id}-${part}`)}`)!.value;
    return { calendar: value.calendar, day: at('day'), month: at('month'), year: at('year') };
  };
  const text = (part: 'day' | 'year') => html`
    <div class="part">
      <label class="small" for="${id}-${part}">${words[part]}</label>
      <input
        class="input"
        id="${id}-${part}"
        type="text"
        inputmode="numeric"
        autocomplete=${ifDefined(bday ? `bday-${part}` : undefined)}
        aria-describedby=${describedBy(view)}
        aria-invalid=${view.error && (view.wrong ?? part) === part ? 'true' : 'false'}
        .value=${live(value[part])}
        @input=${(event: Event & { target: HTMLInputElement }) => {
          view.onInput(splitDate(event.target.value, value.calendar) ?? read(event));
        }}
        @change=${(event: Event & { target: HTMLInputElement }) => {
          // Only now: «12/1» may have been on its way to «12/12».
          const both = part === 'day' && splitDay(event.target.value);
          if (both) view.onInput({ ...read(event), ...both });
        }}
      />
    </div>
  `;
  return fieldset(view, html`
    <div
      class="date-parts"
      @focusout=${(event: FocusEvent & { currentTarget: HTMLElement }) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) view.onLeave?.();
      }}
    >
      ${text('day')}
      <div class="part month">
        <label class="small" for="${id}-month">${words.month}</label>
        <span class="select"><select
          class="input"
          id="${id}-month"
          autocomplete=${ifDefined(bday ? 'bday-month' : undefined)}
          aria-describedby=${describedBy(view)}
          aria-invalid=${view.error && (view.wrong ?? 'month') === 'month' ? 'true' : 'false'}
          @change=${(event: Event) => view.onInput(read(event))}
        >
          <option value="" .selected=${value.month === ''}>${words.month}</option>
          ${months.map((name, index) => html`<option value=${index + 1} .selected=${value.month === String(index + 1)}>${name}</option>`)}
        </select>${chevronDownIcon}</span>
      </div>
      ${text('year')}
    </div>
    ${view.below ?? nothing}
  `);
}
