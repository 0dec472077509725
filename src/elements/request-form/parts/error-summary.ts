import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, checkIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { issueText } from './issue-text.ts';
import { controlId, type FormModel } from './model.ts';

/** What must be mended, each a link to its field. Shown after an attempt to go on; it takes the focus. */
export function errorSummary(model: FormModel): TemplateResult | typeof nothing {
  const { locale, filling: { session } } = model;
  const { attempted } = session;
  if (!attempted.length) return nothing;
  const open = attempted.filter((issue) => session.issues.some(({ path, code }) => path === issue.path && code === issue.code));
  const go = (event: Event, path: string) => {
    event.preventDefault();
    model.focusField(path);
  };
  return html`
    <div class="note ${open.length ? 'bad' : 'good-note'} summary" role="group" aria-labelledby="summary-title" id="summary" tabindex="-1">
      <h3 id="summary-title">${open.length ? alertIcon : checkIcon} ${open.length === 0
        ? msg('درست شد؛ ادامه دهید', { id: 'form.noErrors' })
        : open.length === 1
        ? msg('یک چیز را درست کنید', { id: 'form.oneError' })
        : msg(str`${formatNumber(locale, open.length)} چیز را درست کنید`, { id: 'form.errors' })}</h3>
      <ul>
        ${attempted.map((issue) => html`<li class=${open.includes(issue) ? '' : 'mended'}>${open.includes(issue) ? nothing : html`<span class="visually-hidden">${msg('درست شد:', { id: 'form.mended' })}</span>`}<a href="#${controlId(issue.path)}" @click=${(event: Event) => go(event, issue.path)}>${rowPrefix(model, issue.path)}${issueText(locale, session.definition, issue)}</a></li>`)}
      </ul>
    </div>
  `;
}

/** «مورد ۲: » where the field stands in a repeating group. */
function rowPrefix({ locale }: FormModel, path: string): string {
  const [, row, inner] = path.split('.');
  return inner === undefined ? '' : `${msg(str`مورد ${formatNumber(locale, Number(row) + 1)}:`, { id: 'form.rowPrefix' })} `;
}
