import type { Address, AnswerValue, Answers, Field, FormDefinition, Group, Upload } from '../../../contract/form.ts';
import { dateParts, readDate, type DateParts } from '../../../core/controls/date-parts.ts';
import { readTime } from '../../../core/controls/time-of-day.ts';

export interface PlaceParts {
  text: string;
  latitude?: number;
  longitude?: number;
}

/** What was typed to find an option, as long as it is none. */
export interface Sought {
  sought: string;
}

/**
 * Answers as they stand in the controls: numbers as typed, dates in three parts, plates in four (`12|ب|345|68`). They become answers of the contract by
 * `toAnswers` and, with digits folded, by the rules' `canonicalAnswers`.
 */
export type RawValue = string | boolean | string[] | DateParts | PlaceParts | Address | Sought | Upload[] | RawAnswers[];
export interface RawAnswers {
  [field: string]: RawValue | undefined;
}

/** `group.0.field` → the value there. */
export function valueAt(raw: RawAnswers, path: string): RawValue | undefined {
  const [id = '', row, inner] = path.split('.');
  return inner === undefined ? raw[id] : (raw[id] as RawAnswers[] | undefined)?.[Number(row)]?.[inner];
}

export function setValueAt(raw: RawAnswers, path: string, value: RawValue | undefined): void {
  const [id = '', row, inner] = path.split('.');
  if (inner === undefined) {
    raw[id] = value;
    return;
  }
  const rows = (raw[id] ??= []) as RawAnswers[];
  while (rows.length <= Number(row)) rows.push({});
  rows[Number(row)]![inner] = value;
}

export const isEmpty = (value: RawValue | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function toAnswer(field: Field, value: RawValue): AnswerValue | undefined {
  switch (field.type) {
    case 'date':
      return readDate(value as DateParts).iso;
    case 'time':
      return readTime(value as string) || undefined;
    case 'location': {
      const { text, ...where } = value as PlaceParts;
      return text.trim() || where.latitude !== undefined ? { text: text.trim(), ...where } : undefined;
    }
    case 'address':
      return Object.values(value as Address).some((part) => part?.trim()) ? (value as Address) : undefined;
    case 'plate':
      return (value as string).replaceAll('|', '');
    case 'choice':
      return typeof value === 'string' ? value : (value as Sought).sought;
    case 'declaration':
      return value === true ? true : undefined;
    default:
      return value as AnswerValue;
  }
}

/** The answers that the rules read. What is no date or time yet counts as unanswered here. */
export function toAnswers(items: readonly (Field | Group)[], raw: RawAnswers): Answers {
  const answers: Answers = {};
  for (const item of items) {
    const value = raw[item.id];
    if (item.type === 'group') {
      // The rows that a form shows at least stand there before anything is written in them.
      const rows = [...((value as RawAnswers[] | undefined) ?? [])];
      while (rows.length < item.min) rows.push({});
      if (rows.length) answers[item.id] = rows.map((row) => toAnswers(item.fields, row));
      continue;
    }
    if (value === undefined || isEmpty(value)) continue;
    const answer = toAnswer(item, value);
    if (answer !== undefined) answers[item.id] = answer;
  }
  return answers;
}

export const itemsOf = (definition: FormDefinition): (Field | Group)[] => definition.steps.flatMap(({ items }) => items);

/** The field that a path leads to, also one that leads on to a part of it. */
export function fieldAt(definition: FormDefinition, path: string): Field | Group | undefined {
  const [id, , inner] = path.split('.');
  const item = itemsOf(definition).find((candidate) => candidate.id === id);
  return inner !== undefined && item?.type === 'group' ? item.fields.find((field) => field.id === inner) : item;
}

/** The step in which a path stands. */
export const stepOf = (definition: FormDefinition, path: string): string | undefined =>
  definition.steps.find(({ items }) => items.some(({ id }) => id === path.split('.')[0]))?.id;

/** A date field that is empty in the reader's calendar, or as it was typed. */
export const asDateParts = (value: RawValue | undefined, calendar: DateParts['calendar']): DateParts =>
  value === undefined ? { calendar, day: '', month: '', year: '' } : typeof value === 'string' ? dateParts(value, calendar) : (value as DateParts);
