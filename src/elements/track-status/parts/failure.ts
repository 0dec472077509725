import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { offlineIcon, refreshIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';

/** Why a code was not opened. */
export type Failure = { kind: 'notFound' } | { kind: 'limited'; seconds: number } | { kind: 'unreachable' } | { kind: 'broken' };

export interface FailureModel {
  locale: Locale;
  failure: Failure;
  onRetry(): void;
}

/** No way to the desk: what is known without any further chunk. What a gateway refuses is told by ../more/refusal.ts. */
export function unreachableView({ onRetry }: FailureModel): TemplateResult {
  return failureNote(
    html`${offlineIcon}${msg('به میز خدمت نرسیدیم', { id: 'track.unreachable' })}`,
    html`<p>${msg('اینترنت را ببینید و دوباره بپرسید. کدی که نوشتید سر جایش است و پرونده شما در هر حال جلو می‌رود.', { id: 'track.unreachable.what' })}</p>
      <button class="button" type="button" @click=${onRetry}>${refreshIcon}${msg('دوباره بپرسید', { id: 'track.retry' })}</button>`,
  );
}

export const failureNote = (title: TemplateResult, body: TemplateResult) => html`
  <div class="note bad failure"><h3 id="failure" tabindex="-1">${title}</h3>${body}</div>
`;
