import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft, DraftRow } from '../../../contract/intake.ts';
import { formatNumber } from '../../../i18n/formats.ts';
import { findingsAt, gravest, keyOf, samePlace, type Column, type Place } from '../model/place.ts';
import { columnText } from './column-text.ts';
import type { IntakeView } from './view.ts';
import { severityIcon, severityText } from './words.ts';

/** As much of a cell as the table shows; the whole text stands beside it. */
const shown = 140;

/** The rows of a page as a grid: arrows walk in it, Enter opens the cell for mending. */
export function table(view: IntakeView, draft: Draft): TemplateResult {
  const { draft: model } = view;
  const { columns } = model;
  return html`
    <div class="scroll">
      <table role="grid" aria-labelledby="rows-title" aria-rowcount=${draft.rows + 1} aria-colcount=${columns.length + 1} aria-busy=${model.busy ? 'true' : nothing}
        @keydown=${(event: KeyboardEvent) => onKey(view, columns, event)}>
        <thead><tr role="row" aria-rowindex="1">
          <th scope="col" role="columnheader" class="number">${msg('سطر', { id: 'intake.rowHead' })}</th>
          ${columns.map((column) => html`<th scope="col" role="columnheader" data-column=${column}>${columnText(column)}</th>`)}
        </tr></thead>
        <tbody>${model.rows.map((row) => rowView(view, columns, row))}</tbody>
      </table>
    </div>
  `;
}

function rowView(view: IntakeView, columns: readonly Column[], row: DraftRow): TemplateResult {
  return html`<tr role="row" aria-rowindex=${row.row} class=${row.counts ? '' : 'left-out'}>
    ${cell(view, row, null)}${columns.map((column) => cell(view, row, column))}
  </tr>`;
}

function cell(view: IntakeView, row: DraftRow, column: Column | null): TemplateResult {
  const { locale, draft: model } = view;
  const place: Place = { row: row.row, column };
  const isAt = samePlace(model.at, place);
  const severity = gravest(findingsAt(row, column));
  const typed = model.typed.get(keyOf(place));
  const mark = severity ? html`<span class="mark">${severityIcon[severity]}<span class="visually-hidden">${severityText(severity)}: </span></span>` : nothing;
  const onClick = () => {
    model.go(place);
    view.focus('at');
  };
  const id = isAt ? 'at' : nothing;
  const classes = `${severity ? `is-${severity}` : ''} ${isAt ? 'is-at' : ''}`;
  if (column === null) {
    return html`<th scope="row" role="rowheader" class="number ${classes}" id=${id} tabindex=${isAt ? '0' : '-1'} @click=${onClick}>${mark}${formatNumber(locale, row.row)}${row.counts ? nothing : html`<span class="visually-hidden"> ${msg('منتشر نمی‌شود', { id: 'intake.leftOut' })}</span>`}</th>`;
  }
  const text = typed ?? row.cells[column] ?? '';
  return html`<td role="gridcell" class=${classes} data-column=${column} id=${id} tabindex=${isAt ? '0' : '-1'} @click=${onClick} @dblclick=${() => view.focus('cell-text')}>
    <div class="clip">${mark}${typed === undefined ? nothing : html`<span class="chip">${msg('گذاشته نشده', { id: 'intake.typed' })}</span> `}<bdi lang="fa">${text.length > shown ? `${text.slice(0, shown)}…` : text}</bdi></div>
  </td>`;
}

function onKey(view: IntakeView, columns: readonly Column[], event: KeyboardEvent): void {
  const { draft: model } = view;
  const { at, rows } = model;
  if (!at || event.altKey || event.metaKey) return;
  if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault();
    return view.focus('cell-text', 'panel-title');
  }
  const all = [null, ...columns];
  const [onward, back] = view.locale === 'fa' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const row = rows.findIndex((each) => each.row === at.row);
  const column = all.indexOf(at.column);
  const [toRow, toColumn] = ({
    ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], [onward!]: [row, column + 1], [back!]: [row, column - 1],
    Home: [event.ctrlKey ? 0 : row, 0], End: [event.ctrlKey ? rows.length - 1 : row, all.length - 1],
    PageDown: [row + 10, column], PageUp: [row - 10, column],
  } as Record<string, [number, number]>)[event.key] ?? [];
  if (toRow === undefined || toColumn === undefined) return;
  event.preventDefault();
  const found = rows[Math.max(0, Math.min(rows.length - 1, toRow))]!;
  model.go({ row: found.row, column: all[Math.max(0, Math.min(all.length - 1, toColumn))] ?? null });
  view.focus('at');
}
