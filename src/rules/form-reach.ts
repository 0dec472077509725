import type { AnswerValue, Condition, Field, FormDefinition, Group } from '../contract/form.ts';
import { holds, leavesOf, type Lookup } from './form-condition.ts';
import { readField } from './form-field.ts';
import './form-rarer.ts';
import { limitDay } from './form-date.ts';

/** Past so many combinations of answers nothing is claimed: a form that asks so much at one place is looked through by people. */
const mostTries = 20_000;

/** A question, the conditions under which it stands there, and what stands beside it in its group. */
interface Asked {
  item: Field | Group;
  when: Condition[];
  siblings: Map<string, Asked>;
}

/**
 * Paths of steps, groups and fields that no answers can bring up: their conditions contradict each other, ask for what a
 * field never takes, or rest on a field that is itself never shown. Tries the answers that make a difference: every option,
 * yes and no, numbers and days on both sides of what conditions name. `today` is any ISO date.
 */
export function unreachable(definition: FormDefinition, today: string): string[] {
  const asked = new Map<string, Asked>();
  const compared = comparisons(definition);
  const found: string[] = [];
  const look = (path: string, when: (Condition | undefined)[], siblings: Map<string, Asked>): boolean => {
    const conditions = when.filter((one) => one !== undefined);
    const reached = !conditions.length || reachable(conditions, (id) => siblings.get(id) ?? asked.get(id), compared, today);
    if (!reached) found.push(path);
    return reached;
  };
  const none = new Map<string, Asked>();
  for (const step of definition.steps) {
    // What stands in something that never comes up is not told a second time.
    if (!look(step.id, [step.when], none)) continue;
    for (const item of step.items) {
      const path = `${step.id}.${item.id}`;
      if (item.when && !look(path, [step.when, item.when], none)) continue;
      const outer = [step.when, item.when].filter((one) => one !== undefined);
      asked.set(item.id, { item, when: outer, siblings: none });
      if (item.type !== 'group') continue;
      const siblings = new Map<string, Asked>();
      for (const field of item.fields) {
        if (field.when && !look(`${path}.${field.id}`, [...outer, field.when], siblings)) continue;
        siblings.set(field.id, { item: field, when: [...outer, ...(field.when ? [field.when] : [])], siblings: new Map(siblings) });
      }
    }
  }
  return found;
}

/** Values that the conditions of a form hold against each field. */
function comparisons(definition: FormDefinition): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  const note = (when: Condition | undefined) => {
    for (const leaf of leavesOf(when)) {
      if (leaf.op === 'answered') continue;
      const list = values.get(leaf.field) ?? values.set(leaf.field, []).get(leaf.field)!;
      list.push(...(leaf.op === 'in' ? leaf.value : leaf.op === 'olderThanDays' ? [`today-${leaf.value}d`] : [leaf.value]));
    }
  };
  const visit = (item: Field | Group) => {
    note(item.when);
    if (item.type === 'group') item.fields.forEach(visit);
  };
  for (const step of definition.steps) {
    note(step.when);
    step.items.forEach(visit);
  }
  return values;
}

function reachable(conditions: Condition[], find: (id: string) => Asked | undefined, compared: Map<string, unknown[]>, today: string): boolean {
  // All fields that it rests on, each after those that it rests on itself.
  const order: [string, Asked][] = [];
  const collect = (all: Condition[], from: (id: string) => Asked | undefined) => {
    for (const { field } of all.flatMap(leavesOf)) {
      const one = from(field);
      if (!one || order.some(([id]) => id === field)) continue;
      collect(one.when, (id) => one.siblings.get(id) ?? find(id));
      if (!order.some(([id]) => id === field)) order.push([field, one]);
    }
  };
  collect(conditions, find);

  const answers = new Map<string, AnswerValue | undefined>();
  const lookup: Lookup = (id) => answers.get(id);
  let tries = 0;
  const attempt = (at: number): boolean => {
    if (++tries > mostTries) return true;
    if (at === order.length) return conditions.every((one) => holds(one, lookup, today));
    const [id, { item, when }] = order[at]!;
    const shown = when.every((one) => holds(one, lookup, today));
    return (shown ? answersTo(item, compared.get(id) ?? [], today) : [undefined]).some((answer) => {
      answers.set(id, answer);
      return attempt(at + 1);
    });
  };
  return attempt(0);
}

/** Answers that make a difference to the values that conditions name; no answer among them where none is needed. */
function answersTo(field: Field | Group, named: unknown[], today: string): (AnswerValue | undefined)[] {
  if (field.type === 'group') return [[{}], ...(field.min ? [] : [undefined])];
  const around = (value: unknown): AnswerValue[] =>
    typeof value === 'number' ? [value - 1, value, value + 1]
    : typeof value === 'string' && field.type === 'date' ? ['-1d', '+0d', '+1d'].map((by) => limitDay(`today${by}`, limitDay(value, today)))
    : [value as AnswerValue];
  const some = (() => {
    switch (field.type) {
      case 'choice': return (field.options ?? []).map(({ value }) => value);
      case 'choices': return [(field.options ?? []).map(({ value }) => value), ...(field.options ?? []).map(({ value }) => [value])];
      case 'yesNo': case 'declaration': return [true, false];
      case 'number': case 'money': case 'date': return named.flatMap(around);
      // Anything may stand there.
      default: return named.filter((value) => typeof value === 'string');
    }
  })();
  const possible = some.filter((answer) => !readField(field, answer, today, () => undefined).faults.some(({ severity }) => severity === 'error'));
  // A field that nobody compared with anything still has an answer, which only counts as one.
  const other = ['choice', 'choices', 'yesNo', 'declaration'].includes(field.type) ? [] : [anything(field)];
  return [...possible, ...other, ...(field.required ? [] : [undefined])];
}

/** Stands for any other answer: no condition compares with it and finds it equal, or in an order. */
const anything = (field: Field): AnswerValue => (field.type === 'number' || field.type === 'money' ? NaN : { text: '\u0000' });
