import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, plusIcon, trashIcon } from '../../../core/icons.ts';
import { localText } from '../../../core/facts/place.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import type { VisibleGroup } from '../../../rules/form.ts';
import { fieldView } from './field-view.ts';
import { issueText } from './issue-text.ts';
import { controlId, type FormModel } from './model.ts';

/** Fields that repeat together: each time a card of its own with a number. */
export function groupView(model: FormModel, group: VisibleGroup): TemplateResult {
  const { locale, filling: { session, removed } } = model;
  const label = localText(locale, group.label);
  const issue = session.issue(group.id, 'error');
  const name = (row: number) => msg(str`${label}، مورد ${formatNumber(locale, row + 1)}`, { id: 'form.rowName' });
  const full = group.rows.length >= group.max;
  return html`
    <div class="group" id=${controlId(group.id)} tabindex="-1" role="group" aria-label=${label}>
      <h3>${label}</h3>
      ${group.hint ? html`<p class="hint">${localText(locale, group.hint)}</p>` : nothing}
      ${issue ? html`<p class="error" id="${controlId(group.id)}-error">${alertIcon}<span>${issueText(locale, session.definition, issue)}</span></p>` : nothing}
      ${group.rows.map((fields, row) => html`
        <fieldset class="group-row" id="${controlId(`${group.id}.${row}`)}" tabindex="-1">
          <legend class="visually-hidden">${name(row)}</legend>
          <div class="row group-head">
            <span class="soft small" aria-hidden="true">${msg(str`مورد ${formatNumber(locale, row + 1)}`, { id: 'form.row' })}</span>
            ${group.rows.length > group.min
              ? html`<button type="button" class="link small" aria-label=${msg(str`برداشتن ${name(row)}`, { id: 'form.removeRowName' })} @click=${() => model.removeRow(group.id, row)}>
                  ${trashIcon} ${msg('برداشتن', { id: 'form.removeRow' })}
                </button>`
              : nothing}
          </div>
          ${fields.map((field) => fieldView(model, field, `${group.id}.${row}.${field.id}`))}
        </fieldset>
      `)}
      ${removed?.group === group.id && !full
        ? html`<p class="soft small" role="status">${msg(str`${name(removed.row)} برداشته شد.`, { id: 'form.removedRow' })}
            <button type="button" class="link small" id="${controlId(group.id)}-undo" @click=${() => model.undoRemove()}>${msg('بازگردانید', { id: 'form.undoRemove' })}</button></p>`
        : nothing}
      ${full
        ? html`<p class="soft small">${msg(str`تا ${formatNumber(locale, group.max)} مورد جا دارد.`, { id: 'form.rowsFull' })}</p>`
        : html`<button type="button" class="button" id="${controlId(group.id)}-add" @click=${() => model.addRow(group.id)}>
            ${plusIcon}${msg(str`افزودن به ${label}`, { id: 'form.addRow' })}
          </button>`}
    </div>
  `;
}
