/**
 * `repaired`: put right without doubt; `advice`: right as it is, and could serve people better; `warning`: the agency should
 * look; `rejected`: the row or file is not imported.
 */
export type Severity = 'repaired' | 'advice' | 'warning' | 'rejected';

/** One thing that was wrong with a declaration. */
export interface Finding {
  /** Physical record from 1, the header included, as a person counts rows of the sheet; null for the whole file. */
  row: number | null;
  /** Column as the template names it; null for the whole row. */
  column: string | null;
  /** Stable name of the rule, kebab-case. */
  rule: string;
  severity: Severity;
  /** For the catalogue officer, in Persian. */
  message: string;
  /** What the whole cell could hold instead, where that is known (./lint/fixes.ts makes others of the cell itself). */
  suggested?: string;
}

/** A finding before it is known where the cell stands. */
export type CellFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'suggested'>;

/** What a cell reader gives: the value, always usable, and what it had to say about it. */
export interface Cell<T> {
  value: T;
  findings: CellFinding[];
}

export const repaired = (rule: string, message: string): CellFinding => ({ rule, severity: 'repaired', message });
export const warning = (rule: string, message: string): CellFinding => ({ rule, severity: 'warning', message });
export const advice = (rule: string, message: string): CellFinding => ({ rule, severity: 'advice', message });
