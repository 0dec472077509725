import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { LifeEvent } from '../../../contract/offering.ts';
import { localText } from '../../../core/facts/place.ts';
import { chevronDownIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { countsOf, type Counts } from './counts.ts';
import { lifeEventLabel } from '../../../core/facts/life-event.ts';
import type { FinderModel } from './model.ts';
import { standView } from './foot.ts';
import { facets, wide, type Facet, type Narrowing, type Sort } from './question.ts';

interface Option {
  value: string;
  label: string;
}

/** By what the list is narrowed, in which order and how it stands there. */
export function barView(model: FinderModel) {
  const { locale, answer, opened, engine } = model;
  const active = narrowedBy(model);
  if (!active && answer.total === 0) return nothing;
  // Where only parts of a catalogue are here, nobody can count or sort the whole; what an address has narrowed can be widened.
  const whole = engine.come === undefined;
  return html`<div class="tools">
      ${
        whole
          ? html`<button type="button" class="fold button quiet" aria-expanded=${opened} aria-controls="filters" @click=${() => model.onShow({ opened: !opened })}>
              ${chevronDownIcon}${
                active
                  ? msg(str`محدود کردن (${formatNumber(locale, active)})`, { id: 'finder.narrowActive' })
                  : msg('محدود کردن', { id: 'finder.narrow' })
              }
            </button>`
          : active
            ? html`<button type="button" class="button quiet" @click=${() => model.onNarrow(withoutReader(model))}>${msg('برداشتن همه', { id: 'finder.clearNarrowing' })}</button>`
            : nothing
      }
      <span class="ends">
        ${whole ? sortView(model) : nothing}
        ${standView(model)}
      </span>
    </div>
    ${opened && whole ? facetsView(model, active) : nothing}`;
}

function facetsView(model: FinderModel, active: number) {
  const { locale, answer, engine, narrowing } = model;
  const counts = countsOf(answer, narrowing, engine);
  const agencies = engine.catalogue.agencies.map(({ id, name }) => ({ value: id, label: localText(locale, name) }));
  const lives = [...counts.life.keys()].map((life) => ({ value: life, label: lifeEventLabel(life as LifeEvent) }));
  return html`<div id="filters" class="filters" role="group" aria-label=${msg('محدود کردن نتیجه‌ها', { id: 'finder.narrowLabel' })}>
    ${selectView(model, counts, 'agency', msg('دستگاه', { id: 'finder.agency' }), msg('همه دستگاه‌ها', { id: 'finder.allAgencies' }), agencies)}
    ${selectView(model, counts, 'county', msg('شهرستان', { id: 'finder.county' }), msg('همه شهرستان‌ها', { id: 'finder.allCounties' }), countiesOf(model))}
    ${answer.kind === 'life' ? nothing : selectView(model, counts, 'life', msg('رویداد زندگی', { id: 'finder.life' }), msg('همه رویدادها', { id: 'finder.allLives' }), lives)}
    ${selectView(model, counts, 'audience', msg('برای چه کسی', { id: 'finder.audience' }), msg('برای همه', { id: 'finder.allAudiences' }), [
      { value: 'G2C', label: msg('شهروندان', { id: 'finder.citizens' }) },
      { value: 'G2B', label: msg('کسب‌وکارها', { id: 'finder.businesses' }) },
    ])}
    ${toggleView(model, msg('اینترنتی', { id: 'finder.onlyOnline' }), narrowing.way === 'online', counts.way.get('online'), { way: narrowing.way === 'online' ? '' : 'online' })}
    ${toggleView(model, msg('حضوری', { id: 'finder.onlyInPerson' }), narrowing.way === 'inPerson', counts.way.get('inPerson'), { way: narrowing.way === 'inPerson' ? '' : 'inPerson' })}
    ${toggleView(model, msg('اکنون باز', { id: 'finder.onlyOpen' }), narrowing.open, engine.isOpen && (counts.open.get('yes') ?? 0), { open: !narrowing.open })}
    ${toggleView(model, msg('رایگان', { id: 'finder.onlyFree' }), narrowing.free, counts.free.get('yes') ?? 0, { free: !narrowing.free })}
    ${
      active > 1
        ? html`<button type="button" class="button quiet" @click=${() => model.onNarrow(withoutReader(model))}>
            ${msg('برداشتن همه', { id: 'finder.clearNarrowing' })}
          </button>`
        : nothing
    }
    ${model.hoursFailed ? html`<p class="soft small" role="status">${msg('ساعت کار اداره‌ها را نتوانستیم ببینیم. کمی بعد دوباره امتحان کنید.', { id: 'finder.noHours' })}</p>` : nothing}
  </div>`;
}

/** By how many facets the reader has narrowed: neither what the page set, nor a life event that was entered by its tile. */
export const narrowedBy = ({ answer, embed, narrowing }: FinderModel): number =>
  facets.filter((facet) => narrowing[facet] && !embed[facet] && !(facet === 'life' && answer.kind === 'life')).length;

/** Takes all of that away. The page's own narrowing is never the reader's, and so never in the address. */
export const withoutReader = ({ answer, embed, narrowing }: FinderModel): Narrowing => ({
  ...wide,
  life: answer.kind === 'life' && !embed.life ? narrowing.life : '',
});

/** Counties have no names of their own in the catalogue; their governors' offices do. */
function countiesOf({ engine, locale }: FinderModel): Option[] {
  return engine.catalogue.agencies.flatMap(({ county, kind, name }) => {
    if (!county || kind !== 'governorate') return [];
    const [, own] = /^فرمانداری (?:شهرستان )?(.+)$/.exec(name.fa) ?? [];
    return own ? [{ value: county, label: locale === 'fa' ? own : localText(locale, name) }] : [];
  });
}

function selectView(model: FinderModel, counts: Counts, facet: Exclude<Facet, 'open' | 'free' | 'way'>, label: string, all: string, options: Option[]) {
  const { locale, narrowing, embed } = model;
  const chosen = narrowing[facet];
  const offered = options.filter(({ value }) => counts[facet].get(value) || value === chosen);
  if (embed[facet] || (offered.length < 2 && !chosen)) return nothing;
  return html`<span class="select" data-chosen=${chosen !== ''}>
    <label class="visually-hidden" for=${facet}>${label}</label>
    <select id=${facet} .value=${chosen} @change=${(event: Event) => model.onNarrow({ [facet]: (event.target as HTMLSelectElement).value })}>
      <option value="" ?selected=${!chosen}>${all}</option>
      ${offered.map(
        ({ value, label: name }) =>
          html`<option value=${value} ?selected=${chosen === value}>${name} (${formatNumber(locale, counts[facet].get(value) ?? 0)})</option>`,
      )}</select
    >${chevronDownIcon}
  </span>`;
}

function toggleView(model: FinderModel, label: string, pressed: boolean, count: number | undefined, change: Partial<Narrowing>) {
  return html`<button type="button" class="chip toggle" aria-pressed=${pressed} ?disabled=${count === 0 && !pressed} @click=${() => model.onNarrow(change)}>
    ${label}${count ? html`<span class="soft small" aria-hidden="true">${formatNumber(model.locale, count)}</span>` : nothing}
  </button>`;
}

function sortView({ sort, onAsk }: FinderModel) {
  const names: [Sort, string][] = [
    ['best', msg('مرتبط‌ترین', { id: 'finder.sortBest' })],
    ['quick', msg('زودترین', { id: 'finder.sortQuick' })],
    ['cheap', msg('ارزان‌ترین', { id: 'finder.sortCheap' })],
    ['name', msg('به ترتیب نام', { id: 'finder.sortName' })],
  ];
  return html`<span class="select sort">
    <label class="visually-hidden" for="sort">${msg('ترتیب', { id: 'finder.sort' })}</label>
    <select id="sort" .value=${sort} @change=${(event: Event) => onAsk({ sort: (event.target as HTMLSelectElement).value as Sort })}>
      ${names.map(([value, label]) => html`<option value=${value} ?selected=${sort === value}>${label}</option>`)}</select
    >${chevronDownIcon}
  </span>`;
}
