import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { UndeliveredMessage, UndeliveredMessages } from '../../../contract/undelivered.ts';
import { whenText } from '../../../core/facts/clock.ts';
import { bySmsText } from '../../../core/facts/same-by-sms.ts';
import { checkCircleIcon, refreshIcon, trashIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { seesRequests } from '../../../rules/staff-roles.ts';
import type { KeptList } from '../model/kept-list.ts';
import type { CaseLinks } from './queue-view.ts';

/** How much there is, in words. Call while rendering. */
export const undeliveredCountText = (locale: Locale, { total }: UndeliveredMessages): string =>
  msg(str`${formatNumber(locale, total)} پیام، تازه‌ترین نخست`, { id: 'console.undelivered.count' });

/** What the message was to say. Call while rendering. */
export function aboutText(about: string): string {
  switch (about) {
    case 'filed': return msg('درخواست ثبت شد', { id: 'console.undelivered.filed' });
    case 'joined': return msg('نوشته تازه به شکایت پیشین افزوده شد', { id: 'console.undelivered.joined' });
    case 'taken': return msg('رسیدگی آغاز شد', { id: 'console.undelivered.taken' });
    case 'referred': return msg('درخواست به واحد دیگری رفت', { id: 'console.undelivered.referred' });
    case 'askedCitizen': return msg('کارشناس پرسشی دارد', { id: 'console.undelivered.asked' });
    case 'delayExplained': return msg('پاسخ دیرتر می‌رسد و علت دارد', { id: 'console.undelivered.delay' });
    case 'dueRecomputed': return msg('تاریخ پاسخ جابه‌جا شد', { id: 'console.undelivered.moved' });
    case 'escalated': return msg('مهلت پاسخ گذشت و هنوز پاسخی نیست', { id: 'console.undelivered.late' });
    case 'withdrawn': return msg('درخواست پس گرفته شد', { id: 'console.undelivered.withdrawn' });
    case 'objected': return msg('اعتراض ثبت شد', { id: 'console.undelivered.objected' });
    case 'closed': return msg('زمان اعتراض گذشت و پرونده بسته شد', { id: 'console.undelivered.closed' });
    case 'answered': return msg('پاسخ آماده است', { id: 'console.undelivered.answered' });
    default: return msg('درخواست خبر تازه‌ای دارد', { id: 'console.undelivered.news' });
  }
}

/** Why nobody got it, and what helps. Call while rendering. */
function faultText({ channel, fault }: Pick<UndeliveredMessage, 'channel' | 'fault'>): string {
  const sms = channel === 'sms';
  switch (fault) {
    case 'unreachable': return sms
      ? msg('سامانه پیامک پاسخی نداد.', { id: 'console.undelivered.sms.unreachable' })
      : msg('سامانه ایمیل پاسخی نداد.', { id: 'console.undelivered.email.unreachable' });
    case 'busy': return sms
      ? msg('سامانه پیامک هر بار گفت که بعداً بفرستید.', { id: 'console.undelivered.sms.busy' })
      : msg('سامانه ایمیل هر بار گفت که بعداً بفرستید.', { id: 'console.undelivered.email.busy' });
    case 'refused': return sms
      ? msg('سامانه پیامک آن را نپذیرفت. از مسئول فنی بخواهید اعتبار، کلید و نشانی آن را ببیند.', { id: 'console.undelivered.sms.refused' })
      : msg('سامانه ایمیل آن را نپذیرفت. از مسئول فنی بخواهید تنظیم‌های آن را ببیند.', { id: 'console.undelivered.email.refused' });
    case 'recipient': return sms
      ? msg('به گفته سامانه پیامک، این شماره گیرنده‌ای ندارد. فرستادن دوباره کمکی نمی‌کند؛ واحد رسیدگی از راه دیگری خبر بدهد.', { id: 'console.undelivered.sms.recipient' })
      : msg('به گفته سامانه ایمیل، این نشانی گیرنده‌ای ندارد. فرستادن دوباره کمکی نمی‌کند؛ واحد رسیدگی از راه دیگری خبر بدهد.', { id: 'console.undelivered.email.recipient' });
    case 'failed': return msg('به دلیلی که نمی‌شناسیم فرستاده نشد. مسئول فنی آن را در گزارش‌های سامانه می‌بیند.', { id: 'console.undelivered.failed' });
  }
}

/** Messages to citizens that were tried in vain, until somebody has looked after them. `links`: how a case is opened. */
export function undeliveredList(locale: Locale, shown: UndeliveredMessages, model: KeptList<UndeliveredMessages>, links: CaseLinks): TemplateResult {
  const { items, total, waiting, lostCodes } = shown;
  const now = model.port.now();
  const role = model.port.staff()?.role;
  const opens = role !== undefined && seesRequests(role);
  const health = waiting.count || lostCodes ? html`<div class="health">
    ${waiting.count ? html`<p class="note" role="status">${msg(str`${formatNumber(locale, waiting.count)} پیام هنوز در راه است، کهنه‌ترین از ${whenText(locale, waiting.since!, now)}. خودشان دوباره فرستاده می‌شوند.`, { id: 'console.undelivered.waiting' })}</p>` : nothing}
    ${lostCodes ? html`<p class="note bad" role="status">${msg(str`در ۲۴ ساعت گذشته ${formatNumber(locale, lostCodes)} کد یک‌بارمصرف به کسی نرسید. کسی که کدش نرسد نمی‌تواند درخواست بفرستد یا پرونده‌اش را باز کند؛ به مسئول فنی خبر بدهید.`, { id: 'console.undelivered.codes' })}</p>` : nothing}
  </div>` : nothing;
  if (!items.length) {
    return html`${health}<div class="empty">${checkCircleIcon}
      <h3>${msg('پیام نرسیده‌ای نمانده است', { id: 'console.undelivered.empty' })}</h3>
      <p class="soft">${msg('هر پیامی که پس از چند بار کوشش به شهروند نرسد، اینجا می‌آید.', { id: 'console.undelivered.empty.what' })}</p>
    </div>`;
  }
  const act = async (route: 'sendAgain' | 'dropUndelivered', ids: string[], at: number): Promise<void> => {
    if (model.busy || !(await model.act((client) => client.call(route, { body: { ids } })))) return;
    model.port.say(() => route === 'sendAgain'
      ? msg('دوباره فرستاده می‌شود. اگر باز نرسد، اینجا برمی‌گردد.', { id: 'console.undelivered.again.done' })
      : msg('پیام پاک شد.', { id: 'console.undelivered.drop.done' }));
    // To the one in its place, or to the title when it was the last.
    const left = model.shown!.items.length;
    await model.port.focus(left ? `.reports li:nth-child(${Math.min(at + 1, left)}) .button` : '#undelivered-title');
  };
  const disabled = model.busy ? 'true' : nothing;
  return html`
    ${health}
    <p class="measure">${msg('این پیام‌ها پس از چند بار کوشش به شهروند نرسید. متن و گیرنده را نشان نمی‌دهیم؛ شهروند با کد رهگیری همه را در پیگیری می‌بیند.', { id: 'console.undelivered.what' })}</p>
    <div class="bar all"><p class="soft small count">${undeliveredCountText(locale, shown)}</p>
      ${items.length > 1 ? html`<button class="button" type="button" id="send-all" aria-disabled=${disabled} @click=${() => void act('sendAgain', items.map(({ id }) => id), 0)}>${refreshIcon}${msg('همه را دوباره بفرست', { id: 'console.undelivered.all' })}</button>` : nothing}</div>
    <ol class="reports" role="list">
      ${items.map(({ id, offering, request, about, channel, fault, tries, createdAt, givenUpAt, bySms }, index) => html`<li>
        <h3>${opens ? html`<a href=${links.href(request)} @click=${(event: MouseEvent) => links.onOpen(event, request)}><bdi>${offering.title}</bdi></a>` : html`<bdi>${offering.title}</bdi>`}</h3>
        <p>${channel === 'sms' ? msg('پیامک', { id: 'console.undelivered.sms' }) : msg('ایمیل', { id: 'console.undelivered.email' })}: ${aboutText(about)} · <span class="soft">${whenText(locale, createdAt, now)}</span></p>
        <p class="soft small">${faultText({ channel, fault })} ${msg(str`${formatNumber(locale, tries)} بار کوشش شد؛ آخرین بار ${whenText(locale, givenUpAt, now)}.`, { id: 'console.undelivered.tries' })}</p>
        ${bySms ? html`<p class="small">${bySmsText(locale, bySms, now)}</p>` : nothing}
        <div class="row">
          <button class="button" type="button" aria-disabled=${disabled} aria-label=${msg(str`دوباره بفرست: ${offering.title}`, { id: 'console.undelivered.againOf' })} @click=${() => void act('sendAgain', [id], index)}>${refreshIcon}${msg('دوباره بفرست', { id: 'console.undelivered.again' })}</button>
          <button class="button quiet" type="button" aria-disabled=${disabled} aria-label=${msg(str`پاک کن، دیگر لازم نیست: ${offering.title}`, { id: 'console.undelivered.dropOf' })} @click=${() => void act('dropUndelivered', [id], index)}>${trashIcon}${msg('دیگر لازم نیست', { id: 'console.undelivered.drop' })}</button>
        </div>
      </li>`)}
    </ol>
    ${total > items.length ? html`<p class="soft small">${msg(str`${formatNumber(locale, total - items.length)} پیام دیگر پس از این‌ها می‌آید.`, { id: 'console.undelivered.more' })}</p>` : nothing}
  `;
}
