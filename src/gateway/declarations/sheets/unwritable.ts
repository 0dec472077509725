import { repaired, type CellFinding } from '../finding.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Signs that are no writing: control signs but tabs and ends of lines, halves of letters, what Unicode keeps free. No database keeps the first. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

const finding = (): CellFinding => repaired('unwritable', 'نشانه‌هایی که نوشته نیست برداشته شد.');

/** A cell without them; the same text where there are none. */
export const withoutUnwritable = (text: string): string => text.replace(unwritable, '');

function cleanRow(row: SheetRow): SheetRow {
  const cells = row.cells.map(withoutUnwritable);
  const notes = cells.flatMap((cell, at) => (cell === row.cells[at] ? [] : [{ at, finding: finding() }]));
  return notes.length ? { ...row, cells, notes: [...(row.notes ?? []), ...notes] } : row;
}

/** A table whose cells hold nothing but writing; where something was taken away, it is told. */
export function cleanSheet(sheet: Sheet): Sheet {
  return {
    ...sheet,
    name: sheet.name && withoutUnwritable(sheet.name),
    ...(sheet.head && { head: sheet.head.map(cleanRow) }),
    async *rows(onPart) {
      for await (const row of sheet.rows(onPart)) yield cleanRow(row);
    },
  };
}
