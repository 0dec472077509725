import type { CellFinding } from '../finding.ts';
import { limits } from '../limits.ts';

/** One row as a person counts and sees it. */
export interface SheetRow {
  /** From 1, the rows above the header included. */
  row: number;
  cells: string[];
  /** What reading a cell had to say, by its place. */
  notes?: { at: number; finding: CellFinding }[];
  /** The file ends within this row, for certain. */
  cutOff?: boolean;
  /** The file ends with this row, and not as files end. */
  unended?: boolean;
}

/** A table that may be the declaration: a sheet, a table of a page, a text taken apart at one delimiter. */
export interface Sheet {
  /** As the file names it; null where files name none. */
  name: string | null;
  hidden?: boolean;
  /** Said when this is the table that is read. */
  findings?: CellFinding[];
  /** The heading that stands above it. */
  heading?: string;
  /** Tables that it is made of. */
  parts?: Sheet[];
  /** Its first rows, where they were met already. */
  head?: SheetRow[];
  /** Reads from the start, each time anew. `onPart` hears how much of the sheet is read, 0 to 1. */
  rows(onPart?: (part: number) => void): AsyncIterable<SheetRow>;
}

/** Rows that a header is looked for in: a letter may stand above it. */
export const headRows = 32;

export async function headOf(sheet: Sheet): Promise<SheetRow[]> {
  if (sheet.head) return sheet.head;
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) if (rows.push(row) >= headRows) break;
  return rows;
}

/** A cell's text with one more piece, unless it is longer than any row may be: the rest is not kept. */
export const withText = (text: string, piece: string): string => (text.length > limits.record ? text : text + piece);
