import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { GuideList } from '../../../contract/guide.ts';
import { told } from '../../../core/facts/told.ts';
import { infoIcon, warningIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { guideIcon } from './guide-icon.ts';

export interface StartModel {
  locale: Locale;
  list: GuideList;
  /** The guide of a shared address is no longer there. */
  gone: boolean;
  onGuide(id: string): void;
  onNone(): void;
}

export const startTitle = () => msg('از کجا شروع کنم؟', { id: 'guide.title' });
export const startLead = () =>
  msg('بگویید چه شده است. با چند پرسش کوتاه به خدمت، دفتر یا شماره تلفنش می‌رسید.', { id: 'guide.lead' });

/** What happened to you? Dangers first, then life events and complaints. */
export function startView({ locale, list, gone, onGuide, onNone }: StartModel): TemplateResult {
  const choice = ({ id, title, hint, lifeEvent, urgent }: GuideList['items'][number]) =>
    html`<li class=${urgent ? 'danger' : ''}>
      <button type="button" class="choice tile" @click=${() => onGuide(id)}>
        ${urgent ? warningIcon : guideIcon(lifeEvent)}<span
          ><strong>${told(locale, title)}</strong>${hint ? html`<span class="soft small hint">${told(locale, hint)}</span>` : nothing}</span
        >
      </button>
    </li>`;
  return html`
    <h2 id="stop" tabindex="-1">${startTitle()}</h2>
    <p class="lead measure">${startLead()}</p>
    ${
      gone
        ? html`<p class="note">${infoIcon} ${msg('راهنمایی که پیوندش را داشتید دیگر نیست. از اینجا شروع کنید.', { id: 'guide.gone' })}</p>`
        : nothing
    }
    <ul class="tiles" role="list">
      ${list.items.map(choice)}
    </ul>
    ${noneButton(onNone)}
  `;
}

export const noneButton = (onNone: () => void): TemplateResult =>
  html`<p class="no-print none">
    <button type="button" class="button quiet" @click=${onNone}>
      ${msg('هیچ‌کدام؛ می‌خواهم از کسی بپرسم', { id: 'guide.none' })}
    </button>
  </p>`;
