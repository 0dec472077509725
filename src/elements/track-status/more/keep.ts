import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestStatus } from '../../../contract/request.ts';
import { copyText } from '../../../core/copy-text.ts';
import { dueText, promiseOf } from '../../../core/facts/clock.ts';
import { calendarFile } from '../../../core/facts/ics.ts';
import { localText } from '../../../core/facts/place.ts';
import { calendarIcon, printIcon, sendIcon } from '../../../core/icons.ts';
import { printAlone } from '../../../core/print.ts';
import { saveBlob } from '../../../core/save-blob.ts';
import { tehranMinutes } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';

export interface KeepPort {
  root: ShadowRoot;
  locale(): Locale;
  /** The gateway's present. */
  now(): Date;
  /** Words in the element's language, where nothing is being rendered. */
  t(words: () => string): string;
  update(): void;
  say(text: () => string): void;
  focus(selector: string): Promise<void>;
}

/**
 * Ways to take a state along: into a calendar, to somebody, on paper. Calendars and messages go over other people's
 * servers, so the tracking code is in neither.
 */
export function keepActions(port: KeepPort): (status: RequestStatus) => TemplateResult {
  /** By request: what a calendar knows its event by, and how often it was written. */
  const events = new Map<string, { uid: string; sequence: number }>();
  /** What was given to be copied, and of which state. */
  let shared: { status: RequestStatus; text: string } | undefined;

  const subject = ({ offering, agency }: RequestStatus): string => `${offering.title} · ${localText(port.locale(), agency.name)}`;

  function addToCalendar(status: RequestStatus): void {
    const { clock, filedAt } = status;
    const key = `${status.offering.id} ${filedAt}`;
    const event = events.get(key) ?? { uid: `${randomHex()}@mizban`, sequence: -1 };
    event.sequence++;
    events.set(key, event);
    const { unit } = promiseOf(clock);
    const due = new Date(clock.dueAt);
    const wholeDay = unit === 'day' || unit === 'workDay' || unit === 'month';
    const { t } = port;
    const file = calendarFile({
      ...event, now: port.now(),
      at: wholeDay ? new Date(due.getTime() + tehranMinutes * 60_000).toISOString().slice(0, 10) : due,
      summary: t(() => msg(str`مهلت پاسخ: ${status.offering.title}`, { id: 'track.ics.summary' })),
      description: t(() => msg(str`${localText(port.locale(), status.agency.name)} تا این وقت پاسخ می‌دهد. با کد رهگیری خود پیگیری کنید.`, { id: 'track.ics.description' })),
      url: location.origin + location.pathname,
    });
    saveBlob(new Blob([file], { type: 'text/calendar;charset=utf-8' }), 'mizban.ics');
    port.say(() => msg('رویداد برای تقویم ذخیره شد. فایل را باز کنید تا افزوده شود.', { id: 'track.ics.saved' }));
  }

  const shareText = (status: RequestStatus, stateSentence: (locale: Locale, status: RequestStatus) => string): string => {
    const locale = port.locale();
    const { clock } = status;
    return [
      subject(status), stateSentence(locale, status),
      ...(clock.state === 'stopped' ? [] : [msg(str`تاریخ پاسخ: ${dueText(locale, clock, port.now())}`, { id: 'track.share.due' })]),
    ].join('\n');
  };

  async function share(status: RequestStatus): Promise<void> {
    // The state stands on the screen, so its words are there.
    const { stateSentence } = await import('../parts/status.ts');
    const text = port.t(() => shareText(status, stateSentence));
    if (typeof navigator.share === 'function') {
      try {
        return await navigator.share({ title: subject(status), text });
      } catch (error) {
        // Whoever closed it did not want to.
        if ((error as Error).name === 'AbortError') return;
      }
    }
    shared = { status, text };
    port.update();
    await port.focus('.shared');
    const done = await copyText(text, port.root.querySelector<HTMLElement>('.shared'));
    port.say(() => done
      ? msg('وضعیت کپی شد؛ هرجا می‌خواهید بچسبانید.', { id: 'track.share.copied' })
      : msg('وضعیت زیر دکمه‌ها نوشته شد؛ آن را برگزینید و کپی کنید.', { id: 'track.share.shown' }));
  }

  return (status) => html`
    <div class="keep no-print">
      <div class="row">
        ${status.clock.state === 'stopped' ? nothing : html`<button class="button quiet" type="button" @click=${() => addToCalendar(status)}>${calendarIcon}${msg('افزودن مهلت به تقویم', { id: 'track.ics' })}</button>`}
        <button class="button quiet" type="button" @click=${() => void share(status)}>${sendIcon}${msg('فرستادن وضعیت به دیگران', { id: 'track.share' })}</button>
        <button class="button quiet" type="button" @click=${() => printAlone(port.root.querySelector('.status')!)}>${printIcon}${msg('چاپ وضعیت', { id: 'track.printState' })}</button>
      </div>
      ${shared?.status === status ? html`<p class="shared note" tabindex="-1" dir="auto">${shared.text}</p>` : nothing}
    </div>
  `;
}

const randomHex = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
