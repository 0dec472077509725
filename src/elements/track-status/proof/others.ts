import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CallOptions } from '../../../client/client.ts';
import type { OwnRequest, OwnRequests } from '../../../contract/request.ts';
import { dueText } from '../../../core/facts/clock.ts';
import { stateText } from '../../../core/facts/for-staff.ts';
import { localText } from '../../../core/facts/place.ts';
import { outcomeText } from '../../../core/facts/request.ts';
import { formatDate, formatNumber, groupCode } from '../../../i18n/formats.ts';
import type { ProofPort } from './proof-flow.ts';

/** The other requests of the number that was proven. They come after the record, which does not wait for them. */
export class Others {
  list?: OwnRequests;
  failed = false;
  #asking = false;

  constructor(private readonly port: ProofPort, private readonly options: () => CallOptions) {}

  async ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.failed = false;
    try {
      this.list = await this.port.client().call('myRequests', { params: { code: this.port.code } }, this.options());
    } catch {
      this.failed = !this.port.signal().aborted;
    }
    this.#asking = false;
    this.port.update();
  }
}

export function othersView(port: ProofPort, others: Others): TemplateResult | typeof nothing {
  const { list, failed } = others;
  const locale = port.locale();
  if (failed && !list) {
    return html`<p class="note no-print">${msg('درخواست‌های دیگر شما گرفته نشد.', { id: 'track.others.failed' })}
      <button class="button quiet" type="button" @click=${() => void others.ask()}>${msg('دوباره امتحان کنید', { id: 'track.others.retry' })}</button></p>`;
  }
  if (!list?.items.length) return nothing;
  const older = list.total - list.items.length;
  return html`<section class="others no-print" aria-labelledby="others">
    <h3 id="others">${msg('درخواست‌های دیگر با همین شماره', { id: 'track.others' })}</h3>
    <p class="soft small">${msg('پیام‌ها و فایل‌های هر کدام با کد پیامکی خودش باز می‌شود.', { id: 'track.others.each' })}</p>
    <ul>${list.items.map((one) => html`<li>
      <button type="button" @click=${() => port.open(one.code)}><b><bdi>${one.offering.title}</bdi></b>
        <span class="small"><bdi>${localText(locale, one.agency.name)}</bdi> · ${stateOf(one)} · ${dayOf(port, one)}</span>
        <span class="soft small"><bdi dir="ltr" translate="no">${groupCode(one.code)}</bdi></span></button>
    </li>`)}</ul>
    ${older ? html`<p class="soft small">${msg(str`${formatNumber(locale, older)} درخواست قدیمی‌تر هم با این شماره هست؛ با کد خودشان باز می‌شوند.`, { id: 'track.others.older' })}</p>` : nothing}
  </section>`;
}

function stateOf({ state, outcome }: OwnRequest): string {
  if (outcome) return outcomeText(outcome);
  return state === 'waitingCitizen' ? msg('منتظر پاسخ شما', { id: 'track.others.waiting' }) : stateText(state);
}

function dayOf(port: ProofPort, { clock, filedAt }: OwnRequest): string {
  const locale = port.locale();
  if (clock.state !== 'running') return msg(str`ثبت: ${formatDate(locale, filedAt)}`, { id: 'track.others.filed' });
  const day = dueText(locale, clock, port.now());
  return clock.overdue ? msg(str`قرار بود تا ${day} پاسخ بگیرید`, { id: 'track.wasDue' }) : msg(str`تا ${day} پاسخ می‌گیرید`, { id: 'track.due' });
}
