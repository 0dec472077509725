import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { FormModel } from './model.ts';

/** «گام ۲ از ۵: ملک» with a bar of as many pieces. Nothing where the form is a single step. */
export function progress({ locale, filling: { session } }: FormModel): TemplateResult | typeof nothing {
  const { steps, step, stepIndex } = session;
  if (steps.length < 2) return nothing;
  const total = formatNumber(locale, steps.length);
  const text = step
    ? msg(str`گام ${formatNumber(locale, stepIndex + 1)} از ${total}: ${localText(locale, step.title)}`, { id: 'form.progress' })
    : msg(str`هر ${total} گام را پر کردید`, { id: 'form.progressDone' });
  return html`
    <p class="soft small" id="progress">${text}</p>
    <div class="progress" aria-hidden="true">${steps.map((_, index) => html`<i class=${index <= stepIndex ? 'on' : ''}></i>`)}</div>
  `;
}
