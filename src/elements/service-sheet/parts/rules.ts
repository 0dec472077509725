import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { declared } from '../../../core/facts/declared.ts';
import { section, undeclaredText } from './section.ts';
import type { SheetModel } from './sheet.ts';

export const rulesView = ({ offering }: SheetModel) =>
  section(
    'rules',
    msg('بر پایه کدام قانون', { id: 'sheet.laws' }),
    offering.laws.length
      ? html`<ul class="bullets">
          ${offering.laws.map((law) => html`<li>${declared(law)}</li>`)}
        </ul>`
      : undeclaredText(),
  );

/** Questions that people ask, closed until wanted; all open on paper. */
export const questionsView = ({ offering }: SheetModel) =>
  offering.questions.length
    ? section(
        'questions',
        msg('پرسش‌های مردم', { id: 'sheet.questions' }),
        html`${offering.questions.map(
          ({ question, answer }) =>
            html`<details>
              <summary>${declared(question)}</summary>
              <p>${declared(answer)}</p>
            </details>`,
        )}`,
      )
    : nothing;
