import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../../contract/intake.ts';
import { declared } from '../../../core/facts/declared.ts';
import type { Finding } from '../model/place.ts';
import type { IntakeView } from './view.ts';
import { severityIcon, severityText } from './words.ts';

/** One finding: what, why, which law asks for it, what to do, and the press that does it. */
export function findingView(view: IntakeView, finding: Finding, rules: Draft['rules'], press?: TemplateResult): TemplateResult {
  const { severity, rule, message } = finding;
  const words = rules[rule];
  return html`
    <li class="is-${severity}">
      <p><span class="severity">${severityIcon[severity]} <b>${severityText(severity)}:</b></span> ${declared(message)}</p>
      ${words ? html`
        <p class="soft small">${declared(words.why)}${words.mend ? html` <b>${msg('چه کنید:', { id: 'intake.mend' })}</b> ${declared(words.mend)}` : nothing}</p>
        ${words.ground ? html`<p class="soft small"><b>${msg('پایه قانونی:', { id: 'intake.ground' })}</b> ${declared(words.ground)}</p>` : nothing}` : nothing}
      ${press ?? nothing}
    </li>
  `;
}
