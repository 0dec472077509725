import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Catalogue, IndexEntry } from '../../../contract/catalogue.ts';
import type { LifeEvent } from '../../../contract/offering.ts';
import { localText, phoneHref, phoneText } from '../../../core/facts/place.ts';
import { backIcon, buildingIcon, chevronDownIcon, infoIcon, phoneIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Answer, Filters } from './engine.ts';
import { lifeEventView } from './life-events.ts';
import { resultView } from './result.ts';

export interface FinderModel {
  locale: Locale;
  catalogue: Catalogue;
  answer: Answer;
  filters: Filters;
  filtersOpen: boolean;
  /** The element stands for one agency: no choice of agencies, no agency beside each result. */
  ownAgency: string;
  hrefOf(service: string): string;
  onChoose(event: MouseEvent, service: string): void;
  onLife(life: LifeEvent | null): void;
  onMore(): void;
  onFilters(filters: Partial<Filters>): void;
  onFiltersOpen(): void;
}

/** What is said to screen readers and stands above the list. Call while rendering. */
export function countText(locale: Locale, { kind, total }: Answer): string {
  const n = formatNumber(locale, total);
  if (kind === 'start') return msg(str`میان ${n} خدمت بگردید.`, { id: 'finder.size' });
  if (total === 0) return msg('چیزی پیدا نشد.', { id: 'finder.none' });
  return total === 1
    ? msg(str`${n} خدمت پیدا شد.`, { id: 'finder.foundOne' })
    : msg(str`${n} خدمت پیدا شد.`, { id: 'finder.found' });
}

export function foundView(model: FinderModel): TemplateResult {
  const { answer } = model;
  return html`
    ${answer.kind === 'start' ? nothing : filtersView(model)} ${understoodView(model)}
    ${answer.kind === 'life' ? lifeHeading(model) : nothing}
    ${answer.kind === 'search' ? html`<p id="count" class="count soft small">${countText(model.locale, answer)}</p>` : nothing}
    ${answer.kind === 'start' ? tilesView(model) : answer.total === 0 ? emptyView(model) : listView(model)}
  `;
}

function listView(model: FinderModel) {
  const { answer, catalogue, locale } = model;
  const names = new Map(catalogue.agencies.map(({ id, name }) => [id, localText(locale, name)]));
  const agencyOf = (entry: IndexEntry) => (model.ownAgency ? undefined : names.get(entry.agency));
  const rest = answer.total - answer.hits.length;
  return html`
    <ul class="results" role="list">
      ${answer.hits.map(({ entry, matched }) => resultView(model, entry, matched, agencyOf(entry)))}
    </ul>
    ${
      rest > 0
        ? html`<p class="more">
            <button type="button" class="button quiet" @click=${model.onMore}>
              ${chevronDownIcon}${msg(str`${formatNumber(locale, rest)} خدمت دیگر را هم ببینید`, { id: 'finder.more' })}
            </button>
          </p>`
        : nothing
    }
  `;
}

function filtersView({
  locale,
  catalogue,
  answer,
  filters,
  filtersOpen,
  ownAgency,
  onFilters,
  onFiltersOpen,
}: FinderModel) {
  const active = Number(filters.agency !== '') + Number(filters.online) + Number(filters.free);
  if (!active && answer.total === 0) return nothing;
  const toggle = (name: 'online' | 'free', label: string) => html`
    <button
      type="button"
      class="chip toggle"
      aria-pressed=${filters[name]}
      @click=${() => onFilters({ [name]: !filters[name] })}
    >
      ${label}
    </button>
  `;
  const agencies = catalogue.agencies.filter(({ offerings }) => offerings > 0);
  return html`<div class="narrowing no-print" data-open=${filtersOpen}>
    <button
      type="button"
      class="fold button quiet"
      aria-expanded=${filtersOpen}
      aria-controls="filters"
      @click=${onFiltersOpen}
    >
      ${chevronDownIcon}${
        active
          ? msg(str`محدود کردن (${formatNumber(locale, active)})`, { id: 'finder.narrowActive' })
          : msg('محدود کردن', { id: 'finder.narrow' })
      }
    </button>
    <div
      id="filters"
      class="filters"
      role="group"
      aria-label=${msg('محدود کردن نتیجه‌ها', { id: 'finder.narrowLabel' })}
    >
      ${
        ownAgency
          ? nothing
          : html`<span class="select"
              ><label class="visually-hidden" for="agency">${msg('دستگاه', { id: 'finder.agency' })}</label
              >${buildingIcon}
              <select
                id="agency"
                .value=${filters.agency}
                @change=${(event: Event) => onFilters({ agency: (event.target as HTMLSelectElement).value })}
              >
                <option value="" ?selected=${!filters.agency}>
                  ${msg('همه دستگاه‌ها', { id: 'finder.allAgencies' })}
                </option>
                ${agencies.map(({ id, name }) => html`<option value=${id} ?selected=${filters.agency === id}>${localText(locale, name)}</option>`)}</select
              >${chevronDownIcon}</span
            >`
      }
      ${toggle('online', msg('اینترنتی', { id: 'finder.onlyOnline' }))}
      ${toggle('free', msg('رایگان', { id: 'finder.onlyFree' }))}
    </div>
  </div>`;
}

