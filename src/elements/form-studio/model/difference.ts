import type { Field, FormDefinition } from '../../../contract/form.ts';
import { isGroup, same, type Item, type Step } from './definition.ts';

/** What of a question or step was changed, as officers call it. */
export type Part = 'text' | 'hint' | 'required' | 'when' | 'options' | 'limits' | 'type' | 'step';

export interface Change {
  /** Of the question or step: as it is now, or as it was where it is gone. */
  label: Field['label'];
  step: boolean;
  parts: Part[];
}
export interface Difference {
  added: Change[];
  removed: Change[];
  changed: Change[];
  /** Title, kind, contact, matter or rules. */
  head: boolean;
  /** What is in both stands in another order. */
  order: boolean;
  /** Questions whose answers in forms that people have begun do not fit any more. */
  lost: Field['label'][];
}

interface Placed { entry: Step | Item; step: string }

/** All steps and questions by their ids; those in a group behind its id. */
function placed({ steps }: FormDefinition): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const step of steps) {
    found.set(`step ${step.id}`, { entry: step, step: '' });
    for (const item of step.items) {
      found.set(item.id, { entry: item, step: step.id });
      if (isGroup(item)) for (const field of item.fields) found.set(`${item.id}.${field.id}`, { entry: field, step: step.id });
    }
  }
  return found;
}

const isStepKey = (key: string): boolean => key.startsWith('step ');
const labelOf = (entry: Step | Item): Field['label'] => ('title' in entry ? entry.title : entry.label);
const parts: Record<string, Part> = { label: 'text', title: 'text', hint: 'hint', intro: 'hint', required: 'required', when: 'when', options: 'options', type: 'type' };

function partsOf(before: Placed, after: Placed): Part[] {
  const [a, b] = [before.entry, after.entry] as unknown as [Record<string, unknown>, Record<string, unknown>];
  const found = new Set<Part>(before.step === after.step ? [] : ['step']);
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (key === 'items' || key === 'fields' || key === 'id' || same(a[key], b[key])) continue;
    found.add(parts[key] ?? 'limits');
  }
  return [...found];
}

/** Whether an answer that was given before may not fit any more. */
function loses({ entry: before }: Placed, after: Placed | undefined): boolean {
  if ('title' in before || before.type === 'staticText') return false;
  const now = after?.entry as Item | undefined;
  if (now?.type !== before.type) return true;
  if (isGroup(before) || isGroup(now)) return false;
  return (before.options ?? []).some(({ value }) => !now.options?.some((each) => each.value === value));
}

/** What publishing one form in the place of another changes. */
export function differenceOf(from: FormDefinition, to: FormDefinition): Difference {
  const [before, after] = [placed(from), placed(to)];
  const change = (key: string, { entry }: Placed, list: Part[] = []): Change => ({ label: labelOf(entry), step: isStepKey(key), parts: list });
  const both = [...after].filter(([key]) => before.has(key));
  const head = ({ title, kind, contactField, matter = [], constraints = [] }: FormDefinition) => ({ title, kind, contactField, matter, constraints });
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([key, each]) => change(key, each)),
    removed: [...before].filter(([key]) => !after.has(key)).map(([key, each]) => change(key, each)),
    changed: both.map(([key, each]) => change(key, each, partsOf(before.get(key)!, each))).filter((each) => each.parts.length),
    head: !same(head(from), head(to)),
    order: !same([...before.keys()].filter((key) => after.has(key)), both.map(([key]) => key)),
    lost: [...before].filter(([key, each]) => loses(each, after.get(key))).map(([, { entry }]) => labelOf(entry)),
  };
}

export const isNothing = ({ added, removed, changed, head, order }: Difference): boolean => !added.length && !removed.length && !changed.length && !head && !order;
