import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { toAsciiDigits } from '../../persian/digits.ts';
import { describedBy, fieldset, type FieldView } from './field.ts';

export interface TimeInputView extends FieldView {
  /** `hour:minute`, each as typed. */
  value: string;
  words: { hour: string; minute: string };
  onInput(value: string): void;
  onLeave?(): void;
}

/** Hour and minute of the day in two controls, hour on the left as on every clock. */
export function timeInput(view: TimeInputView): TemplateResult {
  const [hour = '', minute = ''] = view.value.split(':');
  const part = (name: 'hour' | 'minute', value: string) => html`
    <div class="part">
      <label class="small" for="${view.id}-${name}">${view.words[name]}</label>
      <input
        class="input"
        id="${view.id}-${name}"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        aria-describedby=${describedBy(view)}
        aria-invalid=${view.error ? 'true' : 'false'}
        .value=${live(value)}
        @input=${({ target }: Event & { target: HTMLInputElement }) => {
          // «۸:۳۰» or «۰۸۳۰» written into one control by habit.
          const whole = /^\s*(\d{1,2})\s*[:٫.]\s*(\d{1,2})\s*$|^\s*(\d{2})(\d{2})\s*$/.exec(toAsciiDigits(target.value));
          if (whole) view.onInput(`${whole[1] ?? whole[3]}:${whole[2] ?? whole[4]}`);
          else {
            const [hourNow, minuteNow] = [...target.closest('.time-parts')!.querySelectorAll('input')].map((input) => input.value.replaceAll(':', ''));
            view.onInput(`${hourNow}:${minuteNow}`);
          }
        }}
      />
    </div>
  `;
  return fieldset(view, html`
    <div
      class="time-parts"
      dir="ltr"
      @focusout=${(event: FocusEvent & { currentTarget: HTMLElement }) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) view.onLeave?.();
      }}
    >
      ${part('hour', hour)}${part('minute', minute)}
    </div>
  `);
}