/** What was read differently from how it was typed, so that nobody wonders about the results. */
function understoodView({ answer }: FinderModel) {
  const { result } = answer;
  if (!result || answer.total === 0) return nothing;
  if (result.readAs) {
    return html`<p class="note understood">
      ${infoIcon}<span>${msg(html`به صفحه‌کلید دیگر خواندیم: «${result.readAs}».`, { id: 'finder.readAs' })}</span>
    </p>`;
  }
  // A word among many is passed over in silence; half of what was asked is not.
  if (result.missed.length * 2 >= result.words) {
    const missed = result.missed.slice(0, 3).join(' ');
    return html`<p class="note understood">
      ${infoIcon}<span
        >${msg(html`«${missed}» در هیچ خدمتی نیست؛ با بقیه نوشته شما گشتیم.`, { id: 'finder.missed' })}</span
      >
    </p>`;
  }
  const [first] = result.instead;
  if (!first) return nothing;
  return html`<p class="note understood">
    ${infoIcon}<span>${msg(html`«${first.typed}» را «${first.meant}» خواندیم.`, { id: 'finder.instead' })}</span>
  </p>`;
}

function lifeHeading({ locale, answer, onLife }: FinderModel) {
  const { label, icon } = lifeEventView(answer.question.life!);
  return html`<div class="life-heading">
    <button type="button" class="button quiet" @click=${() => onLife(null)}>
      ${backIcon}${msg('بازگشت', { id: 'finder.back' })}
    </button>
    <h3 id="found" tabindex="-1">
      ${icon}${label} <span id="count" class="soft small">${countText(locale, answer)}</span>
    </h3>
  </div>`;
}

function tilesView({ locale, answer, onLife }: FinderModel) {
  if (answer.lifeEvents.length === 0)
    return html`<p id="count" class="count soft small">${countText(locale, answer)}</p>`;
  const n = formatNumber(locale, answer.total);
  return html`<h3 class="tiles-heading soft" id="count">
      ${msg(str`میان ${n} خدمت بگردید، یا از رویداد زندگی‌تان شروع کنید.`, { id: 'finder.startFromLife' })}
    </h3>
    <ul class="tiles" role="list" aria-label=${msg('رویدادهای زندگی', { id: 'finder.lifeEvents' })}>
      ${answer.lifeEvents.map((life) => {
        const { label, icon } = lifeEventView(life);
        return html`<li>
          <button type="button" class="tile" @click=${() => onLife(life)}>${icon}<span>${label}</span></button>
        </li>`;
      })}
    </ul>`;
}

function emptyView({ locale, answer, catalogue, filters, ownAgency, onFilters }: FinderModel) {
  const filtered = filters.online || filters.free || (filters.agency !== '' && !ownAgency);
  const all = formatNumber(locale, catalogue.offerings);
  const text = [...answer.question.text.trim()].slice(0, 60).join('');
  // Isolated, so that quotes stay around what was typed in another direction.
  const typed = text && `\u2068${text}\u2069`;
  const phone = catalogue.helpPhone;
  return html`<div class="empty">
    <p>
      ${
        answer.result?.wordless
          ? msg('در نوشته شما واژه‌ای نبود. با یکی دو واژه بگویید چه کاری دارید، مانند «شناسنامه» یا «قبض برق».', {
              id: 'finder.wordless',
            })
          : typed
            ? msg(str`«${typed}» را میان ${all} خدمت نیافتیم. با واژه‌های ساده‌تر یا کوتاه‌تر بنویسید.`, {
                id: 'finder.noneFor',
              })
            : msg('در این بخش خدمتی نیست.', { id: 'finder.noneHere' })
      }
    </p>
    ${
      filtered
        ? html`<p>
            <button type="button" class="button" @click=${() => onFilters({ agency: '', online: false, free: false })}>
              ${msg('در همه خدمت‌ها بگردید', { id: 'finder.widen' })}
            </button>
          </p>`
        : nothing
    }
    ${
      phone
        ? html`<p class="help">
            ${phoneIcon}<span>${msg(html`یا از کسی بپرسید: ${phoneLink(locale, phone)}`, { id: 'finder.phone' })}</span>
          </p>`
        : nothing
    }
  </div>`;
}

const phoneLink = (locale: Locale, phone: string) =>
  html`<a href=${phoneHref(phone)}><bdi dir="ltr">${phoneText(locale, phone)}</bdi></a>`;
