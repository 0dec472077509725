import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { QueueItem } from '../../../contract/staff.ts';
import { remainingText, whenText } from '../../../core/facts/clock.ts';
import { localText } from '../../../core/facts/place.ts';
import { stateText } from '../../../core/facts/request.ts';
import { checkCircleIcon, clockIcon, hourglassIcon, inboxIcon, pauseIcon, refreshIcon, routeIcon, warningIcon } from '../../../core/icons.ts';
import { formatDay, formatNumber, formatTime } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { QueueFilter, QueueModel } from '../model/queue.ts';
import { faultText } from './failures.ts';

export interface QueueActions {
  onFilter(filter: QueueFilter): void;
  onRefresh(): void;
  onOpen(event: MouseEvent, id: string): void;
  /** Where a case lies in the address, for new tabs. */
  href(id: string): string;
}

/** Bands by share of time used. Each has a colour, an icon and a word. */
export type Band = 'early' | 'half' | 'soon' | 'late' | 'paused' | 'ended';
export function bandOf({ state, overdue, paused, shareUsed }: Pick<QueueItem, 'state' | 'overdue' | 'paused' | 'shareUsed'>): Band {
  if (state === 'answered' || state === 'closed' || state === 'withdrawn') return 'ended';
  if (overdue) return 'late';
  if (paused) return 'paused';
  return shareUsed >= 0.8 ? 'soon' : shareUsed >= 0.5 ? 'half' : 'early';
}
const bandIcons: Record<Band, TemplateResult> = {
  early: clockIcon, half: clockIcon, soon: hourglassIcon, late: warningIcon, paused: pauseIcon, ended: checkCircleIcon,
};

export function queueView(locale: Locale, queue: QueueModel, actions: QueueActions): TemplateResult {
  return html`
    <section aria-labelledby="queue-title">
      <div class="bar">
        <h2 id="queue-title" tabindex="-1">${msg('پرونده‌های میز', { id: 'console.queue' })}</h2>
        <div class="segments" role="group" aria-label=${msg('کدام پرونده‌ها', { id: 'console.filter' })}>
          ${(['open', 'answered', 'all'] as const).map(
            (filter) => html`<button type="button" aria-pressed=${filter === queue.filter} @click=${() => actions.onFilter(filter)}>${filterText(filter)}</button>`,
          )}
        </div>
        <button class="button quiet" type="button" aria-disabled=${queue.busy ? 'true' : nothing} @click=${actions.onRefresh}>${refreshIcon}${msg('تازه کن', { id: 'console.refresh' })}</button>
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

function list(locale: Locale, queue: QueueModel, actions: QueueActions): TemplateResult {
  const now = new Date();
  const late = queue.items.filter((item) => bandOf(item) === 'late').length;
  const n = formatNumber(locale, queue.items.length);
  const count = queue.next
    ? msg(str`${n} پرونده نخست، به ترتیب تاریخ پاسخ`, { id: 'console.count.first' })
    : msg(str`${n} پرونده، به ترتیب تاریخ پاسخ`, { id: 'console.count' });
  return html`
    ${queue.fault ? html`<p class="note bad" role="alert">${faultText(locale, queue.fault)}</p>` : nothing}
    ${queue.items.length
      ? html`
          <p class="soft small count">${count}${late ? html` · <b class="late-count">${msg(str`${formatNumber(locale, late)} پرونده دیر شده`, { id: 'console.count.late' })}</b>` : nothing}
            · ${msg(str`ساعت ${formatTime(locale, queue.updatedAt)}`, { id: 'console.asOf' })}</p>
          <ol class="queue" @keydown=${onKey}>${queue.items.map((item) => row(locale, item, now, actions))}</ol>
          ${queue.next
            ? html`<div class="row more"><button class="button" type="button" aria-disabled=${queue.busy ? 'true' : nothing} @click=${() => void queue.more()}>${queue.busy
                ? msg('در حال گرفتن…', { id: 'console.loading' })
                : msg('پرونده‌های بعدی', { id: 'console.more' })}</button></div>`
            : nothing}
        `
      : queue.phase === 'failed' ? nothing : empty(queue.filter)}
  `;
}

function row(locale: Locale, item: QueueItem, now: Date, actions: QueueActions): TemplateResult {
  const band = bandOf(item);
  const filed = whenText(locale, item.filedAt, now);
  const due = formatDay(locale, item.dueAt, now);
  return html`
    <li class="case-row ${band}">
      <a href=${actions.href(item.id)} @click=${(event: MouseEvent) => actions.onOpen(event, item.id)}>
        <span class="what">
          <b>${item.offering.title}</b>
          <span class="soft small"><bdi>${localText(locale, (item.holder ?? item.agency).name)}</bdi> · ${msg(str`ثبت: ${filed}`, { id: 'console.filedAt' })}</span>
        </span>
        <span class="chips">
          <span class="chip state">${stateText(item.state)}</span>
          ${item.hops ? html`<span class="chip">${routeIcon}${msg(str`${formatNumber(locale, item.hops)} بار جابه‌جا`, { id: 'console.hops' })}</span>` : nothing}
        </span>
        <span class="when">
          <b class="left">${bandIcons[band]}${leftText(locale, item, band, now)}</b>
          <span class="soft small">${msg(str`تا ${due}`, { id: 'console.until' })}</span>
        </span>
      </a>
    </li>
  `;
}

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

const empty = (filter: QueueFilter) => html`
  <div class="empty">${inboxIcon}
    <h3>${filter === 'open' ? msg('پرونده بازی روی میز نیست', { id: 'console.empty.open' }) : msg('اینجا پرونده‌ای نیست', { id: 'console.empty' })}</h3>
    <p class="soft">${filter === 'open'
      ? msg('درخواست تازه که برسد، همین‌جا می‌آید.', { id: 'console.empty.open.what' })
      : msg('فهرست دیگری را برگزینید.', { id: 'console.empty.what' })}</p>
  </div>
`;

export const skeleton = (): TemplateResult => html`
  <div aria-busy="true">
    <p class="visually-hidden">${msg('در حال گرفتن…', { id: 'console.loading' })}</p>
    ${[1, 2, 3, 4].map(() => html`<div class="skeleton sk-row" aria-hidden="true"></div>`)}
  </div>
`;
