import type { AnswerValue, Answers, Field, FormDefinition, Group, Upload } from '../../../contract/form.ts';
import { dateParts, readDate, type DateParts } from '../../../core/controls/date-parts.ts';
import { readTime } from '../../../core/controls/time-of-day.ts';

export interface PlaceParts {
  text: string;
  latitude?: number;
  longitude?: number;
}

/**
 * Answers as they stand in the controls: numbers as typed, dates in three parts. They become answers of the contract by
 * `toAnswers` and, with digits folded, by the rules' `canonicalAnswers`.
 */
export type RawValue = string | boolean | string[] | DateParts | PlaceParts | Upload[] | RawAnswers[];
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

const isEmpty = (value: RawValue | undefined): boolean =>
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

/** The field that a path leads to. */
export function fieldAt(definition: FormDefinition, path: string): Field | Group | undefined {
  const [id, , inner] = path.split('.');
  const item = itemsOf(definition).find((candidate) => candidate.id === id);
  return inner !== undefined && item?.type === 'group' ? item.fields.find((field) => field.id === inner) : item;
}

/** The step in which a path stands. */
export const stepOf = (definition: FormDefinition, path: string): string | undefined =>
  definition.steps.find(({ items }) => items.some(({ id }) => id === path.split('.')[0]))?.id;

/**
 * What of kept answers still fits a form that may have changed since: fields that are still there, of a shape that still
 * fits, options that still exist, files that the gateway still holds. `lost` counts the rest.
 */
export function fitAnswers(items: readonly (Field | Group)[], raw: RawAnswers, now: Date): { raw: RawAnswers; lost: number } {
  const fitted: RawAnswers = {};
  let lost = 0;
  for (const [id, value] of Object.entries(raw)) {
    if (value === undefined || isEmpty(value)) continue;
    const item = items.find((candidate) => candidate.id === id);
    if (item?.type === 'group' && Array.isArray(value) && value.every((row) => typeof row === 'object' && !('id' in row))) {
      fitted[id] = (value as RawAnswers[]).map((row) => {
        const inner = fitAnswers(item.fields, row, now);
        lost += inner.lost;
        return inner.raw;
      });
      continue;
    }
    const kept = item && item.type !== 'group' ? fitValue(item, value, now) : undefined;
    if (kept === undefined) lost++;
    else {
      if (Array.isArray(kept) && Array.isArray(value)) lost += value.length - kept.length;
      if (!isEmpty(kept)) fitted[id] = kept;
    }
  }
  return { raw: fitted, lost };
}

const has = <K extends string>(value: RawValue, key: K): value is RawValue & Record<K, unknown> =>
  typeof value === 'object' && !Array.isArray(value) && key in value;

function fitValue(field: Field, value: RawValue, now: Date): RawValue | undefined {
  const offered = (one: unknown) => field.options?.some((option) => option.value === one);
  switch (field.type) {
    case 'choice':
      return typeof value === 'string' && offered(value) ? value : undefined;
    case 'choices':
      return Array.isArray(value) ? (value as string[]).filter(offered) : undefined;
    case 'yesNo':
    case 'declaration':
      return typeof value === 'boolean' ? value : undefined;
    case 'date':
      return has(value, 'calendar') ? value : undefined;
    case 'location':
      return has(value, 'text') ? value : undefined;
    case 'file':
      return Array.isArray(value)
        ? (value as Upload[]).filter((file) => typeof file === 'object' && 'id' in file && !(file.expiresAt && Date.parse(file.expiresAt) <= now.getTime()))
        : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

/** A date field that is empty in the reader's calendar, or as it was typed. */
export const asDateParts = (value: RawValue | undefined, calendar: DateParts['calendar']): DateParts =>
  value === undefined ? { calendar, day: '', month: '', year: '' } : typeof value === 'string' ? dateParts(value, calendar) : (value as DateParts);
