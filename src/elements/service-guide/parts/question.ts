import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Guide, GuideQuestion } from '../../../contract/guide.ts';
import { phoneText } from '../../../core/facts/place.ts';
import { told } from '../../../core/facts/told.ts';
import { leads } from '../../../rules/guide-leads.ts';
import { forwardIcon, phoneIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { noneButton } from './start.ts';

export interface QuestionModel {
  locale: Locale;
  guide: Guide;
  question: GuideQuestion;
  /** Which question of the guide this is. */
  number: number;
  onOption(to: string): void;
  onNone(): void;
}

export const questionNumber = (locale: Locale, number: number): string =>
  msg(str`پرسش ${formatNumber(locale, number)}`, { id: 'guide.number' });

/** One question with its answers as large buttons. Where an answer is a number to call now, the number stands on it. */
export function questionView({ locale, guide, question, number, onOption, onNone }: QuestionModel): TemplateResult {
  const callOf = (to: string) => {
    const node = guide.nodes.find(({ id }) => id === to);
    return node?.kind === 'answer' && node.urgent ? node.contacts[0]?.phone : undefined;
  };
  /** A number to call, or a question that leads to nothing else. */
  const isDanger = (to: string) => {
    const node = guide.nodes.find(({ id }) => id === to);
    return Boolean(callOf(to)) || (node?.kind === 'question' && node.options.length > 0 && node.options.every((option) => callOf(option.to)));
  };
  return html`
    <p class="soft small number">${questionNumber(locale, number)}</p>
    <h2 id="stop" tabindex="-1">${told(locale, question.text)}</h2>
    ${question.hint ? html`<p class="soft measure">${told(locale, question.hint)}</p>` : nothing}
    <ul class="options" role="list">
      ${question.options.map(({ label, hint, to }) => {
        const call = callOf(to);
        return html`<li class=${isDanger(to) ? 'danger' : ''}>
          <button type="button" class="choice option" @click=${() => onOption(to)}>
            <span>${told(locale, label)}${hint ? html`<span class="soft small hint">${told(locale, hint)}</span>` : nothing}${
              leads(guide.nodes, to) ? nothing : html`<span class="soft small hint">${msg('در این استان هنوز چیزی برایش اعلام نشده؛ می‌گوییم از چه کسی بپرسید.', { id: 'guide.leadsNowhere' })}</span>`
            }</span>
            ${call ? html`<span class="call-number">${phoneIcon}<bdi dir="ltr">${phoneText(locale, call)}</bdi></span>` : forwardIcon}
          </button>
        </li>`;
      })}
    </ul>
    ${noneButton(onNone)}
  `;
}
