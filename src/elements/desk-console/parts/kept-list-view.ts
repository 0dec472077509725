import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { backIcon, refreshIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { KeptList } from '../model/kept-list.ts';

/** The frame of such a list: title, refresh, failure, place-holder. `onBack` is absent where there is no queue to go back to. */
export function keptListView<T>(
  locale: Locale, id: string, title: string, model: KeptList<T>, list: (locale: Locale, shown: T, model: KeptList<T>) => TemplateResult, onBack?: () => void,
): TemplateResult {
  const { shown, fault, phase, busy } = model;
  return html`
    ${onBack ? html`<button class="button quiet back" type="button" @click=${onBack}>${backIcon}${msg('پرونده‌های میز', { id: 'console.queue' })}</button>` : nothing}
    <section aria-labelledby="${id}-title">
      <div class="bar">
        <h2 id="${id}-title" tabindex="-1">${title}</h2>
        <button class="button quiet" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => void model.refresh()}>${refreshIcon}${msg('تازه کنید', { id: 'console.refresh' })}</button>
      </div>
      ${fault ? html`<p class="note bad" role="alert">${faultText(locale, fault)}</p>` : nothing}
      ${shown ? list(locale, shown, model) : phase === 'failed' ? nothing : skeleton()}
    </section>
  `;
}
