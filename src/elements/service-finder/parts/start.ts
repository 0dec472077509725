import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { IndexEntry } from '../../../contract/catalogue.ts';
import type { LifeEvent } from '../../../contract/offering.ts';
import { declared } from '../../../core/facts/declared.ts';
import { closeIcon, clockIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { lifeEventView } from '../../../core/facts/life-event.ts';
import type { FinderModel } from './model.ts';

export { startStyles as styles } from './start.styles.ts';

const mostAsked = 5;

/** Nothing typed: what somebody looked for before, what happens in a life, and what people ask for most. */
export function startView(model: FinderModel) {
  const { locale, answer } = model;
  const n = formatNumber(locale, answer.total);
  const lives = lifeEventsOf(answer.found);
  return html`${recentView(model)}
    ${
      lives.length === 0
        ? html`<p id="count" class="count soft small">${model.engine.countText(locale, answer)}</p>`
        : html`<h3 class="tiles-heading soft" id="count">
              ${msg(str`میان ${n} خدمت بگردید، یا از رویداد زندگی‌تان شروع کنید.`, { id: 'finder.startFromLife' })}
            </h3>
            <ul class="tiles" role="list" aria-label=${msg('رویدادهای زندگی', { id: 'finder.lifeEvents' })}>
              ${lives.map((life) => {
                const { label, icon } = lifeEventView(life);
                return html`<li>
                  <button type="button" class="tile" @click=${() => model.onNarrow({ life })}>${icon}<span>${label}</span></button>
                </li>`;
              })}
            </ul>`
    }
    ${askedView(model)}`;
}

/** Those with most services first; «other» last. */
function lifeEventsOf(entries: IndexEntry[]): LifeEvent[] {
  const counts = new Map<LifeEvent, number>();
  for (const entry of entries) for (const life of entry.lifeEvents) counts.set(life, (counts.get(life) ?? 0) + 1);
  const weight = (life: LifeEvent) => (life === 'other' ? -1 : counts.get(life)!);
  return [...counts.keys()].sort((a, b) => weight(b) - weight(a));
}

/** What people ask for most, where the gateway knows it. */
function askedView(model: FinderModel) {
  const { engine } = model;
  if (!model.answer.found.length) return nothing;
  const times = new Map(engine.index.ids.map((id, at) => [id, engine.popularity(at)]));
  const asked = model.answer.found
    .filter(({ id }) => times.get(id)!)
    .sort((a, b) => times.get(b.id)! - times.get(a.id)!)
    .slice(0, mostAsked);
  if (!asked.length) return nothing;
  return html`<h3 class="tiles-heading soft">${msg('بیشتر مردم این‌ها را خواسته‌اند', { id: 'finder.mostAsked' })}</h3>
    <ul class="asked" role="list">
      ${asked.map(
        (entry) => html`<li>
          <a class="go" href=${model.hrefOf(entry.id)} @click=${(event: MouseEvent) => model.onChoose(event, entry.id)}>${declared(entry.title)}</a>
        </li>`,
      )}
    </ul>`;
}

/** Earlier searches, kept on this device only if somebody has said yes to it. */
function recentView({ recent, searched, onText, onRecent }: FinderModel) {
  if (!recent) return nothing;
  if (!recent.wanted) {
    // Nobody is asked before there is something to keep.
    return searched
      ? html`<p class="recent-offer small no-print">
          <span class="soft">${msg('با بستن این صفحه، از جست‌وجوهایتان چیزی نمی‌ماند.', { id: 'finder.notKept' })}</span>
          <button type="button" class="button quiet" @click=${() => onRecent({ wanted: true, texts: [] })}>
            ${msg('روی همین دستگاه نگه دارید', { id: 'finder.keepRecent' })}
          </button>
        </p>`
      : nothing;
  }
  return html`<section class="recent no-print" aria-labelledby="recent">
    <h3 id="recent" class="tiles-heading soft">${msg('جست‌وجوهای پیشین شما', { id: 'finder.recent' })}</h3>
    ${
      recent.texts.length
        ? html`<ul class="chips" role="list">
            ${recent.texts.map(
              (text) => html`<li class="chip again">
                <button type="button" class="text" @click=${() => onText(text)}>${clockIcon}<bdi>${text}</bdi></button>
                <button type="button" class="drop" aria-label=${msg(str`حذف «${text}»`, { id: 'finder.forget' })} @click=${() => onRecent({ wanted: true, texts: recent.texts.filter((each) => each !== text) })}>${closeIcon}</button>
              </li>`,
            )}
          </ul>`
        : html`<p class="soft small">${msg('از این پس، خدمتی را که باز کنید جست‌وجویش اینجا می‌آید.', { id: 'finder.noRecent' })}</p>`
    }
    <p class="small">
      <span class="soft">${msg('فقط روی همین دستگاه، تا یک هفته پس از آخرین جست‌وجو.', { id: 'finder.recentWhere' })}</span>
      <button type="button" class="button quiet" @click=${() => onRecent({ wanted: false, texts: [] })}>${msg('همه را پاک کنید و دیگر نگه ندارید', { id: 'finder.forgetAll' })}</button>
    </p>
  </section>`;
}
