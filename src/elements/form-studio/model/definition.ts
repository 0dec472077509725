import type { Condition, Field, FormDefinition, Group } from '../../../contract/form.ts';

export type Step = FormDefinition['steps'][number];
export type Item = Field | Group;
export type FieldType = Field['type'] | 'group';
export type Text = Field['label'];

/** A place in the form, by numbers: the step, the question in it, the question in a group. */
export type At = readonly number[];

export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** With its keys in one order: what comes from the gateway has them in another than what was written here. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(ordered)
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, ordered(each)]))
  : value;
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
/** Equal for people: id and number of a form are the gateway's. */
export const sameForm = (a: FormDefinition, b: FormDefinition): boolean => same({ ...tidy(a), id: '', version: 0 }, { ...tidy(b), id: '', version: 0 });

export const isGroup = (item: Step | Item | undefined): item is Group => !!item && 'type' in item && item.type === 'group';
export const isStep = (entry: Step | Item): entry is Step => 'items' in entry;

/** What stands at a place; undefined when nothing does. */
export function entryAt({ steps }: FormDefinition, [step, item, field]: At): Step | Item | undefined {
  const at = steps[step ?? -1];
  if (item === undefined) return at;
  const question = at?.items[item];
  return field === undefined ? question : isGroup(question) ? question.fields[field] : undefined;
}

/** The list that a place is in. */
export function listOf({ steps }: FormDefinition, at: At): (Step | Item)[] {
  const [step, item] = at;
  if (at.length === 1) return steps;
  const { items } = steps[step!]!;
  return at.length === 2 ? items : (items[item!] as Group).fields;
}

/** The place that a finding names, `step.group.field`; undefined for what belongs to the form as a whole. */
export function placeOf(definition: FormDefinition, path: string): At | undefined {
  const [stepId, itemId, fieldId] = path.split('.');
  // Of two of one id the second is told.
  const step = definition.steps.map(({ id }) => id).lastIndexOf(stepId!);
  if (step < 0) return undefined;
  if (itemId === undefined) return [step];
  const item = definition.steps[step]!.items.map(({ id }) => id).lastIndexOf(itemId);
  if (item < 0) return [step];
  if (fieldId === undefined) return [step, item];
  const group = definition.steps[step]!.items[item];
  const field = isGroup(group) ? group.fields.map(({ id }) => id).lastIndexOf(fieldId) : -1;
  return field < 0 ? [step, item] : [step, item, field];
}

/** The path that findings name a place by. */
export const pathOf = (definition: FormDefinition, at: At): string => at.map((_, depth) => entryAt(definition, at.slice(0, depth + 1))!.id).join('.');

/** Questions that conditions of a place may rest on: those that come before it, in its group its siblings too. */
export function earlierThan({ steps }: FormDefinition, [step, item, field]: At): Item[] {
  const before = [...steps.slice(0, step).flatMap(({ items }) => items), ...(item === undefined ? [] : steps[step!]!.items.slice(0, item))];
  const group = item === undefined ? undefined : steps[step!]!.items[item];
  const siblings = field !== undefined && isGroup(group) ? group.fields.slice(0, field) : [];
  return [...siblings, ...before].filter(({ type }) => type !== 'staticText');
}

export const itemsOf = ({ steps }: FormDefinition): Item[] => steps.flatMap(({ items }) => items);

/** An id that nothing in the form has: `text-3`. */
function freeId(definition: FormDefinition, word: string): string {
  const ids = definition.steps.flatMap(({ id, items }) => [id, ...items.flatMap((item) => [item.id, ...(isGroup(item) ? item.fields.map((field) => field.id) : [])])]);
  const base = word.replace(/-\d+$/, '').slice(0, 34);
  for (let number = 1; ; number++) if (!ids.includes(`${base}-${number}`)) return `${base}-${number}`;
}

/** Shown and never answered, or answered by a tick: nobody is asked to fill it in. */
const startsRequired = new Set<FieldType>(['declaration']);

export function newItem(definition: FormDefinition, type: FieldType): Item {
  const id = freeId(definition, type);
  if (type === 'group') return { id, type, label: { fa: '' }, min: 1, max: 5, fields: [] };
  return {
    id, type, label: { fa: '' }, required: startsRequired.has(type),
    ...((type === 'choice' || type === 'choices') && { options: [{ value: 'option-1', label: { fa: '' } }, { value: 'option-2', label: { fa: '' } }] }),
    ...(type === 'file' && { accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 5 * 1024 * 1024, maxFiles: 1 }),
    ...(type === 'mobile' && { autocomplete: 'tel' }),
  };
}

