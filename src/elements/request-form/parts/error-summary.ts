import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon } from '../../../core/icons.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { issueText } from './issue-text.ts';
import { controlId, type FormModel } from './model.ts';

/** What must be mended, each a link to its field. Shown after an attempt to go on; it takes the focus. */
export function errorSummary(model: FormModel): TemplateResult | typeof nothing {
  const { locale, filling: { session } } = model;
  const errors = session.issues.filter(({ severity }) => severity === 'error');
  if (!errors.length) return nothing;
  const go = (event: Event, path: string) => {
    event.preventDefault();
    model.focusField(path);
  };
  return html`
    <div class="note bad summary" role="group" aria-labelledby="summary-title" id="summary" tabindex="-1">
      <h3 id="summary-title">${alertIcon} ${errors.length === 1
        ? msg('یک چیز را درست کنید', { id: 'form.oneError' })
        : msg(str`${formatNumber(locale, errors.length)} چیز را درست کنید`, { id: 'form.errors' })}</h3>
      <ul>
        ${errors.map((issue) => html`<li><a href="#${controlId(issue.path)}" @click=${(event: Event) => go(event, issue.path)}>${rowPrefix(model, issue.path)}${issueText(locale, session.definition, issue)}</a></li>`)}
      </ul>
    </div>
  `;
}

/** «مورد ۲: » where the field stands in a repeating group. */
function rowPrefix({ locale }: FormModel, path: string): string {
  const [, row, inner] = path.split('.');
  return inner === undefined ? '' : msg(str`مورد ${formatNumber(locale, Number(row) + 1)}: `, { id: 'form.rowPrefix' });
}
