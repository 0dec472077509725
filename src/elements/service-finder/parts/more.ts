import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { chevronDownIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { FinderModel } from './model.ts';

/** The way to the rest of what was found. */
export const moreView = ({ answer, locale, onMore }: FinderModel) =>
  answer.rest > 0
    ? html`<p class="more no-print">
        <button type="button" class="button quiet" @click=${onMore}>
          ${chevronDownIcon}${msg(str`${formatNumber(locale, answer.rest)} خدمت دیگر را هم ببینید`, { id: 'finder.more' })}
        </button>
      </p>`
    : nothing;
