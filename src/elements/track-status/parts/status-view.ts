import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { moodOf, whenText } from '../../../core/facts/clock.ts';
import { localText } from '../../../core/facts/place.ts';
import { forwardIcon, refreshIcon } from '../../../core/icons.ts';
import { formatTime, groupCode } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { clockView, type Why } from './clock-view.ts';
import { holderView, type OpenNow } from './holder-view.ts';
import { nextSentence, stateSentence } from './sentences.ts';
import { timeline } from './timeline.ts';

export interface StatusModel {
  locale: Locale;
  code: string;
  status: RequestStatus;
  /** The gateway's present. */
  now: Date;
  /** Set while the state is asked for again. */
  refreshing: boolean;
  /** The last refresh did not come through: what is shown is older. */
  stale: boolean;
  openNow?: OpenNow;
  why: Why;
  /** Why it is late, and what to do about it. */
  late?: unknown;
  /** The proved record stands in the middle. */
  opened: boolean;
  onRefresh(): void;
  onOther(): void;
}

/** All that a code opens by itself, the answer first: where is it, until when, what now. `middle` stands before the history. */
export function statusView(model: StatusModel, middle: TemplateResult): TemplateResult {
  const { locale, status, now } = model;
  const over = status.state === 'withdrawn';
  const ended = moodOf(status.clock) === 'stopped';
  // What the note would send the reader to is open already.
  const next = model.opened && (ended || status.state === 'waitingCitizen') ? undefined : nextSentence(status);
  return html`
    <article class="status" aria-labelledby="state">
      <p class="soft small about">
        <bdi>${status.offering.title}</bdi>
        ${ended ? html`<bdi>${localText(locale, status.agency.name)}</bdi>` : nothing}
        <span class="visually-hidden">${msg('کد رهگیری', { id: 'track.code' })}</span>
        <bdi class="code" dir="ltr" translate="no">${groupCode(model.code)}</bdi>
      </p>
      <h2 id="state" class=${`state-heading ${status.outcome ?? ''}`} tabindex="-1">${stateSentence(locale, status)}</h2>
      ${over ? nothing : clockView(locale, status, now, model.why)}
      ${model.late}
      ${next
        ? html`<p class="note next">${forwardIcon}<span>${ended ? nothing : html`<b>${msg('گام بعد:', { id: 'track.next' })}</b> `}${next}</span></p>`
        : nothing}
      ${ended ? nothing : holderView(locale, status, model.openNow)}
      ${middle}
      ${timeline(locale, status.timeline, now)}
      ${footer(model)}
    </article>
  `;
}

function footer({ locale, status, now, refreshing, stale, onRefresh, onOther }: StatusModel): TemplateResult {
  return html`
    <div class="row foot">
      <button class="button" type="button" aria-disabled=${refreshing ? 'true' : nothing} @click=${onRefresh}>${refreshIcon}${msg('تازه کنید', { id: 'track.refresh' })}</button>
      <button class="button quiet" type="button" @click=${onOther}>${msg('کد دیگری دارم', { id: 'track.other' })}</button>
      <span class="small ${stale ? 'stale' : 'soft'}">${stale
        ? msg(str`به میز خدمت نرسیدیم؛ این وضعیت ساعت ${formatTime(locale, status.asOf)} است.`, { id: 'track.stale' })
        : msg(str`وضعیت در ${whenText(locale, status.asOf, now)}`, { id: 'track.asOf' })}</span>
    </div>
  `;
}
