import { html, nothing, type TemplateResult } from 'lit';

/** The head of a column by which a table sorts. `descending` is undefined where it does not now. */
export const sortHead = (text: string, descending: boolean | undefined, onSort: () => void): TemplateResult => {
  const order = descending === undefined ? undefined : descending ? 'descending' : 'ascending';
  return html`<th scope="col" aria-sort=${order ?? nothing}><button type="button" @click=${onSort}>${text}${order ? html` <span aria-hidden="true">${descending ? '↓' : '↑'}</span>` : nothing}</button></th>`;
};
