import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { declared } from '../../../core/facts/declared.ts';
import { section, undeclaredText } from './section.ts';
import type { SheetModel } from './sheet.ts';

/** What happens, as a numbered path that names who does each step. */
export function pathView({ offering }: SheetModel) {
  const heading = msg('چه می‌شود', { id: 'sheet.steps' });
  if (offering.steps.length === 0) return section('steps', heading, undeclaredText());
  return section(
    'steps',
    heading,
    html`<ol class="path" role="list">
      ${offering.steps.map(({ title, unit, post }) => {
        const who = [unit, post].filter(Boolean).join(' · ');
        return html`<li>
          <div>${declared(title)}${who ? html`<div class="soft small">${declared(who)}</div>` : nothing}</div>
        </li>`;
      })}
    </ol>`,
  );
}