/** Adds a step behind the others. Gives its place. */
export function addStep(definition: FormDefinition): At {
  definition.steps.push({ id: freeId(definition, 'step'), title: { fa: '' }, items: [] });
  return [definition.steps.length - 1];
}

/** Adds a question at the end of a step or group. Gives its place. */
export function addItem(definition: FormDefinition, parent: At, type: FieldType): At {
  const list = listOf(definition, [...parent, 0]);
  list.push(newItem(definition, type));
  return [...parent, list.length - 1];
}

/** Where something moves by one: a question at the end of its step goes on into the next one. Undefined: nowhere. */
export function wayOf(definition: FormDefinition, at: At, by: 1 | -1): At | undefined {
  const to = at.at(-1)! + by;
  const parent = at.slice(0, -1);
  if (to >= 0 && to < listOf(definition, at).length) return [...parent, to];
  const step = at[0]! + by;
  if (at.length !== 2 || !definition.steps[step]) return undefined;
  return [step, by > 0 ? 0 : definition.steps[step].items.length];
}

/** Gives the new place, or the old one where it can go no further. */
export function move(definition: FormDefinition, at: At, by: 1 | -1): At {
  const to = wayOf(definition, at, by);
  if (!to) return at;
  const [entry] = listOf(definition, at).splice(at.at(-1)!, 1);
  listOf(definition, to).splice(to.at(-1)!, 0, entry!);
  return to;
}

/** A condition with ids exchanged. */
function renamed(when: Condition | undefined, ids: ReadonlyMap<string, string>): Condition | undefined {
  if (!when) return undefined;
  if ('all' in when) return { all: when.all.map((part) => renamed(part, ids)!) };
  if ('any' in when) return { any: when.any.map((part) => renamed(part, ids)!) };
  if ('not' in when) return { not: renamed(when.not, ids)! };
  return { ...when, field: ids.get(when.field) ?? when.field };
}

/** Puts a copy behind what stands at a place, with ids of its own; what rests on each other in it rests on the copies. Gives its place. */
export function duplicate(definition: FormDefinition, at: At): At {
  const list = listOf(definition, at);
  const place = [...at.slice(0, -1), at.at(-1)! + 1];
  const copy = copyOf(entryAt(definition, at)!);
  list.splice(place.at(-1)!, 0, copy);
  const ids = new Map<string, string>();
  const rename = (entry: Step | Item) => {
    const id = freeId(definition, entry.id);
    ids.set(entry.id, id);
    entry.id = id;
  };
  rename(copy);
  const items = isStep(copy) ? copy.items : [copy];
  if (isStep(copy)) items.forEach(rename);
  for (const entry of [...items, ...(isStep(copy) ? [copy] : [])]) {
    const when = renamed(entry.when, ids);
    if (when) entry.when = when;
    if ('bill' in entry && entry.bill) entry.bill = ids.get(entry.bill) ?? entry.bill;
  }
  return place;
}

export const remove = (definition: FormDefinition, at: At): void => void listOf(definition, at).splice(at.at(-1)!, 1);

function tidyText(holder: object, key: string): void {
  const text = (holder as Record<string, Text | undefined>)[key];
  if (!text) return;
  for (const [language, words] of Object.entries(text)) if (language !== 'fa' && !words.trim()) delete text[language];
  if (!text.fa.trim() && (key === 'hint' || key === 'intro')) delete (holder as Record<string, unknown>)[key];
}

function tidyItem(item: Item): void {
  tidyText(item, 'label');
  tidyText(item, 'hint');
  if (isGroup(item)) return item.fields.forEach(tidyItem);
  item.options?.forEach((option) => tidyText(option, 'label'));
  if (item.counties) item.counties = item.counties.map((line) => line.trim()).filter(Boolean);
  if (!item.counties?.length) delete item.counties;
}

/** The form as it goes to the gateway: without texts that say nothing. */
export function tidy(working: FormDefinition): FormDefinition {
  const definition = copyOf(working);
  tidyText(definition, 'title');
  for (const step of definition.steps) {
    tidyText(step, 'title');
    tidyText(step, 'intro');
    step.items.forEach(tidyItem);
  }
  if (!definition.constraints?.length) delete definition.constraints;
  if (!definition.matter?.length) delete definition.matter;
  return definition;
}
