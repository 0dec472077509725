import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { foldKey } from '../../persian/fold.ts';
import { chevronDownIcon } from '../icons.ts';
import type { Option } from './choice-input.ts';
import { describedBy, field, type FieldView } from './field.ts';

export interface ComboboxView extends FieldView {
  options: Option[];
  /** What stands in the control: the label of an option, or what was typed so far. */
  text: string;
  autocomplete?: string;
  /** Place of the option that the keys stand on; -1 for none, undefined while the list is closed. */
  active: number | undefined;
  /** Options that a text leads to; those whose label has it when absent. */
  find?: ((text: string) => Option[]) | undefined;
  /** Read out as the list changes, and shown where nothing or not everything fits in. */
  told(found: number, shown: number): string;
  onActive(active: number | undefined): void;
  onInput(text: string): void;
  onChoose(option: Option): void;
  onLeave?(): void;
}

/** More are neither read nor scrolled through: a few more letters bring them up. */
const mostShown = 100;

const folds = new Map<string, string>();
const fold = (label: string): string => folds.get(label) ?? folds.set(label, foldKey(label)).get(label)!;

/** Options that what is typed leads to, however it is spelled: those that begin with it first, then those with such a word. */
export function matching(options: Option[], text: string): Option[] {
  const sought = foldKey(text);
  if (!sought || options.some(({ label }) => label === text)) return options;
  const rank = ({ label }: Option): number => {
    const key = fold(label);
    return key.startsWith(sought) ? 0 : key.includes(` ${sought}`) ? 1 : key.includes(sought) || key.replaceAll(' ', '').includes(sought.replaceAll(' ', '')) ? 2 : 3;
  };
  return options.map((option) => ({ option, at: rank(option) })).filter(({ at }) => at < 3).sort((a, b) => a.at - b.at).map(({ option }) => option);
}

/** The option that is meant by a text that names it whole. */
export const named = (options: Option[], text: string): Option | undefined => {
  const sought = foldKey(text);
  return sought ? options.find(({ label }) => fold(label) === sought) : undefined;
};

/** A moment later: what is new is not in the page yet while it is made. */
const intoView = (element?: Element) => queueMicrotask(() => element?.scrollIntoView({ block: 'nearest' }));

/** One of very many: a list that is narrowed by typing. */
export function combobox(view: ComboboxView): TemplateResult {
  const { id, options, text, active } = view;
  const open = active !== undefined;
  const found = !open ? [] : view.find && !options.some(({ label }) => label === text) ? view.find(text) : matching(options, text);
  const shown = found.slice(0, mostShown);
  const onKey = (event: KeyboardEvent) => {
    const { key, altKey } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (!open) view.onActive(altKey ? -1 : Math.max(options.findIndex(({ label }) => label === text), 0));
      else if (altKey) view.onActive(undefined);
      else if (shown.length) {
        // Who has typed a whole name stands on it, also where the list shows all again.
        const typed = active < 0 ? shown.findIndex(({ label }) => label === text) : -1;
        view.onActive(typed < 0 ? (active + (key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1) + shown.length) % shown.length : typed);
      }
    } else if (key === 'Enter' && open) {
      // Enter takes what is marked; it does not send the form away under an open list.
      event.preventDefault();
      const option = shown[active] ?? named(options, text);
      if (option) view.onChoose(option);
      view.onActive(undefined);
    } else if (key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      view.onActive(undefined);
    }
  };
  return field(view, html`
    <div class="combo" @focusout=${(event: FocusEvent & { currentTarget: HTMLElement }) => {
      if (event.currentTarget.contains(event.relatedTarget as Node | null)) return;
      const option = named(options, text);
      if (option && option.label !== text) view.onChoose(option);
      view.onActive(undefined);
      view.onLeave?.();
    }}>
      <input
        class="input"
        id=${id}
        type="text"
        role="combobox"
        autocomplete=${view.autocomplete ?? 'off'}
        aria-autocomplete="list"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="${id}-list"
        aria-activedescendant=${ifDefined(open && shown[active] ? `${id}-option-${active}` : undefined)}
        aria-describedby=${describedBy(view)}
        aria-invalid=${view.error ? 'true' : 'false'}
        aria-required=${view.optional ? 'false' : 'true'}
        .value=${live(text)}
        @input=${({ target }: Event & { target: HTMLInputElement }) => {
          const option = named(options, target.value);
          if (option && option.label === target.value) view.onChoose(option);
          else view.onInput(target.value);
          view.onActive(-1);
        }}
        @click=${() => view.onActive(open ? undefined : -1)}
        @keydown=${onKey}
      />${chevronDownIcon}
      <ul class="combo-list" id="${id}-list" role="listbox" tabindex="-1" aria-label=${view.label} ?hidden=${!shown.length} @mousedown=${(event: Event) => event.preventDefault()}>
        ${shown.map((option, index) => html`<li
          id="${id}-option-${index}"
          role="option"
          aria-selected=${option.label === text ? 'true' : 'false'}
          class=${index === active ? 'active' : ''}
          ${index === active || (active === -1 && option.label === text) ? ref(intoView) : nothing}
          @click=${() => {
            view.onChoose(option);
            view.onActive(undefined);
          }}
        >${option.label}</li>`)}
      </ul>
      <p class="small soft ${found.length && found.length === shown.length ? 'visually-hidden' : ''}" role="status">${open ? view.told(found.length, shown.length) : nothing}</p>
    </div>
  `);
}
