import type { Draft, DraftRow } from '../../../contract/intake.ts';

export type Column = Exclude<Draft['columns'][number], null>;
export type Finding = DraftRow['findings'][number];
export type Severity = Finding['severity'];

/** What a file's columns may be, as the template orders them. */
export const columns: readonly Column[] = [
  'title', 'code', 'parentCode', 'description', 'relations', 'audience', 'nature', 'levels', 'lifeEvents', 'trigger', 'documents', 'laws', 'time', 'frequency',
  'visits', 'visitReason', 'fee', 'channels', 'link', 'inquiries', 'steps', 'unitName', 'floor', 'room', 'phone', 'hours', 'keywords', 'questions', 'editedOn',
];

/** A place in the table; column null: the row as a whole. */
export interface Place {
  row: number;
  column: Column | null;
}

export const keyOf = ({ row, column }: Place): string => `${row} ${column ?? ''}`;
export const samePlace = (one: Place | undefined, other: Place): boolean => one?.row === other.row && one.column === other.column;

const order: Severity[] = ['rejected', 'warning', 'advice', 'repaired'];
/** The gravest of some findings; undefined where there are none. */
export const gravest = (findings: readonly Finding[]): Severity | undefined => order.find((severity) => findings.some((finding) => finding.severity === severity));

/** What is said of one place. */
export const findingsAt = ({ findings }: DraftRow, column: Column | null): Finding[] => findings.filter((finding) => finding.column === column);

/** Columns that the table shows: the title first, then those of the file, then those of which something is said. */
export function shownColumns(columns: readonly (Column | null)[], rows: readonly DraftRow[]): Column[] {
  const told = rows.flatMap(({ findings, cells }) => [...findings.map(({ column }) => column), ...(Object.keys(cells) as Column[])]);
  return [...new Set<Column | null>(['title', ...columns, ...told])].filter((column): column is Column => column !== null && column !== 'rowNumber');
}
