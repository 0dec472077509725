import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Difference, NationalChanges } from '../../../contract/intake.ts';
import type { NationalField, NationalValues } from '../../../contract/offering.ts';
import { declared } from '../../../core/facts/declared.ts';
import { localText } from '../../../core/facts/place.ts';
import { warningIcon } from '../../../core/icons.ts';
import { formatDate, formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { fieldText, valueText } from './difference-values.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText, listText, rowText } from './words.ts';

/** What is said in a field, or in those that go together, in the words of whoever says it. */
function saidText(locale: Locale, field: NationalField, values: NationalValues): string {
  if (field === 'time') return values.timeText || valueText(locale, field, values.time);
  const text = valueText(locale, field, values[field]);
  return field === 'visits' && values.visitReason ? `${text} | ${values.visitReason}` : text;
}

interface Said { field: NationalField; national: NationalValues; nationalSince: string; hidden: boolean; own: NationalValues; give?: TemplateResult }

/** What the national sheet says and what the agency says, side by side. */
function beside(locale: Locale, said: readonly Said[]): TemplateResult {
  const [ours, theirs] = [msg('دستگاه شما', { id: 'intake.national.own' }), msg('برگه کشوری', { id: 'intake.national.sheet' })];
  return html`<table class="fields">
    <thead><tr><th scope="col">${msg('چه چیزی', { id: 'intake.field' })}</th><th scope="col">${theirs}</th><th scope="col">${ours}</th></tr></thead>
    <tbody>${said.map(({ field, national, nationalSince, hidden, own, give }) => html`<tr>
      <th scope="row">${fieldText(field)}${hidden ? html`<br /><span class="chip warn">${warningIcon}${msg(str`از ${formatDate(locale, nationalSince)} تازه شده`, { id: 'intake.national.hidden' })}</span>` : nothing}</th>
      <td><span class="visually-hidden">${theirs}: </span>${declared(saidText(locale, field, national))}</td>
      <td><span class="visually-hidden">${ours}: </span><b>${declared(saidText(locale, field, own))}</b>${give ?? nothing}</td>
    </tr>`)}</tbody>
  </table>`;
}

/** Services of a draft of which the national sheet speaks too: what is said otherwise, what merely repeats it. */
export function nationalView(view: IntakeView, { national }: Difference): TemplateResult {
  const { locale, difference: { given, giveFault } } = view;
  return html`
    ${given ? html`<p class="note" id="given" tabindex="-1">${msg(str`«${given.title}»، ${listText(locale, given.fields.map(fieldText))}: از این پس نوشته برگه کشوری می‌آید.`, { id: 'intake.national.given' })}
      <button class="button quiet" type="button" id="take-back" aria-disabled=${view.difference.giving ? 'true' : nothing} @click=${() => void takeBack(view)}>${msg('نوشته خودمان را برگردانید', { id: 'intake.national.takeBack' })}</button></p>` : nothing}
    ${giveFault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, giveFault)}</p>` : nothing}
    ${national.length ? html`<section aria-labelledby="list-national">
      <h3 id="list-national" tabindex="-1">${msg('کنار برگه کشوری', { id: 'intake.national' })} (${formatNumber(locale, national.length)})</h3>
      <p class="soft measure">${msg('برگه کشوری این خدمت‌ها را برای همه استان‌ها می‌گوید. خانه‌ای که خالی بماند نوشته آن را می‌گیرد و با آن تازه می‌شود؛ خانه‌ای که پر است جلوی آن را می‌گیرد.', { id: 'intake.national.what' })}</p>
      <ul class="services">${national.map((service) => nationalItem(view, service))}</ul>
    </section>` : nothing}
  `;
}

function nationalItem(view: IntakeView, service: Difference['national'][number]): TemplateResult {
  const { locale, difference: model } = view;
  const { title, row, marks: { organisation, repeated, overridden }, declared: own } = service;
  const give = (fields: NationalField[], text: string, name: string) => (!view.draft.open ? undefined : html`<p><button class="button quiet" type="button" aria-label=${name} aria-disabled=${model.giving ? 'true' : nothing}
    @click=${() => void giveAway(view, service, fields)}>${text}</button></p>`);
  const fromSheet = msg('از برگه کشوری بگیرید', { id: 'intake.national.give' });
  return html`<li>
    <p><b>${declared(title)}</b> <span class="soft small">${rowText(locale, row)} · ${localText(locale, organisation.name)}</span></p>
    ${overridden.length ? beside(locale, overridden.map((mark) => ({ ...mark, own, give: give([mark.field], fromSheet, msg(str`${fieldText(mark.field)} را از برگه کشوری بگیرید`, { id: 'intake.national.giveField' })) }))) : nothing}
    ${repeated.length ? html`<p class="soft small">${msg(str`همان نوشته برگه کشوری است و لازم نیست در فایل شما باشد: ${listText(locale, repeated.map(({ field }) => fieldText(field)))}.`, { id: 'intake.national.repeated' })}</p>
      ${give(repeated.map(({ field }) => field), msg('خانه‌های تکراری را خالی کنید', { id: 'intake.national.giveRepeated' }), msg(str`خانه‌های تکراری را خالی کنید: ${title}`, { id: 'intake.national.giveRepeatedOf' })) ?? nothing}` : nothing}
  </li>`;
}

async function giveAway(view: IntakeView, service: Difference['national'][number], fields: NationalField[]): Promise<void> {
  await view.difference.give(service, fields);
  view.focus('given', 'list-national', 'difference-title');
}

async function takeBack(view: IntakeView): Promise<void> {
  await view.difference.takeBack();
  view.focus('list-national', 'difference-title');
}

/** Where the national sheet changed and what is published still says otherwise, so that people do not see the change. */
export function hiddenView({ locale, home: { hidden } }: IntakeView): TemplateResult | typeof nothing {
  if (!hidden?.total) return nothing;
  const services = [...new Set(hidden.items.map(({ offering }) => offering.id))];
  return html`<section aria-labelledby="hidden-title">
    <h3 id="hidden-title">${msg('برگه کشوری تازه شده و مردم نمی‌بینند', { id: 'intake.hidden' })} (${formatNumber(locale, hidden.total)})</h3>
    <p class="soft measure">${msg('نوشته دستگاه شما پیش از تغییر برگه کشوری است و جلوی آن را گرفته است. در فایل بعدی خانه‌اش را خالی بگذارید تا نوشته کشوری بیاید؛ اگر نوشته شما درست است تاریخ ویرایش آن خدمت را نو کنید.', { id: 'intake.hidden.what' })}</p>
    <ul class="services">${services.map((id) => hiddenItem(locale, hidden.items.filter(({ offering }) => offering.id === id)))}</ul>
  </section>`;
}

const hiddenItem = (locale: Locale, items: NationalChanges['items']): TemplateResult => html`<li>
  <p><b>${declared(items[0]!.offering.title)}</b> <span class="soft small">${localText(locale, items[0]!.organisation.name)}</span></p>
  ${beside(locale, items.map(({ field, national, nationalSince, declared: own }) => ({ field, national, nationalSince, own, hidden: true })))}
</li>`;
