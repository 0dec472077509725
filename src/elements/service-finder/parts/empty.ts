import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { IndexEntry } from '../../../contract/catalogue.ts';
import { localText, phoneHref, phoneText } from '../../../core/facts/place.ts';
import { phoneIcon, routeIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { Locale } from '../../../i18n/locale.ts';
import { narrowedBy, withoutReader } from './bar.ts';
import { guideOf, leadToGuide } from './guide-on-page.ts';
import type { FinderModel } from './model.ts';
import type { Answer } from './question.ts';

/** Below this the best hit answers too little of what was asked to be left alone with it. */
const unsure = 0.3;
const mostNear = 3;

/** Nothing fits: what was understood, what is near, and where else to turn. */
export function emptyView(model: FinderModel) {
  const { locale, answer, engine, embed } = model;
  const all = formatNumber(locale, engine.catalogue.offerings);
  const text = [...answer.question.text.trim()].slice(0, 60).join('');
  // Isolated, so that quotes stay around what was typed in another direction.
  const typed = text && `\u2068${text}\u2069`;
  const elsewhere = answer.found.length;
  const filtered = answer.kind === 'search' && elsewhere > 0;
  const near = answer.result && !answer.result.wordless && !filtered ? nearest(model) : [];
  const names = new Map(engine.catalogue.agencies.map(({ id, name }) => [id, localText(locale, name)]));
  return html`<div class="empty">
    <p>
      ${
        answer.result?.wordless
          ? msg('هنوز ننوشته‌اید چه کاری دارید. یکی دو واژه از آن را بنویسید، مانند «شناسنامه» یا «قبض برق».', {
              id: 'finder.wordless',
            })
          : filtered
            ? msg(str`با این محدودیت‌ها چیزی نیست، ولی بی آن‌ها ${formatNumber(locale, elsewhere)} خدمت هست.`, { id: 'finder.noneNarrowed' })
            : typed
              ? msg(str`«${typed}» را میان ${all} خدمت نیافتیم. با واژه‌های ساده‌تر یا کوتاه‌تر بنویسید.`, { id: 'finder.noneFor' })
              : msg('در این بخش خدمتی نیست.', { id: 'finder.noneHere' })
      }
    </p>
    ${
      filtered || (answer.kind === 'life' && narrowedBy(model))
        ? html`<p>
            <button type="button" class="button" @click=${() => model.onNarrow(withoutReader(model))}>
              ${msg('در همه خدمت‌ها بگردید', { id: 'finder.widen' })}
            </button>
          </p>`
        : nothing
    }
    ${
      near.length
        ? html`<h3 class="near">${msg('شاید یکی از این‌ها', { id: 'finder.near' })}</h3>
            <ul class="results" role="list">
              ${near.map((entry) => engine.resultView(model, entry, [], embed.agency ? undefined : names.get(entry.agency), []))}
            </ul>`
        : nothing
    }
    ${helpView(model)}
  </div>`;
}

/** Something was found, but it may not be what was meant. */
export function unsureView(model: FinderModel) {
  const { result } = model.answer;
  if (!result || result.confidence >= unsure || model.answer.early) return nothing;
  return html`<div class="unsure">
    <p>${msg('آنچه می‌خواستید این‌ها نیست؟', { id: 'finder.unsure' })}</p>
    ${helpView(model)}
  </div>`;
}

function helpView({ engine, locale, host }: FinderModel) {
  const guide = guideOf(host);
  const phone = engine.catalogue.helpPhone;
  return html`${
    guide
      ? html`<p class="help">
          ${routeIcon}<span><a href=${guide.href} @click=${(event: MouseEvent) => leadToGuide(host, event)}>${msg('با چند پرسش کوتاه راهتان را پیدا کنید', { id: 'finder.guide' })}</a></span>
        </p>`
      : nothing
  }${
    phone
      ? html`<p class="help">
          ${phoneIcon}<span>${msg(html`یا از کسی بپرسید: ${phoneLink(locale, phone)}`, { id: 'finder.phone' })}</span>
        </p>`
      : nothing
  }`;
}

const nearestOf = new WeakMap<Answer, IndexEntry[]>();

/** Services of this embed that answer one of the words: better than nothing where nothing answers them all. Sought once. */
function nearest({ answer, engine, embed }: FinderModel): IndexEntry[] {
  const known = nearestOf.get(answer);
  if (known) return known;
  const near = new Map<string, IndexEntry>();
  const words = answer.question.text.slice(0, 200).split(/\s+/).filter((word) => word.length > 2).slice(0, 8);
  for (const word of words.length > 1 ? words : []) {
    const { hits } = engine.searcher.search(word, { where: (entry) => !engine.failing(entry, embed).length, limit: 1 });
    // Of a catalogue in shards not all services are here.
    for (const { entry } of hits) if (entry.id) near.set(entry.id, entry);
    if (near.size >= mostNear) break;
  }
  const found = [...near.values()];
  nearestOf.set(answer, found);
  return found;
}

const phoneLink = (locale: Locale, phone: string) =>
  html`<a href=${phoneHref(phone)}><bdi dir="ltr">${phoneText(locale, phone)}</bdi></a>`;
