import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { FinderModel } from './model.ts';
import type { Answer } from './question.ts';
import { resultView } from './result.ts';
import { skeletons } from './skeletons.ts';

/** What is said to screen readers and stands above the list. Call while rendering. */
export function countText(locale: Locale, { kind, total, early }: Answer): string {
  const n = formatNumber(locale, total);
  if (early) return msg('دنبال معنای نوشته شما می‌گردیم…', { id: 'finder.early' });
  if (kind === 'start') return msg(str`میان ${n} خدمت بگردید.`, { id: 'finder.size' });
  if (total === 0) return msg('چیزی پیدا نشد.', { id: 'finder.none' });
  return total === 1
    ? msg(str`${n} خدمت پیدا شد.`, { id: 'finder.foundOne' })
    : msg(str`${n} خدمت پیدا شد.`, { id: 'finder.found' });
}

/** The answer. What is not needed for the first results comes with `around` and `start`, a moment later. */
export function foundView(model: FinderModel): TemplateResult {
  const { answer, around, start, locale } = model;
  if (answer.kind === 'start') {
    return start
      ? start.startView(model)
      : html`<p id="count" class="count soft small">${countText(locale, answer)}</p>${skeletons('tiles')}`;
  }
  const none = answer.total === 0;
  return html`<div class="tray no-print">${around?.barView(model)}</div>
    ${answer.kind === 'life' ? around?.lifeHeading(model) : nothing} ${around?.notesView(model)}
    ${answer.kind === 'search' ? html`<p id="count" class="count soft small">${model.engine.countText(locale, answer)}${around?.waysView(model)}</p>` : nothing}
    ${answer.early ? skeletons('results') : none ? around?.emptyView(model) : html`<div class=${model.tiles ? 'as-grid' : 'as-list'}>${listView(model)}</div>`}
    ${none ? nothing : around?.unsureView(model)}`;
}

function listView(model: FinderModel) {
  const { answer, around, locale } = model;
  const { catalogue } = model.engine;
  const names = new Map(catalogue.agencies.map(({ id, name }) => [id, localText(locale, name)]));
  const agencyOf = (id: string) => (model.embed.agency ? undefined : names.get(id));
  const list = (hits: Answer['hits']) =>
    hits.length
      ? html`<ul class="results" role="list">
          ${hits.map(({ entry, matched, why }) => resultView(model, entry, matched, agencyOf(entry.agency), why))}
        </ul>`
      : nothing;
  return html`${answer.bundles.length && around ? around.arrangeView(model, list, agencyOf) : list(answer.hits)}${around?.footView(model)}`;
}
