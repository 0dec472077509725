import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QueueItem } from '../../../contract/staff.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { localText } from '../../../core/facts/place.ts';
import { remainingText, stateText } from '../../../core/facts/for-staff.ts';
import { checkCircleIcon, clockIcon, hourglassIcon, inboxIcon, pauseIcon, refreshIcon, routeIcon, userIcon, warningIcon } from '../../../core/icons.ts';
import { formatDay, formatNumber, formatTime, localDigits } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { FindModel } from '../model/find.ts';
import { holdOf } from '../model/hold.ts';
import { isEnded, type QueueFilter, type QueueModel, type QueueWhose } from '../model/queue.ts';
import { faultText } from '../../../core/staff/fault-text.ts';
import { skeleton } from '../../../core/staff/skeleton.ts';
import { findView } from './find-view.ts';

/** How a case is opened from a list. */
export interface CaseLinks {
  onOpen(event: MouseEvent, id: string): void;
  /** Where a case lies in the address, for new tabs. */
  href(id: string): string;
}

export interface QueueActions extends CaseLinks {
  /** Whether something was written for a case and not sent. */
  hasDraft(id: string): boolean;
}

/** Bands by share of time used. Each has a colour, an icon and a word. */
export type Band = 'early' | 'half' | 'soon' | 'late' | 'paused' | 'ended';
export function bandOf({ state, overdue, paused, shareUsed, dueAt }: Pick<QueueItem, 'state' | 'overdue' | 'paused' | 'shareUsed' | 'dueAt'>, now: Date): Band {
  if (isEnded({ state })) return 'ended';
  // Also when its time ran out since the list was read.
  if (overdue || (!paused && Date.parse(dueAt) < now.getTime())) return 'late';
  if (paused) return 'paused';
  return shareUsed >= 0.8 ? 'soon' : shareUsed >= 0.5 ? 'half' : 'early';
}
const bandIcons: Record<Band, TemplateResult> = {
  early: clockIcon, half: clockIcon, soon: hourglassIcon, late: warningIcon, paused: pauseIcon, ended: checkCircleIcon,
};

export function queueView(locale: Locale, queue: QueueModel, find: FindModel, actions: QueueActions): TemplateResult {
  return html`
    ${findView(locale, find)}
    <section aria-labelledby="queue-title">
      <div class="bar">
        <h2 id="queue-title" tabindex="-1">${msg('پرونده‌های میز', { id: 'console.queue' })}</h2>
        <button class="button quiet" type="button" aria-disabled=${queue.busy ? 'true' : nothing} @click=${() => void queue.refresh()}>${refreshIcon}${msg('تازه کنید', { id: 'console.refresh' })}</button>
        <div class="segments" role="group" aria-label=${msg('کدام پرونده‌ها', { id: 'console.filter' })}>
          ${(['open', 'answered', 'all'] as const).map(
            (filter) => html`<button type="button" aria-pressed=${filter === queue.filter} @click=${() => void queue.choose({ filter })}>${filterText(filter)}</button>`,
          )}
        </div>
        <div class="segments" role="group" aria-label=${msg('کار چه کسی', { id: 'console.whose' })}>
          ${(['any', 'me', 'none'] as const).map(
            (whose) => html`<button type="button" aria-pressed=${whose === queue.whose} @click=${() => void queue.choose({ whose })}>${whoseText(whose)}</button>`,
          )}
        </div>
      </div>
      ${queue.phase === 'pending' || queue.phase === 'idle' ? skeleton() : list(locale, queue, actions)}
    </section>
  `;
}

function filterText(filter: QueueFilter): string {
  switch (filter) {
    case 'open': return msg('باز', { id: 'console.filter.open' });
    case 'answered': return msg('پاسخ‌داده', { id: 'console.filter.answered' });
    case 'all': return msg('همه', { id: 'console.filter.all' });
  }
}

function whoseText(whose: QueueWhose): string {
  switch (whose) {
    case 'any': return msg('کار همه', { id: 'console.whose.any' });
    case 'me': return msg('کار من', { id: 'console.whose.me' });
    case 'none': return msg('برنداشته', { id: 'console.whose.none' });
  }
}

/** How much lies there, in words. Call while rendering. */
export function countText(locale: Locale, { items, next }: Pick<QueueModel, 'items' | 'next'>): string {
  const n = formatNumber(locale, items.length);
  return next
    ? msg(str`${n} پرونده نخست، به ترتیب تاریخ پاسخ`, { id: 'console.count.first' })
    : msg(str`${n} پرونده، به ترتیب تاریخ پاسخ`, { id: 'console.count' });
}

