import type { LocalText } from '../contract/common.ts';
import type { AnswerValue, Answers, Condition, Field, FormDefinition, Group } from '../contract/form.ts';
import { answerOf, holds, type Lookup } from './form-condition.ts';
import { readField } from './form-field.ts';
import { error, type Fault, type Params } from './form-reading.ts';

/**
 * What is wrong with an answer. Codes, with their params:
 *
 * `required`, `wrongType` (not from a form), `unknownField`; text: `tooShort` {min, length}, `tooLong` {max, length},
 * `charset` {charset}; number: `notNumber`, `notInteger`, `tooSmall` {min}, `notMoreThan` {min}, `tooLarge` {max};
 * choice: `notInOptions`; date: `notADate` {reason: format, year, two-digit-year, month, day}, `dateTooEarly` {date, today?},
 * `dateTooLate` {date, today?}; time: `notATime`; file: `tooManyFiles` {max, count}, `fileTooLarge` {name, maxBytes},
 * `fileType` {name}; `notAPlace`; declaration: `mustAccept`; group: `groupTooFew` {min, count}, `groupTooMany` {max, count};
 * over fields: `sumAtMost` {limit, sum}.
 *
 * Numbers that are names: the type, a dot and the reason of `persian/identity`, as `nationalId.checksum` {digits, suggest?},
 * with `nationalId`, `foreignerId`, `legalId`, `birthCertificate`, `mobile`, `landline`, `postalCode`, `email`, `iban`, `card`,
 * `billId`, `paymentId`, `plate` in front; warnings `nationalId.repeated-digits`, `postalCode.uncommon-pattern`,
 * `plate.uncommon-letter`.
 */
export interface FieldIssue {
  /**
   * Field id; `group.0.field` inside a group; the group's own id for what concerns it as a whole. A part of an address
   * stands behind it: `home.postalCode`, `group.0.home.city`.
   */
  path: string;
  code: string;
  /** A warning is told and stops nobody. */
  severity: 'error' | 'warning';
  params?: Params;
}

/** A group as it stands now: `rows[i]` are the fields that row i shows. There are at least `min` rows. */
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

/** Whether something with this condition is shown, over answers in canonical form. */
export const isVisible = (condition: Condition | undefined, answers: Answers, today: string): boolean =>
  !condition || holds(condition, (field) => answerOf(answers, field), today);

interface Interpretation {
  steps: VisibleStep[];
  answers: Answers;
  /** By id of the step. */
  issues: Map<string, FieldIssue[]>;
}

/**
 * One walk through the form from first field to last. What is hidden is not answered, so that conditions never rest on an
 * answer that nobody sees; each answer is brought into canonical form before a later condition reads it.
 */
function interpret(definition: FormDefinition, raw: Answers, today: string): Interpretation {
  const answers: Answers = {};
  const outer: Lookup = (field) => answerOf(answers, field);
  const steps: VisibleStep[] = [];
  const issues: Interpretation['issues'] = new Map();

  for (const { id, title, intro, when, items } of definition.steps) {
    const found: FieldIssue[] = [];
    const say = (path: string, faults: Fault[]) => found.push(...faults.map(({ at, ...one }) => ({ path: at ? `${path}.${at}` : path, ...one })));
    issues.set(id, found);
    if (when && !holds(when, outer, today)) continue;
    const shown: VisibleItem[] = [];
    for (const item of items) {
      if (item.when && !holds(item.when, outer, today)) continue;
      if (item.type === 'group') {
        shown.push(readGroup(item, answerOf(raw, item.id), { answers, outer, today, say }));
      } else {
        shown.push(item);
        const { value, faults } = readField(item, answerOf(raw, item.id), today, outer);
        if (value !== undefined) answers[item.id] = value;
        say(item.id, faults);
      }
    }
    // A step with nothing to ask is no step.
    if (shown.length) steps.push({ id, title, intro, items: shown });
    for (const constraint of definition.constraints ?? []) {
      if (!shown.some((item) => item.id === constraint.group)) continue;
      const sum = sumOf(answers[constraint.group], constraint.field);
      if (sum > constraint.limit) say(constraint.group, [error('sumAtMost', { limit: constraint.limit, sum })]);
    }
  }
  return { steps, answers, issues };
}

