import type { SheetRow } from './sheet.ts';

/** A cell that stands over several rows, in the column of its upper corner. */
export interface Span {
  at: number;
  /** Last row that it covers. */
  until: number;
  text: string;
}

/**
 * Gives a cell that is merged over several rows to each of them, as a person reads it. Over several columns it stays in
 * the first: which of them it is meant for, only the header can tell.
 */
export class Spans {
  #open: Span[] = [];

  /** The spans that begin in this row; call it for each row, from above. */
  fill(row: SheetRow, begins: Omit<Span, 'text'>[]): SheetRow {
    this.#open = this.#open.filter(({ until }) => until >= row.row);
    for (const { at, text } of this.#open) {
      while (row.cells.length < at) row.cells.push('');
      if (!row.cells[at]) row.cells[at] = text;
    }
    for (const span of begins) if (span.until > row.row && row.cells[span.at]) this.#open.push({ ...span, text: row.cells[span.at]! });
    return row;
  }
}
