import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { phoneText } from '../../../core/facts/place.ts';
import { chevronDownIcon, otherIcon, printIcon } from '../../../core/icons.ts';
import { printAlone } from '../../../core/print.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { FinderModel } from './model.ts';

/** How the list stands there, and its print. */
export function standView({ tiles, onShow, host }: FinderModel) {
  const beside = msg('کنار هم', { id: 'finder.tiles' });
  const print = msg('چاپ این فهرست', { id: 'finder.print' });
  return html`<button type="button" class="square" aria-pressed=${tiles} aria-label=${beside} title=${beside} @click=${() => onShow({ tiles: !tiles })}>${otherIcon}</button>
    <button type="button" class="square" aria-label=${print} title=${print} @click=${() => printAlone(host)}>${printIcon}</button>`;
}

/** Under the list: the way to the rest of what was found, and, where it is narrow, what has no place in the bar above it. */
export function footView(model: FinderModel) {
  const { answer, locale, engine, onMore } = model;
  const phone = engine.catalogue.helpPhone;
  return html`<div class="foot no-print">
      ${
        answer.rest > 0
          ? html`<button type="button" class="button quiet" @click=${onMore}>
              ${chevronDownIcon}${msg(str`${formatNumber(locale, answer.rest)} خدمت دیگر را هم ببینید`, { id: 'finder.more' })}
            </button>`
          : nothing
      }
      <span class="stand">${standView(model)}</span>
    </div>
    ${phone ? html`<p class="paper small">${msg(html`تلفن راهنمایی: ${html`<bdi dir="ltr">${phoneText(locale, phone)}</bdi>`}`, { id: 'finder.paperPhone' })}</p>` : nothing}`;
}