interface Walk {
  answers: Answers;
  outer: Lookup;
  today: string;
  say(path: string, faults: Fault[]): void;
}

function readGroup(group: Group, raw: AnswerValue | undefined, { answers, outer, today, say }: Walk): VisibleGroup {
  const given = Array.isArray(raw) ? (raw as unknown[]) : [];
  if (raw !== undefined && (!Array.isArray(raw) || !given.every(isRow))) {
    say(group.id, [error('wrongType')]);
    return { ...group, rows: Array.from({ length: group.min }, () => group.fields.filter(({ when }) => !when)) };
  }
  const rows: Field[][] = [];
  const values: Answers[] = [];
  let missing = given.length < group.min;
  for (let index = 0; index < Math.max(given.length, group.min); index++) {
    const row = (given[index] ?? {}) as Answers;
    const value: Answers = {};
    const siblings = (id: string) => (group.fields.some((field) => field.id === id) ? answerOf(value, id) : outer(id));
    rows.push(group.fields.filter((field) => {
      if (field.when && !holds(field.when, siblings, today)) return false;
      const read = readField(field, answerOf(row, field.id), today, siblings);
      if (read.value !== undefined) value[field.id] = read.value;
      say(`${group.id}.${index}.${field.id}`, read.faults);
      // A row that is not there yet stands there empty: what it must hold is told at its fields.
      if (index >= given.length && read.faults.length) missing = false;
      return true;
    }));
    for (const id of Object.keys(row)) {
      if (!group.fields.some((field) => field.id === id)) say(`${group.id}.${index}.${id}`, [error('unknownField')]);
    }
    values.push(value);
  }
  if (given.length > group.max) say(group.id, [error('groupTooMany', { max: group.max, count: given.length })]);
  if (missing) say(group.id, [error('groupTooFew', { min: group.min, count: given.length })]);
  if (given.length) answers[group.id] = values.slice(0, given.length);
  return { ...group, rows };
}

const isRow = (row: unknown): boolean => typeof row === 'object' && row !== null && !Array.isArray(row);

function sumOf(rows: AnswerValue | undefined, field: string): number {
  const numbers = (Array.isArray(rows) ? (rows as Answers[]) : []).map((row) => answerOf(row, field));
  const sum = numbers.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);
  // 0.1 + 0.2 must not break a limit of 0.3.
  return Math.round(sum * 1e6) / 1e6;
}

/** Steps, groups and fields that are shown with these answers, in order. Answers may be as typed. */
export const visibleSteps = (definition: FormDefinition, answers: Answers, today: string): VisibleStep[] =>
  interpret(definition, answers, today).steps;

/**
 * Answers as they are filed: digits folded, numbers that are names normalised, dates ISO, what is hidden left out.
 * What is wrong stays as it was given; `checkForm` says so.
 */
export const canonicalAnswers = (definition: FormDefinition, answers: Answers, today: string): Answers =>
  interpret(definition, answers, today).answers;

/** All that is wrong, in the order of the form; answers to fields that the form does not have come last. */
export function checkForm(definition: FormDefinition, answers: Answers, today: string): FieldIssue[] {
  const known = new Set(definition.steps.flatMap((step) => step.items.map((item) => item.id)));
  const unknown = Object.keys(answers).filter((id) => !known.has(id));
  return [
    ...[...interpret(definition, answers, today).issues.values()].flat(),
    ...unknown.map((path) => ({ path, ...error('unknownField') })),
  ];
}

/** What is wrong in one step; a hidden step has nothing wrong. */
export const checkStep = (definition: FormDefinition, stepId: string, answers: Answers, today: string): FieldIssue[] =>
  interpret(definition, answers, today).issues.get(stepId) ?? [];
