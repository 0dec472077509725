import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { field } from '../../../core/controls/field.ts';
import type { Difference } from '../../../contract/intake.ts';
import { declared } from '../../../core/facts/declared.ts';
import { alertIcon, backIcon, checkCircleIcon, linkIcon, refreshIcon, sendIcon } from '../../../core/icons.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { fieldText, valueText } from './difference-values.ts';
import { wasPublished } from './draft-view.ts';
import { nationalView } from './national-view.ts';
import { returnForm, returnedView, waitsFor } from './review-view.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText, namesText, rowText } from './words.ts';

/** So many of each list are shown at once; the rest on a press. */
const shown = 20;

/** What publishing would change for people, and the order to do it. */
export function differenceView(view: IntakeView): TemplateResult {
  const { locale, difference: model, draft } = view;
  const id = draft.id;
  if (model.done) return doneView(view, model.done.difference);
  const back = html`<p><a class="button quiet" href=${view.href(id)} @click=${(event: MouseEvent) => view.onLink(event, id)}>${backIcon}${msg('برگشت به سطرها', { id: 'intake.toRows' })}</a></p>`;
  const title = html`<h2 id="difference-title" tabindex="-1">${msg('چه عوض می‌شود', { id: 'intake.difference' })}</h2>`;
  if (draft.draft?.state === 'published') return html`${back}${title}${wasPublished(view, draft.draft)}`;
  if (model.phase === 'failed') {
    return html`${back}${title}<p class="note bad" role="alert">${intakeFaultText(locale, model.fault ?? { code: 'broken' })}</p>
      <p><button class="button" type="button" @click=${() => void model.load(id)}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>`;
  }
  const { difference } = model;
  if (!difference) return html`${back}${title}${skeleton()}`;
  return html`${back}${title}${draft.draft ? returnedView(view, draft.draft) : nothing}${counts(view, difference)}${lists(view, difference)}${nationalView(view, difference)}${order(view, difference)}${draft.draft && waitsFor(view.home, draft.draft) ? returnForm(view) : nothing}`;
}

function counts({ locale }: IntakeView, { counts: { added, changed, gone, same } }: Difference): TemplateResult {
  const tile = (count: number, label: string, kind: string) => html`<li class=${kind}><b>${formatNumber(locale, count)}</b> ${label}</li>`;
  return html`
    ${added || changed || gone ? nothing : html`<p class="note">${msg('این فایل با آنچه منتشر شده یکی است.', { id: 'intake.difference.none' })}</p>`}
    <ul class="tiles">
      ${tile(added, msg('خدمت تازه', { id: 'intake.difference.added' }), 'is-repaired')}${tile(changed, msg('خدمت عوض‌شده', { id: 'intake.difference.changed' }), 'is-advice')}
      ${tile(gone, msg('خدمت برداشته‌شده', { id: 'intake.difference.gone' }), gone ? 'is-warning' : '')}${tile(same, msg('خدمت بی‌تغییر', { id: 'intake.difference.same' }), '')}
    </ul>
  `;
}

function lists(view: IntakeView, { added, changed, gone, counts }: Difference): TemplateResult {
  const { locale } = view;
  const list = (id: string, heading: string, count: number, items: TemplateResult[]) => (count
    ? html`<section aria-labelledby="list-${id}"><h3 id="list-${id}">${heading} (${formatNumber(locale, count)})</h3>
        <ul class="services">${items.slice(0, shown)}</ul>
        ${items.length > shown ? html`<details><summary>${msg(str`${formatNumber(locale, count - shown)} مورد دیگر`, { id: 'intake.more' })}</summary><ul class="services">${items.slice(shown)}</ul></details>` : nothing}
      </section>`
    : nothing);
  return html`
    ${list('gone', msg('برداشته می‌شود', { id: 'intake.list.gone' }), counts.gone, gone.map(({ title }) => html`<li>${declared(title)}</li>`))}
    ${list('changed', msg('عوض می‌شود', { id: 'intake.list.changed' }), counts.changed, changed.map((service) => changedItem(view, service)))}
    ${list('added', msg('افزوده می‌شود', { id: 'intake.list.added' }), counts.added, added.map(({ title, row }) => html`<li>${declared(title)} <span class="soft small">${rowText(locale, row)}</span></li>`))}
  `;
}

