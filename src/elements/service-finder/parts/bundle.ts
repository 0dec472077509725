import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { declared } from '../../../core/facts/declared.ts';
import { localText } from '../../../core/facts/place.ts';
import type { FinderModel } from './model.ts';
import type { Bundle, FoundHit } from './question.ts';

/** What happened to somebody, and the services that it asks for in their order. */
function bundleView(model: FinderModel, bundle: Bundle, agencyOf: (id: string) => string | undefined) {
  const id = `situation-${bundle.id}`;
  return html`<section class="bundle" aria-labelledby=${id}>
    <h3 id=${id}>${localText(model.locale, bundle.title)}</h3>
    <p class="soft small">${msg('این کارها معمولاً به همین ترتیب پیش می‌آید:', { id: 'finder.bundle' })}</p>
    <ol role="list">
      ${bundle.entries.map((entry) => {
        const agency = agencyOf(entry.agency);
        return html`<li part="result">
          <a class="go" href=${model.hrefOf(entry.id)} @click=${(event: MouseEvent) => model.onChoose(event, entry.id)}>${declared(entry.title)}</a>
          ${agency ? html`<span class="soft small">${agency}</span>` : nothing}
        </li>`;
      })}
    </ol>
  </section>`;
}

/** Bundles and single services. What was named outright stands before what may have happened. */
export function arrangeView(model: FinderModel, list: (hits: FoundHit[]) => TemplateResult | typeof nothing, agencyOf: (id: string) => string | undefined) {
  const { hits, result, bundles } = model.answer;
  const first = Number(hits.length > 0 && result?.hits[0]?.entry.id === hits[0]!.entry.id);
  return html`${list(hits.slice(0, first))}${bundles.map((bundle) => bundleView(model, bundle, agencyOf))}${list(hits.slice(first))}`;
}
