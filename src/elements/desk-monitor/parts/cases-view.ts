import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { QueueItem } from '../../../contract/staff.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { localText } from '../../../core/facts/place.ts';
import { backIcon, checkCircleIcon, refreshIcon, warningIcon } from '../../../core/icons.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { formatNumber, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { CasesModel } from '../model/cases.ts';
import { figureText } from './figure-names.ts';

/** The requests behind a figure; each opens on the desk. `name`: of the agency, or empty. */
export function casesView(locale: Locale, model: CasesModel, name: string, now: Date, back: () => void): TemplateResult {
  const { items, phase, fault, next, busy, figure } = model;
  const title = name ? msg(str`${figureText(figure)}: ${name}`, { id: 'monitor.cases.of' }) : msg(str`${figureText(figure)}: همه دستگاه‌ها`, { id: 'monitor.cases.all' });
  return html`
    <button class="button quiet back" type="button" @click=${back}>${backIcon}${msg('دستگاه‌ها و قولشان', { id: 'monitor.title' })}</button>
    <section aria-labelledby="cases-title">
      <h2 id="cases-title" tabindex="-1">${title}</h2>
      ${fault ? html`<p class="note bad" role="alert">${faultText(locale, fault)}</p>
        <p><button class="button" type="button" @click=${() => void model.retry()}>${refreshIcon}${msg('دوباره امتحان کنید', { id: 'console.retry' })}</button></p>` : nothing}
      ${phase === 'pending' ? skeleton() : nothing}
      ${phase === 'ready' && !items.length ? html`<div class="empty">${checkCircleIcon}<h3>${msg('پرونده‌ای نیست', { id: 'monitor.cases.none' })}</h3></div>` : nothing}
      <ol class="cases" role="list">${items.map((item) => line(locale, item, now))}</ol>
      ${next !== null && phase === 'ready'
        ? html`<button class="button" type="button" id="more" aria-disabled=${busy ? 'true' : nothing} @click=${() => void more(locale, model)}>${msg('پرونده‌های بعدی', { id: 'monitor.cases.more' })}</button>`
        : nothing}
    </section>
  `;
}

async function more(locale: Locale, model: CasesModel): Promise<void> {
  const at = model.items.length;
  const come = await model.more();
  if (!come) return;
  model.port.say(() => msg(str`${formatNumber(locale, come)} پرونده دیگر آمد.`, { id: 'monitor.cases.come' }));
  await model.port.focus(`.cases li:nth-child(${at + 1}) a`);
}

const line = (locale: Locale, { id, offering, agency, holder, codeTail, dueAt, overdue, filedAt }: QueueItem, now: Date) => html`<li>
  <a href="/desk#/case/${id}"><bdi>${offering.title}</bdi></a>
  <p class="soft small"><bdi>${localText(locale, (holder ?? agency).name)}</bdi>${codeTail ? html` · ${msg(str`کد …${localDigits(locale, codeTail)}`, { id: 'monitor.cases.code' })}` : nothing} · ${msg(str`رسیده ${whenText(locale, filedAt, now)}`, { id: 'monitor.cases.filed' })}</p>
  <p class="small">${overdue ? html`${warningIcon}<b>${msg('دیر شده', { id: 'monitor.cases.late' })}</b> · ` : nothing}${msg(str`قول تا ${whenText(locale, dueAt, now)}`, { id: 'monitor.cases.due' })}</p>
</li>`;
