import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PublishedOffering } from '../../../contract/offering.ts';
import { declared } from '../../../core/facts/declared.ts';
import { localText } from '../../../core/facts/place.ts';
import { infoIcon } from '../../../core/icons.ts';
import type { Locale } from '../../../i18n/locale.ts';
import type { Kept } from '../further/kept.ts';
import type { ReportFlow } from '../further/report-flow.ts';
import { aboutView } from './about.ts';
import { actionView } from './action.ts';
import { answersView } from './answers.ts';
import { documentsView } from './documents.ts';
import { feeView } from './fee.ts';
import { pathView } from './path.ts';
import { placeView } from './place.ts';
import { questionsView, rulesView } from './rules.ts';

export interface SheetModel {
  locale: Locale;
  offering: PublishedOffering;
  /** Undefined while it is not known. */
  openNow: { open: boolean; text: string } | undefined;
  kept: Kept;
  /** Comes after the sheet; undefined until then. */
  further: typeof import('../further/further.ts') | undefined;
  report: ReportFlow | undefined;
  /** Numbers of the documents that are ticked off. */
  ready: ReadonlySet<number>;
  /** Where the form is; undefined when this page has none. */
  startHref: string | undefined;
  onStart(event: MouseEvent): void;
  onReady(at: number, checked: boolean): void;
  onPrint(): void;
}

/** The whole sheet. Pieces are asked in the order in which people ask. */
export const sheetView = (model: SheetModel): TemplateResult => {
  const { locale, offering, further } = model;
  return html`<article aria-labelledby="title">
    <header>
      <p class="soft small">${localText(locale, offering.agency.name)}</p>
      <h2 id="title" class="title" tabindex="-1">${declared(offering.title)}</h2>
      ${offering.description ? html`<p class="measure description">${declared(offering.description)}</p>` : nothing}
      ${
        offering.illustrative
          ? html`<p class="sample small">
              ${infoIcon}<span
                ><strong>${msg('نمونه', { id: 'sheet.sample' })}</strong>
                ${msg('زمان، هزینه، نشانی و تلفن این برگه نمونه است و سند رسمی نیست.', { id: 'sheet.sampleMeans' })}</span
              >
            </p>`
          : nothing
      }
    </header>
    ${answersView(model)} ${actionView(model)}
    <div class="columns">
      <div>${documentsView(model)} ${pathView(model)}</div>
      <div>${placeView(model)} ${feeView(model)} ${offering.form ? further?.keptView(model) : nothing} ${rulesView(model)} ${questionsView(model)} ${aboutView(model)}</div>
    </div>
  </article>`;
};
