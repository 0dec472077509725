import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Publication, PublicationList } from '../../../contract/intake.ts';
import { checkIcon } from '../../../core/icons.ts';
import { momentText } from '../../../core/staff/moment-text.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { IntakeView } from './view.ts';
import { intakeFaultText } from './words.ts';

/** What an agency published, newest first; an earlier one can be looked at and put back. */
export function historyView(view: IntakeView, { items, secondPerson }: PublicationList): TemplateResult {
  const { locale, home } = view;
  return html`
    <section aria-labelledby="history-title">
      <h3 id="history-title" tabindex="-1">${msg('آنچه منتشر شده است', { id: 'intake.history' })}</h3>
      ${home.maySetSecondPerson ? secondPersonChoice(view, secondPerson) : secondPerson ? html`<p class="soft small">${msg('در این دستگاه، پیش‌نویس را کسی منتشر می‌کند که در نوشتنش دست نداشته است.', { id: 'intake.history.secondPerson' })}</p>` : nothing}
      ${home.rollFault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, home.rollFault)}</p>` : nothing}
      ${items.length
        ? html`<ol class="list history">${items.map((item, at) => publicationItem(view, item, at === 0))}</ol>`
        : html`<p class="empty">${msg('هنوز کسی از اینجا منتشر نکرده است.', { id: 'intake.history.empty' })}</p>`}
    </section>
  `;
}

/** The head says whether two people are needed. */
function secondPersonChoice({ locale, home }: IntakeView, secondPerson: boolean): TemplateResult {
  return html`${home.settingFault ? html`<p class="note bad" role="alert">${intakeFaultText(locale, home.settingFault)}</p>` : nothing}
    <div class="tick"><label><input type="checkbox" id="second-person" .checked=${live(secondPerson)} aria-disabled=${home.setting ? 'true' : nothing}
      @change=${(event: Event) => void home.setSecondPerson((event.target as HTMLInputElement).checked)} />
      <span>${msg('پیش‌نویس را کسی منتشر کند که در نوشتنش دست نداشته است.', { id: 'intake.secondPerson' })}</span></label></div>`;
}

/** «نسخه ۲، ۱۲ خدمت». */
const publicationText = ({ locale }: IntakeView, { version, offerings }: Publication): string =>
  msg(str`نسخه ${formatNumber(locale, version)}، ${formatNumber(locale, offerings)} خدمت`, { id: 'intake.publication' });

function publicationItem(view: IntakeView, item: Publication, inForce: boolean): TemplateResult {
  const { locale, home } = view;
  const { version, rolledBackTo, draft } = item;
  return html`
    <li>
      <div class="published">
        <p><b>${publicationText(view, item)}</b>${inForce ? html` <span class="chip good">${checkIcon}${msg('مردم این را می‌بینند', { id: 'intake.inForce' })}</span>` : nothing}</p>
        <p class="soft small">${momentText(locale, item.at)} · ${item.by || draft ? html`<bdi>${item.byName}</bdi>` : msg('همراه فایل‌های استان', { id: 'intake.byProvince' })}${rolledBackTo === null ? nothing : html` · ${msg(str`برگشت به نسخه ${formatNumber(locale, rolledBackTo)}`, { id: 'intake.rolledBack' })}`}${item.note ? html` · <q>${item.note}</q>` : nothing}</p>
      </div>
      <div class="row">
        ${draft ? html`<a class="button quiet" href=${view.href(draft)} @click=${(event: MouseEvent) => view.onLink(event, draft)}>${msg('سطرهایش را ببینید', { id: 'intake.look' })}</a>` : nothing}
        ${inForce || !view.keeps || home.asked === version ? nothing : html`<button class="button quiet" type="button" id="back_${version}" @click=${() => { home.ask(version); view.focus('ask-title'); }}>${msg('به این نسخه برگردید', { id: 'intake.rollBack' })}</button>`}
      </div>
      ${home.asked === version ? question(view, item) : nothing}
    </li>
  `;
}

function question(view: IntakeView, { version }: Publication): TemplateResult {
  const { locale, home } = view;
  const no = () => {
    home.ask();
    view.focus(`back_${version}`);
  };
  return html`
    <div class="note warn ask" role="group" aria-labelledby="ask-title">
      <p id="ask-title" tabindex="-1"><b>${msg(str`مردم از این پس نسخه ${formatNumber(locale, version)} را ببینند؟`, { id: 'intake.rollBack.ask' })}</b></p>
      <p>${msg('آنچه اکنون می‌بینند کنار می‌رود، ولی در همین فهرست می‌ماند و می‌توانید به آن هم برگردید.', { id: 'intake.rollBack.what' })}</p>
      <div class="row">
        <button class="button primary" type="button" aria-disabled=${home.rolling ? 'true' : nothing} @click=${view.rollBack}>${home.rolling ? msg('در حال برگشتن…', { id: 'intake.rollBack.now' }) : msg('بله، برگردد', { id: 'intake.rollBack.yes' })}</button>
        <button class="button" type="button" @click=${no}>${msg('نه', { id: 'intake.no' })}</button>
      </div>
    </div>
  `;
}
