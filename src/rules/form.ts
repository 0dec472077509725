import type { Answers, Condition, Field, FormDefinition, Group } from '../contract/form.ts';
import type { LocalText } from '../contract/common.ts';

export interface FieldIssue {
  /** Field id; `group.0.field` inside a group. */
  path: string;
  code: string;
  /** A warning is told and does not stop anybody. */
  severity: 'error' | 'warning';
  params?: Record<string, string | number>;
}

/** A group as it stands now; `rows[i]` are the fields that row i shows. There are at least `min` rows. */
export interface VisibleGroup extends Group {
  rows: Field[][];
}
export type VisibleItem = Field | VisibleGroup;
export interface VisibleStep {
  id: string;
  title: LocalText;
  intro?: LocalText | undefined;
  items: VisibleItem[];
}
export interface DefinitionIssue {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

export function isVisible(condition: Condition | undefined, answers: Answers, today: string): boolean {
  throw new Error(`not yet ${condition} ${answers} ${today}`);
}
export function visibleSteps(definition: FormDefinition, answers: Answers, today: string): VisibleStep[] {
  throw new Error(`not yet ${definition} ${answers} ${today}`);
}
export function checkForm(definition: FormDefinition, answers: Answers, today: string): FieldIssue[] {
  throw new Error(`not yet ${definition} ${answers} ${today}`);
}
export function checkStep(definition: FormDefinition, stepId: string, answers: Answers, today: string): FieldIssue[] {
  throw new Error(`not yet ${definition} ${answers} ${today} ${stepId}`);
}
export function canonicalAnswers(definition: FormDefinition, answers: Answers, today: string): Answers {
  throw new Error(`not yet ${definition} ${answers} ${today}`);
}
export function checkDefinition(definition: FormDefinition): DefinitionIssue[] {
  throw new Error(`not yet ${definition}`);
}