function list(locale: Locale, queue: QueueModel, actions: QueueActions): TemplateResult {
  const now = queue.port.now();
  const late = queue.items.filter((item) => bandOf(item, now) === 'late').length;
  return html`
    ${queue.fault ? html`<p class="note bad" role="alert">${faultText(locale, queue.fault)}</p>` : nothing}
    ${queue.items.length
      ? html`
          <p class="soft small count">${countText(locale, queue)}${late ? html` · <b class="late-count">${msg(str`${formatNumber(locale, late)} پرونده دیر شده`, { id: 'console.count.late' })}</b>` : nothing}
            · ${msg(str`ساعت ${formatTime(locale, queue.updatedAt)}`, { id: 'console.asOf' })}</p>
          <ol class="queue" @keydown=${onKey}>${repeat(queue.items, ({ id }) => id, (item) => row(locale, item, now, queue.port.staff()?.id, actions))}</ol>
          ${queue.next
            ? html`<div class="row more"><button class="button" type="button" aria-disabled=${queue.busy ? 'true' : nothing} @click=${() => void queue.more()}>${queue.busy
                ? msg('در حال گرفتن…', { id: 'console.loading' })
                : msg('پرونده‌های بعدی', { id: 'console.more' })}</button></div>`
            : nothing}
        `
      : queue.phase === 'failed' ? nothing : empty(queue)}
  `;
}

function row(locale: Locale, item: QueueItem, now: Date, me: string | undefined, actions: QueueActions): TemplateResult {
  const band = bandOf(item, now);
  const filed = whenText(locale, item.filedAt, now);
  const due = formatDay(locale, item.dueAt, now);
  return html`
    <li class="case-row ${band}">
      <a href=${actions.href(item.id)} @click=${(event: MouseEvent) => actions.onOpen(event, item.id)}>
        <span class="what">
          <b>${item.offering.title}</b>
          <span class="soft small"><bdi>${localText(locale, (item.holder ?? item.agency).name)}</bdi> · ${msg(str`ثبت: ${filed}`, { id: 'console.filedAt' })}${item.codeTail ? html` · ${codeTailView(locale, item.codeTail)}` : nothing}</span>
        </span>
        <span class="chips">
          <span class="chip state">${stateText(item.state)}</span>
          ${item.hops ? html`<span class="chip">${routeIcon}${msg(str`${formatNumber(locale, item.hops)} بار جابه‌جا`, { id: 'console.hops' })}</span>` : nothing}
          ${assigneeChip(item, me)}
          ${actions.hasDraft(item.id) ? html`<span class="chip draft">${msg('نوشته نفرستاده', { id: 'console.draft' })}</span>` : nothing}
        </span>
        <span class="when">
          <b class="left">${bandIcons[band]}${leftText(locale, item, band, now)}</b>
          <span class="soft small">${msg(str`تا ${due}`, { id: 'console.until' })}</span>
        </span>
      </a>
    </li>
  `;
}

function assigneeChip(item: QueueItem, me: string | undefined): TemplateResult {
  switch (holdOf(item, me)) {
    case 'mine': return html`<span class="chip mine">${userIcon}${msg('دست شما', { id: 'console.with.me' })}</span>`;
    case 'other': return html`<span class="chip">${userIcon}<span>${msg(html`دست <bdi>${item.assignee!.name}</bdi>`, { id: 'console.with.other' })}</span></span>`;
    case 'nobody': return html`<span class="chip">${msg('برنداشته', { id: 'console.with.nobody' })}</span>`;
  }
}

/** «کد …۴۳۲۱»: by its end a citizen's paper and a case are told to belong together. */
export const codeTailView = (locale: Locale, tail: string): TemplateResult =>
  html`<span>${msg(html`کد <bdi dir="ltr" translate="no">…${localDigits(locale, tail)}</bdi>`, { id: 'console.codeTail' })}</span>`;

function leftText(locale: Locale, item: QueueItem, band: Band, now: Date): string {
  if (band === 'ended') return msg('تمام شد', { id: 'console.ended' });
  if (band === 'paused') return msg('مهلت ایستاده', { id: 'console.pausedShort' });
  return remainingText(locale, item.dueAt, now);
}

/** Arrow keys walk through the cases as Tab does; Home and End jump. */
function onKey(event: KeyboardEvent): void {
  const links = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('a')];
  const at = links.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || to === undefined || !links[to]) return;
  event.preventDefault();
  links[to].focus();
}

const empty = ({ filter, whose }: QueueModel) => html`
  <div class="empty">${inboxIcon}
    <h3>${filter === 'open' && whose === 'any' ? msg('پرونده بازی روی میز نیست', { id: 'console.empty.open' }) : msg('اینجا پرونده‌ای نیست', { id: 'console.empty' })}</h3>
    <p class="soft">${filter === 'open' && whose === 'any'
      ? msg('درخواست تازه که برسد، همین‌جا می‌آید.', { id: 'console.empty.open.what' })
      : msg('فهرست دیگری را برگزینید.', { id: 'console.empty.what' })}</p>
  </div>
`;