function changedItem(view: IntakeView, { title, row, fields }: Difference['changed'][number]): TemplateResult {
  const { locale } = view;
  return html`<li>
    <p><b>${declared(title)}</b> <span class="soft small">${rowText(locale, row)}</span></p>
    <table class="fields">
      <thead><tr><th scope="col">${msg('چه چیزی', { id: 'intake.field' })}</th><th scope="col">${msg('اکنون', { id: 'intake.before' })}</th><th scope="col">${msg('از این پس', { id: 'intake.after' })}</th></tr></thead>
      <tbody>${fields.map(({ field: name, before, after }) => html`<tr>
        <th scope="row">${fieldText(name)}</th>
        <td><span class="visually-hidden">${msg('اکنون', { id: 'intake.before' })}: </span><del>${declared(valueText(locale, name, before))}</del></td>
        <td><span class="visually-hidden">${msg('از این پس', { id: 'intake.after' })}: </span><ins>${declared(valueText(locale, name, after))}</ins></td>
      </tr>`)}</tbody>
    </table>
  </li>`;
}

/** Whether this officer has had a hand in the draft where another person has to publish it. */
const waits = ({ draft: { draft }, home }: IntakeView): boolean => {
  const me = home.port.staff()?.id;
  return !!draft?.secondPerson && draft.drafters.some(({ id }) => id === me);
};

function order(view: IntakeView, { counts: { gone } }: Difference): TemplateResult {
  const { locale, difference: model, draft } = view;
  if (waits(view)) {
    return html`<section class="card note warn" aria-labelledby="waits-title">
      <h3 id="waits-title">${msg('منتظر نفر دوم', { id: 'intake.waits' })}</h3>
      <p>${msg(str`رئیس دستگاه گفته است کسی منتشر کند که در نوشتن دست نداشته است. تا کنون ${namesText(locale, draft.draft!.drafters)} در آن دست داشته‌اند؛ رئیس یا هر کارشناس دیگر این دستگاه آن را میان کارهای خود می‌بیند و می‌تواند منتشر کند.`, { id: 'intake.waits.what' })}</p>
    </section>`;
  }
  const count = formatNumber(locale, gone);
  return html`
    <section class="card order" aria-label=${msg('انتشار', { id: 'intake.order' })}>
      ${model.publishFault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, model.publishFault)}</p>` : nothing}
      ${gone ? html`
        <div class="agree"><label><input type="checkbox" id="agreed" .checked=${live(model.agreed)} aria-describedby=${model.unagreed ? 'agreed-error' : nothing}
          @change=${(event: Event) => { model.agreed = (event.target as HTMLInputElement).checked; model.unagreed = false; model.port.update(); }} />
          <span>${msg(str`می‌دانم که ${count} خدمت از فهرست مردم برداشته می‌شود، چون در این فایل نیست.`, { id: 'intake.agree' })}</span></label>
          ${model.unagreed ? html`<p class="error" id="agreed-error">${alertIcon}<span>${msg('پیش از انتشار این را بپذیرید، یا خدمت‌های جاافتاده را به فایل بیفزایید.', { id: 'intake.agree.error' })}</span></p>` : nothing}
        </div>` : nothing}
      ${field({ id: 'note', label: msg('یادداشت برای همکاران', { id: 'intake.note' }), optional: msg('دلخواه', { id: 'guideEditor.optional' }) }, html`<input
        class="input" id="note" type="text" maxlength="400" autocomplete="off" .value=${live(model.note)} @input=${(event: InputEvent) => (model.note = (event.target as HTMLInputElement).value)} />`)}
      <button class="button primary" type="button" id="publish" aria-disabled=${model.publishing || model.phase !== 'ready' ? 'true' : nothing} @click=${view.publish}>${sendIcon}${model.publishing ? msg('در حال انتشار…', { id: 'intake.publishing' }) : msg('منتشر کنید', { id: 'intake.publish' })}</button>
    </section>
  `;
}

/** What people see from now on. */
function doneView(view: IntakeView, difference: Difference): TemplateResult {
  const { locale, difference: model } = view;
  const [newest] = model.done!.list.items;
  const seen = [...difference.added, ...difference.changed].slice(0, 3);
  return html`
    <section class="card done" aria-labelledby="done-title">
      <h2 id="done-title" tabindex="-1">${checkCircleIcon} ${msg('منتشر شد', { id: 'intake.done' })}</h2>
      <p>${msg(str`نسخه ${formatNumber(locale, newest!.version)}: مردم از این دستگاه ${formatNumber(locale, newest!.offerings)} خدمت می‌بینند.`, { id: 'intake.done.what' })}</p>
      ${seen.length ? html`<p>${msg('برگه‌های تازه:', { id: 'intake.done.sheets' })}</p>
        <ul class="services">${seen.map(({ id, title }) => html`<li><a href=${model.port.client().url('offering', { id })} target="_blank" rel="noopener">${declared(title)} ${linkIcon}</a></li>`)}</ul>` : nothing}
      <p><a class="button primary" href=${view.href('')} @click=${(event: MouseEvent) => view.onLink(event, '')}>${msg('همه فایل‌ها', { id: 'intake.back' })}</a></p>
    </section>
  `;
}
