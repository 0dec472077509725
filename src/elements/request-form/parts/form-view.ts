import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { localText } from '../../../core/facts/place.ts';
import { alertIcon, backIcon, forwardIcon, sendIcon } from '../../../core/icons.ts';
import { fieldView } from './field-view.ts';
import { awaited, type FormModel } from './model.ts';
import { progress } from './steps.ts';

export interface FormActions {
  submit(event: SubmitEvent): void;
  back(): void;
  change(step: string, path: string): void;
}

/** One step of the form or its review, with what surrounds them. */
export function formView(model: FormModel, actions: FormActions): TemplateResult {
  const { locale, filling, pieces: { rare, wrong, drafts, review } } = model;
  const { session, failure, sending } = filling;
  const { step } = session;
  const returning = session.position.at === 'step' && session.position.returning;
  return html`
    <p class="soft small service"><bdi>${filling.offering.title}</bdi> · <bdi>${localText(locale, filling.offering.agency.name)}</bdi></p>
    ${drafts?.notes(model) ?? nothing}
    <form novalidate @submit=${actions.submit} aria-labelledby="heading">
      ${progress(model)}
      <h2 id="heading" tabindex="-1">${step ? localText(locale, step.title) : msg('بازبینی', { id: 'review.title' })}</h2>
      ${step
        ? html`
            ${wrong?.errorSummary(model) ?? nothing}
            ${step.intro ? html`<p class="measure intro">${localText(locale, step.intro)}</p>` : nothing}
            ${keyed(step.id, html`<div class="fields">
              ${step.items.map((item) => (item.type === 'group' ? (rare?.groupView(model, item) ?? html`<p role="status">${awaited()}</p>`) : fieldView(model, item, item.id)))}
            </div>`)}
          `
        : (review?.review(model, actions.change) ?? html`<p role="status">${awaited()}</p>`)}
      ${failure?.kind === 'sameMatter' ? review?.sameMatterView(model, failure) : failure
        ? html`<div class="note ${filling.waiting ? 'warn' : 'bad'} told" id="failure" role="alert" tabindex="-1">${alertIcon}<p>${wrong?.sendFailure(model, failure) ?? msg('فرستاده نشد. دوباره بفرستید.', { id: 'send.plain' })}</p></div>`
        : nothing}
      <div class="row actions">
        <button type="submit" class="button primary" ?hidden=${failure?.kind === 'sameMatter'} aria-disabled=${sending && !failure ? 'true' : 'false'}>
          ${step
            ? html`${returning ? msg('ذخیره و بازبینی', { id: 'form.saveAndReview' }) : msg('ادامه', { id: 'form.next' })}${forwardIcon}`
            : html`${sendIcon}${sending && !failure
                ? msg('در حال فرستادن…', { id: 'form.sending' })
                : failure ? msg('دوباره بفرستید', { id: 'form.sendAgain' }) : msg(str`فرستادن ${model.thing}`, { id: 'form.send' })}`}
        </button>
        ${session.stepIndex > 0
          ? html`<button type="button" class="button" aria-disabled=${sending ? 'true' : 'false'} @click=${() => !sending && actions.back()}>${backIcon}${msg('بازگشت', { id: 'form.back' })}</button>`
          : nothing}
      </div>
      ${sending && !failure ? html`<p class="visually-hidden" role="status">${msg(str`${filling.offering.title}: در حال فرستادن`, { id: 'form.sendingStatus' })}</p>` : nothing}
    </form>
    ${drafts?.draftLine(model) ?? nothing}
  `;
}
