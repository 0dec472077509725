import type { Condition, Field, FormDefinition, Group } from '../contract/form.ts';
import { leavesOf } from './form-condition.ts';
import { limitDay } from './form-date.ts';
import { unreachable } from './form-reach.ts';

/**
 * What is wrong with a form itself. Codes, with their params: `duplicateId`, `emptyStep`, `emptyGroup`,
 * `choiceWithoutOptions`, `duplicateOption` {value}, `minAboveMax`, `unknownReference` {field}, `laterReference` {field},
 * `cycle` {field}, `notBillField` {field}, `unknownOption` {field, value}, `unknownGroup` {group}, `notNumberField` {field}, `missingContactField` {field},
 * `contactNotMobile` {field}, `contactNotRequired` {field}, `unknownMatter` {field}; `unreachable`, told where nothing else is wrong.
 */
export interface DefinitionIssue {
  /** Ids from the step down, `step.group.field`; `constraints.0`, `contactField`. */
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/** Limits that move with today keep their order whatever the day is. */
const anyDay = '2026-01-01';

/** Looks a form through before it is published. Empty when it is sound. */
export function checkDefinition(definition: FormDefinition): DefinitionIssue[] {
  const issues: DefinitionIssue[] = [];
  const say = (path: string, code: string, params?: DefinitionIssue['params']) => issues.push({ path, code, ...(params && { params }) });

  const items = definition.steps.flatMap((step) => step.items);
  const all = new Map(items.map((item) => [item.id, item]));
  const earlier = new Map<string, Field | Group>();
  /** Who rests on whom, to tell a ring from a mere reference ahead. */
  const rests = new Map<string, Set<string>>();

  const refer = (path: string, id: string | null, when: Condition | undefined, inGroup?: { group: Group; before: Map<string, Field> }) => {
    for (const leaf of leavesOf(when)) {
      const { field } = leaf;
      const siblings = inGroup && new Map(inGroup.group.fields.map((one) => [one.id, one]));
      const sibling = siblings?.get(field);
      const target = sibling ?? all.get(field);
      if (!target) say(path, 'unknownReference', { field });
      else if (field === id) say(path, 'cycle', { field });
      else if (sibling ? !inGroup!.before.has(field) : !earlier.has(field)) say(path, 'laterReference', { field });
      if (!target) continue;
      if (id && !sibling) (rests.get(id) ?? rests.set(id, new Set()).get(id)!).add(field);
      if (target.type !== 'choice' && target.type !== 'choices') continue;
      const values = leaf.op === 'in' ? leaf.value : leaf.op === 'eq' || leaf.op === 'ne' ? [leaf.value] : [];
      for (const value of values) {
        if (!(target.options ?? []).some((option) => option.value === value)) say(path, 'unknownOption', { field, value: String(value) });
      }
    }
  };

  const checkField = (path: string, field: Field, before: Map<string, Field | Group>) => {
    if (field.bill && before.get(field.bill)?.type !== 'billId') say(path, 'notBillField', { field: field.bill });
    if (field.type === 'choice' || field.type === 'choices') {
      if (!field.options?.length) say(path, 'choiceWithoutOptions');
      repeated((field.options ?? []).map(({ value }) => value)).forEach((value) => say(path, 'duplicateOption', { value }));
    }
    const above = (min: number | undefined, max: number | undefined) => min !== undefined && max !== undefined && min > max;
    const [first, last] = [field.notBefore, field.notAfter].map((limit) => limit && limitDay(limit, anyDay));
    // A day and one that moves with today may pass each other in time.
    const comparable = /^today/.test(field.notBefore ?? '') === /^today/.test(field.notAfter ?? '');
    if (above(field.min, field.max) || above(field.minLength, field.maxLength) || (comparable && first && last && first > last)) {
      say(path, 'minAboveMax');
    }
  };

  repeated(definition.steps.map(({ id }) => id)).forEach((id) => say(id, 'duplicateId'));
  for (const step of definition.steps) {
    if (!step.items.length) say(step.id, 'emptyStep');
    refer(step.id, null, step.when);
    for (const item of step.items) {
      const path = `${step.id}.${item.id}`;
      if (earlier.has(item.id)) say(path, 'duplicateId');
      refer(path, item.id, item.when);
      if (item.type === 'group') {
        if (!item.fields.length) say(path, 'emptyGroup');
        if (item.min > item.max) say(path, 'minAboveMax');
        const before = new Map<string, Field>();
        for (const field of item.fields) {
          const inner = `${path}.${field.id}`;
          if (before.has(field.id)) say(inner, 'duplicateId');
          refer(inner, field.id, field.when, { group: item, before });
          checkField(inner, field, new Map<string, Field | Group>([...earlier, ...before]));
          before.set(field.id, field);
        }
      } else {
        checkField(path, item, earlier);
      }
      earlier.set(item.id, item);
    }
  }

  for (const [id, fields] of rests) {
    // A field that rests on itself was told above.
    for (const field of fields) if (field !== id && leadsTo(rests, field, id)) say(pathOf(definition, id), 'cycle', { field });
  }
  for (const [index, { group, field }] of (definition.constraints ?? []).entries()) {
    const target = all.get(group);
    if (target?.type !== 'group') say(`constraints.${index}`, 'unknownGroup', { group });
    else if (target.fields.find(({ id }) => id === field)?.type !== 'number') say(`constraints.${index}`, 'notNumberField', { field });
  }
  for (const field of definition.matter ?? []) {
    const type = all.get(field)?.type;
    if (!type || type === 'group' || type === 'file') say('matter', 'unknownMatter', { field });
  }
  checkContact(definition, all.get(definition.contactField), (code) => say('contactField', code, { field: definition.contactField }));
  // With references that lead nowhere there is nothing to be said about where they lead.
  if (!issues.length) unreachable(definition, anyDay).forEach((path) => say(path, 'unreachable'));
  return issues;
}

/** One-time codes go there, so every request must have it. */
function checkContact(definition: FormDefinition, contact: Field | Group | undefined, say: (code: string) => void): void {
  if (!contact) return say('missingContactField');
  if (contact.type !== 'mobile') return say('contactNotMobile');
  const step = definition.steps.find(({ items }) => items.includes(contact));
  if (!contact.required || contact.when || step?.when) say('contactNotRequired');
}

const repeated = (values: string[]): Set<string> => new Set(values.filter((value, i) => values.indexOf(value) < i));

const pathOf = ({ steps }: FormDefinition, id: string): string =>
  `${steps.find(({ items }) => items.some((item) => item.id === id))?.id}.${id}`;

function leadsTo(rests: Map<string, Set<string>>, from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(rests.get(from) ?? [])].some((next) => leadsTo(rests, next, to, seen));
}
