import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { forwardIcon, linkIcon, pinIcon, printIcon } from '../../../core/icons.ts';
import { declared } from '../../../core/facts/declared.ts';
import { localText, placeText } from '../../../core/facts/place.ts';
import type { SheetModel } from './sheet.ts';

/** The one thing to do now: file it here, else the agency's own system, else go there. */
export function actionView(model: SheetModel): TemplateResult {
  const { onPrint } = model;
  return html`<div class="action">
    <div class="row no-print">
      ${primary(model)}
      <button type="button" class="button quiet" @click=${onPrint}>
        ${printIcon}${msg('چاپ این برگه', { id: 'sheet.print' })}
      </button>
    </div>
    ${inPerson(model)}
  </div>`;
}

function primary({ offering, startHref, onStart }: SheetModel) {
  if (offering.form && startHref) {
    return html`<a class="button primary" part="action" href=${startHref} @click=${onStart}>
      ${msg('این خدمت را اینترنتی بگیرید', { id: 'sheet.start' })}${forwardIcon}
    </a>`;
  }
  if (safeLink(offering.link)) {
    return html`<a class="button primary" part="action" href=${offering.link!} rel="external noopener" target="_blank">
      ${msg('به سامانه دستگاه بروید', { id: 'sheet.agencySystem' })}${linkIcon}
      <span class="visually-hidden">${msg('(در برگه تازه باز می‌شود)', { id: 'sheet.newTab' })}</span>
    </a>`;
  }
  return nothing;
}

/** Links come from declarations: only those of the web are followed. */
export const safeLink = (link: string | null): boolean => /^https?:\/\//i.test(link ?? '');

function inPerson({ locale, offering, startHref }: SheetModel) {
  if ((offering.form && startHref) || safeLink(offering.link)) return nothing;
  const { unit } = offering;
  const name = declared(localText(locale, unit?.name ?? offering.agency.name));
  const place = unit && placeText(locale, unit);
  return html`<p class="in-person">
    ${pinIcon}<span>
      ${
        place
          ? msg(html`برای این خدمت به ${name} بروید: ${place}.`, { id: 'sheet.goTo' })
          : msg(html`برای این خدمت به ${name} بروید.`, { id: 'sheet.goToAgency' })
      }</span
    >
  </p>`;
}
