import type { AnswerValue, Answers, Condition } from '../contract/form.ts';

/** Finds an answer by field id; undefined while it is hidden or not given. */
export type Lookup = (field: string) => AnswerValue | undefined;

/** Own answers only: a field may be called `constructor`. */
export const answerOf = (answers: Answers, field: string): AnswerValue | undefined =>
  Object.hasOwn(answers, field) ? answers[field] : undefined;

export const isAnswered = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : typeof value === 'object' && value !== null
        ? Object.values(value).some(isAnswered)
        : value !== undefined && value !== null;

/** Number of a day; NaN for a date that does not exist. */
function dayOf(date: unknown): number {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return NaN;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? at.getTime() / 86_400_000 : NaN;
}

/**
 * Whether a condition holds. Nothing holds of what is not answered, `ne` included: a field for "all but the owner" does not
 * stand there before anybody was chosen. `not` of a condition is true then.
 */
export function holds(condition: Condition, lookup: Lookup, today: string): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, lookup, today));
  if ('any' in condition) return condition.any.some((part) => holds(part, lookup, today));
  if ('not' in condition) return !holds(condition.not, lookup, today);
  const answer = lookup(condition.field);
  const equals = (value: unknown): boolean =>
    answer === value || (Array.isArray(answer) && (answer as unknown[]).includes(value));
  switch (condition.op) {
    case 'answered':
      return isAnswered(answer);
    case 'eq':
      return equals(condition.value);
    case 'ne':
      return isAnswered(answer) && !equals(condition.value);
    case 'in':
      return condition.value.some(equals);
    case 'olderThanDays':
      return dayOf(today) - dayOf(answer) > condition.value;
    case 'gte':
    case 'lte': {
      // Numbers by size; dates and times, which are text in an order of their own, by that order.
      const { value } = condition;
      if (typeof answer !== typeof value || answer === undefined || typeof answer === 'object') return false;
      return condition.op === 'gte' ? answer >= value : answer <= value;
    }
  }
}

export type Leaf = Extract<Condition, { field: string }>;

/** The single comparisons that a condition is made of. */
export function leavesOf(condition: Condition | undefined): Leaf[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}
