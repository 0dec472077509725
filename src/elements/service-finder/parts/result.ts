import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { IndexEntry } from '../../../contract/catalogue.ts';
import { declared } from '../../../core/facts/declared.ts';
import { durationText } from '../../../core/facts/duration.ts';
import { feeText } from '../../../core/facts/fee.ts';
import { clockIcon, coinIcon, globeIcon, pinIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { tokens } from '../../../persian/fold.ts';
import type { Why } from '../../../search/searcher.ts';
import type { FinderModel } from './model.ts';

/** One service: what it is, whose it is, and the three facts that people ask first. */
export function resultView(
  model: FinderModel,
  entry: IndexEntry,
  matched: string[],
  agency: string | undefined,
  why: Why[],
): TemplateResult {
  const { locale } = model;
  return html`<li class="result" part="result">
    <p class="headline">
      <a class="go" href=${model.hrefOf(entry.id)} @click=${(event: MouseEvent) => model.onChoose(event, entry.id)}
        >${declared(marked(entry.title, matched))}</a
      >
      ${agency ? html`<span class="agency soft small">${agency}</span>` : nothing}
      ${model.around?.besideView(entry, why)}
    </p>
    ${entry.description ? html`<p class="description">${declared(entry.description)}</p>` : nothing}
    <ul class="facts soft small" role="list">
      <li>
        ${clockIcon}<span class="visually-hidden">${msg('زمان:', { id: 'finder.timeLabel' })}</span>
        ${entry.time ? durationText(locale, entry.time) : msg('زمان اعلام نشده', { id: 'finder.noTime' })}
      </li>
      <li>
        ${coinIcon}<span class="visually-hidden">${msg('هزینه:', { id: 'finder.feeLabel' })}</span>
        ${entry.fee.kind === 'undeclared' ? msg('هزینه اعلام نشده', { id: 'finder.noFee' }) : feeText(locale, entry.fee)}
      </li>
      <li>${entry.online ? globeIcon : pinIcon}<span>${wayText(locale, entry)}</span></li>
    </ul>
  </li>`;
}

function wayText(locale: Locale, { online, visits }: IndexEntry): string {
  if (online) {
    return visits ? msg('اینترنتی و حضوری', { id: 'finder.both' }) : msg('اینترنتی', { id: 'finder.online' });
  }
  if (!visits) return msg('حضوری', { id: 'finder.inPerson' });
  return visits === 1
    ? msg('یک بار حضوری', { id: 'finder.oneVisit' })
    : msg(str`${formatNumber(locale, visits)} بار حضوری`, { id: 'finder.visits' });
}

/** The words by which it was found, marked. Whole words: a mark inside a word breaks the joining of its letters. */
function marked(title: string, matched: string[]) {
  const found = new Set(matched);
  return title
    .split(/(\s+)/)
    .map((word) => (tokens(word).some((token) => found.has(token)) ? html`<mark>${word}</mark>` : word));
}
