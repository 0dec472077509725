import type { Field, FormDefinition, Group } from '../contract/form.ts';
import type { DefinitionIssue } from './form-definition.ts';

/**
 * Texts that a person would look for in vain: `emptyTitle` of the form (path `title`) or of a step, `emptyLabel` of a field or
 * group, `emptyOption` {value} of a choice, `emptyMessage` of a rule over a group (path `constraints.0`).
 */
export function checkFormTexts({ title, steps, constraints = [] }: FormDefinition): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const empty = ({ fa }: { fa: string }) => !fa.trim();
  const look = (path: string, item: Field | Group) => {
    if (empty(item.label)) issues.push({ path, code: 'emptyLabel' });
    if (item.type === 'group') return item.fields.forEach((field) => look(`${path}.${field.id}`, field));
    for (const { value, label } of item.options ?? []) if (empty(label)) issues.push({ path, code: 'emptyOption', params: { value } });
  };
  if (empty(title)) issues.push({ path: 'title', code: 'emptyTitle' });
  for (const step of steps) {
    if (empty(step.title)) issues.push({ path: step.id, code: 'emptyTitle' });
    step.items.forEach((item) => look(`${step.id}.${item.id}`, item));
  }
  constraints.forEach(({ message }, index) => empty(message) && issues.push({ path: `constraints.${index}`, code: 'emptyMessage' }));
  return issues;
}
